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
