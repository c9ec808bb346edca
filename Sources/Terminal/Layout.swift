/// Arranges text for a width: wrapping, padding, tables and lists.
///
/// Everything is a pure function of its arguments, and no returned text ends in a newline.
public struct Layout: Equatable, Sendable {
  /// Prose is hard to read on longer lines than this.
  public static let longestProseLine = 100

  /// The columns at hand, at least `narrowest`.
  public let width: Int
  /// Whether a screen reader listens: tables become `Name: value` lines, and no ornaments are drawn.
  public let isAccessible: Bool
  /// Whether ornaments must be ASCII.
  public let isASCII: Bool
  /// Whether no line is wrapped and no ornament drawn; the width then is `plainWidth` for what must have one.
  public let isPlain: Bool

  /// Fewer columns than these are treated as these: no layout makes sense below.
  static let narrowest = 10
  /// The width of what depends on one, such as a bar, when the text must be the same on every terminal.
  static let plainWidth = 80

  /// A layout for `width` columns.
  public init(width: Int, isAccessible: Bool = false, isASCII: Bool = false, isPlain: Bool = false) {
    self.width = isPlain ? Self.plainWidth : max(Self.narrowest, width)
    self.isAccessible = isAccessible
    self.isASCII = isASCII
    self.isPlain = isPlain
  }

  /// The columns that prose may take: the width, but no more than `longestProseLine`.
  public var proseWidth: Int { min(width, Self.longestProseLine) }

  /// Where a line of prose must end: `proseWidth`, or never.
  public var lineWidth: Int { isPlain ? .max : proseWidth }

  /// On which side of a field its text stands.
  public enum Alignment: Equatable, Sendable {
    /// At the left, with the spaces after it.
    case left
    /// At the right, as numbers want it.
    case right
  }

  /// Fills a one-line text with spaces up to `columns`; a wider text stays as it is.
  public static func pad(_ text: SafeText, to columns: Int, _ alignment: Alignment = .left) -> SafeText {
    let spaces = SafeText(" ").repeated(columns - text.columns)
    return alignment == .left ? text + spaces : spaces + text
  }

  /// A horizontal rule of `columns`; empty for a screen reader and for a script.
  public func rule(_ columns: Int) -> SafeText {
    if isAccessible || isPlain { return "" }
    let stroke: SafeText = isASCII ? "-" : "─"
    return stroke.repeated(min(columns, width)).styled(.faint)
  }

  /// A list with a bullet before each entry, each wrapped and hanging under its first word.
  public func bullets(_ entries: [SafeText]) -> SafeText {
    let bullet: SafeText = isASCII || isAccessible ? "- " : "• "
    return entries.map { wrap($0, firstIndent: bullet, hangingIndent: "  ") }.joined(separator: "\n")
  }
}
