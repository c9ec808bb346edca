extension Rule {
  static let undeclaredLikeness = Rule(
    .undeclaredLikeness, .warning, title: "Two names look alike, and no line says whether they are the same",
    reason: "Names whose three-letter pieces are half the same, or of which one contains the other, may be one thing.",
    remedy: "Write a line in the section `{#names}`, with `=` (the same), `~` (too close to ask) or `!=` (different).",
    passing: [
      """
      > ask Tree from Leaf: Which tree has a leaf like this: {Leaf}?

      | Tree      | Leaf      |
      | --------- | --------- |
      | Ash       | Narrow    |
      | Manna Ash | Feathered |

      ## Names {#names}

      - Ash != Manna Ash
      """,
      // A few letters in common are not enough.
      ExampleTable.text.replacing("Rowan", with: "Cork Oaks"),
      // A note tells two equal names apart.
      ExampleTable.text.replacing("Oak ", with: "Oak [red] ").replacing("Rowan", with: "Oak [white]"),
    ],
    failing: [
      """
      > ask Tree from Leaf: Which tree has a leaf like this: {Leaf}?

      | Tree      | Leaf      |
      | --------- | --------- |
      | Ash       | Narrow    |
      | ^^Manna Ash | Feathered |
      """
    ])
}

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
