public import MemoryModel

/// The beginning of a mock exam; what is needed to draw the same paper again.
public struct MockBegan: Equatable, Sendable {
  /// The sitting, whose `sittingBegan` comes before in the history.
  public let sitting: SittingID
  /// The name of the form, from which the paper is drawn.
  public let form: String
  /// The ids of the banks.
  public let banks: [String]
  /// The sections it asks from, such as `kpo/types`; empty for all.
  public let sections: [String]
  /// The kinds of item it asks.
  public let kinds: [Review.Kind]
  /// The facts that were left out because they were set aside.
  public let leftOut: [Review.FactID]
  /// The items of the paper, in order.
  public let items: [Review.ItemID]
  /// The time for the whole paper in seconds, nil for no limit.
  public let seconds: Int?
  /// The share of points 0...1 that passes.
  public let pass: Double
  /// What was expected of it.
  public let forecast: ExamForecast

  /// Makes the event; a share outside is moved to the nearest end, and a limit below 1 second becomes 1.
  public init(
    sitting: SittingID, form: String, banks: [String], sections: [String], kinds: [Review.Kind],
    leftOut: [Review.FactID], items: [Review.ItemID], seconds: Int?, pass: Double, forecast: ExamForecast
  ) {
    self.sitting = sitting
    self.form = form
    self.banks = banks
    self.sections = sections
    self.kinds = kinds
    self.leftOut = leftOut
    self.items = items
    self.seconds = seconds.map { max(1, $0) }
    self.pass = nearestShare(pass)
    self.forecast = forecast
  }
}

/// The state of one question of a mock exam after the learner did something with it.
public struct MockQuestion: Equatable, Sendable {
  /// The sitting.
  public let sitting: SittingID
  /// The number of the question on the paper, from 1; one that the paper does not have counts for nothing.
  public let number: Int
  /// The answer as it would be typed, such as `b?`; empty for none.
  public let response: String
  /// Whether the learner wants to come back to it.
  public let isFlagged: Bool
  /// The time spent on this question so far, in milliseconds.
  public let spent: Int
  /// The time that has gone of the whole mock, in milliseconds.
  public let elapsed: Int

  /// Makes the event; negative numbers become 0.
  public init(sitting: SittingID, number: Int, response: String, isFlagged: Bool, spent: Int, elapsed: Int) {
    self.sitting = sitting
    self.number = max(0, number)
    self.response = response
    self.isFlagged = isFlagged
    self.spent = max(0, spent)
    self.elapsed = max(0, elapsed)
  }
}

/// The end of a mock exam, after its reviews in the history.
public struct MockHandedIn: Equatable, Sendable {
  /// The sitting.
  public let sitting: SittingID
  /// The points reached, as a share 0...1.
  public let score: Double
  /// Whether that passes.
  public let passed: Bool
  /// Whether the time was up.
  public let isTimeUp: Bool
  /// The time taken, in milliseconds.
  public let elapsed: Int
  /// The mean of (forecast chance - result)^2 over the questions, 0...1.
  public let brier: Double
  /// The answers to known facts in forms that drills ask, too.
  public let drilled: AnswerCount
  /// The answers to known facts in forms that only mocks ask.
  public let sealed: AnswerCount

  /// How many answers there were and how many of them were right.
  public struct AnswerCount: Equatable, Sendable {
    /// The answers.
    public let asked: Int
    /// The right ones.
    public let right: Int

    /// Makes a count; negative numbers become 0, and no more are right than asked.
    public init(asked: Int, right: Int) {
      self.asked = max(0, asked)
      self.right = min(max(0, right), self.asked)
    }
  }

  /// Makes the event; shares outside are moved to the nearest end, and a negative time becomes 0.
  public init(
    sitting: SittingID, score: Double, passed: Bool, isTimeUp: Bool, elapsed: Int, brier: Double,
    drilled: AnswerCount, sealed: AnswerCount
  ) {
    self.sitting = sitting
    self.score = nearestShare(score)
    self.passed = passed
    self.isTimeUp = isTimeUp
    self.elapsed = max(0, elapsed)
    self.brier = nearestShare(brier)
    self.drilled = drilled
    self.sealed = sealed
  }
}
