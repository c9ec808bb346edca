import ContentModel
import QuestionGenerator
import Testing

@testable import Interchange

/// What is shared by all imports: a found table becomes a draft, a draft a bank.
@Suite struct BankDraftTests {
  /// The bank that a draft becomes; faults that are no warnings fail the test.
  static func bank(
    _ imported: ImportedBank, _ comment: String = "", sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Bank {
    let text = imported.draft.file.text
    let reading = BankParser.parse(Array(text.utf8))
    let errors = reading.diagnostics.filter { $0.severity == .error }
    #expect(
      errors.isEmpty, "\(errors.map { $0.text(file: "draft") }.joined()) \(comment)", sourceLocation: sourceLocation)
    return try #require(reading.bank, "\(text)", sourceLocation: sourceLocation)
  }

  /// The cells of a bank's tables as they stand in its file, empty first cells filled.
  static func cells(_ bank: Bank) -> [[[[String]]]] {
    bank.tables.map { _, table in
      table.rows.map { row in
        row.cells.map { values in
          values.map { value in
            switch value {
            case .name(let name): name.note.map { "\(name.text) [\($0)]" } ?? name.text
            case .description(let text): text
            }
          }
        }
      }
    }
  }

  private func imported(_ headers: [String], _ rows: [[String]], splitsLists: Bool = true) throws -> ImportedBank {
    let found = FoundTable(
      headers: headers, rows: rows.enumerated().map { .init(cells: $1, line: $0 + 2) }, splitsLists: splitsLists)
    let (table, notes) = TableProposal.make(found)
    let blocks: [BankDraft.Block] = table.map { [.table($0)] } ?? []
    return ImportedBank(
      draft: BankDraft(id: "b", title: "B", sections: [.init("S", blocks)]), notes: notes, entries: rows.count)
  }

  @Test func everyTextComesBackAsTheDraftHasIt() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    let pieces = [
      "|", "\\", "\\|", ";", "[", "]", " = ", " ~ ", "#", "> ", "<!--", "-->", "{", "}", "{A}", "---", "`", "\n", "\t",
      "\u{202E}", "\u{301}", "🏻", "\u{600}", "\u{93E}", "\u{200D}", "\u{FE0F}", "\u{2028}", "\u{0}", "\r\n", "é", "Oak",
      " ", "  ", ":", " from ", ".", "- ", "_____", "?", "\u{FEFF}", "C++", "ß", "\u{1F3F4}\u{E0067}\u{E007F}",
      "a longer stretch of text that makes a description of a cell, ",
    ]
    func text() -> String {
      (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }
    var tables = 0
    for _ in 0..<500 {
      let columns = Int.random(in: 1...4, using: &random)
      let headers = (0..<columns).map { _ in text() }
      let rows = (0..<Int.random(in: 1...5, using: &random)).map { _ in (0..<columns).map { _ in text() } }
      let imported = try imported(headers, rows, splitsLists: Bool.random(using: &random))
      guard let table = imported.draft.tables.first else { continue }
      tables += 1
      let bank = try Self.bank(imported, "seed \(seed)")
      // Scalars are compared: strings that differ in them may be equal.
      let scalars: ([[[String]]]) -> [[[[Unicode.Scalar]]]] = {
        $0.map { $0.map { $0.map { Array($0.unicodeScalars) } } }
      }
      #expect(Self.cells(bank).first.map(scalars) == scalars(table.rows), "seed \(seed)")
      #expect(bank.tables.first?.table.columns.map(\.header) == table.headers, "seed \(seed)")
    }
    #expect(tables > 250)
  }

