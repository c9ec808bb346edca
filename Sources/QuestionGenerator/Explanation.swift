import ContentModel

/// Puts the facts of a table into sentences for feedback.
struct Explanation {
  let table: Table

  /// The fact as a sentence: the author's `why` line that says most about just this pair of columns, filled in;
  /// without one, the two columns with their values.
  func sentence(for fact: Fact) -> String {
    let text = FactText(table: table, fact: fact)
    let fitting = table.explanations.filter { template in
      Set(template.columns).isSuperset(of: fact.columns) && text.filling(template) != nil
    }
    let template = fitting.min { Set($0.columns).count < Set($1.columns).count } ?? fallback(for: fact)
    return template.filled(with: text.text)
  }

  /// The columns with their values; for a comparison, whose columns have headings of our own, the aspect in front.
  private func fallback(for fact: Fact) -> Template {
    if table.isComparison {
      return Template(pieces: [.column(0), .text(", in "), .column(1), .text(": "), .column(2), .text(".")])
    }
    let pairs = fact.columns.enumerated().flatMap { index, column in
      [Template.Piece.text("\(index > 0 ? "; " : "")\(table.columns[column].header): "), .column(column)]
    }
    return Template(pieces: pairs + [.text(".")])
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
