extension Layout {
  /// One bar of a chart.
  public struct Bar: Equatable, Sendable {
    /// What it stands for.
    public let name: SafeText
    /// Its length as a share 0...1 of the longest possible; values outside are moved to the nearest end.
    public let share: Double
    /// What it says in numbers.
    public let number: SafeText

    /// Makes a bar.
    public init(name: SafeText, share: Double, number: SafeText) {
      self.name = name
      self.share = share
      self.number = number
    }
  }

  /// A longer bar would take the eye away from its name.
  private static let longestBar = 40
  /// A shorter bar tells nothing.
  private static let shortestBar = 4

  /// Horizontal bars, each between its name and its number; without room for both the name stands on a line of its own.
  ///
  /// For a screen reader each is a line `Name: number`.
  public func bars(_ bars: [Bar]) -> SafeText {
    if isAccessible { return bars.map { record($0.name, $0.number) }.joined(separator: "\n") }
    let names = bars.reduce(0) { max($0, $1.name.columns) }
    let numbers = bars.reduce(0) { max($0, $1.number.columns) }
    let beside = width - names - numbers - 4
    if beside >= 2 * Self.shortestBar {
      return bars.map { bar in
        Self.pad(bar.name, to: names) + "  " + self.bar(bar.share, columns: min(beside, Self.longestBar)) + "  "
          + bar.number
      }.joined(separator: "\n")
    }
    let below = width - numbers - 4
    return bars.map { bar in
      let number =
        below >= Self.shortestBar
        ? "  " + self.bar(bar.share, columns: min(below, Self.longestBar)) + "  " + bar.number
        : wrap(bar.number, firstIndent: "  ", hangingIndent: "  ")
      return wrap(bar.name) + "\n" + number
    }.joined(separator: "\n")
  }

  /// A share as a bar, filled up with spaces to its full length; whatever is more than nothing can be seen.
  private func bar(_ share: Double, columns: Int) -> SafeText {
    let share = Self.withinBounds(share)
    if isASCII {
      let filled = share > 0 ? max(1, Int((share * Double(columns)).rounded())) : 0
      return SafeText("#").repeated(filled) + SafeText(".").repeated(columns - filled)
    }
    let eighths = share > 0 ? max(1, Int((share * Double(columns * 8)).rounded())) : 0
    let rest: [SafeText] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return Self.pad(SafeText("█").repeated(eighths / 8) + rest[eighths % 8], to: columns)
  }

  /// A share from 0 to 1, whatever was computed.
  static func withinBounds(_ share: Double) -> Double { share > 0 ? min(share, 1) : 0 }

  /// A line `Name: number`.
  func record(_ name: SafeText, _ number: SafeText) -> SafeText {
    wrap(name + ": " + number, hangingIndent: "  ")
  }
}
