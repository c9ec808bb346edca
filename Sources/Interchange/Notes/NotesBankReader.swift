/// Makes a draft of an article with headings, tables and lists.
///
/// Markdown is read as such; in plain text a short line alone is taken for a heading.
public struct NotesBankReader {
  private var bank: ImportedBank
  private var current: BankDraft.Section?
  /// The last heading within the current section.
  private var lastSubheading: String?
  /// The nouns in the heading of the current section, for the columns of lists under it.
  private var nouns: [String] = []
  /// The plain lists of the current section, each with what stands above it.
  private var groups: [Group] = []
  /// The only plain list of each section that had no other.
  private var lonelyGroups: [Group] = []
  /// Terms in bold that a sentence explains, since the last section ended.
  private var terms: [FoundTable.Row] = []
  private var abbreviations: [FoundTable.Row] = []
  private var knownAbbreviations: Set<String> = []
  private var hasTitle: Bool
  /// Whether headings are told by their looks only.
  private var isPlain = true

  private struct Group {
    let title: String
    let items: [NotesList.Item]
  }

  private init(title: String, isTitleGiven: Bool) {
    bank = ImportedBank(draft: BankDraft(id: title, title: title), entries: 0)
    hasTitle = isTitleGiven
  }

  /// The draft of an article.
  ///
  /// - Parameters:
  ///   - text: the article.
  ///   - title: the title of the bank; nil for the first heading.
  ///   - fallback: the title of an article without headings.
  public static func read(_ text: String, title: String?, fallback: String) -> ImportedBank {
    var reader = NotesBankReader(title: title ?? fallback, isTitleGiven: title != nil)
    for block in NotesScanner.blocks(of: text) { reader.read(block) }
    reader.finish()
    return reader.bank
  }

  // MARK: Blocks

  private mutating func read(_ block: NotesBlock) {
    switch block {
    case .heading(let level, let text, _): read(heading: HeadingNouns.cleaned(text), level: level)
    case .paragraph(let text, let line): read(paragraph: text, line: line)
    case .list(let list): read(list)
    case .table(let table, let guess, _):
      let remark = guess.map { "Decide: \($0)." } ?? ""
      for row in table.rows { noteAbbreviations(row.cells.joined(separator: " | "), row.line) }
      add(table, remark: remark)
    }
  }

  private mutating func read(heading text: String, level: Int) {
    guard !text.isEmpty else { return }
    isPlain = level == 0
    if level == 1, current == nil, bank.draft.introduction.isEmpty {
      if !hasTitle { (bank.draft.title, bank.draft.id) = (text, text) }
      hasTitle = true
    } else if level >= 3, current != nil {
      current?.blocks.append(.subheading(text))
      lastSubheading = text
    } else {
      begin(section: text)
    }
  }

  private mutating func begin(section title: String) {
    closeSection()
    current = BankDraft.Section(title)
    nouns = HeadingNouns.read(title)
  }

  private mutating func read(paragraph text: String, line: Int) {
    let plain = InlineMarkup.plain(text)
    noteAbbreviations(plain, line)
    if InlineMarkup.leadingBold(text) != nil, let (name, description) = TermText.split(text) {
      terms.append(.init(cells: [name, TermText.firstSentence(of: description)], line: line))
    }
    add(.paragraph(plain))
  }

  private mutating func noteAbbreviations(_ text: String, _ line: Int) {
    abbreviations += Abbreviations.find(in: text, line: line, known: &knownAbbreviations)
  }

  private mutating func add(_ block: BankDraft.Block) {
    if current == nil { bank.draft.introduction.append(block) } else { current?.blocks.append(block) }
  }

  // MARK: Lists

