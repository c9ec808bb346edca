extension Rule {
  static let clang = Rule(
    .clang, .warning, title: "A description gives its name away",
    reason: "Whoever sees a word of the name in the description can answer without knowing the subject.",
    remedy: "Say it in other words.",
    passing: [
      """
      > ask Part from Use: Which part of a tree is this: {Use}?

      | Part       | Use                     |
      | ---------- | ----------------------- |
      | Leaf Bud   | Next spring's beginning |
      | Root Hairs | Drinking from the soil  |
      """,
      // Short words, and words that only begin alike, say little.
      """
      > ask Part from Use: Which part of a tree is this: {Use}?

      | Part          | Use                     |
      | ------------- | ----------------------- |
      | Bark          | A barrier against frost |
      | Stem          | The way up for water    |
      | Sap of a Tree | What flows in it        |
      """,
      // Names may share words with each other.
      """
      > ask Part from Whole: Which of these is listed as a part of the {Whole}?

      | Whole       | Part |
      | ----------- | ---- |
      | Flower Head | Bud  |
      """,
    ],
    failing: [
      """
      > ask Part from Use: Which part of a tree is this: {Use}?

      | Part       | Use                   |
      | ---------- | --------------------- |
      | Root Hairs | ^^Fine hairs that drink |
      """,
      // Another form of the word gives it away as well.
      """
      > ask Tool from Use: Which tool of a forester is this: {Use}?

      | Tool   | Use                |
      | ------ | ------------------ |
      | Hammer | ^^Hammering in wedges |
      | Axe    | Felling a trunk    |
      """,
    ])
}

extension BankCheck {
  /// Reports descriptions that share a word with the name they are asked from or for: they give the answer away.
  static func checkClang(_ bank: Bank, _ lines: [SourceLine], _ sink: inout DiagnosticSink) {
    for fact in bank.facts {
      guard let clang = Clang.find(in: fact.values) else { continue }
      guard let section = bank.section(fact.sectionID) else { continue }
      let line = lines[section.tables[fact.tableIndex].rows[fact.rowIndex].line - 1]
      sink.report(
        .clang, at: line.place(of: clang.description),
        "The description gives `\(clang.name.displayText)` away: both have a word that begins with \"\(clang.word)\".",
        fix: "Say it in other words.")
    }
  }
}

/// A name and a description that share a word.
public struct Clang: Sendable {
  /// The name.
  public let name: Name
  /// The description that gives it away.
  public let description: String
  /// The beginning of the shared word.
  public let word: String

  /// The clang between the two values of a fact, if one is a description and they share a word's stem.
  public static func find(in values: [Value]) -> Clang? {
    for (left, right) in [(0, 1), (1, 0)] {
      guard case .name(let name) = values[left], case .description(let text) = values[right] else { continue }
      let shared = ContentWords.stems(of: name.text).intersection(ContentWords.stems(of: text))
      if let word = shared.min() { return Clang(name: name, description: text, word: word) }
    }
    return nil
  }
}
