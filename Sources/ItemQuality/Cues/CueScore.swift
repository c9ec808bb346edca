/// How a strategy did over a run of items.
public struct CueScore: Sendable, Equatable {
  /// What the strategy chooses.
  public let name: String
  /// The share 0...1 of points that it won.
  public let share: Double
  /// The share 0...1 that drawing lots wins on the same items.
  public let chance: Double
  /// The standard error of the share's distance from chance.
  public let standardError: Double
  /// The items that it answered.
  public let items: Int

  /// Pools the points of some items, each with the chance to win it by drawing lots.
  init(_ name: String, _ points: [(points: Double, chance: Double)]) {
    self.name = name
    items = points.count
    let count = Double(max(points.count, 1))
    share = points.reduce(0) { $0 + $1.points } / count
    chance = points.reduce(0) { $0 + $1.chance } / count
    let edge = share - chance
    let squares = points.reduce(0) { $0 + ($1.points - $1.chance - edge) * ($1.points - $1.chance - edge) }
    standardError = points.count < 2 ? 0 : (squares / (count - 1) / count).squareRoot()
  }

  /// How much more it won than lots.
  public var edge: Double { share - chance }

  /// The highest share that a single strategy may win.
  public var limit: Double { chance + max(0.05, 2 * standardError) }
}
