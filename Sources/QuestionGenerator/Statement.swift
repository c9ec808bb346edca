import ContentModel

/// A fact as a statement that a learner reads before answering, so that it shows nothing but the fact.
struct Statement {
  private let text: FactText
  private let template: Template
  private let answer: Int

  /// The first `why` line that shows the two columns of the fact once each, and no other but the aspect of a comparison;
  /// nil if there is none.
  init?(_ fact: Fact, in asked: AskedTable) {
    let table = asked.table
    let allowed = Set(fact.columns).union(table.isComparison ? [0] : [])
    let ownWords = table.isComparison ? [Explanation(table: table, columns: fact.columns).ownWords] : []
    let found = (table.explanations + ownWords).first { template in
      Set(template.columns).isSubset(of: allowed)
        && fact.columns.allSatisfy { column in template.columns.count { $0 == column } == 1 }
    }
    guard let found else { return nil }
    text = FactText(table: table, fact: fact)
    template = found
    answer = asked.answer
  }

  /// Whether it says that the notes list it.
  var speaksOfLists: Bool { template.speaksOfLists }

  /// The statement with a value in place of the answer; nil if a cell that it shows is empty.
  func showing(_ value: Value) -> String? {
    var text = text
    text.substitute = (column: answer, value: value)
    return text.filling(template)
  }
}

extension Template {
  /// Whether its own words say that something is listed, by the rule of `Pattern.asksWhatIsListed`.
  fileprivate var speaksOfLists: Bool {
    let words = literalText.lowercased().split { !$0.isLetter }
    return ["list", "lists", "listed"].contains { words.contains($0) }
  }
}
