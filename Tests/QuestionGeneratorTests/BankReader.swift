/// A reading of a bank that shares no code with the program: it splits lines and compares texts.
///
/// It only knows well-formed banks, and takes every cell with a semicolon for a list.
struct BankReader {
  struct Ask {
    let section: String
    let answer: String
    let subject: String
    let stem: String
  }

  struct Sheet {
    let section: String
    var isComplete = false
    /// The headings in the file.
    var authored: [String] = []
    /// The headings that items name: those of a comparison differ from the file's.
    var headers: [String] = []
    /// For each row and column the texts that the cell states.
    var rows: [[[String]]] = []
  }

  private(set) var asks: [Ask] = []
  /// The `why` lines with the section that they stand in.
  private(set) var whys: [(section: String, text: String)] = []
  private(set) var sheets: [Sheet] = []
  /// A number for all names, in lower case, that a chain of `=` lines joins.
  private(set) var groupOf: [String: Int] = [:]
  private(set) var nearPairs: [(String, String)] = []
  private var groupCount = 0

  init(_ text: String) {
    var section = ""
    var isComplete = false
    var compared: [String] = []
    var isInTable = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("## "), let start = line.firstRange(of: "{#") {
        section = String(line[start.upperBound...].prefix { $0 != " " && $0 != "}" })
      } else if line.hasPrefix("> ask "), let colon = line.firstIndex(of: ":") {
        let columns = line[..<colon].dropFirst(6).split(separator: " from ").map(String.init)
        let stem = String(line[line.index(after: colon)...].drop { $0 == " " })
        asks.append(Ask(section: section, answer: columns[0], subject: columns[1], stem: stem))
      } else if line.hasPrefix("> why: ") {
        whys.append((section, String(line.dropFirst(7))))
      } else if line == "> lists: complete" {
        isComplete = true
      } else if line.hasPrefix("> compare: ") {
        compared = line.dropFirst(11).split(separator: "; ").map(String.init)
      } else if line.hasPrefix("- "), section == "names" {
        relate(String(line.dropFirst(2)))
      }
      guard line.hasPrefix("|") else {
        if isInTable { (isInTable, isComplete, compared) = (false, false, []) }
        continue
      }
      let cells = line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false).map(Self.trim)
      if !isInTable {
        isInTable = true
        let headers = compared.isEmpty ? cells : [cells[0], "Column", "Cell"]
        sheets.append(Sheet(section: section, isComplete: isComplete, authored: cells, headers: headers))
      } else if !line.hasPrefix("| -") {
        add(cells, comparing: compared)
      }
    }
  }

  private mutating func add(_ cells: [String], comparing compared: [String]) {
    guard var sheet = sheets.popLast() else { return }
    var row = cells.map { cell in
      cell.split(separator: ";").map { Self.shown(Self.trim($0)) }
    }
    if row[0].isEmpty { row[0] = sheet.rows.last?[0] ?? [] }
    if compared.isEmpty {
      sheet.rows.append(row)
    } else {
      for (index, header) in sheet.authored.enumerated() where compared.contains(header) && !row[index].isEmpty {
        sheet.rows.append([row[0], [header], row[index]])
      }
    }
    sheets.append(sheet)
  }

  private mutating func relate(_ line: String) {
    for (sign, isSame) in [(" != ", false), (" ~ ", false), (" = ", true)] where line.contains(sign) {
      let names = line.split(separator: sign).map { Self.shown(Self.trim($0)) }
      if sign == " ~ " {
        for left in names { for right in names where left < right { nearPairs.append((left, right)) } }
      } else if isSame {
        let old = Set(names.compactMap { groupOf[$0.lowercased()] })
        groupCount += 1
        for (name, group) in groupOf where old.contains(group) { groupOf[name] = groupCount }
        for name in names { groupOf[name.lowercased()] = groupCount }
      }
      return
    }
  }

  private static func trim(_ text: Substring) -> String {
    String(String(text.drop { $0 == " " }).reversed().drop { $0 == " " }.reversed())
  }

  /// `Name [note]` as a learner sees it.
  private static func shown(_ text: String) -> String {
    text.last == "]" ? text.replacing("[", with: "(").replacing("]", with: ")") : text
  }
}
