/// What reading a bank gives: the bank, if it has no errors, and everything that was found.
public struct BankReading: Sendable {
  /// The bank, or nil if there is an error among the diagnostics.
  public let bank: Bank?
  /// The faults and warnings in the order of the file.
  public let diagnostics: [Diagnostic]
}

extension BankReading {
  /// The same reading with what a later look at the bank found, in the order of the file.
  public func adding(_ others: [Diagnostic]) -> BankReading {
    BankReading(bank: bank, diagnostics: (diagnostics + others).inOrderOfTheFile)
  }
}

extension [Diagnostic] {
  /// By line and column; what stands at one place stays in the order it was found.
  fileprivate var inOrderOfTheFile: [Diagnostic] {
    enumerated().sorted {
      ($0.element.line, $0.element.column, $0.offset) < ($1.element.line, $1.element.column, $1.offset)
    }.map(\.element)
  }
}

/// Reads the Markdown subset in which banks are written.
///
/// The parser goes on after each fault, so that one run tells all of them.
public struct BankParser {
  private var sink: DiagnosticSink
  private let lines: [SourceLine]
  private let advises: Bool
  /// The lines that are read: without those that hold only a comment, so that one may stand inside a table.
  private let content: [SourceLine]
  private var matter = FrontMatter()
  private var title: Located?
  private var introduction: [Block] = []
  private var sections: [Section] = []
  private var lineOfSectionID: [String: Int] = [:]
  private var current: SectionDraft?
  private var statements: [NameRelations.Statement] = []
  private var directives: [Directive] = []
  private var paragraph: [Located] = []
  /// The first line in a section such as `{#name}` that reads like one of the names section.
  private var strayNameLine: (line: Located, sectionID: String)?
  private var hasNamesSection = false
  /// Each bullet with the indented lines on which it goes on.
  private var bullets: [(first: SourceLine, others: [SourceLine])] = []

  private init(_ bytes: [UInt8], advises: Bool) {
    self.advises = advises
    var diagnostics: [Diagnostic] = []
    lines = SourceText.lines(of: bytes, reporting: &diagnostics)
    content = lines.filter { !$0.isSkipped }
    sink = DiagnosticSink(diagnostics)
  }

  /// Reads a bank from the bytes of a file, and checks it.
  ///
  /// - Parameter advises: whether to look for what an author could do better, too; learners can do without it.
  public static func parse(_ bytes: [UInt8], advises: Bool = true) -> BankReading {
    var parser = BankParser(bytes, advises: advises)
    return parser.read()
  }

  private mutating func read() -> BankReading {
    if content.isEmpty, sink.diagnostics.isEmpty {
      let nothing = lines.first ?? SourceLine(number: 1, original: "", text: "")
      sink.report(
        .missingFrontMatter, at: nothing, lines.isEmpty ? "The file is empty." : "The file holds nothing but comments.",
        fix: FrontMatter.fix)
    }
    let start: Int
    (matter, start) = content.isEmpty ? (FrontMatter(), 0) : FrontMatter.parse(content, reporting: &sink)
    var index = start
    while index < content.count {
      if content[index].text.trimmingSpaces().first == "|" {
        let end = content[index...].firstIndex { $0.text.trimmingSpaces().first != "|" } ?? content.endIndex
        readTable(content[index..<end])
        index = end
      } else {
        readLine(content[index])
        index += 1
      }
    }
    closeSection()
    reportStrayNameLine()
    if sections.isEmpty, !sink.diagnostics.contains(where: { $0.severity == .error }), let last = lines.last {
      sink.report(
        .noSections, at: last, "The bank ends here without a single section, so there is nothing to ask.",
        fix: "Add a heading such as `## A Section {#a-section}` and a table under it.")
    }
    return finish()
  }

  private mutating func finish() -> BankReading {
    var collector = FactCollector(bankID: matter.bank)
    for section in sections {
      for (index, table) in section.tables.enumerated() {
        collector.collect(table, section: section.id, tableIndex: index, lines: lines, reporting: &sink)
      }
    }
    let bank = Bank(
      id: matter.bank, title: matter.title, language: matter.language, introduction: introduction, sections: sections,
      relations: NameRelations(statements), facts: collector.facts)
    let hasErrors = sink.diagnostics.contains { $0.severity == .error }
    let found = sink.diagnostics + BankCheck.all(bank, lines: lines, afterErrors: hasErrors, advises: advises)
    let isUsable = !found.contains { $0.severity == .error }
    return BankReading(bank: isUsable ? bank : nil, diagnostics: found.inOrderOfTheFile)
  }

  // MARK: Lines

  private mutating func readLine(_ line: SourceLine) {
    let text = line.text.trimmingSpaces()
    if text.isEmpty {
      closeText()
    } else if text.first == "#", let heading = Heading(line) {
      read(heading)
    } else if text.first == ">" {
      closeText()
      if let directive = Directive.parse(line, reporting: &sink) { directives.append(directive) }
    } else if text.hasPrefix("- ") || text.hasPrefix("* ") {
      closeParagraph()
      reportUnusedDirectives()
      bullets.append((line, []))
    } else if !bullets.isEmpty, line.text.first == " " || line.text.first == "\t" {
      // A bullet's text goes on in the indented lines under it.
      bullets[bullets.count - 1].others.append(line)
    } else {
      closeBullets()
      reportUnusedDirectives()
      paragraph.append(Located(text, in: line))
    }
  }

