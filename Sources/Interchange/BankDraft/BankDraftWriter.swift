import ContentModel

/// Writes a draft as a bank.
enum BankDraftWriter {
  /// The most pairs of names that are offered for a decision; `kpo bank check` tells all.
  private static let mostOffers = 200

  /// The most names that are compared with each other, the characters of the longest, and those of all.
  ///
  /// The comparison takes a time that grows with the square of their number.
  private static let mostCompared = (names: 300, characters: 60, allCharacters: 6000)

  /// A bank as a file.
  static func file(_ draft: BankDraft) -> BankDraft.File {
    let title = BankText.title(draft.title)
    var writer = Lines()
    writer.add(["---", "bank: \(BankText.identifier(draft.id) ?? "my-bank")"])
    writer.add(["title: \(title.isEmpty ? "My bank" : title)", "language: en", "---", ""])
    writer.add(["# \(title.isEmpty ? "My bank" : title)", ""])
    writer.add(about)
    for block in draft.introduction { writer.add(block) }
    var ids = SectionIDs()
    for (index, section) in draft.sections.enumerated() {
      let title = BankText.title(section.title)
      let wanted = BankText.identifier(title).map(short) ?? "section-\(index + 1)"
      writer.add(["## \(title.isEmpty ? "Section \(index + 1)" : title) {#\(ids.unused(wanted))}", ""])
      for block in section.blocks { writer.add(block) }
    }
    let (offers, uncompared) = offers(draft)
    writer.add(names(offers))
    return BankDraft.File(text: writer.text, undecidedPairs: offers.count, uncomparedNames: uncompared)
  }

  private static let about = [
    "<!-- A draft made by `kpo bank import`: each guess has a remark that begins with \"Decide\". Read the questions, the",
    "`ask` lines, with the words of their tables, and delete what does not fit. `lists: examples` means that more could",
    "belong to a list than stands there, `lists: complete` that nothing else does. -->", "",
  ]

  /// The words of an id that fit into 40 characters, at least the first.
  private static func short(_ id: String) -> String {
    guard id.count > 40 else { return id }
    let start = id.prefix(41)
    return String(start.lastIndex(of: "-").map { start[..<$0] } ?? start.dropLast())
  }

  /// The pairs of names that look alike, in order, among those that are compared.
  private static func offers(_ draft: BankDraft) -> (pairs: [(String, String)], uncompared: Int) {
    var seen: Set<String> = []
    let all = draft.tables.flatMap(\.names).filter { seen.insert($0).inserted }
    var room = mostCompared.allCharacters
    let names = all.filter { $0.count <= mostCompared.characters }.prefix(mostCompared.names).prefix { name in
      room -= name.count
      return room >= 0
    }
    let terms = names.map { String($0.prefix { $0 != "[" }) }
    let pairs = NameLikeness.alikePairs(terms).filter { terms[$0.0] != terms[$0.1] }
      .map { (names[$0.0], names[$0.1]) }
    return (pairs.filter { !cannotBeRelated($0.0) && !cannotBeRelated($0.1) }, all.count - names.count)
  }

  private static func names(_ offers: [(String, String)]) -> [String] {
    var lines = [
      "## Names {#names}", "",
      "<!-- A line such as `- A = B` here says that two names mean the same, `- A ~ B` that they",
      "are too close to stand in one question, `- A != B` that they only look alike. -->", "",
    ]
    guard !offers.isEmpty else { return lines }
    lines += ["<!-- Decide: these look alike. Put the right sign in and take the comment marks away. -->", ""]
    lines += offers.prefix(mostOffers).map { left, right in
      let sign = isAbbreviation(left, of: right) || isAbbreviation(right, of: left) ? "=" : "~"
      return "<!-- - \(BankText.comment(left)) \(sign) \(BankText.comment(right)) -->"
    }
    if offers.count > mostOffers {
      lines.append("<!-- And \(offers.count - mostOffers) more, which `kpo bank check` shows. -->")
    }
    return lines + [""]
  }

  /// Whether a name is what stands before or inside the brackets of another: `LPO` or `Legal Process Outsourcing`.
  private static func isAbbreviation(_ short: String, of long: String) -> Bool {
    guard long.last == ")", let open = long.lastIndex(of: "(") else { return false }
    return long[long.index(after: open)...].dropLast() == short || long[..<open].dropLast() == short
  }

  /// A name with a sign inside cannot stand on a line that is split at signs.
  private static func cannotBeRelated(_ name: String) -> Bool {
    ["=", "~", "!="].contains { " \(name) ".contains(" \($0) ") }
  }
}

