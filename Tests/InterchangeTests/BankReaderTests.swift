import ContentModel
import Testing

@testable import Interchange

/// CSV, Anki text and GIFT as drafts of banks.
@Suite struct BankReaderTests {
  private func cells(_ imported: ImportedBank) throws -> [[[String]]] {
    BankDraftTests.cells(try BankDraftTests.bank(imported)).map { $0.map { $0.map { $0.joined(separator: "; ") } } }
  }

  // MARK: CSV

  @Test func columnsOfCSVBecomeATable() throws {
    let text = "\u{FEFF}River;Mouth\r\nRhine;North Sea\r\nDanube;Black Sea\r\n;Azov\r\n;\r\nElbe\r\n"
    let imported = try CSVBankReader.read(Array(text.utf8), title: "Rivers")
    // An empty cell is a gap: "Azov" is told of no river.
    #expect(try cells(imported) == [[["Rhine", "North Sea"], ["Danube", "Black Sea"]]])
    #expect(
      imported.notes == [
        ImportNote(line: 4, "The row has no first cell, so it is left out"),
        ImportNote(line: 6, "The row has only one cell, which states nothing, so it is left out"),
      ])
    #expect(imported.draft.file.text.contains("> ask Mouth from River: Which mouth is listed for the river {River}?"))
  }

  @Test func aFileWithHeadingsAloneMakesNoSection() throws {
    #expect(try CSVBankReader.read(Array("A,B\n".utf8), title: "T").draft.sections.isEmpty)
    #expect(try CSVBankReader.read([], title: "T").draft.sections.isEmpty)
  }

  // MARK: Anki

  private let anki = """
    #separator:tab
    #html:true
    #notetype:Basic
    #columns:Front\tBack\tTags
    #tags column:3
    Which tree bears <b>acorns</b>?\tOak\tautumn
    Which tree is green in winter?<br>Two words.\tCommon &quot;holly&quot;\twinter
    "Which tree has
    a ""white"" bark?"\tBirch<img src="birch.jpg">\tautumn
    The {{c1::fir::tree}} keeps its {{c2::needles}}.\t\twinter

    """

  @Test func notesBecomeRowsAndTagsSections() throws {
    let imported = try AnkiBankReader.read(Array(anki.utf8), title: "Trees")
    #expect(imported.draft.sections.map(\.title) == ["Autumn", "Winter", "Winter: gaps"])
    #expect(
      try cells(imported) == [
        [["Which tree bears acorns?", "Oak"], ["Which tree has a \"white\" bark?", "Birch"]],
        [["Which tree is green in winter? Two words", "Common \"holly\""]],
        [["The _____ keeps its needles", "fir"], ["The fir keeps its _____", "needles"]],
      ])
    #expect(imported.notes.map(\.line) == [8])
    #expect(imported.draft.file.text.contains("What is the right answer to this: {Question}"))
  }

  /// The shape of what `kpo export --format anki` writes.
  @Test func exportedCardsAreImportedWithTheSameStemsAndAnswers() throws {
    let rows = [
      "g1|c\tWhich tree bears acorns?<ol type=a><li>Elm</li><li>Oak</li></ol>\t<b>b) Oak</b><br>Oak bears acorns.",
      "g2|c\tWhich tree is &lt;white&gt;?\t<b>Birch</b><br>Its bark is white.",
      "g3|c\tTrue or false? Oaks are trees.\t<b>True</b><br>They are.",
      "g4\tWhich are conifers?<ol type=a><li>Fir</li><li>Pine</li></ol>\t<b>a) Fir</b><br><b>b) Pine</b>",
      "g5\tMatch.<ol type=1><li>Fir</li></ol><ol type=a><li>needles</li></ol>\t<b>1a Fir: needles</b>",
    ]
    let text =
      "#separator:tab\n#html:true\n#notetype:Basic\n#tags column:4\n#guid column:1\n"
      + rows.map { $0 + "\tbank::trees section::\($0.contains("acorns") ? "fruit" : "bark")\n" }.joined()
    let imported = try AnkiBankReader.read(Array(text.utf8), title: "Trees")
    #expect(imported.draft.sections.map(\.title) == ["Fruit", "Bark"])
    #expect(try cells(imported) == [[["Which tree bears acorns?", "Oak"]], [["Which tree is <white>?", "Birch"]]])
    #expect(imported.notes.compactMap(\.line) == [8, 9, 10])
  }

  @Test func whatBeginsInBoldIsTheWholeAnswerOnlyInCardsOfOurs() throws {
    let card = "Which tree is white?\t<b>Birch</b><br>or poplar"
    let header = "#separator:tab\n#html:true\n#guid column:1\n#tags column:4\n"
    let answers = try ["x1\t\(card)\ttrees", "x1|c\t\(card)\ttrees", "x1\t\(card)\tkind::multiple-choice"].map { row in
      try cells(try AnkiBankReader.read(Array("\(header)\(row)\n".utf8), title: "Trees"))
    }
    #expect(
      answers == [
        [[["Which tree is white?", "Birch or poplar"]]], [[["Which tree is white?", "Birch"]]],
        [[["Which tree is white?", "Birch"]]],
      ])
  }

  @Test func aCardWithoutTextOnItsFrontStatesNothing() throws {
    let text = "#separator:tab\n#html:true\nFir\tNeedles\n<img src=a.png>\tLobes\n"
    let imported = try AnkiBankReader.read(Array(text.utf8), title: "Trees")
    #expect(try cells(imported) == [[["Fir", "Needles"]]])
    #expect(
      imported.notes == [
        ImportNote(line: 4, "The row has no first cell, so it is left out"),
        ImportNote(line: 4, "Pictures and sounds are left out"),
      ])
  }

  @Test func notesWithMediaAreCountedOnce() throws {
    let media = "<img src=a>[sound:b.mp3]"
    let text = "#separator:tab\n#html:true\nFir\(media)\tNeedles\(media)\nOak\tLobes\(media)\nElm\tTeeth\n"
    let imported = try AnkiBankReader.read(Array(text.utf8), title: "Trees")
    #expect(imported.notes == [ImportNote(line: 3, "Pictures and sounds are left out, here and in 1 other note")])
  }

  @Test(arguments: [
    ("#separator:pipe\na|b\n", AnkiNotesReader.Fault.unknownSeparator("pipe", line: 1)),
    ("#html:true\na\tb\n\"c\n", .fields(CSVError(.unclosedQuote, line: 3))),
  ])
  func faultsOfAnkiTextTellTheirLine(text: String, fault: AnkiNotesReader.Fault) {
    #expect(throws: fault) { try AnkiNotesReader.read(Array(text.utf8)) }
  }

  @Test(arguments: ["plain", "a\"b", "a \"\u{301} b", "\"\u{301}", "a\tb", "a\r\nb\u{301}", "\"\""])
  func quotedFieldsComeBackScalarByScalar(field: String) throws {
    let rows = try CSVReader.rows(of: Array("\(AnkiItems.quoted(field))\tx\n".utf8), separator: .tab)
    #expect(rows.map { $0.fields.map { Array($0.utf8) } } == [[Array(field.utf8), Array("x".utf8)]])
  }

  @Test func metadataColumnsAreNoFields() throws {
    let text =
      "#separator:tab\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\nx\tBasic\tTrees\tFir\tTall\tone two\n"
    let notes = try AnkiNotesReader.read(Array(text.utf8)).notes
    #expect(notes == [AnkiNote(fields: ["Fir", "Tall"], tags: ["one", "two"], line: 6)])
  }

  @Test(arguments: [
    ("a<br>b", "a\nb"), ("1 &lt; 2 &amp;&#32;&#x33; &gt; &bogus;", "1 < 2 & 3 > &bogus;"), ("a <b", "a <b"),
    ("<div class=\"x\">a</div>", "\na\n"), ("a<!-- b -->c", "ac"), ("3 < 4", "3 < 4"), ("&", "&"),
    ("<i>a</i> <!-- b > c --> <b>d</b> <e", "a  d <e"), ("<!-- a <b>c</b>", "<!-- a c"),
  ])
  func htmlIsReadAsText(html: String, text: String) {
    #expect(HTMLFragment.text(of: html).text == text)
  }

  @Test func gapsAreFoundAndBrokenOnesAreText() {
    #expect(AnkiCloze.gaps(in: "no gap") == nil)
    #expect(AnkiCloze.gaps(in: "{{c1::open") == nil)
    let found = AnkiCloze.gaps(in: "{{c1::a}} {{c2::b::hint}} {{c1::a}} {{c3::d}} {{c3::e}}")
    #expect(
      found?.gaps == [.init(sentence: "_____ b _____ d e", answer: "a"), .init(sentence: "a _____ a d e", answer: "b")])
    #expect(found?.leftOut == 1)
  }

  // MARK: GIFT

  @Test func questionsWithOneRightAnswerBecomeRows() throws {
    let text = """
      $CATEGORY: $course$/Trees

      ::T1:: Which tree bears acorns? {=Oak ~Elm ~Ash}

      Which tree has a white bark? {=Birch =Silver birch}

      Match each tree with its leaf. {=Fir -> needles =Oak -> lobes = -> stars}

      Oaks are trees. {T}

      Which are conifers? {~%50%Fir ~%50%Pine ~%-100%Oak}

      Tell a story. {}

      Broken {~a ~b}

      """
    let imported = GIFTBankReader.read(Array(text.utf8), title: "Test")
    #expect(imported.draft.sections.map(\.title) == ["Trees", "Match each tree with its leaf."])
    #expect(
      try cells(imported) == [
        [["Which tree bears acorns?", "Oak"], ["Which tree has a white bark?", "Birch"]],
        [["Fir", "needles"], ["Oak", "lobes"]],
      ])
    #expect(imported.notes.contains { $0.line == 5 && $0.text.contains("\"Silver birch\"") })
    for line in [9, 11, 13] {
      #expect(imported.notes.contains { $0.line == line && $0.text.contains("left out") }, "\(line)")
    }
    #expect(imported.notes.contains { $0.text.hasPrefix("3 wrong options are left out") })
  }

  @Test func starsOfTypedAnswersAreReadAndWildcardsLeftOut() throws {
    let text = #"""
      What times? {=x\* =times =a*}

      What multiplies? {=* product}

      What is 2 \* 3? {=2\*3 =6}

      """#
    let imported = GIFTBankReader.read(Array(text.utf8), title: "Signs")
    #expect(imported.notes.map(\.line) == [1, 1, 3, 5], "\(imported.notes)")
    #expect(imported.notes.contains { $0.text.hasSuffix("right too: \"times\"") })
    #expect(imported.notes.contains { $0.line == 3 && $0.text.contains("a star, which stands for any text") })
    #expect(imported.draft.tables.first?.rows.map { $0[1] } == [["x*"], ["2*3"]])
  }

  @Test func otherRightOptionsAreTold() throws {
    let imported = GIFTBankReader.read(Array("Which is a lake of Italy? {=Como =Garda ~Huron}\n".utf8), title: "Lakes")
    #expect(try cells(imported) == [[["Which is a lake of Italy?", "Como"]]])
    #expect(imported.notes.contains(ImportNote(line: 1, "Beside the answer kept, these were right too: \"Garda\"")))
    #expect(imported.notes.contains { $0.text.hasPrefix("1 wrong option is left out") })
  }

  @Test(arguments: [
    ("$course$/top/Rivers and Lakes", "Rivers and Lakes"), ("$course$/A//B", "A/B"), ("$course$/In//Out/ //x", "/x"),
    ("$course$/x// ", "x/"), ("top / Trees /", "Trees"), ("a///b", "a//b"), ("//", "/"),
  ])
  func theLastNameOfACategoryIsItsSection(path: String, name: String) {
    #expect(MoodleCategory.lastName(of: path) == name)
  }

  @Test(arguments: ["/etc", "in/out", "a/", "/", "a / b", "//", "Trees"])
  func aNameWithSlashesComesBackFromItsCategory(name: String) {
    let path = MoodleCategory.path(bank: "a/", section: name)
    #expect(!path.contains("///") || name == "//")
    #expect(MoodleCategory.lastName(of: path) == name)
  }

  @Test func whatIsExportedAsGIFTIsImportedWithTheSameStemsAndAnswers() throws {
    let pairs = [
      ("Which tree is meant: {100 %} = ~ # : \\ sap?", "Maple: the \"sugar\" one"),
      ("Which tree has 3 -> 4 needles?", "Pine {white}"),
    ]
    let questions = pairs.map { stem, answer in
      GIFTQuestion(
        stem: .init(stem, format: .plain),
        answers: .choice([.init(.init(answer, format: .plain), weight: 100), .init("Elm", weight: 0)]))
    }
    let imported = GIFTBankReader.read(Array(GIFTWriter.text(of: questions).utf8), title: "Trees")
    #expect(try cells(imported) == [pairs.map { [$0.0, $0.1] }])
  }
}
