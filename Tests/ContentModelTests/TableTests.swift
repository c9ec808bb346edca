import ContentModel
import Testing

/// What a table's cells and the lines above it state.
@Suite struct TableTests {
  @Test func barsAreEscapedByABackslash() throws {
    let table = try table(
      #"""
      > ask Sign from Use: Which sign is this use for: {Use}?

      | Sign | Use |
      | --- | --- |
      | a \| b | Either \| or |
      | c \\| d | A path \ and \\ two \|
      """#)
    #expect(
      table.shown == [[["a | b"], ["Either | or"]], [[#"c \| d"#], [#"A path \ and \\ two |"#]]])
  }

  @Test func outerBarsAndAlignmentAreFree() throws {
    let table = try table(
      """
      > ask Top from Low: Which top goes with the low {Low}?

        |Top|Low
        |:-:|---:
      | One |Oak
      """)
    #expect(table.shown == [[["One"], ["Oak"]]])
  }

  @Test func anEmptyFirstCellRepeatsTheOneAboveAndOthersStateNothing() throws {
    let table = try table(
      """
      > ask Top from Low: Which top goes with the low {Low}?
      > ask Low from Top: Which of the lows goes with {Top}?

      | Top | Low | Note |
      | --- | --- | --- |
      | One; Two | Oak | |
      |     | Elm; Ash | Tall |
      | Three |  | |
      """)
    #expect(
      table.shown == [
        [["One", "Two"], ["Oak"], []], [["One", "Two"], ["Elm", "Ash"], ["Tall"]], [["Three"], [], []],
      ])
    let facts = try bank(
      bankText(
        """
        > ask Top from Low: Which top goes with the low {Low}?
        > names: Low
        | Top | Low |
        | --- | --- |
        | One; Two | Oak |
        |     | Elm; Ash |
        | Three | |
        """)
    ).facts
    #expect(
      facts.map(\.id.rawValue.description) == [
        "b/s/one/oak", "b/s/two/oak", "b/s/one/elm", "b/s/one/ash", "b/s/two/elm", "b/s/two/ash",
      ])
  }

  @Test func notesTellEqualNamesApart() throws {
    let bank = try bank(
      bankText(
        """
        > ask Top from Low: Which top goes with the low {Low}?

        | Top | Low |
        | --- | --- |
        | Bank [river] | Where the water ends |
        | Bank [money] | Where the savings lie |
        """))
    #expect(bank.names == [Name("Bank", note: "river"), Name("Bank", note: "money")])
    #expect(bank.names.map(\.displayText) == ["Bank (river)", "Bank (money)"])
    #expect(bank.facts.map(\.id.rawValue) == ["b/s/bank(river):low", "b/s/bank(money):low"])
    #expect(read(bankText("x")).diagnostics == [])
  }

  @Test func aComparisonBecomesRowsOfThree() throws {
    let text = bankText(
      """
      > compare: KPO; BPO
      > ask Column from Cell: Which of the two fits this description: {Cell}?
      > ask Cell from Column: Which of these is true of {Column}?
      > why: {Aspect} of {Column}: {Cell}.

      | Aspect | KPO | Remark | BPO |
      | --- | --- | --- | --- |
      | Work | Thinking hard | - | Repeating steps |
      | Staff | Experts | - | |
      """)
    let bank = try bank(text)
    let table = try #require(bank.tables.first?.table)
    #expect(table.columns.map(\.header) == ["Aspect", "Column", "Cell"])
    #expect(table.columns.map(\.content) == [.names, .names, .descriptions])
    #expect(
      table.shown == [
        [["Work"], ["KPO"], ["Thinking hard"]], [["Work"], ["BPO"], ["Repeating steps"]],
        [["Staff"], ["KPO"], ["Experts"]],
      ])
    #expect(bank.facts.map(\.id.rawValue) == ["b/s/work:kpo", "b/s/work:bpo", "b/s/staff:kpo"])
    #expect(table.layout.first == ["Aspect", "KPO", "Remark", "BPO"])
    #expect(read(text).diagnostics == [])
  }

  @Test func whatIsAskedForIsANameUnlessItIsDeclared() throws {
    func contents(_ directives: String) throws -> [Column.Content] {
      try table("\(directives)\n\n| Top | Low | Far |\n| - | - | - |\n| One | Oak | Red |").columns.map(\.content)
    }
    let ask = "> ask Top from Low: Which top goes with the low {Low}?\n"
    #expect(try contents(ask) == [.names, .descriptions, .descriptions])
    #expect(try contents(ask + "> names: Low; Far") == [.names, .names, .names])
    #expect(
      try contents(ask + "> ask Low from Top: Which low goes with {Top}?\n> descriptions: Low")
        == [.names, .descriptions, .descriptions])
  }

  @Test func listsAreOpenUnlessTheyAreDeclaredComplete() throws {
    let rows = "> ask Top from Low: Which top goes with the {Low}?\n| Top | Low |\n| - | - |\n| One | Oak |"
    #expect(try table(rows).extent == .examples)
    #expect(try table("> lists: examples\n\(rows)").extent == .examples)
    #expect(try table("> lists: complete\n\(rows)").extent == .complete)
  }

  @Test func aTableMayHaveSeveralExplanations() throws {
    let table = try table(
      """
      > ask Top from Low: Which top goes with the low {Low}?
      > why: {Top} stands over {Low}.
      > why: {Far} is far.

      | Top | Low | Far |
      | - | - | - |
      | One | Oak | Red |
      """)
    #expect(table.explanations.map(\.columns) == [[0, 1], [2]])
    #expect(table.explanations[0].filled { ["1", "2", "3"][$0] } == "1 stands over 2.")
  }

  @Test(arguments: [
    ("Which of these is listed for it?", true), ("What do the notes list?", true), ("It lists what?", true),
    ("Which of these is named?", false), ("Which names fit here?", false), ("Who has listeners?", false),
  ]) func onlyAQuestionForWhatIsListedClosesAList(stem: String, closes: Bool) throws {
    let table = try table("> ask Top from Low: {Low}: \(stem)\n| Top | Low |\n| - | - |\n| One | Oak |")
    #expect(table.patterns.map(\.asksWhatIsListed) == [closes])
  }

  @Test func aComparisonIsKnownThoughItsColumnsAreCalledColumnAndCell() throws {
    let body = """
      > compare: Column; Cell
      > ask Cell from Column: Which of these is true of the {Column} alone?

      | Aspect | Column | Cell |
      | --- | --- | --- |
      | Shape | Tall | Small |
      | Place | In a temple | In a jail |
      """
    #expect(try table(body).isComparison)
    #expect(
      try bank(bankText(body)).facts.map(\.id.rawValue) == [
        "b/s/shape:column", "b/s/shape:cell", "b/s/place:column", "b/s/place:cell",
      ])
  }
}