/// The ids of sections, each once.
private struct SectionIDs {
  private var ids: Set<String> = ["names"]
  /// The last number that was put behind an id, so that many equal headings do not try all numbers again.
  private var numbers: [String: Int] = [:]

  mutating func unused(_ wanted: String) -> String {
    var id = wanted
    while !ids.insert(id).inserted {
      let number = numbers[wanted, default: 1] + 1
      numbers[wanted] = number
      id = "\(wanted)-\(number)"
    }
    return id
  }
}

/// The lines of a bank as they are written, one after the other.
private struct Lines {
  private(set) var text = ""

  mutating func add(_ lines: [String]) {
    for line in lines { text += line + "\n" }
  }

  mutating func add(_ block: BankDraft.Block) {
    switch block {
    case .paragraph(let prose):
      let prose = BankText.prose(prose)
      if !prose.isEmpty { add(Self.wrapped(prose, indent: "") + [""]) }
    case .bullets(let bullets):
      let texts = bullets.map(BankText.prose).filter { !$0.isEmpty }
      if !texts.isEmpty { add(texts.flatMap { Self.wrapped("- " + $0, indent: "  ") } + [""]) }
    case .subheading(let title):
      let title = BankText.title(title)
      if !title.isEmpty { add(["### \(title)", ""]) }
    case .comment(let remark): add(Self.wrapped("<!-- \(BankText.comment(remark)) -->", indent: "") + [""])
    case .table(let table): add(Self.lines(of: table) + [""])
    }
  }

  /// The most scalars of a word; what is longer is no word, and would make a line that no bank may have.
  private static let longestWord = 500

  /// The most scalars of a line whose words could not begin another.
  private static let longestLine = 1000

  /// Lines of about 100 characters; none begins with what has a meaning there.
  private static func wrapped(_ text: String, indent: String) -> [String] {
    var lines: [String] = []
    var line = ""
    var length = 0
    for word in text.split(separator: " ").flatMap(pieces) {
      let count = word.unicodeScalars.count
      let isFree = word.unicodeScalars.first.map { !"#>|-*{".unicodeScalars.contains($0) } ?? false
      if length > 0, length + count >= 100, isFree || length > longestLine {
        lines.append(line)
        line = indent + (isFree ? "" : "… ") + word
        length = count
      } else {
        line += (line.isEmpty ? "" : " ") + word
        length += count + 1
      }
    }
    return lines + [line]
  }

  private static func pieces(_ word: Substring) -> [Substring] {
    var pieces: [Substring] = []
    var rest = word.unicodeScalars
    while !rest.isEmpty {
      pieces.append(Substring(rest.prefix(longestWord)))
      rest = rest.dropFirst(longestWord)
    }
    return pieces
  }

  private static func lines(of table: DraftTable) -> [String] {
    var lines = ["> lists: \(table.hasLists ? "examples" : "complete")"]
    for pattern in table.patterns {
      lines.append("> ask \(table.headers[pattern.answer]) from \(table.headers[pattern.subject]): \(pattern.stem)")
    }
    let descriptions = table.descriptions.sorted().map { table.headers[$0] }
    if !descriptions.isEmpty { lines.append("> descriptions: \(descriptions.joined(separator: "; "))") }
    let names = table.headers.indices.filter { !table.descriptions.contains($0) }.map { table.headers[$0] }
    let asked = Set(table.patterns.map { table.headers[$0.answer] })
    let unasked = names.filter { !asked.contains($0) }
    if !unasked.isEmpty { lines.append("> names: \(unasked.joined(separator: "; "))") }
    lines += table.explanations.map { "> why: \($0)" }
    var grid = [table.headers.map(escaped)]
    var above: [String]?
    for row in table.rows {
      var cells = row.map { escaped($0.joined(separator: "; ")) }
      if row[0] == above { cells[0] = "" }
      above = row[0]
      grid.append(cells)
    }
    return lines + [""] + drawn(grid)
  }

  private static func escaped(_ cell: String) -> String {
    cell.contains("|") ? cell.replacing("|", with: "\\|") : cell
  }

  /// The rows with bars, a row of hyphens under the first, columns aligned as far as they are narrow.
  private static func drawn(_ grid: [[String]]) -> [String] {
    let widths = grid[0].indices.map { column in max(3, min(40, grid.map { $0[column].count }.max() ?? 0)) }
    let rows = grid.map { row in
      "|" + zip(row, widths).map { " \($0)\(String(repeating: " ", count: max(0, $1 - $0.count))) |" }.joined()
    }
    return [rows[0], "|" + widths.map { " \(String(repeating: "-", count: $0)) |" }.joined()] + rows.dropFirst()
  }
}
