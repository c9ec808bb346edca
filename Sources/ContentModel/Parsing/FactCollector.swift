/// Gives every pair that a pattern asks its id, and finds pairs whose ids would clash.
struct FactCollector {
  let bankID: String
  private(set) var facts: [Fact] = []
  private var lineOfFact: [Int] = []
  private var indexOfID: [FactID: Int] = [:]
  /// How many pairs of cells were looked at, those that repeat a fact included.
  private var pairCount = 0

  /// The most pairs that are looked at: two long lists in one row already make millions.
  private static let mostPairs = 20_000

  init(bankID: String) {
    self.bankID = bankID
  }

  mutating func collect(
    _ table: Table, section: String, tableIndex: Int, lines: [SourceLine], reporting sink: inout DiagnosticSink
  ) {
    let pairs = Set(table.patterns.map { [$0.subject, $0.answer].sorted() }).sorted { $0.lexicographicallyPrecedes($1) }
    for columns in pairs {
      for (rowIndex, row) in table.rows.enumerated() {
        for left in row.cells[columns[0]] {
          for right in row.cells[columns[1]] {
            pairCount += 1
            guard pairCount <= Self.mostPairs else {
              if pairCount == Self.mostPairs + 1 { reportTooMany(at: lines[row.line - 1], &sink) }
              return
            }
            let values = [left, right]
            guard let id = identity(of: values, columns, in: row, table, section: section) else { continue }
            let fact = Fact(
              id: id, sectionID: section, tableIndex: tableIndex, rowIndex: rowIndex, columns: columns, values: values)
            add(fact, of: table, at: lines[row.line - 1], reporting: &sink)
          }
        }
      }
    }
  }

  private func reportTooMany(at line: SourceLine, _ sink: inout DiagnosticSink) {
    sink.report(
      .fileTooLarge, at: line, "From here on the bank has more than \(Self.mostPairs) facts, the most it may have.",
      fix: "Split it into several banks.")
  }

  private func identity(of values: [Value], _ columns: [Int], in row: Row, _ table: Table, section: String) -> FactID? {
    let prefix = "\(bankID)/\(section)/"
    switch (values[0], values[1]) {
    case (.name(let left), .name(let right)):
      return FactID("\(prefix)\(left.slug)/\(right.slug)")
    case (.name(let name), .description):
      // A cell of a comparison is told by its row and its column; the column alone has many cells.
      if table.isComparison, case .name(let aspect)? = row.cells[0].first {
        return FactID("\(prefix)\(aspect.slug):\(name.slug)")
      }
      return FactID("\(prefix)\(name.slug):\(Slug.make(table.columns[columns[1]].header))")
    case (.description, .name(let name)):
      return FactID("\(prefix)\(name.slug):\(Slug.make(table.columns[columns[0]].header))")
    case (.description, .description):
      return nil
    }
  }

  /// The two ways out when a name has two descriptions.
  private func fix(for fact: Fact, in table: Table) -> String {
    let note = "Tell equal names apart with a note, as in `Name [note]`"
    guard !table.isComparison, let column = fact.columns.first(where: { table.columns[$0].content == .descriptions })
    else { return "\(note)." }
    return "\(note); or if that column holds names too, add `> names: \(table.columns[column].header)` above the table."
  }

  private mutating func add(_ fact: Fact, of table: Table, at line: SourceLine, reporting sink: inout DiagnosticSink) {
    guard let known = indexOfID[fact.id] else {
      indexOfID[fact.id] = facts.count
      facts.append(fact)
      lineOfFact.append(line.number)
      return
    }
    let other = facts[known]
    if other.values.map(\.displayText) != fact.values.map(\.displayText) {
      let differing = other.values[0].displayText != fact.values[0].displayText ? 0 : 1
      let texts = [other, fact].map { "\"\($0.values[differing].displayText)\"" }
      sink.report(
        .conflictingFacts, at: line.place(of: fact.values[differing].displayText),
        "Two facts would have one id, `\(fact.id)`: \(texts[0]) (line \(lineOfFact[known])) and \(texts[1]).",
        fix: fix(for: fact, in: table))
    } else if other.tableIndex != fact.tableIndex {
      sink.report(
        .repeatedFact, at: line, "Line \(lineOfFact[known]) in another table of this section states the same fact.",
        fix: "State it once, or move one of the two tables to another section.")
    }
  }
}
