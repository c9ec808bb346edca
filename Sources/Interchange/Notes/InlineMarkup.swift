/// Takes the marks of Markdown out of running text.
enum InlineMarkup {
  /// The text without emphasis, code marks, links and pictures; what a link or a picture says stays.
  static func plain(_ text: String) -> String {
    guard text.contains(where: { "*_`[<\\".contains($0) }) else { return text }
    return withoutMarks(withoutLinks(text))
  }

  /// The text in bold at the beginning, and what follows it; nil if there is none.
  static func leadingBold(_ text: String) -> (bold: String, rest: Substring)? {
    for mark in ["**", "__"] where text.hasPrefix(mark) {
      let body = text.dropFirst(2)
      guard let end = body.firstRange(of: mark), end.lowerBound > body.startIndex else { continue }
      return (plain(String(body[..<end.lowerBound])), body[end.upperBound...])
    }
    return nil
  }

  /// `[text](address)` and `![text](address)` become the text.
  private static func withoutLinks(_ text: String) -> String {
    guard text.contains("](") else { return text }
    var result = ""
    var rest = text[...]
    while let middle = rest.firstRange(of: "](") {
      guard let open = rest[..<middle.lowerBound].lastIndex(of: "[") else {
        result += rest[..<middle.upperBound]
        rest = rest[middle.upperBound...]
        continue
      }
      // Where no bracket closes this one, none closes those behind it.
      guard let close = rest[middle.upperBound...].firstIndex(of: ")") else { break }
      let before = rest[..<open]
      result += before.last == "!" ? before.dropLast() : before
      result += rest[rest.index(after: open)..<middle.lowerBound]
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private static let escapable = "`*_{}[]<>()#+-.!|"

  /// Stars and backticks go; an underscore only beside a space, because it stands inside words and gaps too.
  private static func withoutMarks(_ text: String) -> String {
    var result = ""
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      let before = index > 0 ? characters[index - 1] : " "
      let after = index + 1 < characters.count ? characters[index + 1] : " "
      let isEscaped = before == "\\" && escapable.contains(character)
      switch character {
      case _ where isEscaped: result.append(character)
      case "*" where before == " " && after == " ": result.append(character)
      case "*", "`": continue
      case "_" where (before == "_") == (after == "_") && isEdge(before) != isEdge(after): continue
      case "_" where (before == "_") != (after == "_") && isPair(index, characters): continue
      case "\\" where escapable.contains(after): continue
      default: result.append(character)
      }
    }
    return result
  }

  private static func isEdge(_ character: Character) -> Bool { !character.isLetter && !character.isNumber }

  /// Whether an underscore is one of exactly two.
  private static func isPair(_ index: Int, _ characters: [Character]) -> Bool {
    var start = index
    while start > 0, index - start < 3, characters[start - 1] == "_" { start -= 1 }
    let end = characters[start...].prefix(4).prefix { $0 == "_" }.count
    return end == 2
  }
}