  @Test func proseTitlesAndCommentsNeverBreakABank() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    let pieces = [
      "#", "> ", "|", "- ", "* ", "-->", "<!--", "---", "{#id}", "\n", " ", "Oak", "=", "\u{202E}", "}", "--",
    ]
    func text() -> String {
      (0..<Int.random(in: 0...40, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }
    for _ in 0..<500 {
      let blocks: [BankDraft.Block] = [
        .comment(text()), .paragraph(text()), .bullets([text(), text()]), .subheading(text()), .paragraph("Oak."),
      ]
      let draft = BankDraft(
        id: text(), title: text(), introduction: blocks, sections: [.init(text(), blocks), .init(text(), blocks)])
      let bank = try Self.bank(ImportedBank(draft: draft, entries: 0), "seed \(seed)")
      #expect(bank.sections.count == 2, "seed \(seed)")
    }
  }

  @Test func plainTextsStayAsTheyAre() throws {
    let bank = try Self.bank(
      try imported(["Tree", "Leaf | kind"], [["Oak", "a|b \\| c"], ["Ash (white)", "50 % # > = ~ {x}"]]))
    #expect(Self.cells(bank) == [[[["Oak"], ["a|b \\| c"]], [["Ash (white)"], ["50 % # > = ~ {x}"]]]])
  }

  /// Prose of any length stays whole; only cells and names have a longest length.
  @Test func longProseIsBrokenOverLinesAndWhatIsCutInCellsIsTold() throws {
    let words = (1...2000).map { "word\($0)" }.joined(separator: " ")
    let signs = String(repeating: "# ", count: 20000) + "end"
    let letters = String(repeating: "x", count: 40000)
    let marks = "y" + String(repeating: "\u{301}", count: 40000)
    let imported = ImportedBank(
      draft: BankDraft(
        id: "b", title: "B",
        sections: [.init("S", [.paragraph(words), .bullets([words, letters, marks]), .paragraph("An \(signs)")])]),
      entries: 0)
    let text = imported.draft.file.text
    _ = try Self.bank(imported)
    for number in [1, 300, 2000] { #expect(text.split { " \n".contains($0) }.count { $0 == "word\(number)" } == 2) }
    #expect(text.count { $0 == "x" } > 40000 && text.contains("end\n"))
    let cut = try self.imported(["A", "B"], [["y", words], [letters, "z"], ["v", "w"]])
    #expect(cut.notes.map(\.line) == [2, 3])
    #expect(cut.notes.allSatisfy { $0.text.hasSuffix("is too long for a bank, so its end is left out") })
  }

  /// The bound keeps a large file from taking minutes; what is not compared is counted.
  @Test func onlySomeNamesAreCompared() throws {
    let names = (1...400).map { ["oak \($0)", "leaf of oak \($0)"] }
    let file = try imported(["Tree", "Leaf"], names + [["Fir", String(repeating: "long ", count: 14)]]).draft.file
    #expect(file.uncomparedNames == 802 - 300)
    #expect(file.undecidedPairs > 0)
    #expect(try imported(["Tree", "Leaf"], [["Fir", "Needle"]]).draft.file.uncomparedNames == 0)
  }

  @Test func equalHeadingsGetDifferentIDs() throws {
    let sections = ["Trees", "Trees 2", "Trees", "Trees"].map { BankDraft.Section($0, [.paragraph("Oak.")]) }
    let bank = try Self.bank(ImportedBank(draft: BankDraft(id: "b", title: "B", sections: sections), entries: 0))
    #expect(bank.sections.map(\.id) == ["trees", "trees-2", "trees-3", "trees-4"])
  }

  @Test(arguments: [
    ("Green in winter.", "Green in winter"), ("Oak & Co.", "Oak & Co"), ("Like a. b.", "Like a. b."),
    ("Stop .", "Stop ."),
  ])
  func aFullStopIsDroppedWhereItEndsASentence(text: String, description: String) throws {
    let found = FoundTable(headers: ["A", "B"], rows: [.init(cells: ["x", text], line: 1)], descriptions: [1])
    #expect(TableProposal.make(found).table?.rows == [[["x"], [description]]])
  }

  @Test func columnsOfLongTextsAreDescriptions() throws {
    let long = "It is what stoppers of bottles have been made of for a very long time"
    let table = try #require(
      try imported(["Tree", "Use", "Family"], [["Cork", long, "Beech"], ["Teak", long + " too", "Mint"]]).draft.tables
        .first)
    #expect(table.descriptions == [1])
    #expect(
      table.patterns.map { "\(table.headers[$0.answer]) from \(table.headers[$0.subject])" } == [
        "Tree from Use", "Use from Tree", "Tree from Family", "Family from Tree",
      ])
  }

  @Test func listsAreOpenUnlessNothingRepeats() throws {
    #expect(try imported(["A", "B"], [["x", "y"], ["v", "w"]]).draft.file.text.contains("> lists: complete"))
    #expect(try imported(["A", "B"], [["x", "y"], ["x", "w"]]).draft.file.text.contains("> lists: examples"))
    #expect(try imported(["A", "B"], [["x", "y; z"], ["v", "w"]]).draft.file.text.contains("> lists: examples"))
  }

