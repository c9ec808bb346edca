import StrictJSON

/// The last answers, so that they can be taken back across sittings and days.
public struct RecentAnswers: Equatable, Sendable {
  /// One answer to one item.
  public struct Answer: Equatable, Sendable {
    /// The sitting.
    public let sitting: SittingID
    /// The item.
    public let item: Review.ItemID
    /// The moment.
    public let at: Timestamp
    /// Its reviews, one for each fact of the item.
    public internal(set) var events: [EventID]
    /// The facts, in the order of the reviews.
    public internal(set) var facts: [Review.FactID]
    /// What a newer version wrote beside.
    var unknown = JSONObject()
  }

  /// How many answers can be taken back.
  public static let longest = 50

  /// The answers, the latest last.
  public internal(set) var answers: [Answer] = []

  /// Adds a review and tells whether it begins an answer, rather than being a further fact of the same one.
  mutating func add(_ review: Review, _ recorded: RecordedEvent) -> Bool {
    if let last = answers.last, last.sitting == review.sitting, last.item == review.item, last.at == recorded.at,
      !last.facts.contains(review.fact)
    {
      answers[answers.count - 1].events.append(recorded.id)
      answers[answers.count - 1].facts.append(review.fact)
      return false
    }
    answers.append(
      Answer(
        sitting: review.sitting, item: review.item, at: recorded.at, events: [recorded.id], facts: [review.fact]))
    answers.removeFirst(max(0, answers.count - Self.longest))
    return true
  }
}
