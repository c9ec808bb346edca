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
  /// The pairs among these facts, the most frequent first.
  public let pairs: [Pair]

  /// How many pairs decide which facts are shown.
  static let size = 3

  /// Takes the facts of the first pairs of which these facts are both, and all pairs among them.
  init(of confusions: [(pair: ConfusedPair, confusion: Confusion)], among known: Set<FactID>) {
    let open = confusions.filter {
      known.contains(FactID($0.pair.first.rawValue)) && known.contains(FactID($0.pair.second.rawValue))
    }
    var facts: [FactID] = []
    var index: [Review.FactID: Int] = [:]
    for id in open.prefix(Self.size).flatMap({ [$0.pair.first, $0.pair.second] }) where index[id] == nil {
      index[id] = facts.count
      facts.append(FactID(id.rawValue))
    }
    // Those facts may be in other pairs, too.
    pairs = open.compactMap { pair, confusion in
      guard let one = index[pair.first], let other = index[pair.second] else { return nil }
      return Pair(
        one: one, other: other, oneAsked: confusion.firstAsked, otherAsked: confusion.count - confusion.firstAsked)
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
