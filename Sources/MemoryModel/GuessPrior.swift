/// The chance that the learner knows a fact never asked before, learned from first answers.
///
/// Who knows a share p of the facts and guesses the rest with chance c is right with p + (1-p)c. So y - c, where y is 1 for a right
/// answer and 0 for a wrong one, has the mean p(1-c), and p is estimated by the sum of y - c over the sum of 1 - c. 1.5 and 5 are
/// added, as if 5 facts had been asked before of which 0.3 were known.
public struct GuessPrior: Equatable, Sendable {
  /// The sum of y - c over the answers.
  public private(set) var rightBeyondGuessing: Double
  /// The sum of 1 - c over the answers.
  public private(set) var weight: Double

  /// Begins without answers, or with sums kept from before.
  ///
  /// - Parameters:
  ///   - rightBeyondGuessing: the sum of y - c.
  ///   - weight: the sum of 1 - c, at least 0.
  public init(rightBeyondGuessing: Double = 0, weight: Double = 0) {
    self.rightBeyondGuessing = rightBeyondGuessing.isFinite ? rightBeyondGuessing : 0
    self.weight = weight.isFinite ? max(0, weight) : 0
  }

  /// Counts the first answer to a fact; repeats on the same day must not be counted.
  ///
  /// - Parameters:
  ///   - right: whether it was right.
  ///   - guessChance: the probability 0...1 of being right without knowing.
  public mutating func add(right: Bool, guessChance: Double) {
    let chance = guessChance.clamped(to: 0...1)
    rightBeyondGuessing += (right ? 1 : 0) - chance
    weight += 1 - chance
  }

  /// The probability that a fact never asked is known, 0.02...0.98; 0.3 without answers.
  public var probability: Double { ((1.5 + rightBeyondGuessing) / (5 + weight)).clamped(to: 0.02...0.98) }
}
