import ContentModel

/// A table as a file has it, before anything is known of its columns.
struct FoundTable {
  /// A row with the line of the file where it begins.
  struct Row {
    var cells: [String]
    let line: Int
  }

  var headers: [String]
  var rows: [Row]
  /// The columns of which the file itself tells that they hold descriptions; nil to judge each by its texts.
  var descriptions: Set<Int>?
  /// Whether `;` in a cell stands between several names.
  var splitsLists = true
  /// Whether an empty first cell repeats the one above, as in the tables of articles; elsewhere it is a gap.
  var repeatsFirstCells = false
}

/// Makes a table of a draft from one that was found, and tells what had to be left out.
struct TableProposal {
  private(set) var notes: [ImportNote] = []
  private let found: FoundTable
  private var headers: [String] = []
  private var descriptions: Set<Int> = []

  /// The most columns that a table of a bank may have.
  private static let mostColumns = 12

  private init(_ found: FoundTable) { self.found = found }

  /// The table, or nil if no row is left; the notes are in the order of the file.
  static func make(_ found: FoundTable) -> (table: DraftTable?, notes: [ImportNote]) {
    var proposal = TableProposal(found)
    let table = proposal.table()
    return (table, proposal.notes)
  }

  private mutating func table() -> DraftTable? {
    headers = Self.headers(found.headers)
    if found.headers.count > Self.mostColumns {
      notes.append(
        ImportNote("A table of a bank has at most \(Self.mostColumns) columns, so the last ones are left out"))
    }
    descriptions = found.descriptions ?? guessedDescriptions()
    var (rows, key) = cleanRows()
    if let key, headers.count == 2, needsNumbers(rows, key), hasOnlyShortTexts {
      // What has several short texts is better asked from each of them than told apart by numbers.
      notes = []
      descriptions = []
      rows = cleanRows().rows
    }
    guard !rows.isEmpty else { return nil }
    if let key { tellNamesApart(&rows, key: key) }
    return draft(rows.map(\.cells), key: key)
  }

  private mutating func cleanRows() -> (rows: [DraftRow], key: Int?) {
    var rows = filledRows()
    makeSpellingsEqual(&rows)
    removeRepeated(&rows)
    return (rows, keyColumn(rows.map(\.cells)))
  }

  // MARK: Columns

  private static func headers(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.prefix(mostColumns).enumerated().map { index, text in
      let plain = BankText.header(text)
      let header = plain.isEmpty ? "Column \(index + 1)" : plain
      var unique = header
      var number = 2
      while !seen.insert(unique).inserted {
        unique = "\(header) \(number)"
        number += 1
      }
      return unique
    }
  }

  /// The columns of long texts and of sentences; if that were all, the one with the shortest texts holds the names.
  private func guessedDescriptions() -> Set<Int> {
    var means: [Double] = []
    var guessed: Set<Int> = []
    for column in headers.indices {
      let texts = found.rows.compactMap { $0.cells.indices.contains(column) ? $0.cells[column] : nil }
        .filter { !$0.isEmpty }
      let parts = found.splitsLists ? texts.flatMap { $0.split(separator: ";").map(String.init) } : texts
      let mean = parts.isEmpty ? 0 : Double(parts.reduce(0) { $0 + $1.count }) / Double(parts.count)
      means.append(mean)
      let sentences = texts.count { Self.isSentence($0) }
      let isLong = mean > 40 || parts.count { $0.count > 80 } * 4 > parts.count
      if !texts.isEmpty, isLong || sentences * 2 > texts.count { guessed.insert(column) }
    }
    guard guessed.count == headers.count else { return guessed }
    let shortest = means.indices.min { means[$0] < means[$1] }
    return shortest.map { guessed.subtracting([$0]) } ?? guessed
  }

  private static func isSentence(_ text: String) -> Bool {
    guard let last = text.last, ".?!".contains(last) else { return text.contains("___") }
    return text.split(separator: " ").count > 3
  }

  // MARK: Rows

  /// A row on its way into the draft.
  private struct DraftRow {
    var cells: [[String]]
    let line: Int
  }

