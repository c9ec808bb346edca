import ContentModel
import Testing

/// The example of the design, read as a whole.
@Suite struct DesignExampleTests {
  static let text = """
    ---
    bank: kpo
    title: Knowledge Process Outsourcing
    language: en
    ---

    # Knowledge Process Outsourcing

    Prose is notes: `kpo read` shows it, feedback may quote
    the section.

    ## Services of each KPO type {#types weight=20}

    > lists: examples
    > ask Service from Type: Which of these is a service of {Type}?
    > ask Type from Service: Which type of KPO offers {Service}?
    > ask Service from Task: Which service is this: {Task}?

    | Type                            | Service         | Task                                    |
    | ------------------------------- | --------------- | --------------------------------------- |
    | Legal Process Outsourcing (LPO) | Document Review | Sorting the papers that a lawsuit needs |
    |                                 | Patents         | Guarding what somebody invented         |

    ## Names {#names}

    - Legal Process Outsourcing (LPO) = LPO = Legal Process Outsourcing
    - Document Review ~ Patents
    """

  @Test func frontMatterAndSections() throws {
    let bank = try bank(Self.text)
    #expect(read(Self.text).diagnostics == [])
    #expect((bank.id, bank.title, bank.language) == ("kpo", "Knowledge Process Outsourcing", "en"))
    #expect(
      bank.introduction == [.paragraph("Prose is notes: `kpo read` shows it, feedback may quote the section.")])
    #expect(bank.sections.map(\.id) == ["types"], "the section of names is not shown")
    let section = try #require(bank.section("types"))
    #expect((section.title, section.weight, section.line) == ("Services of each KPO type", 20, 12))
    #expect(bank.section("names") == nil)
  }

  @Test func tableAndPatterns() throws {
    let table = try #require(bank(Self.text).tables.first?.table)
    #expect(table.columns.map(\.header) == ["Type", "Service", "Task"])
    #expect(table.columns.map(\.content) == [.names, .names, .descriptions])
    #expect(
      table.shown == [
        [["Legal Process Outsourcing (LPO)"], ["Document Review"], ["Sorting the papers that a lawsuit needs"]],
        [["Legal Process Outsourcing (LPO)"], ["Patents"], ["Guarding what somebody invented"]],
      ])
    #expect(table.rows.map(\.line) == [21, 22])
    #expect(table.line == 19)
    #expect(table.extent == .examples)
    #expect(table.patterns.map { [$0.answer, $0.subject, $0.line] } == [[1, 0, 15], [0, 1, 16], [1, 2, 17]])
    #expect(table.patterns[2].stem.pieces == [.text("Which service is this: "), .column(2), .text("?")])
    #expect(table.layout[2] == ["", "Patents", "Guarding what somebody invented"], "as the author wrote it")
  }

  @Test func factsAndNames() throws {
    let bank = try bank(Self.text)
    #expect(
      bank.facts.map(\.id.rawValue) == [
        "kpo/types/legal-process-outsourcing-lpo/document-review", "kpo/types/legal-process-outsourcing-lpo/patents",
        "kpo/types/document-review:task", "kpo/types/patents:task",
      ])
    #expect(bank.facts[3].value(inColumn: 1) == .name(Name("Patents")))
    #expect(bank.facts[3].value(inColumn: 0) == nil)
    #expect(bank.names.map(\.text) == ["Legal Process Outsourcing (LPO)", "Document Review", "Patents"])
    #expect(bank.relations.statements.map(\.kind) == [.same, .near])
    #expect(bank.relations.statements.map(\.line) == [26, 27])
    #expect(
      bank.relations.synonyms(of: Name("LPO")).map(\.text)
        == ["Legal Process Outsourcing (LPO)", "Legal Process Outsourcing"])
    #expect(bank.relations.synonyms(of: Name("Patents")) == [])
  }
}
