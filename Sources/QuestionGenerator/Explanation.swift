import ContentModel

/// Puts the facts of a table into sentences for feedback.
struct Explanation {
  let table: Table

  /// The fact as a sentence: the author's `why` line that says most about just this pair of columns, filled in;
  /// without one, the two columns with their values.
  func sentence(for fact: Fact) -> String {
    let row = table.rows[fact.rowIndex]
    func text(_ column: Int) -> String {
      fact.value(inColumn: column)?.displayText ?? row.cells[column].map(\.displayText).joined(separator: "; ")
    }
    let fitting = table.explanations.filter { template in
      Set(template.columns).isSuperset(of: fact.columns) && template.columns.allSatisfy { !text($0).isEmpty }
    }
    if let template = fitting.min(by: { Set($0.columns).count < Set($1.columns).count }) { return template.filled(with: text) }
    return zip(fact.columns, fact.values).map { "\(table.columns[$0].header): \($1.displayText)" }
      .joined(separator: "; ") + "."
  }

  /// Where a value belongs: the first of its facts as a sentence, and the names of the others.
  func sentence(for facts: [Fact], otherwiseNamedIn column: Int) -> String {
    guard let first = facts.first else { return "" }
    guard table.columns[column].content == .names else { return sentence(for: first) }
    let shown = first.value(inColumn: column)
    let others = facts.dropFirst().compactMap { $0.value(inColumn: column) }.filter { $0 != shown }
    guard !others.isEmpty else { return sentence(for: first) }
    let names = others.prefix(3).map(\.displayText).joined(separator: ", ")
    let rest = others.count > 3 ? " and \(others.count - 3) more" : ""
    return "\(sentence(for: first)) Likewise: \(names)\(rest)."
  }
}
