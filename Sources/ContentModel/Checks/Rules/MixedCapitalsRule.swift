extension Rule {
  static let mixedCapitals = Rule(
    .mixedCapitals, .warning, title: "Some descriptions of a column begin with a capital letter and some do not",
    reason: "Options of one question look alike, or the odd one draws the eye.",
    remedy: "Begin all of them with a capital letter, or none.",
    passing: [
      ExampleTable.text,
      // A name has its capital wherever it stands.
      """
      > ask Tree from Home: Which tree comes from there: {Home}?

      | Tree   | Home                  |
      | ------ | --------------------- |
      | Cedar  | Lebanon, in the hills |
      | Baobab | the dry south         |
      | Cacao  | the rain forest       |
      """,
      // Some words are never written with a capital first, and a digit has none.
      """
      > ask Thing from Use: Which of these things is for this: {Use}?

      | Thing  | Use                    |
      | ------ | ---------------------- |
      | Litmus | pH of a liquid         |
      | Ruler  | Length of a line       |
      | Scales | Weight of goods        |
      | Cup    | 250 millilitres of tea |
      | Stamp  | e-mail does without it |
      """,
      "> ask Tree from Leaf: Which tree has a leaf like this: {Leaf}?\n\n"
        + "| Tree | Leaf |\n| --- | --- |\n| Oak | lobed |\n| Rowan | feathered |",
    ],
    failing: [
      """
      > ask Tree from Leaf: Which tree has a leaf like this: {Leaf}?

      | Tree  | Leaf           |
      | ----- | -------------- |
      | Oak   | With lobes     |
      | Rowan | ^^like a feather |
      | Birch | With teeth     |
      """,
      """
      > ask Tree from Leaf: Which tree has a leaf like this: {Leaf}?

      | Tree  | Leaf       |
      | ----- | ---------- |
      | Oak   | with lobes |
      | Rowan | a feather  |
      | Birch | ^^With teeth |
      """,
    ])
}

extension BankCheck {
  /// Reports the descriptions that begin in the rarer of the two ways, with a capital letter or without.
  static func checkCapitals(_ columns: [DescriptionColumn], _ lines: [SourceLine], _ sink: inout DiagnosticSink) {
    for column in columns {
      let small = column.cells.filter { Beginning($0.text).isSmall }
      let capital = column.cells.filter { Beginning($0.text).isCapital }
      guard !small.isEmpty, !capital.isEmpty else { continue }
      let areCapitalsUsual = capital.count > small.count
      // Among small letters a capital may be that of a name, unless the word is known to be none.
      let words = Set(column.cells.flatMap { $0.text.split { !$0.isLetter } }.map(String.init))
      let odd = areCapitalsUsual ? small : capital.filter { Beginning($0.text).isOrdinaryWord(among: words) }
      for cell in odd {
        sink.report(
          .mixedCapitals, at: lines[cell.line - 1].place(of: cell.text),
          "This description begins with a \(areCapitalsUsual ? "small" : "capital") letter, unlike the others of its column.",
          fix: "Begin all of them with a capital letter, or none.")
      }
    }
  }
}

/// The first word of a description.
private struct Beginning {
  private let word: Substring

  init(_ text: String) { word = text.prefix { $0 != " " } }

  /// Whether it could have had a capital letter; `pH`, `e-mail` and `x` are left as they are.
  var isSmall: Bool {
    word == "a" || (word.count > 1 && word.first?.isLowercase == true && word.dropFirst().allSatisfy(\.isPlainLetter))
  }

  var isCapital: Bool { word.first?.isUppercase == true }

  /// Whether a word with a capital is no name: it is a common one, or stands elsewhere with a small letter.
  func isOrdinaryWord(among words: Set<String>) -> Bool {
    let lowered = word.lowercased()
    return ContentWords.isFunctionWord(lowered) || words.contains(lowered)
  }
}

extension Character {
  fileprivate var isPlainLetter: Bool { isLowercase || self == "," || self == "'" || self == "’" }
}