  private mutating func read(_ list: NotesList) {
    for item in list.items + list.items.flatMap(\.children) {
      noteAbbreviations(InlineMarkup.plain(item.text), item.line)
    }
    let introduction = list.introduction.map { HeadingNouns.cleaned(InlineMarkup.plain($0)) }
    if list.items.contains(where: { !$0.children.isEmpty }) {
      note(introduction)
      readNested(list.items)
    } else if let described = Self.described(list.items) {
      // A list without a heading of its own begins a section where its introduction can be one.
      let introduced = introduction.map(HeadingNouns.read) ?? []
      if let introduction, isPlain, !introduced.isEmpty, introduced != nouns {
        begin(section: introduction)
      } else {
        note(introduction)
      }
      let first = introduced.first ?? nouns.first ?? "Term"
      add(
        FoundTable(headers: [first, "Description"], rows: described.rows, descriptions: [1], splitsLists: false),
        remark: Self.aboutList)
      if !described.notes.isEmpty { add(.bullets(described.notes)) }
    } else {
      note(introduction)
      add(.bullets(list.items.map { InlineMarkup.plain($0.text) }))
      if list.items.count > 1, list.items.allSatisfy({ Self.isName($0.text) }) {
        groups.append(
          Group(title: introduction ?? lastSubheading ?? current?.title ?? bank.draft.title, items: list.items))
      }
    }
  }

  private static let aboutList =
    "Decide: this table was a list. Are its columns rightly named after the heading? Do the questions fit?"

  private mutating func note(_ introduction: String?) {
    if let introduction { add(.paragraph(introduction + ":")) }
  }

  private static func isName(_ text: String) -> Bool {
    let plain = InlineMarkup.plain(text)
    return TermText.isTerm(plain) && plain.last != ":"
  }

  /// The entries that give a term and say what it is, if they are most of the list; the rest are notes.
  ///
  /// Of several sentences the first is the description, and all of them are notes.
  private static func described(_ items: [NotesList.Item]) -> (rows: [FoundTable.Row], notes: [String])? {
    var rows: [FoundTable.Row] = []
    var notes: [String] = []
    for item in items {
      if let (name, description) = TermText.split(item.text) {
        let sentence = TermText.firstSentence(of: description)
        rows.append(.init(cells: [name, sentence], line: item.line))
        if sentence == description { continue }
      }
      notes.append(InlineMarkup.plain(item.text))
    }
    return rows.count >= 2 && rows.count * 5 >= items.count * 3 ? (rows, notes) : nil
  }

  /// Entries with others under them: the outer ones group the inner ones.
  private mutating func readNested(_ items: [NotesList.Item]) {
    let outer = nouns.first ?? "Group"
    let inner = nouns.count > 1 ? nouns[1] : "Item"
    var rows: [FoundTable.Row] = []
    var isDescribed = true
    for item in items {
      var name = TermText.split(item.text)?.name ?? InlineMarkup.plain(item.text)
      if name.last == ":" { name.removeLast() }
      for child in item.children {
        let pair = TermText.split(child.text)
        isDescribed = isDescribed && pair != nil
        rows.append(
          .init(cells: [name, pair?.name ?? InlineMarkup.plain(child.text), pair?.description ?? ""], line: child.line))
      }
    }
    let own = items.compactMap { item in
      TermText.split(item.text).map { FoundTable.Row(cells: [$0.name, $0.description], line: item.line) }
    }
    if own.count > 1 {
      add(
        FoundTable(headers: [outer, "Description"], rows: own, descriptions: [1], splitsLists: false),
        remark: Self.aboutList)
    }
    let remark = Self.aboutList + (inner == "Item" ? " \"Item\" is a makeshift: call it what it is." : "")
    if isDescribed {
      add(
        FoundTable(headers: [outer, inner, "Description"], rows: rows, descriptions: [2], splitsLists: false),
        remark: remark)
    } else if rows.allSatisfy({ TermText.isTerm($0.cells[1]) }) {
      let pairs = rows.map { FoundTable.Row(cells: Array($0.cells.prefix(2)), line: $0.line) }
      add(FoundTable(headers: [outer, inner], rows: pairs, descriptions: [], splitsLists: false), remark: remark)
    } else {
      for item in items {
        add(.paragraph(InlineMarkup.plain(item.text)))
        add(.bullets(item.children.map { InlineMarkup.plain($0.text) }))
      }
    }
  }

