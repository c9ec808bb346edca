/// The lines of a table split into cells, nothing known yet of what the cells mean.
struct TableGrid {
  struct GridRow {
    let cells: [Located]
    let line: SourceLine
    /// Whether it has as many cells as the header; of any other row only the first cell can be trusted.
    var isWhole = true
  }

  let header: GridRow
  let rows: [GridRow]

  /// The most columns a table may have.
  static let mostColumns = 12

  /// Splits the lines of a table; rows with the wrong number of cells are reported and marked.
  static func parse(_ lines: ArraySlice<SourceLine>, reporting sink: inout DiagnosticSink) -> TableGrid? {
    guard let first = lines.first else { return nil }
    let header = GridRow(cells: cells(of: first), line: first)
    guard let second = lines.dropFirst().first, isDelimiterRow(second) else {
      sink.report(
        .missingDelimiterRow, at: first, "The first row of a table is its header, and a row of hyphens goes under it.",
        fix: "Add this line: `|\(String(repeating: " --- |", count: min(header.cells.count, mostColumns)))`")
      return nil
    }
    checkCount(GridRow(cells: cells(of: second), line: second), "This row of hyphens", header, &sink)
    guard header.cells.count <= mostColumns else {
      sink.report(
        .tooManyColumns, at: header.cells[mostColumns],
        "The table has \(header.cells.count) columns; it may have \(mostColumns).", fix: "Split it into two tables.")
      return nil
    }
    var rows: [GridRow] = []
    for line in lines.dropFirst(2) {
      var row = GridRow(cells: cells(of: line), line: line)
      row.isWhole = checkCount(row, "This row", header, &sink)
      rows.append(row)
    }
    return TableGrid(header: header, rows: rows)
  }

  /// Reports a row that has more or fewer cells than the header.
  @discardableResult
  private static func checkCount(
    _ row: GridRow, _ subject: String, _ header: GridRow, _ sink: inout DiagnosticSink
  ) -> Bool {
    let (count, wanted) = (row.cells.count, header.cells.count)
    guard count != wanted else { return true }
    sink.report(
      .cellCount, at: row.line, "\(subject) has \(count) \(count == 1 ? "cell" : "cells"), the header has \(wanted).",
      fix: count > wanted
        ? "Take a cell out, or write `\\|` for a bar that belongs to a text."
        : "Add the missing cells; they may be empty.")
    return false
  }

  /// Splits a row at the bars that are not escaped; the bars at both ends are optional.
  static func cells(of line: SourceLine) -> [Located] {
    var body = line.text.trimmingSpaces()
    if body.first == "|" { body = body.dropFirst() }
    if body.last == "|", !body.hasSuffix("\\|") { body = body.dropLast() }
    var cells: [Located] = []
    var start = body.startIndex
    var index = body.startIndex
    var escaped = false
    while index < body.endIndex {
      if body[index] == "|", !escaped {
        cells.append(Located(body[start..<index], in: line).trimmed)
        start = body.index(after: index)
      }
      // A backslash escapes a bar and nothing else, so two of them before a bar are no exception.
      escaped = body[index] == "\\"
      index = body.index(after: index)
    }
    cells.append(Located(body[start...], in: line).trimmed)
    return cells
  }

  private static func isDelimiterRow(_ line: SourceLine) -> Bool {
    cells(of: line).allSatisfy { cell in
      var dashes = cell.text
      if dashes.first == ":" { dashes = dashes.dropFirst() }
      if dashes.last == ":" { dashes = dashes.dropLast() }
      return !dashes.isEmpty && dashes.allSatisfy { $0 == "-" }
    }
  }
}

extension Located {
  /// The text of a cell with `\|` read as a bar.
  var unescaped: String {
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return string }
    return string.replacingBars()
  }
}

extension String {
  fileprivate func replacingBars() -> String {
    var result = ""
    for character in self {
      if character == "|", result.last == "\\" { result.removeLast() }
      result.append(character)
    }
    return result
  }
}