  /// The rows with clean cells; what can state no fact is left out, for a bank would repeat the first cell above.
  private mutating func filledRows() -> [DraftRow] {
    var above: [String] = []
    var rows: [DraftRow] = []
    for row in found.rows {
      if row.cells.count > headers.count, row.cells[headers.count...].contains(where: { !$0.isEmpty }),
        found.headers.count <= Self.mostColumns
      {
        notes.append(ImportNote(line: row.line, "The row has more cells than there are columns; the rest is left out"))
      }
      var cells = headers.indices.map {
        row.cells.indices.contains($0) ? values(row.cells[$0], column: $0, row.line) : []
      }
      if cells.allSatisfy(\.isEmpty) { continue }
      if found.repeatsFirstCells, row.cells[0].allSatisfy(\.isWhitespace) { cells[0] = above }
      above = cells[0]
      guard !cells[0].isEmpty else {
        notes.append(ImportNote(line: row.line, "The row has no first cell, so it is left out"))
        continue
      }
      guard headers.count == 1 || cells.count(where: { !$0.isEmpty }) > 1 else {
        notes.append(ImportNote(line: row.line, "The row has only one cell, which states nothing, so it is left out"))
        continue
      }
      rows.append(DraftRow(cells: cells, line: row.line))
    }
    return rows
  }

  private mutating func values(_ cell: String, column: Int, _ line: Int) -> [String] {
    if descriptions.contains(column) {
      if BankText.isCut(cell, asName: false) { noteCut("cell", cell, line) }
      let text = Self.withoutFullStop(BankText.line(cell))
      return text.isEmpty ? [] : [text]
    }
    let parts = found.splitsLists ? cell.split(separator: ";").map(String.init) : [cell]
    var seen: Set<String> = []
    return parts.compactMap { part -> String? in
      let name = BankText.name(part)
      guard !name.isEmpty else { return nil }
      if BankText.isCut(part, asName: true) { noteCut("name", part, line) }
      guard !Slug.make(name).isEmpty else {
        notes.append(
          ImportNote(line: line, "\"\(name)\" has neither a letter nor a digit, so it cannot be a name and is left out")
        )
        return nil
      }
      return seen.insert(name.lowercased()).inserted ? name : nil
    }
  }

  private mutating func noteCut(_ what: String, _ text: String, _ line: Int) {
    let start = text.prefix(30).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    notes.append(ImportNote(line: line, "The \(what) \"\(start)…\" is too long for a bank, so its end is left out"))
  }

  /// A description stands inside questions, where a full stop would be in the way; that of an abbreviation stays.
  private static func withoutFullStop(_ text: String) -> String {
    let rest = text.dropLast()
    guard text.last == ".", let end = rest.last, end.isLetter || end.isNumber || ")_\"”".contains(end),
      let word = rest.split(separator: " ").last, word.count > 1, !word.contains(".")
    else { return text }
    return String(text.dropLast())
  }

  /// One thing is spelled in one way; names that differ more but would have one id get a number.
  private func makeSpellingsEqual(_ rows: inout [DraftRow]) {
    var spellings: [String: String] = [:]
    var sharers: [String: Int] = [:]
    for row in rows.indices {
      for column in headers.indices where !descriptions.contains(column) {
        rows[row].cells[column] = rows[row].cells[column].map { name in
          let small = name.lowercased()
          if let known = spellings[small] { return known }
          let number = sharers[Slug.make(name), default: 0] + 1
          sharers[Slug.make(name)] = number
          let spelling = number == 1 ? name : "\(name) [\(number)]"
          spellings[small] = spelling
          return spelling
        }
      }
    }
  }

  private mutating func removeRepeated(_ rows: inout [DraftRow]) {
    var lines: [[[String]]: Int] = [:]
    rows = rows.filter { row in
      let content = row.cells.map { $0.map { $0.lowercased() } }
      guard let first = lines[content] else {
        lines[content] = row.line
        return true
      }
      notes.append(ImportNote(line: row.line, "The row repeats line \(first), so it is left out"))
      return false
    }
  }

  // MARK: Names

  /// The column of names that tells the most rows apart; nil if there is none.
  private func keyColumn(_ rows: [[[String]]]) -> Int? {
    let columns = headers.indices.filter { !descriptions.contains($0) }
    let counts = columns.map { column in Set(rows.flatMap { $0[column] }).count }
    guard let most = counts.max() else { return nil }
    return zip(columns, counts).first { $0.1 == most }?.0
  }

  private func needsNumbers(_ rows: [DraftRow], _ key: Int) -> Bool {
    !descriptions.isEmpty && Self.hasRepeated(rows.map { $0.cells[key] })
  }