  @Test func repeatedRowsAreToldAndLeftOut() throws {
    let imported = try imported(["A", "B"], [["x", "y"], ["v", "w"], ["X", " y "]])
    #expect(imported.draft.tables.first?.rows.count == 2)
    #expect(imported.notes == [ImportNote(line: 4, "The row repeats line 2, so it is left out")])
  }

  @Test func aNameWithTwoDescriptionsIsTwoNames() throws {
    let text = "the side of a river, where the willows and the poplars stand"
    let bank = try Self.bank(
      try imported(
        ["Field", "Word", "Sense"],
        [
          ["Land", "Bank", text], ["Money", "Bank", text + "?"], ["Money", "Oak", text + "!"], ["Land", "Elm", "no"],
        ]))
    #expect(Self.cells(bank)[0].map { $0[1] } == [["Bank [Land]"], ["Bank [Money]"], ["Oak"], ["Elm"]])
    #expect(bank.facts.count == 8)
  }

  @Test func namesThatWouldShareAnIDGetNumbers() throws {
    let bank = try Self.bank(try imported(["Language", "Year"], [["C", "1972"], ["C++", "1985"], ["C#", "2000"]]))
    #expect(Self.cells(bank)[0].map { $0[0] } == [["C"], ["C++ [2]"], ["C# [3]"]])
    #expect(bank.facts.count == 3)
  }

  /// Found by fuzzing: a number that told spellings apart met one that told descriptions apart.
  @Test func numbersOfSpellingsAndOfDescriptionsDoNotMeet() throws {
    let text = "a text that is long enough to be a description of something, number"
    let rows = [["C", "x", "\(text) 1"], ["C", "x", "\(text) 2"], ["C++", "y", "\(text) 3"]]
    let bank = try BankDraftTests.bank(try imported(["Language", "Sort", "Use"], rows))
    #expect(Self.cells(bank)[0].map { $0[0] } == [["C [1]"], ["C [3]"], ["C++ [2]"]])
  }

  @Test func alikeNamesAreOfferedAsRemarksUntilTheAuthorDecides() throws {
    let imported = try imported(
      ["Tree", "Leaf"], [["Ash", "Narrow"], ["Manna Ash", "Wide"], ["Oak (QUE)", "Lobed"], ["QUE", "Leaf"]])
    #expect(imported.draft.file.undecidedPairs == 2)
    #expect(imported.draft.file.text.contains("\n<!-- - Ash ~ Manna Ash -->\n<!-- - Oak (QUE) = QUE -->\n"))
    let decided = imported.draft.file.text.replacing("<!-- - Ash ~ Manna Ash -->", with: "- Ash ~ Manna Ash")
    let bank = try #require(BankParser.parse(Array(decided.utf8)).bank)
    #expect(bank.relations.statements.map { $0.names.map(\.text) } == [["Ash", "Manna Ash"]])
    #expect(try Self.bank(imported).relations.statements.isEmpty)
  }

  @Test(arguments: [
    ("Capital", "capital"), ("Types of Tree", "type of Tree"), ("KPO Applications", "KPO application"),
    ("Industries", "industry"), ("Process", "process"), ("Basis", "basis"), ("Species", "species"), ("Boxes", "box"),
    ("Characteristics", "characteristic"), ("Physics", "physics"), ("pH", "pH"), ("Bus", "bus"),
  ])
  func headingsBecomeWordsOfAQuestion(header: String, words: String) {
    #expect(ColumnWords.inQuestion(header) == words.replacing("of Tree", with: "of tree"))
  }

  @Test func theExampleOfANewBankIsFaultless() throws {
    let bytes = Array(ExampleBank.text(id: "mine", title: "Mine").utf8)
    let reading = BankParser.parse(bytes)
    let bank = try #require(reading.bank)
    let generator = QuestionGenerator(bank)
    #expect(reading.adding(generator.unaskable(in: bytes)).diagnostics.map { $0.text(file: "f") } == [])
    #expect(bank.id == "mine")
    // Every feature is shown: notes, comparison, weights, open and closed lists, relations of both sorts.
    #expect(bank.tables.contains { $0.table.isComparison })
    #expect(Set(bank.tables.map(\.table.extent)) == [.examples, .complete])
    #expect(Set(bank.relations.statements.map(\.kind)) == [.same, .near])
    #expect(bank.sections.allSatisfy { $0.weight > 1 })
    #expect(generator.askableFacts().count == bank.facts.count)
  }
}
