/// What a heading says the things under it are: "Challenges and Risks in Mining" speaks of challenges and risks.
enum HeadingNouns {
  /// The nouns in the singular with a capital, at most two.
  static func read(_ heading: String) -> [String] {
    let words = heading.split { $0.isWhitespace || $0 == ":" || $0 == "," || $0 == "/" }
    let stop = words.firstIndex { prepositions.contains($0.lowercased()) } ?? words.endIndex
    let nouns = words[..<stop].filter { word in
      word.allSatisfy { $0.isLetter || $0 == "-" } && ColumnWords.isPlural(word)
        && word.dropFirst().allSatisfy { !$0.isUppercase }
    }
    return nouns.prefix(2).map { noun in
      let singular = ColumnWords.singular(String(noun))
      return singular.prefix(1).uppercased() + singular.dropFirst()
    }
  }

  /// A heading without its number and without what only announces a list or a table.
  static func cleaned(_ heading: String) -> String {
    var words = heading.split(whereSeparator: \.isWhitespace)[...]
    if let first = words.first, first.last == "." || first.last == ")",
      first.dropLast().allSatisfy({ $0.isNumber || $0 == "." })
    {
      words = words.dropFirst()
    }
    while let last = words.last, words.count > 1, announcing.contains(last.lowercased()) { words = words.dropLast() }
    return words.joined(separator: " ")
  }

  private static let prepositions: Set<String> = [
    "of", "in", "for", "to", "with", "by", "on", "from", "at", "under", "that", "which", "include", "are",
  ]
  private static let announcing: Set<String> = [
    "include", "includes", "are", "table", "in", "a", "list", "following", "the",
  ]
}
