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

/// The pairs of names about which a bank says something.
public struct DeclaredPairs: Sendable {
  private let pairs: Set<Set<Name>>

  /// Collects the pairs of all statements.
  public init(_ relations: NameRelations) {
    var pairs: Set<Set<Name>> = []
    for statement in relations.statements {
      for (index, left) in statement.names.enumerated() {
        for right in statement.names[(index + 1)...] { pairs.insert([left, right]) }
      }
    }
    self.pairs = pairs
  }

  /// Whether some line relates these two names.
  public func contains(_ left: Name, _ right: Name) -> Bool { pairs.contains([left, right]) }
}
