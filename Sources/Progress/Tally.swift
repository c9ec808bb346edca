import StrictJSON

/// How many answers were given and how many were right.
public struct Tally: Equatable, Sendable {
  /// The answers given.
  public internal(set) var asked = 0
  /// The right ones among them.
  public internal(set) var right = 0
  /// What a newer version wrote beside.
  var unknown = JSONObject()

  /// A tally of nothing.
  public init() {}

  mutating func count(_ isRight: Bool) {
    asked += 1
    if isRight { right += 1 }
  }
}
