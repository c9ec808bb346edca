extension FSRS6 {
  /// The longest interval used unless another is given, in days.
  public static let longestInterval = 36_500

  /// The days until recall falls to the desired retention: I = S/F (r^(-1/w20) - 1), so I(S, 0.9) = S.
  ///
  /// This is the forgetting curve solved for the time, not rounded and without limits.
  /// - Parameters:
  ///   - stability: days.
  ///   - desiredRetention: the chance of recall r at which to review; sensible from 0.7 to 0.99, limited to 1e-9...1.
  public func interval(stability: Double, desiredRetention: Double) -> Double {
    stability / factor * (Elementary.power(desiredRetention.clamped(to: 1e-9...1), 1 / decay) - 1)
  }

  /// The interval in whole days, rounded half up as in ts-fsrs, from 1 to `maximum`.
  ///
  /// - Parameters:
  ///   - stability: days.
  ///   - desiredRetention: see `interval(stability:desiredRetention:)`.
  ///   - maximum: the longest interval in days; less than 1 counts as 1.
  public func days(stability: Double, desiredRetention: Double, maximum: Int = longestInterval) -> Int {
    let interval = interval(stability: stability, desiredRetention: desiredRetention).rounded()
    // Written so that NaN gives one day and infinity the maximum.
    guard interval > 1 else { return 1 }
    let maximum = max(1, maximum)
    return interval < Double(maximum) ? Int(interval) : maximum
  }

  /// The days among which fuzz may choose instead of an interval, so that facts learned together come back apart.
  ///
  /// With delta = 1 + 0.15 of the days from 2.5 to 7 + 0.10 of those from 7 to 20 + 0.05 of those beyond, the range is
  /// d - delta ... d + delta, rounded, at least 2 and at most `maximum`; an interval longer than the last one stays longer
  /// (the rule of ts-fsrs). Intervals below 3 days stay as they are.
  /// - Parameters:
  ///   - days: the interval, at least 1.
  ///   - elapsedDays: the interval before, in days.
  ///   - maximum: the longest interval in days.
  public static func fuzzRange(days: Int, elapsedDays: Int, maximum: Int = longestInterval) -> ClosedRange<Int> {
    let maximum = max(1, maximum)
    let unlimited = Double(max(1, days))
    let capped = min(max(1, days), maximum)
    guard capped >= 3 else { return capped...capped }
    let delta =
      1 + 0.15 * max(0, min(unlimited, 7) - 2.5) + 0.10 * max(0, min(unlimited, 20) - 7) + 0.05 * max(0, unlimited - 20)
    let center = Double(capped)
    // Compared before the conversion: an absurd number of days must not overflow.
    let wished = (center + delta).rounded()
    let high = wished < Double(maximum) ? Int(wished) : maximum
    var low = max(2, Int(max(0, (center - delta).rounded())))
    if capped > elapsedDays { low = max(low, elapsedDays + 1) }
    return min(low, high)...high
  }

  /// Chooses an interval from its fuzz range.
  ///
  /// - Parameters:
  ///   - days: the interval, at least 1.
  ///   - elapsedDays: the interval before, in days.
  ///   - maximum: the longest interval in days.
  ///   - u: a random number from 0 up to and without 1; each day of the range takes an equal part of it.
  public static func fuzzed(days: Int, elapsedDays: Int, maximum: Int = longestInterval, u: Double) -> Int {
    let range = fuzzRange(days: days, elapsedDays: elapsedDays, maximum: maximum)
    let step = Int((u.clamped(to: 0...1) * Double(range.count)).rounded(.down))
    return min(range.lowerBound + step, range.upperBound)
  }
}
