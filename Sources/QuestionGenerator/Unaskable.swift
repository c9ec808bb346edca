public import ContentModel

extension QuestionGenerator {
  /// The patterns that can give no question, and the facts that nothing can ask though their patterns can ask others.
  ///
  /// - Parameter source: the file that the bank was read from, for the places and the excerpts.
  /// - Returns: warnings with the codes `dead-pattern` and `unaskable-fact`, in the order of the file.
  public func unaskable(in source: [UInt8]) -> [Diagnostic] {
    let source = BankSource(source)
    let live = forms.indices.filter(isLive)
    let dead = Set(forms.indices).subtracting(live).compactMap { index in
      source.diagnostic(
        .deadPattern, line: forms[index].asked.pattern.line, at: "ask",
        reason:
          "No question of any kind can be made from this line: nothing is proved wrong in the place of an answer.",
        fix: "Delete it, give the column that it asks for more values, or ask what is `listed`.")
    }
    let askable = Set(askableFacts())
    let asked = Set(live.flatMap { forms[$0].facts.map(\.id) })
    // What a description gives away is reported as a clang, with the remedy that helps.
    let unaskable = bank.facts.filter {
      asked.contains($0.id) && !askable.contains($0.id) && Clang.find(in: $0.values) == nil
    }
    let facts = unaskable.compactMap { fact in
      let shown = fact.values.map { "`\($0.displayText)`" }.joined(separator: " and ")
      return bank.section(fact.sectionID).flatMap { section in
        source.diagnostic(
          .unaskableFact, line: section.tables[fact.tableIndex].rows[fact.rowIndex].line, at: place(of: fact),
          reason: "No question can ask the fact that joins \(shown).",
          fix: "Fill the cells that the question shows, add rows to tell it from, or add an `ask` line.")
      }
    }
    return (dead + facts).sorted { ($0.line, $0.column, $0.reason) < ($1.line, $1.column, $1.reason) }
  }

  /// Whether a pattern gives an item for at least one of its facts.
  private func isLive(_ index: Int) -> Bool {
    forms[index].facts.contains { fact in
      Item.Kind.allCases.contains { canAsk(fact, in: Form(kind: $0, index: index)) }
    }
  }

  /// What the row shows of a fact, for its place in the line: a name without its note.
  private func place(of fact: Fact) -> String {
    switch fact.values.first {
    case .name(let name): name.text
    case .description(let text): text
    case nil: ""
    }
  }
}
