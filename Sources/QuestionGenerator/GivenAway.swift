public import ContentModel

extension QuestionGenerator {
  /// Whether asking one fact, with its feedback, tells the answer to another: both must not stand in one sitting.
  ///
  /// A question shows more than the two values of its fact when its stem or its explanation has further placeholders.
  public func givesAway(_ asked: FactID, _ other: FactID) -> Bool {
    guard asked != other, let asked = fact(asked), let other = fact(other),
      let table = bank.section(asked.sectionID)?.tables[asked.tableIndex]
    else { return false }
    let row = table.rows[asked.rowIndex]
    let templates =
      table.explanations.filter { Set($0.columns).isSuperset(of: asked.columns) }
      + table.patterns.filter { [$0.subject, $0.answer].sorted() == asked.columns }.map(\.stem)
    let beside = Set(templates.flatMap(\.columns)).subtracting(asked.columns)
    let shown = Set(asked.values).union(beside.flatMap { row.cells[$0] })
    return other.values.allSatisfy { value in shown.contains { !truth.canBeToldApart($0, value) } }
  }
}
