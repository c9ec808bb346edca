/// A table that lost the lines between its columns when it was copied out of a page.
enum PastedTable {
  /// The table in some lines of text, with a remark on what was guessed; nil if they look like no table.
  static func read(_ lines: [String], line: Int) -> (table: FoundTable, guess: String)? {
    guard lines.count >= 3, lines[0].count <= 60, let last = lines[0].last, !".!?;,:".contains(last) else { return nil }
    let rows = Array(lines.dropFirst())
    return readDashes(lines[0], rows, line) ?? readCapitals(lines[0], rows, line)
  }

  // MARK: Cells with dashes between their entries

  private static func readDashes(_ header: String, _ lines: [String], _ line: Int) -> (FoundTable, String)? {
    let split = lines.map { entries($0) }
    guard split.allSatisfy({ $0.count >= 2 && (1...60).contains($0[0].count) }) else { return nil }
    let headers = columns(header)
    let pairs = split.map { $0.dropFirst().compactMap { TermText.split($0) } }
    let areDescribed = zip(split, pairs).allSatisfy { $0.count - 1 == $1.count }
    var rows: [FoundTable.Row] = []
    for (offset, entries) in split.enumerated() {
      for (place, entry) in entries.dropFirst().enumerated() {
        let cells =
          areDescribed
          ? [entries[0], pairs[offset][place].name, pairs[offset][place].description] : [entries[0], entry]
        rows.append(.init(cells: cells, line: line + 1 + offset))
      }
    }
    let first = ColumnWords.singular(headers.first)
    guard areDescribed else {
      return (
        FoundTable(headers: [first, ColumnWords.singular(headers.second)], rows: rows, descriptions: []),
        "this table had no lines between its columns; each row was taken apart at its dashes"
      )
    }
    return (
      FoundTable(headers: [first, "Item", "Description"], rows: rows, descriptions: [2]),
      "this table had no lines between its columns; each row was taken apart at its dashes, and the column \"Item\" "
        + "had no heading: call it what it holds"
    )
  }

  /// The pieces of a line between dashes that begin an entry.
  private static func entries(_ text: String) -> [String] {
    var entries: [String] = [""]
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      let isFollowedBySpace = index + 1 < characters.count && characters[index + 1] == " "
      let followsSpace = index > 0 && characters[index - 1] == " "
      if "–—•".contains(character), isFollowedBySpace || character == "•" {
        entries.append("")
      } else if character == "-", isFollowedBySpace, followsSpace {
        entries.append("")
      } else {
        entries[entries.count - 1].append(character)
      }
    }
    return entries.map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
  }

  // MARK: A name in capitals, then a sentence

  private static func readCapitals(_ header: String, _ lines: [String], _ line: Int) -> (FoundTable, String)? {
    let split = lines.map(nameAndSentence)
    guard split.count(where: { $0 == nil }) * 5 <= split.count, split.count(where: { $0 != nil }) >= 2 else {
      return nil
    }
    let headers = columns(header)
    let rows = split.enumerated().compactMap { offset, pair in
      pair.map { FoundTable.Row(cells: [$0.name, $0.sentence], line: line + 1 + offset) }
    }
    return (
      FoundTable(headers: [ColumnWords.singular(headers.first), headers.second], rows: rows, descriptions: [1]),
      "this table had no lines between its columns; each name was taken to end before the last capital, so look at "
        + "where each description begins"
    )
  }

  private static let connectors: Set<String> = ["and", "of", "on", "to", "the", "for", "in", "with", "&", "or", "/"]

  /// `Cost Savings Reduces what is spent` becomes "Cost Savings" and "Reduces what is spent".
  private static func nameAndSentence(_ text: String) -> (name: String, sentence: String)? {
    let words = text.split(separator: " ")
    var end = 0
    var last = 0
    while end < words.count, words[end].first?.isUppercase == true || connectors.contains(String(words[end])) {
      if words[end].first?.isUppercase == true { last = end }
      end += 1
    }
    guard (1...8).contains(last), words[0].first?.isUppercase == true, end < words.count else { return nil }
    return (words[..<last].joined(separator: " "), words[last...].joined(separator: " "))
  }

  // MARK: Headings

  /// The two headings of a line: apart where a small letter meets a capital, or before the last word.
  private static func columns(_ header: String) -> (first: String, second: String) {
    let characters = Array(header)
    for index in characters.indices.dropFirst() where characters[index - 1].isLowercase && characters[index].isUppercase
    {
      return (String(characters[..<index]), String(characters[index...]))
    }
    let words = header.split(separator: " ")
    guard let last = words.last, words.count > 1 else { return (header, "Description") }
    return (words.dropLast().joined(separator: " "), String(last))
  }
}
