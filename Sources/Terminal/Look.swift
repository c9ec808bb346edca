/// What may be drawn beside plain words; colour is judged apart, by `ColourMode`.
public struct Look: Equatable, Sendable {
  /// Whether ornaments must be ASCII.
  public let isASCII: Bool
  /// Whether a script or a pager reads: no ornaments, and no line is wrapped.
  public let isPlain: Bool
  /// Whether a screen reader listens.
  public let isAccessible: Bool

  /// The look that the flags ask for, or the environment where they are silent.
  ///
  /// `ACCESSIBLE`, neither empty nor `0`, says that a screen reader listens. Ornaments are ASCII unless the locale,
  /// the first of `LC_ALL`, `LC_CTYPE` and `LANG` that is not empty, names UTF-8.
  public init(
    isASCII: Bool = false, isPlain: Bool = false, isAccessible: Bool = false, environment: [String: String] = [:]
  ) {
    let accessible = environment["ACCESSIBLE"] ?? ""
    self.isASCII = isASCII || isPlain || !Layout.isUTF8(environment)
    self.isPlain = isPlain
    self.isAccessible = isAccessible || !accessible.isEmpty && accessible != "0"
  }
}
