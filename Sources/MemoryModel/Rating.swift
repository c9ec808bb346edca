/// What an answer is worth to memory, as in FSRS.
public enum Rating: Int, Sendable, CaseIterable, Comparable {
  /// Not recalled.
  case again = 1
  /// Recalled with effort.
  case hard = 2
  /// Recalled.
  case good = 3
  /// Recalled at once.
  case easy = 4

  /// Orders by worth, `again` first.
  public static func < (left: Rating, right: Rating) -> Bool { left.rawValue < right.rawValue }
}
