/// What is looked at once a bank has been read; each check has a file of its own.
enum BankCheck {
  /// All that the checks find; after errors those are left out that would only report what is missing because of them.
  static func all(_ bank: Bank, lines: [SourceLine], afterErrors: Bool) -> [Diagnostic] {
    var sink = DiagnosticSink()
    let names = NamesInTables(bank)
    checkNameLines(bank, names, lines, afterErrors: afterErrors, &sink)
    checkLikeness(bank, names, lines, &sink)
    checkClang(bank, lines, &sink)
    if !afterErrors { checkUnaskedTables(bank, lines, &sink) }
    return sink.diagnostics
  }
}

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

extension SourceLine {
  /// Where a cell or a name in it reads so, or where a text stands in the line at all, or the line's first word.
  func place(of text: String) -> Located {
    for cell in TableGrid.cells(of: self) {
      if cell.unescaped == text { return cell }
      for part in cell.split(at: ";") where part.unescaped == text || part.unescaped.hasPrefix("\(text) [") {
        return part
      }
    }
    guard let range = self.text.firstRange(of: text) else { return Located(self.text.trimmingSpaces(), in: self) }
    return Located(self.text[range], in: self)
  }
}
