/// Takes an article apart into headings, paragraphs, lists and tables.
struct NotesScanner {
  private struct Line {
    let number: Int
    let indent: Int
    let text: String
    var isBlank: Bool { text.isEmpty }
  }

  private let lines: [Line]
  private var index = 0
  private var blocks: [NotesBlock] = []
  /// Whether headings are marked as such; where they are not, a short line alone is taken for one.
  private let hasMarkedHeadings: Bool

  private init(_ text: String) {
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().map { number, line in
      let indent = line.prefix { $0 == " " || $0 == "\t" }.reduce(0) { $0 + ($1 == "\t" ? 4 : 1) }
      return Line(number: number + 1, indent: indent, text: String(Self.trimmed(line)))
    }
    hasMarkedHeadings = lines.contains { Self.heading($0.text) != nil }
  }

  /// The blocks of a text in order.
  static func blocks(of text: String) -> [NotesBlock] {
    var scanner = NotesScanner(text)
    scanner.scan()
    return scanner.blocks
  }

  private static func trimmed(_ line: Substring) -> Substring {
    guard let last = line.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return line[...last].drop { $0.isWhitespace && $0 != "\t" }
  }

  // MARK: Lines

  private mutating func scan() {
    skipFrontMatter()
    while index < lines.count {
      let line = lines[index]
      if line.isBlank || Self.isRule(line.text) {
        index += 1
      } else if line.text.hasPrefix("```") || line.text.hasPrefix("~~~") {
        skip(to: String(line.text.prefix(3)))
      } else if line.text.hasPrefix("<!--") {
        skipComment()
      } else if let heading = Self.heading(line.text) {
        blocks.append(.heading(level: heading.level, text: heading.text, line: line.number))
        index += 1
      } else if isTableStart(index) {
        readTable()
      } else if Self.item(line.text) != nil {
        readList()
      } else {
        readText()
      }
    }
  }

  private mutating func skipFrontMatter() {
    guard lines.first?.text == "---", let end = lines.dropFirst().firstIndex(where: { $0.text == "---" }) else {
      return
    }
    for line in lines[1..<end] where line.text.hasPrefix("title:") {
      blocks.append(.heading(level: 1, text: String(line.text.dropFirst(6)), line: line.number))
    }
    index = end + 1
  }

  private mutating func skip(to mark: String) {
    index += 1
    while index < lines.count, !lines[index].text.hasPrefix(mark) { index += 1 }
    index += 1
  }

  private mutating func skipComment() {
    while index < lines.count, !lines[index].text.contains("-->") { index += 1 }
    index += 1
  }

  private static func heading(_ text: String) -> (level: Int, text: String)? {
    let level = text.prefix { $0 == "#" }.count
    guard (1...6).contains(level) else { return nil }
    let rest = text.dropFirst(level)
    guard rest.first == " " else { return nil }
    var title = rest[...]
    // A closing row of the same sign and an id in braces belong to the markup.
    while title.last == "#" || title.last == " " { title = title.dropLast() }
    if title.last == "}", let open = title.lastIndex(of: "{") { title = title[..<open] }
    return (level, InlineMarkup.plain(String(title)))
  }

  /// A line of hyphens, stars or signs of equality that separates, or underlines a heading.
  private static func isRule(_ text: String) -> Bool {
    guard let first = text.first, "-*_=".contains(first), text.count >= 3 else { return false }
    return text.allSatisfy { $0 == first || $0 == " " }
  }

  /// A bullet or a number at the beginning of a line, and the text behind it.
  private static func item(_ text: String) -> (text: String, isNumbered: Bool)? {
    guard let first = text.first else { return nil }
    if "-*+•◦▪‣·–—".contains(first) {
      let rest = text.dropFirst()
      guard rest.first == " " || rest.first == "\t" || first == "•" else { return nil }
      return (String(rest.drop { $0.isWhitespace }), false)
    }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard (1...3).contains(digits.count), rest.first == "." || rest.first == ")",
      rest.dropFirst().first.map(\.isWhitespace) ?? false
    else { return nil }
    return (String(rest.dropFirst().drop { $0.isWhitespace }), true)
  }

  // MARK: Tables

  private func isTableStart(_ start: Int) -> Bool {
    let text = lines[start].text
    if text.contains("|"), start + 1 < lines.count, Self.isDelimiterRow(lines[start + 1].text) { return true }
    guard start + 1 < lines.count, text.contains("\t") else { return false }
    return Self.item(text) == nil && lines[start + 1].text.contains("\t")
  }

