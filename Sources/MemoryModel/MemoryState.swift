/// How well one fact is remembered: the state of FSRS-6.
public struct MemoryState: Hashable, Sendable {
  /// The days after which the chance of recall has fallen to 0.9; 0.001...36,500.
  public var stability: Double
  /// How hard it is to make the memory more stable; 1 (easy)...10 (hard).
  public var difficulty: Double

  /// Makes a state; values outside of the ranges are moved to their ends when the state is used.
  public init(stability: Double, difficulty: Double) {
    self.stability = stability
    self.difficulty = difficulty
  }

  /// The range of stability, in days.
  public static let stabilityRange = 0.001...36_500.0
  /// The range of difficulty.
  public static let difficultyRange = 1.0...10.0
}

extension Double {
  /// The nearest value in a range; NaN becomes the lower end, so that no damaged number spreads.
  func clamped(to range: ClosedRange<Double>) -> Double {
    self > range.lowerBound ? Swift.min(self, range.upperBound) : range.lowerBound
  }
}
