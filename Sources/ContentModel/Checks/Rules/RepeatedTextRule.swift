extension Rule {
  static let repeatedText = Rule(
    .repeatedText, .warning, title: "A text stands twice where it should stand once",
    reason: "A copied cell that was not changed makes two names look the same, and a copied row is not learnt twice.",
    remedy: "Change or delete one of the two.",
    passing: [
      ExampleTable.text,
      // A column that sorts the rows repeats its texts all the time.
      """
      > ask Tree from Place: Which of these trees is listed here: {Place}?

      | Tree   | Place                    |
      | ------ | ------------------------ |
      | Alder  | On the banks of a stream |
      | Willow | On the banks of a stream |
      | Pine   | On dry and sandy ground  |
      | Birch  | On dry and sandy ground  |
      """,
      // One or two words may fit twice.
      """
      > ask Tree from Wood: Which of these trees is listed with this wood: {Wood}?

      | Tree   | Wood      |
      | ------ | --------- |
      | Oak    | Very hard |
      | Walnut | Brown     |
      | Ebony  | Black     |
      | Box    | Very hard |
      """,
      // Rows that differ in one cell are two rows.
      """
      > ask Tree from Kind: Which of these is listed as a {Kind}?

      | Kind      | Tree  | Note  |
      | --------- | ----- | ----- |
      | Broadleaf | Rowan | red   |
      |           | Rowan | white |
      |           | Oak   |       |
      """,
    ],
    failing: [
      """
      > ask Tree from Trait: Which tree has this trait: {Trait}?

      | Tree  | Trait                       |
      | ----- | --------------------------- |
      | Larch | Bare in winter, gold before |
      | Holly | Thorns at the edge          |
      | Aspen | Trembles in a light wind    |
      | Birch | ^^Bare in winter, gold before |
      """,
      """
      > ask Tree from Kind: Which of these is listed as a {Kind}?

      | Kind      | Tree              |
      | --------- | ----------------- |
      | Broadleaf | Rowan; Oak; ^^Rowan |
      """,
      """
      > ask Tree from Kind: Which of these is listed as a {Kind}?

      | Kind      | Tree  |
      | --------- | ----- |
      | Broadleaf | Rowan |
      |           | Oak   |
      ^^|           | Rowan |
      """,
    ])
}

extension BankCheck {
  /// Reports rows, names of one cell, and descriptions of a column that stand twice.
  static func checkRepeatedText(
    _ bank: Bank, _ columns: [DescriptionColumn], _ lines: [SourceLine], _ sink: inout DiagnosticSink
  ) {
    var repeatedRows: Set<Int> = []
    for (_, table) in bank.tables {
      repeatedRows.formUnion(checkRepeatedRows(table, lines, &sink))
      var above: [Value] = []
      for row in table.rows {
        for (column, cell) in row.cells.enumerated() where column > 0 || cell != above {
          checkRepeatedNames(cell, lines[row.line - 1], &sink)
        }
        above = row.cells[0]
      }
    }
    for column in columns { checkRepeatedDescriptions(column, except: repeatedRows, lines, &sink) }
  }

  /// The lines of the rows that repeat another one.
  private static func checkRepeatedRows(
    _ table: Table, _ lines: [SourceLine], _ sink: inout DiagnosticSink
  ) -> [Int] {
    var lineOfCells: [[[Value]]: Int] = [:]
    var repeated: [Int] = []
    for row in table.rows {
      if let line = lineOfCells[row.cells] {
        sink.report(
          .repeatedText, at: lines[row.line - 1], "Line \(line) is the same row.",
          fix: "Change or delete one of the two.")
        repeated.append(row.line)
      } else {
        lineOfCells[row.cells] = row.line
      }
    }
    return repeated
  }

  private static func checkRepeatedNames(_ cell: [Value], _ line: SourceLine, _ sink: inout DiagnosticSink) {
    var seen: Set<Value> = []
    for value in cell where !seen.insert(value).inserted {
      let parts = TableGrid.cells(of: line).flatMap { $0.split(at: ";") }
      let place = parts.last { $0.unescaped == value.displayText } ?? line.place(of: value.displayText)
      sink.report(
        .repeatedText, at: place, "This cell has the name `\(value.displayText)` twice.", fix: "Delete one of the two.")
    }
  }

  /// A text of three words or more that stands twice in a column where two of three texts stand once.
  private static func checkRepeatedDescriptions(
    _ column: DescriptionColumn, except repeatedRows: Set<Int>, _ lines: [SourceLine], _ sink: inout DiagnosticSink
  ) {
    let cells = column.cells.filter { !repeatedRows.contains($0.line) }
    var lineOfText: [String: Int] = [:]
    var repeated: [(cell: DescriptionColumn.Cell, line: Int)] = []
    for cell in cells {
      if let line = lineOfText[cell.text] { repeated.append((cell, line)) } else { lineOfText[cell.text] = cell.line }
    }
    guard 3 * lineOfText.count > 2 * cells.count else { return }
    for (cell, line) in repeated where cell.text.split(separator: " ").count >= 3 {
      sink.report(
        .repeatedText, at: lines[cell.line - 1].place(of: cell.text),
        line == cell.line
          ? "This row has the same text twice."
          : "Line \(line) has the same description, so the two cannot be told apart.",
        fix: "Say what is different, or give the two rows one name.")
    }
  }
}
