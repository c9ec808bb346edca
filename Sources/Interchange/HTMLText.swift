/// Text inside an HTML page.
enum HTMLText {
  /// A text isolated from what stands around it, so that one written from right to left disturbs nothing.
  static func isolated(_ text: String) -> String {
    "<bdi>\(PaperText.lines(of: text).map(escaped).joined(separator: "<br>"))</bdi>"
  }

  /// A text on one line for an attribute or the title of the page.
  static func escapedOnOneLine(_ text: String) -> String { escaped(PaperText.line(of: text)) }

  /// A text for another program to show as it is, its line breaks as `<br>`.
  static func markup(of text: String) -> String {
    text.split(omittingEmptySubsequences: false) { "\n\r\r\n".contains($0) }.map { escaped(String($0)) }
      .joined(separator: "<br>")
  }

  /// Works on scalars: a combining mark after `<` makes it another character, but not another bracket.
  private static func escaped(_ line: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
