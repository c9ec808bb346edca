/// How near the distractors of an item are to its key.
public enum Difficulty: Sendable {
  /// Far in the model, for facts that are just being learned.
  case easy
  /// Drawn, with a lean to what is near.
  case standard
  /// Siblings, and names that look alike.
  case hard

  /// What being near to the key adds to a candidate's rank, whose drawn part goes from 0 to 1.
  var closeness: Double {
    switch self {
    case .easy: -0.4
    case .standard: 0.4
    case .hard: 2
    }
  }
}
