extension Diagnostic {
  /// The diagnostic as people read it: place, code and reason, the line with a caret under the place, and the fix.
  public func text(file: String) -> String {
    let prefix = "\(line)".leftPadded(to: 5) + " | "
    let shown = window
    let caret =
      String(repeating: " ", count: prefix.count - 2) + "| " + String(repeating: " ", count: shown.caret) + "^"
    var parts = ["\(file):\(line):\(column): \(severity.rawValue): \(reason) [\(code.rawValue)]"]
    if !excerpt.isEmpty { parts += [prefix + shown.text, caret] }
    return (parts + ["      Fix: \(fix)"]).joined(separator: "\n")
  }

  /// The part of a long line around the place, tabs as spaces, and where the caret stands in it.
  private var window: (text: String, caret: Int) {
    let characters = excerpt.map { $0 == "\t" ? " " : $0 }
    let widest = 70
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
