/// One text that the Tab key offers.
public struct Completion: Equatable, Sendable {
  /// What is typed for the learner; it begins with the word typed so far, which takes its capitals.
  public let text: String
  /// What it means, shown beside it in the list of matches; empty for nothing.
  public let description: SafeText

  /// A text with its meaning.
  public init(text: String, description: SafeText = "") {
    self.text = text
    self.description = description
  }
}

/// Finds the completions of a word.
///
/// - Parameters:
///   - word: the text between the last space and the cursor; may be empty.
///   - line: the whole line.
///   - start: where the word begins in the line, in UTF-8 bytes.
/// - Returns: what to offer, best first; entries that do not begin with the word are left out.
public typealias CompletionProvider = @MainActor (_ word: String, _ line: String, _ start: Int) -> [Completion]

enum CompletionList {
  /// More matches than these are counted, not shown: nobody reads a second screen.
  static let longest = 40

  /// The completions that may be typed for the learner: they continue the word, whatever its capitals, and hold no
  /// hidden scalar.
  static func usable(_ completions: [Completion], for word: String) -> [Completion] {
    let beginning = word.lowercased()
    return completions.filter {
      $0.text.lowercased().hasPrefix(beginning) && SafeText(untrustedLine: $0.text).plain == $0.text
    }
  }

  /// The list of matches, one a line, with the descriptions in a column of their own.
  static func display(_ completions: [Completion], columns: Int) -> SafeText {
    let shown = completions.prefix(longest)
    let texts = shown.map { SafeText(untrustedLine: $0.text).styled(.key) }
    let widest = min(texts.map(\.columns).max() ?? 0, max(8, columns / 2))
    var lines = zip(texts, shown).flatMap { text, completion -> [SafeText] in
      if completion.description.isEmpty { return Layout.lines(of: text, width: columns) }
      let description = completion.description.lines.joined(separator: " ")
      let hanging = SafeText(" ").repeated(widest + 2)
      if text.columns > widest {
        return Layout.lines(of: text, width: columns)
          + Layout.lines(of: description, width: columns, firstIndent: hanging, hangingIndent: hanging)
      }
      return Layout.lines(
        of: description, width: columns, firstIndent: Layout.pad(text, to: widest) + "  ", hangingIndent: hanging)
    }
    let rest = completions.count - shown.count
    if rest > 0 {
      let notice: SafeText = "and \(rest) more: type another letter"
      lines += Layout.lines(of: notice.styled(.faint), width: columns)
    }
    return lines.joined(separator: "\n")
  }
}
