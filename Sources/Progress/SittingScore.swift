import StrictJSON

/// One sitting and its score.
public struct SittingScore: Equatable, Sendable {
  /// The sitting's id.
  public let id: SittingID
  /// The way it was begun.
  public let mode: SittingMode
  /// The ids of the banks it asked from.
  public let banks: [String]
  /// The moment it began.
  public let started: Timestamp
  /// The study day it began on.
  public let day: StudyDay
  /// The answers, one for each fact; second tries do not count.
  public internal(set) var tally = Tally()
  /// Whether it came to its end or was left with a command, rather than cut off.
  public internal(set) var hasEnded = false
  /// What a newer version wrote beside.
  var unknown = JSONObject()

  /// The answers that count.
  public var asked: Int { tally.asked }
  /// The right ones among them.
  public var right: Int { tally.right }

  init(id: SittingID, mode: SittingMode, banks: [String], started: Timestamp, day: StudyDay) {
    self.id = id
    self.mode = mode
    self.banks = banks
    self.started = started
    self.day = day
  }
}
