/// One figure about the items of a bank, with what it must and what it ought to be.
public struct Measure: Sendable, Equatable {
  /// A bound for a figure.
  public enum Bound: Sendable, Equatable {
    /// The figure may be as high as this.
    case atMost(Double)
    /// The figure may be as low as this.
    case atLeast(Double)

    /// Whether a figure keeps it.
    func allows(_ value: Double) -> Bool {
      // Sums of shares end a little off the exact value.
      switch self {
      case .atMost(let bound): value <= bound + 1e-9
      case .atLeast(let bound): value >= bound - 1e-9
      }
    }
  }

  /// What a figure counts.
  public enum Unit: Sendable, Equatable {
    /// A share 0...1 of the items, the facts or the points.
    case share
    /// A number of things.
    case number
    /// 1 for yes and 0 for no.
    case yesOrNo
  }

  /// How a figure lies to its bounds.
  public enum Verdict: String, Sendable {
    /// What must be is not reached.
    case missed
    /// What must be is reached, the aim is not.
    case met
    /// The aim is reached.
    case good
  }

  /// What is measured, in a word that stays the same between versions, such as `item-clang`.
  public let id: String
  /// What is measured, for people.
  public let title: String
  /// The figure.
  public let value: Double
  /// What it counts.
  public let unit: Unit
  /// What it must be.
  public let must: Bound
  /// What it ought to be.
  public let aim: Bound
  /// What stands behind the figure: items at fault, or the strategy that won most.
  public let details: [String]

  init(
    _ id: String, _ title: String, _ value: Double, unit: Unit = .share, must: Bound, aim: Bound,
    details: [String] = []
  ) {
    self.id = id
    self.title = title
    self.value = value
    self.unit = unit
    self.must = must
    self.aim = aim
    self.details = details
  }

  /// How the figure lies to its bounds.
  public var verdict: Verdict {
    guard must.allows(value) else { return .missed }
    return aim.allows(value) ? .good : .met
  }
}
