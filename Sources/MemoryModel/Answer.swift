/// What the learner said about an answer.
public enum Confidence: String, Sendable, CaseIterable {
  /// Nothing.
  case none
  /// It was a guess.
  case unsure
  /// It is known.
  case sure
  /// It is not known; no option was chosen.
  case dontKnow = "dont-know"
}

/// One answer to one fact, as far as it says something about memory.
public struct Answer: Equatable, Sendable {
  /// Whether it was right.
  public var right: Bool
  /// The probability 0...1 of being right without knowing.
  public var guessChance: Double
  /// What the learner said about it.
  public var confidence: Confidence

  /// Makes an answer.
  ///
  /// - Parameters:
  ///   - right: whether it was right.
  ///   - guessChance: one in the number of options, 0 for a typed answer; values outside 0...1 are moved to the nearest end.
  ///   - confidence: what the learner said about it.
  public init(right: Bool, guessChance: Double, confidence: Confidence = .none) {
    self.right = right
    self.guessChance = guessChance.clamped(to: 0...1)
    self.confidence = confidence
  }

  /// Whether it counts as right: "I don't know" never does.
  public var countsAsRight: Bool { right && confidence != .dontKnow }

  /// Whether there was no way to be wrong, as with the last pair of a matching set; then it proves nothing.
  public var isForced: Bool { countsAsRight && guessChance >= 1 }

  /// Good if it counts as right, else Again.
  public var rating: Rating { countsAsRight ? .good : .again }
}
