/// How near the distractors of an item are to its key.
public enum Difficulty: Sendable {
  /// Far in the model, for facts that are just being learned.
  case easy
  /// Drawn, with a lean to what is near.
  case standard
  /// Siblings, and names that look alike.
  case hard

  /// How many lots a candidate draws for each fact that it is the key of.
  func lots(forClose isClose: Bool) -> Int {
    switch self {
    case .easy: isClose ? 1 : 4
    case .standard: isClose ? 2 : 1
    case .hard: isClose ? 16 : 1
    }
  }
}
