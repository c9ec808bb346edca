import Glibc

extension FSRSParameters {
  /// The bounds of every weight in order.
  ///
  /// - Parameter sameDayLimit: the upper bound of w17 and w18, see `sameDayLimit(w11:w13:w14:relearningSteps:)`.
  public static func bounds(sameDayLimit: Double = 2) -> [ClosedRange<Double>] {
    (0..<count).map { bounds(at: $0, sameDayLimit: sameDayLimit) }
  }

  /// The upper bound C of w17 and w18, at most 2.
  ///
  /// With n >= 2 relearning steps, C = min(2, sqrt(max(0.01, -(ln w11 + ln(2^w13 - 1) + 0.3 w14) / n))): then n answers on the
  /// day of a lapse do not raise stability above what it was before (the rule of fsrs-rs 6.6.2).
  /// - Parameters:
  ///   - w11: the weight as it was given, before it is moved into its bounds; so w13 and w14.
  ///   - w13: see `w11`.
  ///   - w14: see `w11`.
  ///   - relearningSteps: n; fewer than two give 2.
  public static func sameDayLimit(w11: Double, w13: Double, w14: Double, relearningSteps: Int) -> Double {
    guard relearningSteps >= 2 else { return 2 }
    let square = -(log(w11) + log(exp2(w13) - 1) + 0.3 * w14) / Double(relearningSteps)
    // The logarithm of a number that is not positive gives NaN, which counts as the least value.
    return min(2, (square > 0.01 ? square : 0.01).squareRoot())
  }

  /// The bounds of one weight.
  static func bounds(at index: Int, sameDayLimit: Double) -> ClosedRange<Double> {
    switch index {
    case 0...3: 0.001...100
    case 4: 1...10
    case 5, 6: 0.001...4
    case 7: 0.001...0.75
    case 8: 0...4.5
    case 9: 0...0.8
    case 10: 0.001...3.5
    case 11: 0.001...5
    case 12: 0.001...0.25
    case 13: 0.001...0.9
    case 14: 0...4
    case 15: 0...1
    case 16: 1...6
    case 17, 18: 0...sameDayLimit
    case 19: 0.01...0.8
    default: 0.1...0.8
    }
  }

  /// FSRS-6 weights from the 17 of FSRS 4 and 4.5, whose difficulty began and moved by another formula.
  static func carriedOver(from17 old: [Double]) -> [Double] {
    var weights = old + [0, 0, 0, 0.5]
    weights[4] = old[4] + 2 * old[5]
    weights[5] = log(3 * old[5] + 1) / 3
    weights[6] = old[6] + 0.5
    return weights
  }
}
