/// How long this learner takes for an answer.
public struct LearnerPace: Equatable, Sendable {
  /// The answers counted.
  public internal(set) var answers = 0
  /// The usual time for one answer, in milliseconds.
  public internal(set) var milliseconds = 0.0

  /// A longer time is a pause and counts as this, in milliseconds.
  static let longestAnswer = 120_000
  /// A shorter time is no answer to go by, in milliseconds.
  static let shortestAnswer = 1000
  /// Later answers weigh as much as one in so many.
  static let memory = 50

  /// A pace before the first answer.
  public init() {}

  init(answers: Int, milliseconds: Double) {
    self.answers = answers
    self.milliseconds = milliseconds
  }

  mutating func count(milliseconds taken: Int) {
    // Nobody reads and answers so fast: who clicks through a quiz says nothing about how long one takes.
    guard taken >= Self.shortestAnswer else { return }
    answers += 1
    let taken = Double(min(taken, Self.longestAnswer))
    milliseconds += (taken - milliseconds) / Double(min(answers, Self.memory))
  }

  /// Adds the time of a further fact to the last answer, which had several.
  mutating func lengthenLast(milliseconds taken: Int) {
    guard taken >= Self.shortestAnswer else { return }
    milliseconds += Double(min(taken, Self.longestAnswer)) / Double(min(max(answers, 1), Self.memory))
  }
}
