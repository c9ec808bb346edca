/// The names that stand in the tables of a bank, each with the line where it stands first.
struct NamesInTables {
  let names: [Name]
  let firstLine: [Name: Int]

  init(_ bank: Bank) {
    names = bank.names
    var firstLine: [Name: Int] = [:]
    for (_, table) in bank.tables {
      // The names that a comparison compares stand in its header.
      if table.isComparison {
        let compared = Set(table.rows.flatMap { $0.cells[1] })
        for case .name(let name) in compared where firstLine[name] == nil { firstLine[name] = table.line }
      }
      for row in table.rows { for name in row.names where firstLine[name] == nil { firstLine[name] = row.line } }
    }
    self.firstLine = firstLine
  }
}
