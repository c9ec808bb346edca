/// The 21 weights w0...w20 of FSRS-6, always within their bounds.
///
/// They are stored in place, without a heap array, so that reading one is a load.
public struct FSRSParameters: Sendable {
  /// How many weights there are.
  public static let count = 21

  private let weights: [21 of Double]

  /// The default weights of FSRS-6, fitted by its authors to many learners.
  public init() {
    weights = [
      0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
      1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
    ]
  }

  /// Takes weights of FSRS-6, or older ones, and moves each into its bounds.
  ///
  /// 17 values (FSRS 4 and 4.5) and 19 values (FSRS-5) are carried over as fsrs-rs 6.6.2 does; no values mean the defaults.
  /// - Parameters:
  ///   - values: none, 17, 19 or 21 finite numbers.
  ///   - relearningSteps: the steps within a day after a lapse, which lower the bounds of w17 and w18 from two on.
  /// - Throws: `FSRSParameterError` for another count or a number that is not finite.
  public init(_ values: [Double], relearningSteps: Int = 1) throws(FSRSParameterError) {
    if let index = values.firstIndex(where: { !$0.isFinite }) { throw .notFinite(index: index) }
    let current: [Double]
    switch values.count {
    case 0: current = FSRSParameters().values
    case 17: current = Self.carriedOver(from17: values)
    case 19: current = values + [0, 0.5]
    case 21: current = values
    default: throw .wrongCount(values.count)
    }
    let limit = Self.sameDayLimit(
      w11: current[11], w13: current[13], w14: current[14], relearningSteps: relearningSteps)
    weights = [21 of Double] { index in
      current[index].clamped(to: Self.bounds(at: index, sameDayLimit: limit))
    }
  }

  /// A weight by its number, 0...20.
  public subscript(index: Int) -> Double { weights[index] }

  /// All weights in order, as an array.
  public var values: [Double] { (0..<Self.count).map { weights[$0] } }
}

extension FSRSParameters: Equatable {
  /// Whether all weights are equal.
  public static func == (left: FSRSParameters, right: FSRSParameters) -> Bool {
    for index in 0..<count where left.weights[index] != right.weights[index] { return false }
    return true
  }
}
