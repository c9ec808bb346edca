public import ContentModel
public import QuestionGenerator

/// An endless run of items over all facts: each fact once in a drawn order, then all again in other forms.
public struct QuestionSource: Sendable {
  private let generators: [QuestionGenerator]
  private let kinds: [Item.Kind]
  private let facts: [(generator: Int, fact: FactID)]
  private var round: [(generator: Int, fact: FactID)] = []
  private var random: SeededRandom

  /// Prepares a run over some banks.
  ///
  /// - Parameter section: the id of a section to stay within.
  public init(_ banks: [Bank], section: String?, kinds: [Item.Kind], seed: UInt64) {
    generators = banks.map(QuestionGenerator.init)
    self.kinds = kinds
    facts = banks.enumerated().flatMap { index, bank in
      bank.facts.filter { section == nil || $0.sectionID == section }.map { (index, $0.id) }
    }
    random = SeededRandom(seed: seed)
  }

  /// The next item, or nil if no fact gives an item of these kinds.
  public mutating func next() -> Item? {
    // A whole round without an item means that there will never be one.
    for _ in 0...facts.count {
      if round.isEmpty { round = random.shuffled(facts).reversed() }
      guard let (generator, fact) = round.popLast() else { return nil }
      if let item = generators[generator].item(asking: fact, kinds: kinds, using: &random) { return item }
    }
    return nil
  }
}
