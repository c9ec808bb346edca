import Glibc

/// How well predictions of recall fit what was recalled, and the true chances of it.
public struct RecallScore: Equatable, Sendable {
  private struct Bin: Equatable {
    var count = 0.0
    var predicted = 0.0
    var recalled = 0.0
  }

  /// How many predictions were counted.
  public private(set) var count = 0
  private var logLossSum = 0.0
  private var biasSum = 0.0
  private var divergenceSum = 0.0
  private var bins = [Bin](repeating: Bin(), count: 20)

  /// Begins without predictions.
  public init() {}

  /// Counts a prediction.
  ///
  /// - Parameters:
  ///   - predicted: the predicted chance of recall, 0...1.
  ///   - truth: the true chance of recall, 0...1.
  ///   - recalled: whether it was recalled.
  public mutating func add(predicted: Double, truth: Double, recalled: Bool) {
    let limits = 1e-7...(1 - 1e-7)
    let predicted = min(max(predicted, limits.lowerBound), limits.upperBound)
    let truth = min(max(truth, limits.lowerBound), limits.upperBound)
    count += 1
    logLossSum -= log(recalled ? predicted : 1 - predicted)
    biasSum += predicted - truth
    divergenceSum += truth * log(truth / predicted) + (1 - truth) * log((1 - truth) / (1 - predicted))
    let bin = min(Int(predicted * Double(bins.count)), bins.count - 1)
    bins[bin].count += 1
    bins[bin].predicted += predicted
    bins[bin].recalled += recalled ? 1 : 0
  }

  /// Counts all predictions of another score too.
  public mutating func add(_ other: RecallScore) {
    count += other.count
    logLossSum += other.logLossSum
    biasSum += other.biasSum
    divergenceSum += other.divergenceSum
    for index in bins.indices {
      bins[index].count += other.bins[index].count
      bins[index].predicted += other.bins[index].predicted
      bins[index].recalled += other.bins[index].recalled
    }
  }

  /// The share of predictions after which there was recall.
  public var recalledShare: Double { bins.reduce(0) { $0 + $1.recalled } / Double(max(1, count)) }
  /// The mean of -ln of the probability given to what happened.
  public var logLoss: Double { logLossSum / Double(max(1, count)) }
  /// The mean of predicted minus true chance of recall; positive means too optimistic.
  public var bias: Double { biasSum / Double(max(1, count)) }
  /// The mean Kullback-Leibler divergence from the true chance to the predicted one.
  public var divergence: Double { divergenceSum / Double(max(1, count)) }
  /// The mean distance of predicted and observed recall over 20 equal bins, weighted by their counts.
  public var calibrationError: Double {
    bins.reduce(0) { $0 + abs($1.predicted - $1.recalled) } / Double(max(1, count))
  }
}
