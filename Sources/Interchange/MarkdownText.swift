/// Text that any CommonMark reader shows as it is; GitHub's tables, strikethrough and formulas count too.
enum MarkdownText {
  /// What means something anywhere in a line.
  private static let alwaysEscaped = Set("\\`*_[]<&|~$#".unicodeScalars)
  /// What means something only at the beginning of a line.
  private static let escapedAtBeginning = Set(">+-=:".unicodeScalars)

  /// A text in which line breaks stay.
  ///
  /// - Parameter indent: what stands before each of its lines but the first, so that they belong to the same paragraph.
  static func escaped(_ text: String, indent: String = "") -> String {
    // A backslash at the end of a line breaks it there.
    PaperText.lines(of: text).map(escapedLine).joined(separator: "\\\n\(indent)")
  }

  /// A text on one line, as a heading needs it.
  static func escapedOnOneLine(_ text: String) -> String { escapedLine(PaperText.line(of: text)) }

  /// Works on scalars: a combining mark after a star makes it another character, but not another star.
  private static func escapedLine(_ line: String) -> String {
    let scalars = line.unicodeScalars
    // A number with a dot or a bracket and a space behind it would begin a list.
    let numberEnd = scalars.firstIndex { !("0"..."9").contains($0) } ?? scalars.endIndex
    var result = String.UnicodeScalarView()
    for index in scalars.indices {
      let scalar = scalars[index]
      let endsNumber =
        index == numberEnd && index != scalars.startIndex && (scalar == "." || scalar == ")")
        && scalars[scalars.index(after: index)...].first.map { $0 == " " } ?? true
      let begins = index == scalars.startIndex && escapedAtBeginning.contains(scalar)
      if endsNumber || begins || alwaysEscaped.contains(scalar) { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }
}
