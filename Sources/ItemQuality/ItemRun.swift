import ContentModel
public import QuestionGenerator

/// Items in sittings, as a learner meets them: the kinds mixed, and no fact asked twice in a sitting.
public struct ItemRun: Sendable, Equatable {
  /// The sittings, each with its items in the order in which they are asked.
  public let sittings: [[Item]]

  /// The most items of a sitting.
  public static let sittingLength = 20

  /// Draws items, each of a kind drawn evenly and asking a fact drawn evenly from those that the kind can ask.
  ///
  /// - Parameter count: how many items; there are fewer only if no fact gives an item of these kinds.
  public init(_ generator: QuestionGenerator, kinds: [Item.Kind], count: Int, seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let lots = kinds.map { (kind: $0, facts: generator.askableFacts(kinds: [$0])) }.filter { !$0.facts.isEmpty }
    var sittings: [[Item]] = []
    var wanted = lots.isEmpty ? 0 : count
    while wanted > 0 {
      let sitting = Self.sitting(generator, lots, atMost: min(wanted, Self.sittingLength), using: &random)
      guard !sitting.isEmpty else { break }
      wanted -= sitting.count
      sittings.append(sitting)
    }
    self.sittings = sittings
  }

  private static func sitting(
    _ generator: QuestionGenerator, _ lots: [(kind: Item.Kind, facts: [FactID])], atMost count: Int,
    using random: inout SeededRandom
  ) -> [Item] {
    var items: [Item] = []
    var asked: Set<FactID> = []
    // In a small bank a sitting ends when hardly any fact is left that was not asked.
    for _ in 0..<10 * count where items.count < count {
      guard let lot = random.element(of: lots), let fact = random.element(of: lot.facts), !asked.contains(fact),
        let item = generator.item(asking: fact, kinds: [lot.kind], using: &random)
      else { continue }
      asked.insert(fact)
      items.append(item)
    }
    return items
  }

  /// All items in order.
  public var items: [Item] { Array(sittings.joined()) }

  /// The sittings as faces with one right option each, of some kinds.
  func faces(_ kinds: [Item.Kind]) -> [[ItemFace]] {
    sittings.map { $0.filter { kinds.contains($0.kind) }.flatMap(ItemFace.faces).filter { $0.key != nil } }
  }
}
