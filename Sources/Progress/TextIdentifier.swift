/// A text with a meaning of its own, so that a fact's id is never taken for a sitting's.
///
/// Texts that a newer version invented are values like any other.
public protocol TextIdentifier: RawRepresentable, Hashable, Comparable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible
where RawValue == String {
  /// Takes the text as it stands.
  init(rawValue: String)
}

extension TextIdentifier {
  /// Takes the text as it stands.
  public init(_ text: String) { self.init(rawValue: text) }
  /// Takes the text as it stands.
  public init(stringLiteral text: String) { self.init(rawValue: text) }
  /// The text itself.
  public var description: String { rawValue }
  /// Orders by the Unicode scalars of the text.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The random id of an event, 16 hexadecimal digits; the same on every machine the event is copied to.
public struct EventID: TextIdentifier {
  /// The digits.
  public let rawValue: String
  /// Takes the digits as they stand.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// The id of a sitting.
public struct SittingID: TextIdentifier {
  /// The text.
  public let rawValue: String
  /// Takes the text as it stands.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Makes an id of 16 random hexadecimal digits.
  public static func random(_ randomness: Randomness) -> SittingID { SittingID(randomness.hexadecimal()) }
}

/// The way a sitting was begun.
public struct SittingMode: TextIdentifier {
  /// The word, as in the command.
  public let rawValue: String
  /// Takes a word as it stands.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The quiz of the day.
  public static let daily: SittingMode = "daily"
  /// What was last answered wrong.
  public static let missed: SittingMode = "missed"
  /// Matching drills.
  public static let match: SittingMode = "match"
  /// Free practice.
  public static let practice: SittingMode = "practice"
  /// A mock exam.
  public static let exam: SittingMode = "exam"
  /// The answers of a day in Anki.
  public static let anki: SittingMode = "anki"
  /// A sitting whose beginning the history does not tell.
  public static let unknown: SittingMode = "unknown"
}
