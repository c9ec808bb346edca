/// A column of descriptions that some pattern shows or asks for, so that its texts stand beside each other as options.
struct DescriptionColumn {
  /// A description with the line where it stands.
  struct Cell {
    let text: String
    let line: Int
  }

  /// The descriptions from top to bottom, without those that an empty cell repeats from above.
  let cells: [Cell]

  /// The columns of all tables, in the order of the file.
  static func all(of bank: Bank) -> [DescriptionColumn] {
    bank.tables.flatMap { _, table in
      let asked = Set(table.patterns.flatMap { [$0.answer, $0.subject] })
      return table.columns.indices.filter { asked.contains($0) && table.columns[$0].content == .descriptions }
        .map { DescriptionColumn(table, column: $0) }
    }
  }

  private init(_ table: Table, column: Int) {
    cells = table.rows.indices.flatMap { index -> [Cell] in
      let row = table.rows[index]
      // The first column is never one of descriptions in a comparison, whose rows are not those of the layout.
      if column == 0, table.layout[index + 1][0].isEmpty { return [] }
      return row.cells[column].map { Cell(text: $0.displayText, line: row.line) }
    }
  }
}
