extension Rule {
  static let unusedNameLine = Rule(
    .unusedNameLine, .warning, title: "A line relates names that no table holds",
    reason: "Such a line does nothing; most often its names are spelt in another way than in the tables.",
    remedy: "Write the names as they stand in the tables, or delete the line.",
    passing: ["\(ExampleTable.text)\n\n## Names {#names}\n\n- Rowan = Mountain Ash"],
    failing: ["\(ExampleTable.text)\n\n## Names {#names}\n\n^^- Spruce = Christmas Tree"])

  static let contradictoryNames = Rule(
    .contradictoryNames, .error, title: "Two lines relate the same names in different ways",
    reason: "Two names cannot at once be the same thing and two things.", remedy: "Decide for one of the two.",
    passing: ["\(ExampleTable.text)\n\n## Names {#names}\n\n- Rowan = Mountain Ash\n- Oak != Rowan"],
    failing: ["\(ExampleTable.text)\n\n## Names {#names}\n\n- Rowan = Mountain Ash\n^^- Mountain Ash ~ Rowan"])
}

extension BankCheck {
  /// Reports lines of the names section that contradict each other or relate names that no table holds.
  static func checkNameLines(
    _ bank: Bank, _ names: NamesInTables, _ lines: [SourceLine], afterErrors: Bool, _ sink: inout DiagnosticSink
  ) {
    var kindOfPair: [Set<Name>: NameRelations.Statement] = [:]
    for statement in bank.relations.statements {
      let line = lines[statement.line - 1]
      if !afterErrors, !statement.names.contains(where: { names.firstLine[$0] != nil }) {
        sink.report(
          .unusedNameLine, at: line, "None of these names stands in a table, so the line does nothing.",
          fix: "Write the names as they stand in the tables, or delete the line.")
      }
      for (index, left) in statement.names.enumerated() {
        for right in statement.names[(index + 1)...] {
          let other = kindOfPair.updateValue(statement, forKey: [left, right])
          if let other, other.kind != statement.kind {
            sink.report(
              .contradictoryNames, at: line,
              "Line \(other.line) relates `\(left.displayText)` and `\(right.displayText)` by `\(other.kind.rawValue)`, not `\(statement.kind.rawValue)`.",
              fix: "Decide for one of the two.")
          }
        }
      }
    }
  }
}
