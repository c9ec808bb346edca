extension BankCheck {
  /// Reports names that look alike while no line says whether they mean the same.
  static func checkLikeness(
    _ bank: Bank, _ names: NamesInTables, _ lines: [SourceLine], _ sink: inout DiagnosticSink
  ) {
    let declared = DeclaredPairs(bank.relations)
    for (left, right) in NameLikeness.alikePairs(names.names.map(\.text)) {
      let pair = (names.names[left], names.names[right])
      // Equal terms with different notes are told apart by their notes.
      guard pair.0.text != pair.1.text, !declared.contains(pair.0, pair.1), let line = names.firstLine[pair.1] else {
        continue
      }
      sink.report(
        .undeclaredLikeness, at: lines[line - 1].place(of: pair.1.text),
        "`\(pair.1.displayText)` looks like `\(pair.0.displayText)`, and no line says whether the two are the same.",
        fix: "Write one in the section `{#names}`, with `=` (the same), `~` (too close to ask) or `!=` (different).")
    }
  }
}
