import MemoryModel
public import Progress

/// How the chance to recall a fact fades after its last review.
public struct ForgettingCurve: Equatable, Sendable {
  /// The day of the last review that proved something.
  public let lastReview: StudyDay
  /// The day the fact comes back.
  public let due: StudyDay?
  /// The chance of recall 0...1 on each day, from the last review on.
  public let recall: [Double]

  /// The fewest and the most days that are shown.
  static let span = 14...365

  /// The curve until some days after both today and the due day; nil for a fact that nothing is known of.
  public init?(of score: FactScore, today: StudyDay) {
    let memory = score.memory
    guard memory.state != nil, let last = memory.lastReviewDay else { return nil }
    lastReview = StudyDay(daysSince1970: last)
    due = memory.dueDay.map { StudyDay(daysSince1970: $0) }
    let ahead = max(lastReview.days(until: today), (memory.dueDay ?? last) - last)
    let days = min(max(ahead + ahead / 2, Self.span.lowerBound), Self.span.upperBound)
    recall = (0...days).compactMap { memory.recall(on: last + $0, model: Scores.model) }
  }
}
