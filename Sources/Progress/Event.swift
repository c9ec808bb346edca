/// Something that happened and that the history keeps.
public enum Event: Equatable, Sendable {
  /// A sitting began.
  case sittingBegan(SittingBegan)
  /// A fact was answered.
  case review(Review)
  /// A sitting came to its end or was left.
  case sittingEnded(SittingEnded)
  /// A fact was set aside, so that it is not asked any more.
  case flagged(Flagged)
  /// A fact that had been set aside may be asked again.
  case unflagged(fact: Review.FactID)
  /// An exam was planned, or the plan with the same id was changed.
  case examPlanned(ExamPlan)
  /// A plan was given up, or its exam is over.
  case examDropped(ExamID)
  /// A mock exam began; one that was open is given up.
  case mockBegan(MockBegan)
  /// Something was done with a question of the open mock exam.
  case mockQuestion(MockQuestion)
  /// The open mock exam was handed in; its reviews stand before.
  case mockHandedIn(MockHandedIn)
  /// The open mock exam was given up; reviews of it that were saved still count.
  case mockAbandoned(SittingID)
  /// The learner changed a setting.
  case setting(SettingChange)
  /// Earlier events were taken back; they count for nothing.
  case undone(events: [EventID])
  /// An event of a newer version, by its name; it stays in the history and counts for nothing here.
  case unknown(name: String)
}

/// The beginning of a sitting.
public struct SittingBegan: Equatable, Sendable {
  /// The sitting's id.
  public var sitting: SittingID
  /// The way it was begun.
  public var mode: SittingMode
  /// The ids of the banks it asks from.
  public var banks: [String]
  /// The seed of its random numbers.
  public var seed: UInt64

  /// Makes the event.
  public init(sitting: SittingID, mode: SittingMode, banks: [String], seed: UInt64) {
    self.sitting = sitting
    self.mode = mode
    self.banks = banks
    self.seed = seed
  }
}

/// The end of a sitting.
public struct SittingEnded: Equatable, Sendable {
  /// The sitting's id.
  public let sitting: SittingID
  /// How many answers its score counts.
  public let asked: Int
  /// How many of them were right.
  public let right: Int

  /// Makes the event; numbers that cannot be are moved to the nearest that can: 0 or more, and no more right than asked.
  public init(sitting: SittingID, asked: Int, right: Int) {
    self.sitting = sitting
    self.asked = max(0, asked)
    self.right = min(max(0, right), self.asked)
  }
}

/// A fact set aside by the learner.
public struct Flagged: Equatable, Sendable {
  /// The fact.
  public var fact: Review.FactID
  /// What the learner wrote about it; may be empty.
  public var note: String

  /// Makes the event.
  public init(fact: Review.FactID, note: String) {
    self.fact = fact
    self.note = note
  }
}

/// An event with its place in the history and its time.
public struct RecordedEvent: Equatable, Sendable {
  /// Its number, from 1, one more for each event.
  public var sequence: Int
  /// Its id.
  public var id: EventID
  /// The moment in UTC, in whole milliseconds.
  public var at: Timestamp
  /// By how many seconds the learner's wall clock was ahead of UTC.
  public var utcOffset: Int
  /// The study day it counts for.
  public var day: StudyDay
  /// What happened.
  public var event: Event

  /// Makes a record; the moment is cut to milliseconds.
  public init(sequence: Int, id: EventID, at: Timestamp, utcOffset: Int, day: StudyDay, event: Event) {
    self.sequence = sequence
    self.id = id
    self.at = at.cutToMilliseconds
    self.utcOffset = utcOffset
    self.day = day
    self.event = event
  }
}
