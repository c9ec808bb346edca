extension Diagnostic {
  /// The diagnostic as people read it: place, code and reason, the line with a caret under the place, and the fix.
  public func text(file: String) -> String {
    ([head(file: file)] + excerptLines(columns: 84) + ["      Fix: \(fix)"]).joined(separator: "\n")
  }

  /// The place, the severity, the reason and the code.
  public func head(file: String) -> String {
    "\(file):\(line):\(column): \(severity.rawValue): \(reason) [\(code.rawValue)]"
  }

  /// The line, or as much of it around the place as fits into `columns`, with a caret under the place; nothing if there is
  /// no line to show.
  public func excerptLines(columns: Int) -> [String] {
    guard !excerpt.isEmpty else { return [] }
    let prefix = "\(line)".leftPadded(to: 5) + " | "
    // Two times three dots may say that there is more.
    let shown = window(min(70, max(4, columns - prefix.count - 6)))
    let caret =
      String(repeating: " ", count: prefix.count - 2) + "| " + String(repeating: " ", count: shown.caret) + "^"
    return [prefix + shown.text, caret]
  }

  /// The part of a long line around the place, tabs as spaces, and where the caret stands in it.
  private func window(_ widest: Int) -> (text: String, caret: Int) {
    let characters = excerpt.map { $0 == "\t" ? " " : $0 }
    guard characters.count > widest else { return (String(characters), column - 1) }
    let start = max(0, min(column - 1 - widest / 3, characters.count - widest))
    let end = min(characters.count, start + widest)
    let text = (start > 0 ? "..." : "") + String(characters[start..<end]) + (end < characters.count ? "..." : "")
    return (text, column - 1 - start + (start > 0 ? 3 : 0))
  }
}

extension String {
  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
