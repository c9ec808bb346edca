/// The heading of a column as words inside an English question: `Benefits of KPO` becomes "benefit of KPO".
enum ColumnWords {
  /// The heading in the singular, its ordinary words in lower case.
  static func inQuestion(_ header: String) -> String {
    singular(header).split(separator: " ").map(lowered).joined(separator: " ")
  }

  /// The heading with its head noun in the singular.
  static func singular(_ header: String) -> String {
    var words = header.split(separator: " ").map(String.init)
    // "Types of KPO" is about types: what goes before the first such word is the head.
    let end = words.firstIndex { ["of", "in", "for", "and", "or", "with", "to", "by"].contains($0) } ?? words.endIndex
    guard end > 0, !words.isEmpty else { return header }
    words[end - 1] = singularWord(words[end - 1])
    return words.joined(separator: " ")
  }

  /// Whether a word looks like an English plural.
  static func isPlural(_ word: some StringProtocol) -> Bool { singularWord(String(word)) != String(word) }

  private static let withoutSingular: Set<String> = ["lens", "means", "news", "series", "species"]

  private static let countable: Set<String> = ["characteristics", "clinics", "fabrics", "metrics", "topics"]

  private static func singularWord(_ word: String) -> String {
    let small = word.lowercased()
    guard word.count > 3, small.last == "s", !withoutSingular.contains(small) else { return word }
    guard !["ss", "us", "is", "'s", "’s"].contains(where: { small.hasSuffix($0) }) else { return word }
    // Physics has no singular, a topic has.
    guard !small.hasSuffix("ics") || countable.contains(small) else { return word }
    if small.hasSuffix("ies") { return word.dropLast(3) + "y" }
    if ["ches", "shes", "sses", "xes"].contains(where: { small.hasSuffix($0) }) { return String(word.dropLast(2)) }
    return String(word.dropLast())
  }

  /// `Benefit` becomes `benefit`; `KPO`, `pH` and `McAdam` stay.
  private static func lowered(_ word: Substring) -> String {
    guard word.count > 1, word.dropFirst().allSatisfy({ !$0.isUppercase }) else { return String(word) }
    return word.lowercased()
  }
}
