/// Decides from a plain reading of a bank, by brute force, whether an option is right, wrong or neither for sure.
struct BankOracle {
  typealias Place = (index: Int, subject: Int, answer: Int)

  let reader: BankReader
  private var idOf: [String: Int] = [:]
  /// The same for texts just as they are written, which is faster.
  private var idOfText: [String: Int] = [:]
  private var texts: [String] = []
  /// For each text, itself, what means the same and what is too close.
  private var close: [Set<Int>] = []
  private var same: [Set<Int>] = []
  /// What stands in a row with a text anywhere, or with something close to it.
  private var linked: [Set<Int>] = []
  /// For each table and two of its columns, as `[table, subject, answer]`, whether everything has one place.
  private var single: [[Int]: (oneSubjectEach: Bool, oneAnswerEach: Bool)] = [:]

  init(_ text: String) {
    reader = BankReader(text)
    let names = reader.nearPairs.flatMap { [$0.0, $0.1] } + Array(reader.groupOf.keys)
    for text in reader.sheets.flatMap({ $0.rows.joined().joined() }) + names where id(of: text) == nil {
      idOf[Self.letters(text)] = texts.count
      idOfText[text] = texts.count
      texts.append(text.lowercased())
    }
    same = texts.indices.map { left in
      Set(
        texts.indices.filter { right in
          left == right || (reader.groupOf[texts[left]].map { $0 == reader.groupOf[texts[right]] } ?? false)
        })
    }
    close = same
    let alike = texts.indices.flatMap { left in
      texts.indices.filter { $0 < left && Self.bare(texts[$0]) == Self.bare(texts[left]) }.map {
        (texts[left], texts[$0])
      }
    }
    for (left, right) in reader.nearPairs + alike {
      guard let left = id(of: left), let right = id(of: right) else { continue }
      for one in same[left] { close[one].formUnion(same[right]) }
      for one in same[right] { close[one].formUnion(same[left]) }
    }
    linked = texts.map { _ in [] }
    for row in reader.sheets.flatMap(\.rows) {
      for (left, right) in row.indices.flatMap({ first in row.indices.map { (first, $0) } }) where left != right {
        let others = row[right].reduce(into: Set<Int>()) { $0.formUnion(closeTo($1)) }
        for one in row[left].flatMap({ closeTo($0) }) { linked[one].formUnion(others) }
      }
    }
    for (index, sheet) in reader.sheets.enumerated() {
      for (subject, answer) in sheet.headers.indices.flatMap({ left in sheet.headers.indices.map { (left, $0) } }) {
        let pairs = pairs(at: (index, subject, answer))
        single[[index, subject, answer]] = (
          pairs.allSatisfy { one in pairs.allSatisfy { !areSame($0.1, one.1) || areSame($0.0, one.0) } },
          pairs.allSatisfy { one in pairs.allSatisfy { !areSame($0.0, one.0) || areSame($0.1, one.1) } }
        )
      }
    }
  }

  /// What stands in a row together in two columns of a table.
  private func pairs(at place: Place) -> [(String, String)] {
    reader.sheets[place.index].rows.flatMap { row in
      row[place.subject].flatMap { subject in row[place.answer].map { (subject, $0) } }
    }
  }

  private func id(of text: String) -> Int? { idOfText[text] ?? idOf[Self.letters(text)] }

  /// The letters and digits of a text in lower case, whatever stands between them as one space.
  private static func letters(_ text: String) -> String {
    var result = ""
    for scalar in text.lowercased().unicodeScalars {
      let isSign = !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
      if !isSign { result.unicodeScalars.append(scalar) } else if result.last != " " { result += " " }
    }
    let words = result.split(separator: " ").joined(separator: " ")
    return words.isEmpty ? text.lowercased() : words
  }

  /// A name without its note.
  private static func bare(_ text: String) -> String {
    guard text.last == ")", let open = text.firstRange(of: " (") else { return text }
    return String(text[..<open.lowerBound])
  }

  private func closeTo(_ text: String) -> Set<Int> { id(of: text).map { close[$0] } ?? [] }

  private func areSame(_ left: String, _ right: String) -> Bool {
    guard let left = id(of: left), let right = id(of: right) else { return false }
    return same[left].contains(right)
  }

  /// Whether two texts mean the same or are too close to be told apart.
  func areClose(_ left: String, _ right: String) -> Bool {
    id(of: right).map { closeTo(left).contains($0) } ?? false
  }

  /// The table of a section that has both columns.
  func place(_ section: String, subject: String, answer: String) -> Place? {
    for (index, sheet) in reader.sheets.enumerated() where sheet.section == section {
      if let left = sheet.headers.firstIndex(of: subject), let right = sheet.headers.firstIndex(of: answer) {
        return (index, left, right)
      }
    }
    return nil
  }

  /// Whether the asked table itself says that the option is right.
  func isRight(_ option: String, for subject: String, at place: Place) -> Bool {
    reader.sheets[place.index].rows.contains { row in
      row[place.subject].contains { areSame($0, subject) } && row[place.answer].contains { areSame($0, option) }
    }
  }

  /// Whether the whole bank leaves no way for the option to be right.
  func isWrong(_ option: String, for subject: String, at place: Place, asksForListed: Bool) -> Bool {
    guard let subjectID = id(of: subject), let optionID = id(of: option) else { return false }
    if close[subjectID].contains(optionID) || linked[subjectID].contains(optionID) { return false }
    if reader.sheets[place.index].isComplete || asksForListed { return true }
    // An open list proves something only where everything has one place.
    let pairs = pairs(at: place)
    guard let single = single[[place.index, place.subject, place.answer]] else { return false }
    return (single.oneSubjectEach && pairs.contains { areSame($0.1, option) })
      || (single.oneAnswerEach && pairs.contains { areSame($0.0, subject) })
  }

  /// What joins three of four texts, the asked one among them, and leaves one out, as far as a plain reading tells:
  /// a text that stands in a row with each of the three, or a column that they stand in.
  func otherGroupings(of odd: String, among texts: [String]) -> [String] {
    var found: [String] = []
    func examine(_ label: String, _ joins: (String) -> Bool) {
      let joined = texts.filter(joins)
      if joined.count == 3, joined.contains(odd) { found.append("\(label) joins \(joined)") }
    }
    for (index, sheet) in reader.sheets.enumerated() {
      for column in sheet.headers.indices {
        func rows(of text: String) -> [[[String]]] {
          sheet.rows.filter { row in row[column].contains { areSame($0, text) } }
        }
        examine("\(sheet.section) \(index) \(sheet.headers[column])") { !rows(of: $0).isEmpty }
        func beside(_ row: [[String]]) -> [String] { row.indices.filter { $0 != column }.flatMap { row[$0] } }
        for value in Set(texts.flatMap { rows(of: $0) }.flatMap(beside)) {
          examine(value) { rows(of: $0).contains { row in beside(row).contains { areSame($0, value) } } }
        }
      }
    }
    return found
  }
}
