import StrictJSON

/// The id of a planned exam.
public struct ExamID: TextIdentifier {
  /// The text.
  public let rawValue: String
  /// Takes the text as it stands.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Makes an id of 16 random hexadecimal digits.
  public static func random(_ randomness: Randomness) -> ExamID { ExamID(randomness.hexadecimal()) }
}

/// An exam on a day, as the learner planned it.
public struct ExamPlan: Equatable, Sendable {
  /// Its id.
  public let id: ExamID
  /// The study day of the exam.
  public let day: StudyDay
  /// The ids of the banks it asks from.
  public let banks: [String]
  /// The sections it asks from, such as `kpo/types`; empty for all of the banks.
  public let sections: [String]
  /// How many minutes the learner wants to study a day, above 0.
  public let minutesPerDay: Double
  /// The share of right answers 0...1 that passes.
  public let pass: Double
  /// What a newer version wrote beside.
  var unknown = JSONObject()

  /// What a learner can plan for a day.
  static let minutes = 0.1...600

  /// Plans an exam; values outside are moved to the nearest end: 0.1...600 minutes, a share of 0...1.
  public init(
    id: ExamID, day: StudyDay, banks: [String], sections: [String], minutesPerDay: Double, pass: Double
  ) {
    self.id = id
    self.day = day
    self.banks = banks
    self.sections = sections
    // NaN fails the comparison.
    self.minutesPerDay =
      minutesPerDay >= Self.minutes.lowerBound
      ? min(minutesPerDay, Self.minutes.upperBound) : Self.minutes.lowerBound
    self.pass = nearestShare(pass)
  }
}
