public import ContentModel
import Progress

/// The facts that are most often taken for each other, and how often each was chosen when another was asked.
public struct ConfusionMatrix: Equatable, Sendable {
  /// Two facts and how often the second was chosen where the first was asked, and the other way round.
  public struct Pair: Equatable, Sendable {
    /// Where each stands in ``facts``.
    public let one, other: Int
    /// How often the answer of the other was given for the one.
    public let oneAsked: Int
    /// How often the answer of the one was given for the other.
    public let otherAsked: Int
  }

  /// The facts, those of the most frequent pair first.
  public let facts: [FactID]
  /// The most frequent pairs, the most frequent first.
  public let pairs: [Pair]

  /// How many pairs decide which facts are shown.
  static let size = 3

  /// Takes the facts of the first pairs of which these facts are both, and all pairs among them.
  init(of confusions: [(pair: ConfusedPair, confusion: Confusion)], among known: Set<FactID>) {
    var facts: [FactID] = []
    func index(of id: Review.FactID) -> Int {
      let fact = FactID(id.rawValue)
      if let index = facts.firstIndex(of: fact) { return index }
      facts.append(fact)
      return facts.count - 1
    }
    let open = confusions.filter {
      known.contains(FactID($0.pair.first.rawValue)) && known.contains(FactID($0.pair.second.rawValue))
    }
    for (pair, _) in open.prefix(Self.size) { _ = (index(of: pair.first), index(of: pair.second)) }
    let shown = Set(facts.map { Review.FactID($0.rawValue) })
    // Those facts may be in other pairs, too.
    pairs = open.filter { shown.contains($0.pair.first) && shown.contains($0.pair.second) }.map { pair, confusion in
      Pair(
        one: index(of: pair.first), other: index(of: pair.second), oneAsked: confusion.firstAsked,
        otherAsked: confusion.count - confusion.firstAsked)
    }
    self.facts = facts
  }

  /// How often the answer of each fact was given, row by row for the fact that was asked.
  ///
  /// Only the pairs are counted, so that every number is one of those in the sentence; where a row meets its own column
  /// is 0.
  public var counts: [[Int]] {
    var counts = facts.map { _ in facts.map { _ in 0 } }
    for pair in pairs {
      counts[pair.one][pair.other] = pair.oneAsked
      counts[pair.other][pair.one] = pair.otherAsked
    }
    return counts
  }
}
