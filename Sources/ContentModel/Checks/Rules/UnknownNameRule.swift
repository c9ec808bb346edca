extension Rule {
  static let unknownName = Rule(
    .unknownName, .warning, title: "A `~` or `!=` line has a name that the bank does not know",
    reason: "The line is about two names of the bank; with one of them misspelt it does nothing.",
    remedy: "Write the name as it stands in a table or on a `=` line.",
    passing: [
      "\(ExampleTable.text)\n\n## Names {#names}\n\n- Oak != Rowan",
      "\(ExampleTable.text)\n\n## Names {#names}\n\n- Rowan = Mountain Ash\n- Oak != Mountain Ash",
      "\(ExampleTable.text)\n\n## Names {#names}\n\n- Rowan = Quickbeam",
      "\(ExampleTable.text)\n| Mahogany [Cuban] | Glossy |\n\n## Names {#names}\n\n- Oak != Mahogany [Cuban]",
    ],
    failing: [
      "\(ExampleTable.text)\n\n## Names {#names}\n\n- Oak ~ ^^Rowen",
      "\(ExampleTable.text)\n\n## Names {#names}\n\n- ^^Spruce != Oak",
    ])
}

extension BankCheck {
  /// Reports names that stand on a `~` or `!=` line beside a known one and nowhere else.
  static func checkUnknownNames(
    _ bank: Bank, _ names: NamesInTables, _ lines: [SourceLine], _ sink: inout DiagnosticSink
  ) {
    let statements = bank.relations.statements
    let synonyms = statements.filter { $0.kind == .same }.flatMap(\.names)
    let known = Set(names.names).union(synonyms)
    for statement in statements
    where statement.kind != .same && statement.names.contains(where: { names.firstLine[$0] != nil }) {
      for name in statement.names where !known.contains(name) {
        let guess = Spelling.closest(to: name.displayText, among: known.map(\.displayText).sorted())
        sink.report(
          .unknownName, at: lines[statement.line - 1].place(of: name.text),
          "No table and no `=` line has the name `\(name.displayText)`, so this line does nothing for it.",
          fix: guess.map { "Did you mean `\($0)`?" } ?? "Write the name as it stands in a table, or delete the line.")
      }
    }
  }
}
