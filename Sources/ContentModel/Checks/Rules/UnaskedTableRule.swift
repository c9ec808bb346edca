extension Rule {
  static let unaskedTable = Rule(
    .unaskedTable, .warning, title: "No `ask` line asks a table",
    reason: "The table is shown as a note, and its facts are never learnt.",
    remedy: "Put a line above it such as `> ask Tree from Leaf: Which tree has a leaf like this: {Leaf}?`",
    passing: [ExampleTable.text, "Notes need no table."],
    failing: ["^^| Tree | Leaf |\n| --- | --- |\n| Oak | Lobed |"])
}

extension BankCheck {
  /// Reports tables that no `ask` line asks.
  static func checkUnaskedTables(_ bank: Bank, _ lines: [SourceLine], _ sink: inout DiagnosticSink) {
    for (_, table) in bank.tables where table.patterns.isEmpty {
      sink.report(
        .unaskedTable, at: lines[table.line - 1], "No `ask` line asks this table, so it is only shown as a note.",
        fix: "Put a line above it such as `> ask Service from Type: Which of these is a service of {Type}?`")
    }
  }
}
