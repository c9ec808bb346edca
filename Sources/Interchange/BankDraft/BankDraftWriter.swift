import ContentModel

/// Writes a draft as a bank.
enum BankDraftWriter {
  /// The most pairs of names that are offered for a decision; `kpo bank check` tells all.
  static let mostOffers = 200

  /// The most names that are compared with each other, which takes a time that grows faster than their number.
  static let mostCompared = 2000

  /// The Markdown text of a bank.
  static func text(_ draft: BankDraft) -> String {
    let title = BankText.title(draft.title)
    var writer = Lines()
    writer.add(["---", "bank: \(BankText.identifier(draft.id) ?? "my-bank")"])
    writer.add(["title: \(title.isEmpty ? "My bank" : title)", "language: en", "---", ""])
    writer.add(["# \(title.isEmpty ? "My bank" : title)", ""])
    writer.add(about)
    for block in draft.introduction { writer.add(block) }
    var ids: Set<String> = ["names"]
    for (index, section) in draft.sections.enumerated() {
      let title = BankText.title(section.title)
      let wanted = BankText.identifier(title).map(short) ?? "section-\(index + 1)"
      writer.add(["## \(title.isEmpty ? "Section \(index + 1)" : title) {#\(unused(wanted, &ids))}", ""])
      for block in section.blocks { writer.add(block) }
    }
    writer.add(names(draft))
    return writer.text
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

  private static func unused(_ wanted: String, _ ids: inout Set<String>) -> String {
    var id = wanted
    var number = 2
    while !ids.insert(id).inserted {
      id = "\(wanted)-\(number)"
      number += 1
    }
    return id
  }

  /// The pairs of names that look alike, in order; only among the first ``mostCompared``.
  static func offers(_ draft: BankDraft) -> [(String, String)] {
    var seen: Set<String> = []
    let names = draft.tables.flatMap(\.names).filter { seen.insert($0).inserted }.prefix(mostCompared)
    let terms = names.map { String($0.prefix { $0 != "[" }) }
    return NameLikeness.alikePairs(terms).filter { terms[$0.0] != terms[$0.1] }.map { (names[$0.0], names[$0.1]) }
  }

  private static func names(_ draft: BankDraft) -> [String] {
    let offers = offers(draft).filter { !cannotBeRelated($0.0) && !cannotBeRelated($0.1) }
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

  /// Lines of about 100 characters; none begins with what has a meaning there.
  private static func wrapped(_ text: String, indent: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if line.count + word.count >= 100, let first = word.first, !"#>|-*{".contains(first) {
        lines.append(line)
        line = indent + word
      } else {
        line += (line.isEmpty ? "" : " ") + word
      }
    }
    return lines + [line]
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
