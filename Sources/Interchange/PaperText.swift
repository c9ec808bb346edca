import TextSafety

/// The text of a bank as it may stand on a paper.
enum PaperText {
  /// The lines of a text without the empty ones, made harmless.
  static func lines(of text: String) -> [String] {
    text.split { "\n\r\u{B}\u{C}\u{85}\u{2028}\u{2029}\r\n".contains($0) }
      .map { line in
        let spaced = String(line.map { $0 == "\t" ? " " : $0 })
        return trimmed(HostileText.madeVisible(spaced, as: .marks(keepingLineBreaks: false)))
      }
      .filter { !$0.isEmpty }
  }

  /// The same on one line.
  static func line(of text: String) -> String { lines(of: text).joined(separator: " ") }

  private static func trimmed(_ line: String) -> String {
    let scalars = line.unicodeScalars.drop { $0 == " " }
    guard let last = scalars.lastIndex(where: { $0 != " " }) else { return "" }
    return String(scalars[...last])
  }
}