  // MARK: Tables

  /// Puts a table into the section; a second one gets a section of its own, so that their facts do not meet.
  private mutating func add(_ found: FoundTable, remark: String) {
    let (table, notes) = TableProposal.make(Self.withPredicates(found))
    bank.notes += notes
    bank.entries += found.rows.count
    guard let table, table.rows.count > 1 else {
      add(.bullets(found.rows.map { $0.cells.filter { !$0.isEmpty }.joined(separator: ": ") }))
      return
    }
    if current == nil { begin(section: bank.draft.title) }
    if current?.hasTable == true {
      let (title, nouns) = (lastSubheading ?? current?.title ?? "", self.nouns)
      begin(section: title)
      self.nouns = nouns
    }
    current?.blocks += [.comment(remark.isEmpty ? DraftComments.aboutQuestions : remark), .table(table)]
    if let telling = DraftComments.tellingDescriptions(in: table) { add(.comment(telling)) }
  }

  /// The texts that say something of the first cell without repeating it.
  private static func withPredicates(_ found: FoundTable) -> FoundTable {
    guard found.headers.count == 2 else { return found }
    var result = found
    for row in found.rows.indices where found.rows[row].cells.count == 2 {
      let cells = found.rows[row].cells
      if cells[1].count > 40 { result.rows[row].cells[1] = TermText.predicate(of: cells[1], about: cells[0]) }
    }
    return result
  }

  // MARK: Closing

  private mutating func closeSection() {
    addGroups()
    if terms.count > 1 {
      let rows = terms
      terms = []
      add(
        FoundTable(headers: ["Term", "Description"], rows: rows, descriptions: [1], splitsLists: false),
        remark: "Decide: these terms stood in bold; the first sentence about each is its description.")
    }
    lastSubheading = nil
    guard let section = current else { return }
    current = nil
    if section.blocks.contains(where: Self.saysSomething) { bank.draft.sections.append(section) }
  }

  /// A heading alone says nothing, and a line that ends in a colon is one.
  private static func saysSomething(_ block: BankDraft.Block) -> Bool {
    switch block {
    case .subheading, .comment: false
    case .paragraph(let text): text.last != ":"
    case .bullets, .table: true
    }
  }

  private mutating func addGroups() {
    let found = groups
    groups = []
    guard found.count > 1 else {
      lonelyGroups += found
      return
    }
    add(
      table(of: found, outer: nouns.first ?? "Group", inner: nouns.count > 1 ? nouns[1] : "Item"),
      remark: Self.aboutGroups)
  }

  private static let aboutGroups =
    "Decide: this table was several lists; the first column has what stood above each. Do the names of its columns fit?"

  private func table(of groups: [Group], outer: String, inner: String) -> FoundTable {
    let rows = groups.flatMap { group in
      group.items.map { FoundTable.Row(cells: [group.title, InlineMarkup.plain($0.text)], line: $0.line) }
    }
    return FoundTable(headers: [outer, inner], rows: rows, descriptions: [], splitsLists: false)
  }

  private mutating func finish() {
    closeSection()
    if lonelyGroups.count > 1 {
      let found = lonelyGroups
      lonelyGroups = []
      begin(section: "Lists")
      add(table(of: found, outer: "List", inner: "Item"), remark: Self.aboutGroups)
      closeSection()
    }
    guard abbreviations.count > 2 else { return }
    begin(section: "Abbreviations")
    add(
      FoundTable(headers: ["Abbreviation", "Full Form"], rows: abbreviations, descriptions: [], splitsLists: false),
      remark: "Decide: these stood in brackets behind their long forms.")
    closeSection()
  }
}

extension BankDraft.Section {
  /// Whether it has a table already.
  var hasTable: Bool {
    blocks.contains { block in
      if case .table = block { true } else { false }
    }
  }
}
