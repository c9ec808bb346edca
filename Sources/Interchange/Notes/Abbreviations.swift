/// Finds abbreviations that a text explains, as in "Legal Process Outsourcing (LPO)".
enum Abbreviations {
  /// Each abbreviation once, with its long form in capitals, in the order of the text.
  static func find(in text: String, line: Int, known: inout Set<String>) -> [FoundTable.Row] {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.indices.compactMap { index in
      guard words[index].first == "(", let short = abbreviation(words[index]), !known.contains(short),
        let long = longForm(of: short, endingBefore: index, in: words)
      else { return nil }
      known.insert(short)
      return FoundTable.Row(cells: [short, long], line: line)
    }
  }

  private static func abbreviation(_ word: Substring) -> String? {
    let inside = word.dropFirst().prefix { $0 != ")" }
    guard inside.endIndex < word.endIndex, (2...8).contains(inside.count), inside.allSatisfy(\.isLetter),
      inside.allSatisfy(\.isUppercase)
    else { return nil }
    return String(inside)
  }

  private static let connectors: Set<String> = ["and", "of", "the", "for", "in", "to", "on"]

  /// The words before the bracket whose first letters make the abbreviation; small words may stand between.
  private static func longForm(of short: String, endingBefore end: Int, in words: [Substring]) -> String? {
    var start = end
    for letter in short.reversed() {
      start -= 1
      while start >= 0, connectors.contains(words[start].lowercased()),
        words[start].first?.uppercased() != String(letter)
      {
        start -= 1
      }
      guard start >= 0, words[start].first?.uppercased() == String(letter), words[start].last != "." else { return nil }
    }
    let capitals = words[start..<end].map { word in
      connectors.contains(word.lowercased()) ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
    }
    return capitals.joined(separator: " ").filter { $0 != "(" && $0 != "“" && $0 != "\"" }
  }
}
