public import ContentModel

extension QuestionGenerator {
  /// What asking a fact, with its feedback, tells, and what somebody must be told to know it.
  public struct Disclosure: Sendable, Equatable {
    /// The terms of the fact.
    fileprivate let asked: Set<Int>
    /// The terms that are shown, and all that cannot be told from them.
    fileprivate let told: Set<Int>

    /// Whether asking this one tells the answer to the other.
    public func givesAway(_ other: Disclosure) -> Bool { other.asked.isSubset(of: told) }
  }

  /// What asking a fact tells; nil for one that the bank does not state.
  ///
  /// A question shows more than the two values of its fact when its stem or its explanation has further placeholders.
  public func disclosure(of fact: FactID) -> Disclosure? {
    guard let fact = self.fact(fact), let table = bank.section(fact.sectionID)?.tables[fact.tableIndex] else {
      return nil
    }
    let row = table.rows[fact.rowIndex]
    let templates =
      table.explanations.filter { Set($0.columns).isSuperset(of: fact.columns) }
      + table.patterns.filter { [$0.subject, $0.answer].sorted() == fact.columns }.map(\.stem)
    let beside = Set(templates.flatMap(\.columns)).subtracting(fact.columns)
    let shown = Set(fact.values).union(beside.flatMap { row.cells[$0] })
    return Disclosure(asked: truth.terms(of: fact.values), told: truth.termsNear(shown))
  }

  /// Whether asking one fact, with its feedback, tells the answer to another: both must not stand in one sitting.
  public func givesAway(_ asked: FactID, _ other: FactID) -> Bool {
    guard asked != other, let asked = disclosure(of: asked), let other = disclosure(of: other) else { return false }
    return asked.givesAway(other)
  }
}
