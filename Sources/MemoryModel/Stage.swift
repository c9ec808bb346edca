/// How far the learning of a fact has come; kinds of question climb with it.
public enum Stage: Int, Sendable, CaseIterable, Comparable {
  /// Never asked.
  case new
  /// Asked, but forgotten within a week.
  case learning
  /// Remembered for at least a week.
  case young
  /// Right in two forms on two study days, and not wrong since.
  case known

  /// Orders by progress.
  public static func < (left: Stage, right: Stage) -> Bool { left.rawValue < right.rawValue }
}
