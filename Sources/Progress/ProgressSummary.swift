/// What the files of a data folder, or of a dated copy, amount to in a few numbers.
public struct ProgressSummary: Equatable, Sendable {
  /// The answers that count in the scores.
  public let answers: Int
  /// The facts that were asked.
  public let facts: Int
  /// The sittings.
  public let sittings: Int
  /// The facts that are set aside.
  public let setAside: Int
  /// The study day of the last answer, or nil if there is none.
  public let lastDay: StudyDay?

  /// Sums scores up.
  public init(_ scores: Scores) {
    answers = scores.days.values.reduce(0) { $0 + $1.asked }
    facts = scores.facts.count
    sittings = scores.sittings.count
    setAside = scores.flagged.count
    lastDay = scores.days.keys.max()
  }
}
