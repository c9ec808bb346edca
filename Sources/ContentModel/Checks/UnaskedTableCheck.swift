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