  private var hasOnlyShortTexts: Bool {
    found.rows.allSatisfy { row in row.cells.allSatisfy { $0.count < BankText.longestName } }
  }

  /// A name with several descriptions is several names: each gets a note, from another column or a number.
  private mutating func tellNamesApart(_ rows: inout [DraftRow], key: Int) {
    guard !descriptions.isEmpty else { return }
    var taken = Set(
      rows.flatMap { row in headers.indices.filter { !descriptions.contains($0) }.flatMap { row.cells[$0] } }.map(
        Self.id))
    var rowsOfName: [String: [Int]] = [:]
    for (index, row) in rows.enumerated() {
      for name in row.cells[key] { rowsOfName[name, default: []].append(index) }
    }
    for (name, indices) in rowsOfName.sorted(by: { $0.key < $1.key }) where indices.count > 1 {
      let texts = descriptions.sorted().map { column in Set(indices.compactMap { rows[$0].cells[column].first }) }
      guard texts.contains(where: { $0.count > 1 }) else { continue }
      let remarks = Self.remarks(indices.map { rows[$0].cells }, notFrom: descriptions.union([key]))
      var number = 1
      for (index, remark) in zip(indices, remarks) {
        var marked = Self.name(name, remark: remark)
        while !taken.insert(Self.id(of: marked)).inserted {
          marked = Self.name(name, remark: String(number))
          number += 1
        }
        rows[index].cells[key] = rows[index].cells[key].map { $0 == name ? marked : $0 }
      }
      notes.append(
        ImportNote(
          line: rows[indices[1]].line,
          "\"\(name)\" has \(indices.count) descriptions, so a note in brackets tells \(indices.count) names apart"))
    }
  }

  /// What tells rows apart: the first other column of names that does, or else numbers.
  private static func remarks(_ rows: [[[String]]], notFrom columns: Set<Int>) -> [String] {
    for column in rows[0].indices where !columns.contains(column) {
      let remarks = rows.map { $0[column].joined(separator: ", ").replacingEach(["[": "(", "]": ")"]) }
      let slugs = Set(remarks.map { Slug.make($0) })
      if slugs.count == rows.count, !slugs.contains(""), remarks.allSatisfy({ $0.count <= 40 }) { return remarks }
    }
    return rows.indices.map { String($0 + 1) }
  }

  private static func name(_ name: String, remark: String) -> String {
    guard name.last == "]" else { return "\(name) [\(remark)]" }
    return "\(name.dropLast()), \(remark)]"
  }

  /// The part of a fact's id that stands for a name.
  private static func id(of name: String) -> String {
    name.split(separator: "[").map { Slug.make(String($0)) }.joined(separator: "(")
  }

  // MARK: Questions

  private func draft(_ rows: [[[String]]], key: Int?) -> DraftTable {
    var patterns: [DraftTable.Pattern] = []
    var explanations: [String] = []
    let repeats = headers.indices.map { column in
      !descriptions.contains(column) && Self.hasRepeated(rows.map { $0[column] })
    }
    for other in headers.indices {
      guard let key, other != key, Set(rows.map { $0[other] }).subtracting([[]]).count > 1 else { continue }
      let wording = QuestionWording(
        key: headers[key], other: headers[other],
        relation: relation(rows, other, isGroup: other < key && repeats[other]))
      patterns.append(.init(answer: key, subject: other, stem: wording.askingKey))
      patterns.append(.init(answer: other, subject: key, stem: wording.askingOther))
      explanations.append(wording.explanation)
    }
    return DraftTable(
      headers: headers, rows: rows, descriptions: descriptions, hasLists: repeats.contains(true), patterns: patterns,
      explanations: explanations)
  }

  private func relation(_ rows: [[[String]]], _ column: Int, isGroup: Bool) -> QuestionWording.Relation {
    let texts = rows.compactMap { $0[column].first }
    if texts.count(where: { $0.contains("___") }) * 2 > texts.count { return .gap }
    if texts.count(where: { $0.last == "?" }) * 2 > texts.count { return .question }
    guard descriptions.contains(column) else { return isGroup ? .group : .partner }
    return Set(texts).count < texts.count ? .sharedDescription : .description
  }

  /// Whether some value stands in several rows, or several in one.
  private static func hasRepeated(_ cells: [[String]]) -> Bool {
    let values = cells.joined()
    return cells.contains { $0.count > 1 } || Set(values).count < values.count
  }
}
