/// Joins a table's grid with the directives above it.
struct TableBuilder {
  private let grid: TableGrid
  private let directives: [Directive]
  private var headers: [Located]

  private var extent: ListExtent?
  private var explanations: [Template] = []
  private var patterns: [Pattern] = []
  /// The columns that some `ask` line asks for, also where the rest of the line is at fault.
  private var askedColumns: Set<Int> = []
  private var declaredNames: Set<Int> = []
  private var declaredDescriptions: Set<Int> = []
  /// The compared columns of a comparison table.
  private var compared: [Int] = []
  private var comparedNames: [Name?] = []

  /// The columns of a comparison table as the rest of the program sees them.
  private static let comparisonColumns = ["Column", "Cell"]

  private init(grid: TableGrid, directives: [Directive]) {
    self.grid = grid
    self.directives = directives
    headers = grid.header.cells
  }

  /// The table, or nil if it is too broken to go on with; facts and rows are checked by the caller.
  static func build(_ grid: TableGrid, _ directives: [Directive], reporting sink: inout DiagnosticSink) -> Table? {
    var builder = TableBuilder(grid: grid, directives: directives)
    guard builder.checkHeaders(&sink) else { return nil }
    guard !grid.rows.isEmpty else {
      sink.report(.emptyTable, at: grid.header.line, "The table has no rows.", fix: "Add a row, or delete the table.")
      return nil
    }
    builder.applyDirectives(&sink)
    return builder.table(&sink)
  }

  /// The names of the columns that patterns may use.
  private var columnNames: [String] {
    compared.isEmpty ? headers.map(\.string) : [headers[0].string] + Self.comparisonColumns
  }

  private func checkHeaders(_ sink: inout DiagnosticSink) -> Bool {
    var seen: Set<Substring> = []
    for header in headers {
      guard !header.text.isEmpty else {
        sink.report(
          .duplicateColumn, at: header, "This column has no heading, so no line can name it.",
          fix: "Give every column a heading of its own.")
        return false
      }
      guard seen.insert(header.text).inserted else {
        sink.report(
          .duplicateColumn, at: header, "The table has another column `\(header.text)`.",
          fix: "Give one of the two another heading.")
        return false
      }
    }
    return true
  }

  // MARK: Directives

  private mutating func applyDirectives(_ sink: inout DiagnosticSink) {
    // A comparison changes which columns there are, so it is read first.
    var lastDeclaration: Located?
    var hasComparison = false
    for directive in directives {
      guard case .compare(let columns) = directive.content else { continue }
      if hasComparison { reportSecond(directive, &sink) } else { compare(columns, &sink) }
      hasComparison = true
    }
    for directive in directives {
      switch directive.content {
      case .compare: break
      case .lists(let value):
        if extent != nil { reportSecond(directive, &sink) }
        extent = value
      case .why(let text):
        if let template = template(text, &sink) { explanations.append(template) }
      case .names(let columns):
        declaredNames.formUnion(columns.compactMap { column($0, &sink) })
        lastDeclaration = directive.place
      case .descriptions(let columns):
        declaredDescriptions.formUnion(columns.compactMap { column($0, &sink) })
        lastDeclaration = directive.place
      case .ask(let answer, let subject, let stem): ask(answer, from: subject, stem, directive.place, &sink)
      }
    }
    if let both = declaredNames.intersection(declaredDescriptions).min(), let place = lastDeclaration {
      sink.report(
        .badDirective, at: place, "The column `\(columnNames[both])` is declared both as names and as descriptions.",
        fix: "Keep it on one of the two lines.")
    }
  }

  private func reportSecond(_ directive: Directive, _ sink: inout DiagnosticSink) {
    let word = directive.place.text.prefix { $0.isLetter }
    sink.report(
      .duplicateDirective, at: directive.place, "This is the second `\(word)` line above one table.",
      fix: "Keep one of the two.")
  }

  private mutating func compare(_ columns: [Located], _ sink: inout DiagnosticSink) {
    let indices = columns.compactMap { column($0, &sink) }
    guard indices.count == columns.count else { return }
    guard indices.count >= 2, !indices.contains(0), Set(indices).count == indices.count else {
      sink.report(
        .badDirective, at: columns[0],
        "A comparison names two or more columns, each once, but not the first, which says what is compared.",
        fix: headers.count > 2
          ? "Write `> compare: \(headers.dropFirst().map(\.string).joined(separator: "; "))`."
          : "Give the table a column for each thing that is compared, or delete this line.")
      return
    }
    compared = indices
    comparedNames = indices.map { NameReader.read(headers[$0], reporting: &sink) }
  }

  private mutating func ask(
    _ answer: Located, from subject: Located, _ stem: Located, _ place: Located, _ sink: inout DiagnosticSink
  ) {
    // All three are read before any is judged, so that one run reports the faults of each.
    let (answerIndex, subjectIndex, template) = (column(answer, &sink), column(subject, &sink), template(stem, &sink))
    if let answerIndex { askedColumns.insert(answerIndex) }
    guard let answerColumn = answerIndex, let subjectColumn = subjectIndex, let template else { return }
    guard answerColumn != subjectColumn else {
      sink.report(
        .badStem, at: answer, "The column `\(answer.text)` is asked from itself.",
        fix: "Name the column of the answer before `from` and the column that the question shows after it.")
      return
    }
    if !compared.isEmpty, answerColumn == 0 || subjectColumn == 0 {
      sink.report(
        .badDirective, at: place, "A comparison is asked between `Cell` and `Column` only.",
        fix: "Begin with `> ask Cell from Column:` or `> ask Column from Cell:`.")
      return
    }
    guard template.columns.contains(subjectColumn) else {
      sink.report(
        .badStem, at: stem, "The question does not show what it asks about.",
        fix: "Put `{\(subject.text)}` into it, which becomes the text of that column.")
      return
    }
    guard !template.columns.contains(answerColumn) else {
      sink.report(
        .badStem, at: stem, "The question shows its own answer.", fix: "Take `{\(answer.text)}` out of it.")
      return
    }
    if template.literalText.split(whereSeparator: { !$0.isLetter }).count < 4 {
      sink.report(
        .shortStem, at: stem, "This is hardly a whole question: it has fewer than five words.",
        fix: "Ask so that the question can be answered without seeing the options.")
    }
    patterns.append(
      Pattern(answer: answerColumn, subject: subjectColumn, stem: template, line: place.line.number))
  }

