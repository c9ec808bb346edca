import Glibc

extension FSRS6 {
  /// A state for a card from a program that schedules by SM-2.
  ///
  /// Assuming that recall has fallen to r when the interval I ends, S = I F / (r^(-1/w20) - 1) and
  /// D = 11 - (ease - 1) / (e^w8 S^-w9 (e^(w10 (1-r)) - 1)), as in fsrs-rs 6.6.2.
  /// - Parameters:
  ///   - ease: the ease factor, such as 2.5.
  ///   - interval: days; less than 0.001 counts as 0.001.
  ///   - retention: r, the share recalled when due; above 0 and below 1, usually 0.9.
  /// - Returns: the state, or nil if the numbers give none.
  public func state(ease: Double, interval: Double, retention: Double) -> MemoryState? {
    let stability =
      max(interval, MemoryState.stabilityRange.lowerBound) * factor / (pow(retention, 1 / decay) - 1)
    let gain = exp(parameters[8]) * pow(stability, -parameters[9]) * expm1(parameters[10] * (1 - retention))
    let difficulty = 11 - (ease - 1) / gain
    guard stability.isFinite, difficulty.isFinite else { return nil }
    return MemoryState(stability: stability, difficulty: difficulty.clamped(to: MemoryState.difficultyRange))
  }
}
