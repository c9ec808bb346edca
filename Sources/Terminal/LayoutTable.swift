extension Layout {
  /// The columns between two table columns.
  private static let gap = 2
  /// A longer word may be broken to make a table fit; otherwise a line per value reads better.
  private static let longestUnbrokenWord = 20

  /// A table with a header and a rule; cells that are too wide are wrapped.
  ///
  /// Where the columns cannot fit, and always for a screen reader, each row becomes lines of `Name: value`.
  ///
  /// - Parameters:
  ///   - header: the name of each column.
  ///   - rows: the cells of each row; missing cells are empty, cells beyond the header are left out.
  ///   - alignments: the side of each column, left where none is given.
  public func table(header: [SafeText], rows: [[SafeText]], alignments: [Alignment] = []) -> SafeText {
    guard !header.isEmpty else { return "" }
    let rows = rows.map { row in header.indices.map { $0 < row.count ? row[$0].withTabsAsSpaces : "" } }
    guard !isAccessible, let widths = columnWidths(header: header, rows: rows) else {
      return records(header: header, rows: rows)
    }
    let alignments = header.indices.map { $0 < alignments.count ? alignments[$0] : .left }
    var lines = Self.row(header.map { $0.styled(.strong) }, widths: widths, alignments: alignments)
    let rule = rule(widths.reduce(0, +) + Self.gap * (widths.count - 1))
    if !rule.isEmpty { lines.append(rule) }
    for cells in rows { lines += Self.row(cells, widths: widths, alignments: alignments) }
    return lines.joined(separator: "\n")
  }

  /// Each row as lines of `Name: value`, with an empty line between rows.
  private func records(header: [SafeText], rows: [[SafeText]]) -> SafeText {
    rows.map { cells in
      zip(header, cells).map { name, cell in
        wrap(name.styled(.strong) + ": " + cell.lines.joined(separator: " "), hangingIndent: "  ")
      }.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  /// The width of each column, or `nil` if the table cannot fit.
  private func columnWidths(header: [SafeText], rows: [[SafeText]]) -> [Int]? {
    let room = isPlain ? .max : width - Self.gap * (header.count - 1)
    var widths: [Int] = []
    var narrowest: [Int] = []
    for column in header.indices {
      let cells = [header[column]] + rows.map { $0[column] }
      widths.append(cells.reduce(1) { max($0, $1.columns) })
      narrowest.append(min(Self.longestUnbrokenWord, cells.reduce(1) { max($0, $1.longestWord) }))
    }
    var excess = widths.reduce(0, +) - room
    while excess > 0 {
      // Taking from the widest column leaves the narrow ones, often numbers, on one line.
      let yielding = widths.indices.filter { widths[$0] > narrowest[$0] }
      guard let widest = yielding.max(by: { widths[$0] < widths[$1] }) else { return nil }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  /// The lines of one row.
  private static func row(_ cells: [SafeText], widths: [Int], alignments: [Alignment]) -> [SafeText] {
    let columns = zip(cells, widths).map { lines(of: $0, width: $1) }
    let height = columns.map(\.count).max() ?? 0
    return (0..<height).map { index in
      let cells = columns.map { index < $0.count ? $0[index] : "" }
      var line = SafeText()
      // No spaces at the end of a line: on a narrower terminal they would make a line of their own.
      let last = cells.lastIndex { !$0.isEmpty } ?? 0
      for column in 0...last {
        if column > 0 { line += SafeText(" ").repeated(gap) }
        let isPadded = column < last || alignments[column] == .right
        line += isPadded ? pad(cells[column], to: widths[column], alignments[column]) : cells[column]
      }
      return line
    }
  }
}

extension SafeText {
  /// The text with a space for every tab, whose width depends on where it stands.
  fileprivate var withTabsAsSpaces: SafeText {
    var result = SafeText()
    for run in runs { result.append(String(run.text.map { $0 == "\t" ? " " : $0 }), role: run.role) }
    return result
  }

  /// The columns of the widest word.
  fileprivate var longestWord: Int {
    plain.split { $0.isWhitespace }.reduce(0) { max($0, DisplayWidth.columns(of: $1)) }
  }
}