  private static func isDelimiterRow(_ text: String) -> Bool {
    text.contains("|") && text.contains("-") && text.allSatisfy { "|-: \t".contains($0) }
  }

  private mutating func readTable() {
    let start = index
    let isTabbed = !Self.isDelimiterRow(lines[start + 1].text)
    let sign: Character = isTabbed ? "\t" : "|"
    while index < lines.count, lines[index].text.contains(sign) { index += 1 }
    let body = lines[start..<index]
    var rows = body.dropFirst(isTabbed ? 1 : 2).map { line in
      FoundTable.Row(cells: Self.cells(line.text, sign), line: line.number)
    }
    let headers = Self.cells(lines[start].text, sign)
    // Several values in one cell are written with line breaks.
    for row in rows.indices {
      rows[row].cells = rows[row].cells.map { $0.replacing("<br>", with: "; ").replacing("<br/>", with: "; ") }
    }
    let table = FoundTable(headers: headers, rows: rows, repeatsFirstCells: true)
    blocks.append(.table(table, guess: nil, line: lines[start].number))
  }

  private static func cells(_ text: String, _ sign: Character) -> [String] {
    var cells = [""]
    var isEscaped = false
    for character in text {
      if character == sign, !isEscaped { cells.append("") } else { cells[cells.count - 1].append(character) }
      isEscaped = character == "\\"
    }
    if sign == "|" {
      if cells.first?.allSatisfy(\.isWhitespace) == true { cells.removeFirst() }
      if cells.last?.allSatisfy(\.isWhitespace) == true { cells.removeLast() }
    }
    return cells.map { cell in
      InlineMarkup.plain(cell.replacing("\\|", with: "|").split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
  }

  // MARK: Lists

  private mutating func readList() {
    var list = NotesList(introduction: takeIntroduction())
    var isAfterBlank = false
    while index < lines.count {
      let line = lines[index]
      if let item = Self.item(line.text), !Self.isRule(line.text) {
        list.add(.init(text: item.text, line: line.number, indent: line.indent, isNumbered: item.isNumbered))
      } else if line.isBlank {
        isAfterBlank = true
        index += 1
        continue
      } else if !isAfterBlank && Self.heading(line.text) == nil || line.indent >= 2,
        line.indent >= 2 || line.text.first?.isLowercase == true
      {
        list.lengthen(by: line.text)
      } else {
        break
      }
      isAfterBlank = false
      index += 1
    }
    blocks.append(.list(list))
  }

  /// The paragraph above, if it is one short line that ends in a colon.
  private mutating func takeIntroduction() -> String? {
    guard case .paragraph(let text, _) = blocks.last, text.last == ":", text.count <= 100, !text.contains(". ") else {
      return nil
    }
    blocks.removeLast()
    return String(text.dropLast())
  }

  // MARK: Text

  private mutating func readText() {
    let start = index
    var texts: [String] = []
    while index < lines.count {
      let line = lines[index]
      if line.isBlank || Self.heading(line.text) != nil { break }
      if index > start, Self.item(line.text) != nil || isTableStart(index) || line.text.hasPrefix("```") { break }
      if index > start, Self.isRule(line.text) {
        // What is underlined is a heading.
        index += 1
        blocks.append(
          .heading(
            level: line.text.first == "=" ? 1 : 2, text: InlineMarkup.plain(texts.joined(separator: " ")),
            line: lines[start].number))
        return
      }
      texts.append(line.text.hasPrefix(">") ? String(line.text.drop { $0 == ">" || $0 == " " }) : line.text)
      index += 1
    }
    let number = lines[start].number
    if let pasted = PastedTable.read(texts, line: number) {
      blocks.append(.table(pasted.table, guess: pasted.guess, line: number))
    } else if texts.count == 1, let heading = Self.bareHeading(texts[0], isGuessed: !hasMarkedHeadings) {
      blocks.append(.heading(level: 0, text: heading, line: number))
    } else {
      blocks.append(.paragraph(text: texts.joined(separator: " "), line: number))
    }
  }

  /// A short line alone that is no sentence; where headings are marked, only one in bold.
  private static func bareHeading(_ text: String, isGuessed: Bool) -> String? {
    if let (bold, rest) = InlineMarkup.leadingBold(text), rest.allSatisfy({ $0 == ":" || $0 == " " }) { return bold }
    let plain = InlineMarkup.plain(text)
    guard isGuessed, plain.count <= 90, let first = plain.first, first.isUppercase || first.isNumber,
      let last = plain.last, !".!?;,:…".contains(last)
    else { return nil }
    return plain
  }
}
