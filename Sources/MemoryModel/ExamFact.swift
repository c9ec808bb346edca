/// One fact as an exam sees it.
public struct ExamFact: Equatable, Sendable {
  /// The memory state, nil for a fact never asked.
  public var state: MemoryState?
  /// The day of the last review, in days since 1970-01-01.
  public var lastReviewDay: Int?
  /// Its section, an index into the shares of the exam.
  public let section: Int
  /// The chance 0...1 that the exam's kinds of question leave to who does not know it.
  public let guessChance: Double

  /// Makes a fact; a guess chance outside 0...1 is moved to the nearest end.
  public init(state: MemoryState?, lastReviewDay: Int?, section: Int, guessChance: Double) {
    self.state = state
    self.lastReviewDay = lastReviewDay
    self.section = section
    self.guessChance = guessChance.clamped(to: 0...1)
  }

  /// Whole days since the last review, never negative: a clock that went back counts as the same day.
  func elapsedDays(on day: Int) -> Int {
    guard let lastReviewDay else { return 0 }
    return max(0, Int(Int32(clamping: day)) - Int(Int32(clamping: lastReviewDay)))
  }

  /// Whether it was reviewed on a day, or the day after by a clock that went back a little.
  func wasReviewed(on day: Int) -> Bool {
    guard let lastReviewDay else { return false }
    return lastReviewDay == day || day < .max && lastReviewDay == day + 1
  }

  /// Takes an answer as evidence.
  mutating func review(day: Int, right: Bool, evidence: Evidence) {
    let answer = Answer(right: right, guessChance: guessChance)
    state = evidence.update(state: state, elapsedDays: elapsedDays(on: day), answer: answer).state
    lastReviewDay = day
  }
}
