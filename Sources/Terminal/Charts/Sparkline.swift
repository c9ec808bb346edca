extension Layout {
  /// Shares 0...1 as a line of small columns, the latest last, and behind it what it says in numbers.
  ///
  /// Where there is no room for all, the earliest are left out. In ASCII each is a digit for its tenths, and for a screen
  /// reader a percentage.
  public func sparkline(_ shares: [Double], number: SafeText) -> SafeText {
    if isAccessible {
      let shown = shares.suffix(Self.longestSpokenList).map {
        "\(Int((Self.withinBounds($0) * 100).rounded())) %" as SafeText
      }
      return wrap(shown.joined(separator: ", "), hangingIndent: "  ")
    }
    let room = max(1, width - number.columns - 2)
    let marks = shares.suffix(room).map { share -> SafeText in
      let share = Self.withinBounds(share)
      if isASCII { return "\(min(9, Int(share * 10)))" }
      return Self.eighths[1 + min(7, Int(share * 8))]
    }
    return marks.joined() + "  " + number
  }

  /// Nobody listens to a longer list of numbers.
  static let longestSpokenList = 10

  /// A column of a line's height, from nothing to full.
  static let eighths: [SafeText] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
}
