import ContentModel

/// What the placeholders of a template stand for when a fact is put into words.
struct FactText {
  let table: Table
  let fact: Fact
  /// Another name for what stands in a column, to be shown instead.
  var substitute: (column: Int, value: Value)?

  /// The fact's own value in a column, or everything that its row states there.
  func text(inColumn column: Int) -> String {
    if let substitute, substitute.column == column { return substitute.value.displayText }
    return fact.value(inColumn: column)?.displayText
      ?? table.rows[fact.rowIndex].cells[column].map(\.displayText).joined(separator: "; ")
  }

  /// A template filled in, or nil if a column that it shows is empty in the fact's row.
  func filling(_ template: Template) -> String? {
    guard template.columns.allSatisfy({ !text(inColumn: $0).isEmpty }) else { return nil }
    return template.filled(with: text)
  }
}

extension FormFacts {
  /// The question about one fact, or nil if a column that it shows is empty in the fact's row.
  ///
  /// - Parameter subject: another name for what the question asks about.
  func stem(for fact: Fact, showing subject: Value? = nil) -> String? {
    let substitute = subject.map { (column: asked.subject, value: $0) }
    return FactText(table: asked.table, fact: fact, substitute: substitute).filling(asked.pattern.stem)
  }
}