  private mutating func read(_ heading: Heading) {
    closeText()
    reportUnusedDirectives()
    switch heading.level {
    case 1:
      guard title == nil else {
        sink.report(
          .secondTitle, at: heading.title, "This is a second title; a bank has one.",
          fix: "Make it a section: `## \(heading.title.text) {#\(heading.suggestedID)}`.")
        return
      }
      title = heading.title
    case 2:
      closeSection()
      let attributes = SectionAttributes.parse(heading, reporting: &sink)
      var id = attributes.id
      if let known = lineOfSectionID[id] {
        sink.report(
          .duplicateSectionID, at: heading.title, "Line \(known) begins another section with the id `#\(id)`.",
          fix: "Give each section an id of its own.")
        id = ""
      }
      let line = heading.title.line.number
      // Without an id of its own a section would share its facts' ids with another, and more faults would follow.
      if id.isEmpty { id = "?\(line)" } else { lineOfSectionID[id] = line }
      let section = SectionDraft(id: id, heading: heading, weight: attributes.weight)
      hasNamesSection = hasNamesSection || section.isNames
      current = section
    default:
      add(.subheading(heading.title.string))
    }
  }

  private mutating func readTable(_ rows: ArraySlice<SourceLine>) {
    closeText()
    let above = directives
    directives = []
    current?.hasTable = true
    guard let grid = TableGrid.parse(rows, reporting: &sink),
      let table = TableBuilder.build(grid, above, reporting: &sink)
    else { return }
    guard let section = current else {
      sink.report(
        .missingSectionID, at: grid.header.line, "This table stands in no section, so its facts would have no id.",
        fix: "Put a heading such as `## Title {#title}` above it.")
      return
    }
    guard !section.isNames else {
      sink.report(
        .badNameLine, at: grid.header.line,
        "The section `#names` relates names line by line; a table has no place in it.",
        fix: "Write `- A = B` lines, or move the table to another section.")
      return
    }
    add(.table(table))
  }

  // MARK: Closing what is open

  private mutating func closeText() {
    closeParagraph()
    closeBullets()
  }

  private mutating func closeParagraph() {
    guard !paragraph.isEmpty else { return }
    if current?.isNames == true { reportLinesWithoutBullet() } else { noteStrayNameLine(paragraph) }
    add(.paragraph(paragraph.map(\.string).joined(separator: " ")))
    paragraph = []
  }

  private mutating func closeBullets() {
    guard !bullets.isEmpty else { return }
    let texts = bullets.map { bullet in
      let line = SourceLine(joining: bullet.others, first: bullet.first)
      return Located(line.text.trimmingSpaces(), in: line).dropping(2)
    }
    if current?.isNames == true {
      for bullet in texts {
        if let statement = NameLineReader.read(bullet, reporting: &sink) { statements.append(statement) }
      }
    } else {
      noteStrayNameLine(texts)
      add(.bullets(texts.map(\.string)))
    }
    bullets = []
  }

  /// A forgotten bullet would make a relation of names a mere note.
  private mutating func reportLinesWithoutBullet() {
    for line in paragraph where NameLineReader.hasSign(line) {
      sink.report(
        .badNameLine, at: line, "This line relates names, and without a bullet it is only a note.",
        fix: "Begin the line with `- `.")
    }
  }

  private mutating func noteStrayNameLine(_ lines: [Located]) {
    guard strayNameLine == nil, let section = current, section.isAlmostNames,
      let line = lines.first(where: NameLineReader.hasSign)
    else { return }
    strayNameLine = (line, section.id)
  }

  /// Where no section declares names, one whose id is a slip away from `names` was meant to.
  private mutating func reportStrayNameLine() {
    guard let (line, id) = strayNameLine, !hasNamesSection else { return }
    sink.report(
      .badNameLine, at: line, "This line relates names, and in the section `#\(id)` it is only a note.",
      fix: "Give the section the id `{#names}`.")
  }

  private mutating func closeSection() {
    closeText()
    reportUnusedDirectives()
    guard let section = current else { return }
    current = nil
    guard !section.isNames else { return }
    if section.blocks.isEmpty, !section.hasTable {
      sink.report(
        .emptySection, at: section.heading.title, "This section has neither notes nor a table.",
        fix: "Write some, or delete the heading.")
    }
    sections.append(
      Section(
        id: section.id, title: section.heading.title.string, weight: section.weight, blocks: section.blocks,
        line: section.heading.title.line.number))
  }

  private mutating func reportUnusedDirectives() {
    for directive in directives {
      sink.report(
        .directiveWithoutTable, at: directive.place,
        "No table follows this line, so there is nothing for it to act on.",
        fix: "Move it directly above its table.")
    }
    directives = []
  }

  private mutating func add(_ block: Block) {
    if current == nil { introduction.append(block) } else { current?.blocks.append(block) }
  }
}

/// A section while its lines are still being read.
private struct SectionDraft {
  let id: String
  let heading: Heading
  let weight: Double
  var blocks: [Block] = []
  /// Whether it has a table, be it one too broken to be kept.
  var hasTable = false

  /// The section that declares names is not shown to learners.
  var isNames: Bool { id == "names" }

  var isAlmostNames: Bool { !isNames && Spelling.closest(to: id, among: ["names"]) != nil }
}
