public import MemoryModel
import StrictJSON

/// The answers to one fact, and the memory of it.
public struct FactScore: Equatable, Sendable {
  /// How often it was answered, second tries within a sitting included.
  public internal(set) var seen = 0
  /// How many of these answers were right.
  public internal(set) var right = 0
  /// How many of these answers were wrong.
  public internal(set) var wrong = 0
  /// The study day of the first answer.
  public internal(set) var firstDay: StudyDay
  /// The moment of the last answer.
  public internal(set) var lastAt: Timestamp
  /// The study day of the last answer.
  public internal(set) var lastDay: StudyDay
  /// Whether the last answer was right.
  public internal(set) var lastRight = false
  /// What the learner said about the last answer.
  public internal(set) var lastConfidence = Confidence.none
  /// Right answers since the last wrong one, without second tries within a sitting.
  public internal(set) var streak = 0
  /// The memory of the fact, whatever kind or direction asked it.
  public internal(set) var memory = FactMemory()
  /// The wrong options that were shown beside this fact's answer, by the facts they belong to.
  public internal(set) var distractors: [Review.FactID: Distractor] = [:]
  /// The last miss, as long as it is not made good.
  public internal(set) var miss: Miss?
  /// What a newer version wrote beside.
  var unknown = JSONObject()
  /// What it wrote into the memory.
  var unknownInMemory = JSONObject()

  /// How a wrong option of a fact has done so far.
  public struct Distractor: Equatable, Sendable {
    /// How often it was among the options.
    public internal(set) var shown = 0
    /// How often it was taken for the right one, or for one of them.
    public internal(set) var taken = 0
  }

  /// A wrong answer and how far it is made good: right once, and once more on a later day.
  public struct Miss: Equatable, Sendable {
    /// The study day of the wrong answer.
    public internal(set) var day: StudyDay
    /// Whether the learner had been sure of it.
    public internal(set) var wasSure: Bool
    /// The study day of the first right answer since.
    public internal(set) var rightOn: StudyDay?
    /// What a newer version wrote beside.
    var unknown = JSONObject()
  }

  init(first recorded: RecordedEvent) {
    firstDay = recorded.day
    lastAt = recorded.at
    lastDay = recorded.day
  }

  init(firstDay: StudyDay, lastAt: Timestamp, lastDay: StudyDay) {
    self.firstDay = firstDay
    self.lastAt = lastAt
    self.lastDay = lastDay
  }

  mutating func count(_ review: Review, _ recorded: RecordedEvent) {
    seen += 1
    if review.right { right += 1 } else { wrong += 1 }
    lastAt = recorded.at
    lastDay = recorded.day
    lastRight = review.right
    lastConfidence = review.confidence
    for option in Set(review.shown) where option != review.fact {
      distractors[option, default: Distractor()].shown += 1
      if review.mistaken.contains(option) { distractors[option]?.taken += 1 }
    }
    if !review.right {
      streak = 0
      miss = Miss(day: recorded.day, wasSure: review.confidence == .sure)
    } else {
      if !review.repeated { streak += 1 }
      makeGood(on: recorded.day)
    }
  }

  /// A right answer takes a miss off the list only on a later day than the first right one.
  private mutating func makeGood(on day: StudyDay) {
    guard let rightOn = miss?.rightOn else {
      miss?.rightOn = day
      return
    }
    if day > rightOn { miss = nil }
  }
}
