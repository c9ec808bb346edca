import TextSafety

/// Makes a text such that it comes back unchanged when a bank with it is read.
///
/// Nothing but what a bank cannot hold is changed: line breaks and runs of spaces become one space, invisible and
/// directing scalars become visible marks, the beginning of a comment is pulled apart, and what is too long for a cell
/// is cut.
enum BankText {
  /// The longest text of a cell, in bytes of the file; twelve of them make a line that a bank may have.
  private static let longestCell = 1200
  /// The longest name that a bank takes is 200 characters with its note.
  static let longestName = 150

  /// A text for any place in a bank.
  static func line(_ text: String) -> String { withWholeEnds(cut(uncut(text))) }

  /// Whether something of a text is left out where it stands in a cell, as a name or as a description.
  static func isCut(_ text: String, asName: Bool) -> Bool {
    // Each scalar becomes a mark of at most 10 bytes.
    guard text.utf8.count > longestName / 10 else { return false }
    let whole = uncut(text)
    return cut(whole) != whole || asName && whole.count > longestName
  }

  private static func uncut(_ text: String) -> String {
    var result = joined(text.split(whereSeparator: \.isWhitespace))
    result = HostileText.madeVisible(result, as: .marks(keepingLineBreaks: false))
    // A mark may stand where a space is wanted after it is made, so both are done once more.
    result = joined(result.split(whereSeparator: \.isWhitespace))
    return apart(result, "<!--", "<! --")
  }

  /// A name without what has a meaning in a column of names.
  static func name(_ text: String) -> String {
    let plain = replacing(text, [";": ",", "[": "(", "]": ")"])
    guard plain.count > longestName else { return plain }
    return withWholeEnds(trimmed(plain.prefix(longestName - 1)) + "…")
  }

  /// The heading of a column, which `ask` lines and placeholders can name.
  static func header(_ text: String) -> String {
    let plain = replacing(text, [";": ",", "[": "(", "]": ")", "{": "(", "}": ")", ":": " ", "|": "/"])
    let words = plain.split(separator: " ").map { $0 == "from" ? "From" : String($0) }
    return withWholeEnds(trimmed(words.joined(separator: " ").prefix(60)))
  }

  /// The title of a bank or a section.
  static func title(_ text: String) -> String {
    withWholeEnds(trimmed(replacing(text, ["{": "(", "}": ")"]).prefix(200)))
  }

  /// A part of a question that shows no column.
  static func stem(_ text: String) -> String { replacing(text, ["{": "(", "}": ")"]) }

  /// A paragraph or a bullet of any length, which may not begin like a heading, a table or a directive.
  static func prose(_ text: String) -> String {
    let plain = trimmed(withWholeEnds(uncut(text)).drop { "#>|*-+ ".contains($0) })
    return withWholeEnds(plain)
  }

  /// What stands inside a comment, which must not end before its end.
  static func comment(_ text: String) -> String {
    var plain = line(text)
    while plain.contains("--") { plain = apart(plain, "--", "- -") }
    return plain
  }

  /// An id: lower-case letters, digits and hyphens; nil if nothing of the text can stand in one.
  static func identifier(_ text: String) -> String? {
    var identifier = ""
    for character in text.lowercased().prefix(80) {
      if character.isLetter && !character.isUppercase || character.isNumber {
        identifier.append(character)
      } else if !identifier.isEmpty, identifier.last != "-" {
        identifier.append("-")
      }
    }
    if identifier.last == "-" { identifier.removeLast() }
    let readable = HostileText.madeVisible(identifier, as: .marks(keepingLineBreaks: false))
    return identifier.isEmpty || readable != identifier
      || identifier.first?.isLetter != true && identifier.first?.isNumber != true
      ? nil : identifier
  }

  /// Signs are replaced only when no invisible scalar hides in their characters any more.
  private static func replacing(_ text: String, _ replacements: [Character: Character]) -> String {
    line(line(text).replacingEach(replacements))
  }

  private static func joined(_ words: [Substring]) -> String { words.joined(separator: " ") }

  private static func trimmed(_ text: Substring) -> String {
    joined(text.split(whereSeparator: \.isWhitespace))
  }

  private static func apart(_ text: String, _ sign: String, _ replacement: String) -> String {
    text.contains(sign) ? text.replacing(sign, with: replacement) : text
  }

  /// What takes more room than a cell has is cut, with an ellipsis; a bar counts twice because it is escaped.
  private static func cut(_ text: String) -> String {
    guard text.utf8.count * 2 > longestCell else { return text }
    var room = longestCell - 3
    let kept = text.prefix { character in
      room -= character.utf8.count + (character == "|" ? 1 : 0)
      return room >= 0
    }
    return kept.endIndex == text.endIndex ? text : trimmed(kept) + "…"
  }

  /// Some scalars form one character with the space beside them, and the space of a cell would become part of the text.
  private static func withWholeEnds(_ text: String) -> String {
    guard !text.isEmpty else { return text }
    let holder = "\u{25CC}"
    var whole = text
    if (" " + whole).count != whole.count + 1 { whole = holder + whole }
    if (whole + " ").count != whole.count + 1 { whole += holder }
    return whole
  }
}

extension String {
  /// The text with some characters replaced by others.
  func replacingEach(_ replacements: [Character: Character]) -> String {
    String(map { replacements[$0] ?? $0 })
  }
}
