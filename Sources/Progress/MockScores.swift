public import MemoryModel
import StrictJSON

/// A mock exam that was begun and not handed in.
public struct OpenMock: Equatable, Sendable {
  /// How it began.
  public let began: MockBegan
  /// The moment it began.
  public let started: Timestamp
  /// What was done with the questions, by their number from 1.
  public internal(set) var questions: [Int: Question] = [:]
  /// The number of the question that something was saved of last, from 1; 0 for none.
  public internal(set) var current = 0
  /// The time that had gone when something was saved last, in milliseconds.
  public internal(set) var elapsed = 0
  /// The facts whose reviews are saved already, by their items: handing in was interrupted.
  ///
  /// Where the power failed in the middle of an item that asks several facts, some of them may be missing.
  public internal(set) var reviewedFacts: [Review.ItemID: Set<Review.FactID>] = [:]
  /// What a newer version wrote beside.
  var unknown = JSONObject()

  /// Whether handing in was interrupted.
  public var isBeingHandedIn: Bool { !reviewedFacts.isEmpty }

  /// The state of one question.
  public struct Question: Equatable, Sendable {
    /// The answers given one after another as they would be typed, the last one counts; an empty text takes one back.
    public internal(set) var responses: [String] = []
    /// Whether the learner wants to come back to it.
    public internal(set) var isFlagged = false
    /// The time spent on it, in milliseconds.
    public internal(set) var spent = 0
    /// What a newer version wrote beside.
    var unknown = JSONObject()

    /// A question that nothing was done with.
    public init() {}
  }
}

/// A mock exam that was handed in.
public struct MockScore: Equatable, Sendable {
  /// How it ended.
  public let result: MockHandedIn
  /// The name of its form.
  public let form: String
  /// The study day it was handed in.
  public let day: StudyDay
  /// How many questions it had.
  public let questions: Int
  /// The share of points 0...1 that passes.
  public let pass: Double
  /// What was expected of it.
  public let forecast: ExamForecast
  /// What a newer version wrote beside.
  var unknown = JSONObject()

  /// Whether the score lies in the forecast band.
  public var isInsideBand: Bool { forecast.holds(result.score) }
}
