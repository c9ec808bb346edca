/// The gaps of a cloze note, `{{c1::hidden::hint}}`.
enum AnkiCloze {
  /// A sentence with a gap, and what belongs into it.
  struct Gap: Equatable {
    let sentence: String
    let answer: String
  }

  /// A stretch of a cloze text.
  private enum Piece {
    case text(Substring)
    case hidden(number: Substring, text: Substring)
  }

  /// One gap for each number that hides one text; nil if the text has no gaps at all.
  ///
  /// - Returns: the gaps, and how many numbers hide several different texts and are left out.
  static func gaps(in text: String) -> (gaps: [Gap], leftOut: Int)? {
    let pieces = pieces(of: text)
    var answers: [Substring: Set<Substring>] = [:]
    var order: [Substring] = []
    for case .hidden(let number, let hidden) in pieces {
      if answers[number] == nil { order.append(number) }
      answers[number, default: []].insert(hidden)
    }
    guard !order.isEmpty else { return nil }
    // Each gap repeats the whole text, so that a text with very many gaps would grow with their square.
    let usable = order.filter { answers[$0]?.count == 1 }.prefix(50)
    let gaps = usable.map { number in
      let sentence = pieces.map { piece in
        switch piece {
        case .text(let text): String(text)
        case .hidden(number, _): "_____"
        case .hidden(_, let text): String(text)
        }
      }
      return Gap(sentence: sentence.joined(), answer: answers[number]?.first.map(String.init) ?? "")
    }
    return (gaps, order.count - usable.count)
  }

  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstRange(of: "{{c") {
      let digits = rest[open.upperBound...].prefix { $0.isASCII && $0.isNumber }
      let inside = rest[digits.endIndex...]
      guard !digits.isEmpty, inside.hasPrefix("::"), let close = inside.firstRange(of: "}}") else {
        pieces.append(.text(rest[..<open.upperBound]))
        rest = rest[open.upperBound...]
        if inside.hasPrefix("::") { break }
        continue
      }
      pieces.append(.text(rest[..<open.lowerBound]))
      let content = inside[..<close.lowerBound].dropFirst(2)
      pieces.append(
        .hidden(number: digits, text: content.firstRange(of: "::").map { content[..<$0.lowerBound] } ?? content))
      rest = rest[close.upperBound...]
    }
    return pieces + [.text(rest)]
  }
}
