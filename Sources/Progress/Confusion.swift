import StrictJSON

/// Two facts whose answers were taken for each other.
public struct ConfusedPair: Hashable, Comparable, Sendable {
  /// The fact with the lower id.
  public let first: Review.FactID
  /// The fact with the higher id.
  public let second: Review.FactID

  /// Makes a pair of two facts in either order; nil for a fact and itself.
  public init?(_ one: Review.FactID, _ other: Review.FactID) {
    guard one != other else { return nil }
    first = min(one, other)
    second = max(one, other)
  }

  /// Orders pairs by their facts.
  public static func < (left: ConfusedPair, right: ConfusedPair) -> Bool {
    (left.first, left.second) < (right.first, right.second)
  }
}

/// How often two facts were confused, and how far they are told apart since.
public struct Confusion: Equatable, Sendable {
  /// How often an answer to one was given for the other.
  public internal(set) var count = 0
  /// The study day it last happened.
  public internal(set) var lastDay: StudyDay
  /// How often since then the first fact was told from the second when both stood side by side.
  public internal(set) var firstToldApart = 0
  /// The same for the second fact.
  public internal(set) var secondToldApart = 0
  /// How many of the confusions were answers to the first fact; the others were answers to the second.
  public internal(set) var firstAsked = 0
  /// What a newer version wrote beside.
  var unknown = JSONObject()

  /// How often both must be told apart.
  public static let timesNeeded = 2

  /// Whether both were told apart often enough.
  public var isResolved: Bool { firstToldApart >= Self.timesNeeded && secondToldApart >= Self.timesNeeded }
}

extension Scores {
  /// Counts a confusion, or a contrast of two facts that were confused before.
  mutating func countConfusion(_ review: Review, on day: StudyDay) {
    for other in review.mistaken {
      guard let pair = ConfusedPair(review.fact, other) else { continue }
      let before = confusions[pair]
      confusions[pair] = Confusion(
        count: (before?.count ?? 0) + 1, lastDay: day,
        firstAsked: (before?.firstAsked ?? 0) + (review.fact == pair.first ? 1 : 0),
        unknown: before?.unknown ?? JSONObject())
    }
    if review.right, let against = review.against, let pair = ConfusedPair(review.fact, against) {
      if review.fact == pair.first {
        confusions[pair]?.firstToldApart += 1
      } else {
        confusions[pair]?.secondToldApart += 1
      }
    }
  }

  /// The pairs that are still confused, the most often confused first.
  public var openConfusions: [(pair: ConfusedPair, confusion: Confusion)] {
    confusions.filter { !$0.value.isResolved }
      .sorted { (-$0.value.count, $0.key) < (-$1.value.count, $1.key) }
      .map { ($0.key, $0.value) }
  }
}