  private func column(_ place: Located, _ sink: inout DiagnosticSink) -> Int? {
    if let index = columnNames.firstIndex(of: place.string) { return index }
    let guess = Spelling.closest(to: place.string, among: columnNames)
    sink.report(
      .unknownColumn, at: place, "The table has no column `\(place.text)`.",
      fix: guess.map { "Did you mean `\($0)`?" }
        ?? "Its columns are \(columnNames.map { "`\($0)`" }.joined(separator: ", ")).")
    return nil
  }

  private func template(_ place: Located, _ sink: inout DiagnosticSink) -> Template? {
    var pieces: [Template.Piece] = []
    var rest = place.text
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { pieces.append(.text(Located(rest[..<open], in: place.line).string)) }
      guard let close = rest[open...].firstIndex(of: "}") else {
        sink.report(
          .badStem, at: Located(rest[open...], in: place.line), "The placeholder that begins here is never closed.",
          fix: "Write `}` after the name of the column.")
        return nil
      }
      guard let column = column(Located(rest[rest.index(after: open)..<close], in: place.line).trimmed, &sink) else {
        return nil
      }
      pieces.append(.column(column))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(Located(rest, in: place.line).string)) }
    return Template(pieces: pieces)
  }

  // MARK: Columns and rows

  /// A column that some pattern asks for holds names, any other descriptions, unless the author says otherwise.
  private func content(ofColumn index: Int) -> Column.Content {
    if !compared.isEmpty { return index == 2 ? .descriptions : .names }
    if declaredDescriptions.contains(index) { return .descriptions }
    if declaredNames.contains(index) || askedColumns.contains(index) { return .names }
    return .descriptions
  }

  private func table(_ sink: inout DiagnosticSink) -> Table {
    let columns = columnNames.enumerated().map { Column(header: $1, content: content(ofColumn: $0)) }
    for pattern in patterns
    where columns[pattern.answer].content == .descriptions && columns[pattern.subject].content == .descriptions {
      if let place = directives.first(where: { $0.place.line.number == pattern.line })?.place {
        sink.report(
          .badDirective, at: place, "Both columns hold descriptions, so its facts would have no name.",
          fix: "List one of the two columns on a `> names:` line.")
      }
    }
    var rows: [Row] = []
    var above: [Value]?
    for gridRow in grid.rows {
      if !gridRow.cells[0].text.isEmpty { above = values(of: gridRow.cells[0], columns[0].content, &sink) }
      guard gridRow.isWhole else { continue }
      if above == nil {
        sink.report(
          .emptyCell, at: gridRow.line,
          "The first cell is empty, and there is no row above whose cell it could repeat.",
          fix: "Fill the first cell.")
      }
      let first = above ?? []
      rows += compared.isEmpty ? [row(gridRow, columns, first: first, &sink)] : comparison(gridRow, first: first, &sink)
    }
    return Table(
      columns: columns, rows: rows, patterns: patterns, extent: extent ?? .examples, explanations: explanations,
      isComparison: !compared.isEmpty,
      layout: [headers.map(\.string)] + grid.rows.filter(\.isWhole).map { $0.cells.map(\.unescaped) },
      line: grid.header.line.number)
  }

  private func row(
    _ gridRow: TableGrid.GridRow, _ columns: [Column], first: [Value], _ sink: inout DiagnosticSink
  ) -> Row {
    var cells = [first]
    for (cell, column) in zip(gridRow.cells, columns).dropFirst() {
      cells.append(values(of: cell, column.content, &sink))
    }
    return Row(cells: cells, line: gridRow.line.number)
  }

  /// One row for each compared column that has a cell.
  private func comparison(_ gridRow: TableGrid.GridRow, first: [Value], _ sink: inout DiagnosticSink) -> [Row] {
    zip(compared, comparedNames).compactMap { index, name in
      guard let name else { return nil }
      let cell = values(of: gridRow.cells[index], .descriptions, &sink)
      return cell.isEmpty ? nil : Row(cells: [first, [.name(name)], cell], line: gridRow.line.number)
    }
  }

  private func values(of cell: Located, _ content: Column.Content, _ sink: inout DiagnosticSink) -> [Value] {
    guard !cell.text.isEmpty else { return [] }
    guard content == .names else { return [.description(cell.unescaped)] }
    var values: [Value] = []
    for part in cell.split(at: ";") {
      guard !part.text.isEmpty else {
        sink.report(
          .emptyCell, at: part, "A `;` stands between two names, and here one is missing.",
          fix: "Write the name, or take the extra `;` out.")
        continue
      }
      if let name = NameReader.read(part, reporting: &sink) { values.append(.name(name)) }
    }
    return values
  }
}
