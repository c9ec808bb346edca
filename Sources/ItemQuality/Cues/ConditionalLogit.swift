import Glibc

/// A conditional logit: the chance of an option is proportional to exp(w · x), x being its features (McFadden 1974).
///
/// Every feature is made a z-score within its item, so that only comparisons between the options count.
struct ConditionalLogit: Sendable, Equatable {
  /// What a learner of weights sees of an item: for each feature the scores of its options, and the right option.
  struct Example: Sendable {
    let features: [[Double]]
    let key: Int
  }

  /// A weight for each feature.
  private(set) var weights: [Double]

  /// Fits the weights by Newton's method on the log-likelihood with a ridge, always from nought: no chance in it.
  init(_ examples: [Example], ridge: Double = 1, steps: Int = 12) {
    let count = examples.first?.features.count ?? 0
    weights = Array(repeating: 0, count: count)
    // Options, each with its features: the other way round than in the example.
    let items = examples.map { (key: $0.key, options: Self.options($0.features)) }
    for _ in 0..<steps {
      var gradient = weights.map { -ridge * $0 }
      var curvature = (0..<count).map { row in (0..<count).map { $0 == row ? ridge : 0 } }
      for item in items { add(item.options, key: item.key, to: &gradient, &curvature) }
      guard let step = LinearSystem.solve(curvature, gradient) else { return }
      for index in weights.indices { weights[index] += step[index] }
      if step.allSatisfy({ abs($0) < 1e-8 }) { return }
    }
  }

  /// What speaks for each option.
  func scores(_ features: [[Double]]) -> [Double] { Self.options(features).map(utility) }

  private func utility(_ option: [Double]) -> Double { zip(weights, option).reduce(0) { $0 + $1.0 * $1.1 } }

  private func add(
    _ options: [[Double]], key: Int, to gradient: inout [Double], _ curvature: inout [[Double]]
  ) {
    let utilities = options.map(utility)
    let highest = utilities.max() ?? 0
    let odds = utilities.map { exp($0 - highest) }
    let sum = odds.reduce(0, +)
    let mean = weights.indices.map { index in
      zip(odds, options).reduce(0) { $0 + $1.0 / sum * $1.1[index] }
    }
    for index in weights.indices { gradient[index] += options[key][index] - mean[index] }
    for (odd, option) in zip(odds, options) {
      let share = odd / sum
      for row in weights.indices where option[row] != mean[row] {
        let factor = share * (option[row] - mean[row])
        for column in weights.indices { curvature[row][column] += factor * (option[column] - mean[column]) }
      }
    }
  }

  /// For each option its features as z-scores; a feature that is the same for all options is nought.
  private static func options(_ features: [[Double]]) -> [[Double]] {
    let scaled = features.map(zScores)
    return (features.first?.indices ?? 0..<0).map { option in scaled.map { $0[option] } }
  }

  private static func zScores(_ values: [Double]) -> [Double] {
    let mean = values.reduce(0, +) / Double(values.count)
    let deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
    return deviation < 1e-9 ? values.map { _ in 0 } : values.map { ($0 - mean) / deviation }
  }
}
