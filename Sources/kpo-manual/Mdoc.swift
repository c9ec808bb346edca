/// Text in mdoc, the language of manual pages.
///
/// Every sentence begins a line, no line is longer than 80 bytes, and nothing of the text can be taken for a macro.
struct Mdoc {
  private(set) var text = ""

  private static let longestLine = 78

  /// A line with a macro; the arguments are taken as they are.
  mutating func macro(_ line: String) { text += ".\(line)\n" }

  /// A line with a macro whose argument is text.
  mutating func macro(_ name: String, _ argument: String) { macro("\(name) \(Self.escaped(argument))") }

  /// Running text.
  mutating func prose(_ paragraph: some StringProtocol) {
    for sentence in Self.sentences(paragraph) {
      var line = ""
      for word in sentence.map(Self.escaped) {
        if !line.isEmpty, line.utf8.count + 1 + word.utf8.count > Self.longestLine {
          self.line(line)
          line = ""
        }
        line += line.isEmpty ? word : " \(word)"
      }
      self.line(line)
    }
  }

  /// Lines that stay as they are.
  mutating func literal(_ lines: some Sequence<Substring>) {
    macro("Bd -literal -offset indent")
    for line in lines { self.line(Self.escaped(String(line))) }
    macro("Ed")
  }

  private mutating func line(_ line: String) {
    guard !line.isEmpty else { return }
    // At the beginning of a line these would make it a macro.
    text += (".'".contains(line.prefix(1)) ? "\\&" : "") + line + "\n"
  }

  /// A line of mdoc.
  mutating func raw(_ line: some StringProtocol) { text += "\(line)\n" }

  private static func escaped(_ text: String) -> String { text.replacing("\\", with: "\\e") }

  /// The words of each sentence.
  private static func sentences(_ text: some StringProtocol) -> [[String]] {
    var sentences: [[String]] = [[]]
    for word in text.split(whereSeparator: \.isWhitespace) {
      sentences[sentences.count - 1].append(String(word))
      if let last = word.last, ".!?".contains(last) { sentences.append([]) }
    }
    return sentences.filter { !$0.isEmpty }
  }
}

extension Mdoc {
  /// A help text: paragraphs, among them headings of examples with indented lines.
  mutating func discussion(_ text: String) {
    let paragraphs = text.split(separator: "\n\n")
    for paragraph in paragraphs {
      macro("Pp")
      let lines = paragraph.split(separator: "\n")
      prose(lines.prefix { !$0.hasPrefix("  ") }.joined(separator: " "))
      let indented = lines.drop { !$0.hasPrefix("  ") }.prefix { $0.hasPrefix("  ") }.map { $0.dropFirst(2) }
      if !indented.isEmpty { literal(indented) }
      prose(lines.drop { !$0.hasPrefix("  ") }.drop { $0.hasPrefix("  ") }.joined(separator: " "))
    }
  }
}
