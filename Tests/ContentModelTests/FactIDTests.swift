import ContentModel
import Testing

/// A learner's progress hangs on the ids of facts: they may never change by accident.
@Suite struct FactIDTests {
  private let services = """
    ## Services {#services}

    > names: Type
    > ask Service from Type: Which of these is a service of {Type}?
    > ask Service from Task: Which service is this: {Task}?

    | Type | Service | Task | Remark |
    | --- | --- | --- | --- |
    | Law (UK) | Document Review | Sorting papers | - |
    | | Patents; Marks | Guarding what is new | - |
    | Care/Health | Coding [medical] | Labelling illness | - |
    """
  private let compared = """
    ## Two kinds {#kinds}

    > compare: KPO; BPO
    > ask Column from Cell: Which of the two fits this: {Cell}?

    | Aspect | KPO | BPO |
    | --- | --- | --- |
    | Kind of Work | Thinking | Repeating |
    """

  private func ids(_ sections: String...) throws -> [String] {
    let text = "---\nbank: kpo\ntitle: T\n---\n\n" + sections.joined(separator: "\n\n")
    return try bank(text).facts.map(\.id.rawValue)
  }

  @Test func pinned() throws {
    #expect(
      try ids(services, compared) == [
        "kpo/services/law-uk/document-review", "kpo/services/law-uk/patents", "kpo/services/law-uk/marks",
        "kpo/services/care-health/coding(medical)", "kpo/services/document-review:task", "kpo/services/patents:task",
        "kpo/services/marks:task", "kpo/services/coding(medical):task", "kpo/kinds/kind-of-work:kpo",
        "kpo/kinds/kind-of-work:bpo",
      ])
    // From the bank that comes with the program.
    let facts = Set(try #require(BankParser.parse(embeddedKPO()).bank).facts.map(\.id.rawValue))
    let known = [
      "kpo/types/legal-process-outsourcing-lpo/document-review", "kpo/types/document-review:task",
      "kpo/challenges/regulatory-compliance(laws-on-personal-records):description", "kpo/providers/genpact:portrait",
    ]
    for id in known { #expect(facts.contains(id), "\(id)") }
  }

  @Test func rewordingKeepsThem() throws {
    let before = try ids(services, compared)
    let reworded =
      services
      .replacing("Sorting papers", with: "Bringing order into files").replacing(
        "## Services", with: "## What is offered"
      )
      .replacing("Which service is this", with: "What do we call this service").replacing("| - |", with: "| new |")
    #expect(try ids(reworded, compared.replacing("Thinking", with: "Reasoning")) == before)
  }

  @Test func reorderingKeepsThem() throws {
    let before = Set(try ids(services, compared))
    #expect(Set(try ids(compared, services)) == before)
    // Rows, with the first cell written out.
    let last = "| Care/Health | Coding [medical] | Labelling illness | - |"
    let rows = services.replacing("\n\(last)", with: "").replacing("| Law (UK)", with: "\(last)\n| Law (UK)")
    #expect(Set(try ids(rows, compared)) == before)
    // A column that no pattern links comes first.
    let columns = services.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      guard line.first == "|" else { return String(line) }
      var cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
      if let moved = cells.popLast() { cells.insert(moved, at: cells.startIndex) }
      return "|" + cells.joined(separator: "|") + "|"
    }
    let written = columns.joined(separator: "\n").replacing("| - | |", with: "| - | Law (UK) |")
    #expect(Set(try ids(written, compared)) == before)
    // A further pattern on the same pair, and another table in front.
    let another = services.replacing(
      "> ask Service from Task", with: "> ask Type from Service: Which type has the {Service}?\n> ask Service from Task"
    )
    #expect(Set(try ids(another, compared)) == before)
  }

  @Test func theSamePairInTwoSectionsIsTwoFacts() throws {
    let other = services.replacing("{#services}", with: "{#others}")
    let ids = try ids(services, other)
    #expect(Set(ids).count == 16)
  }

  @Test func areOrderedAndPrintedByTheirText() {
    #expect(FactID("a") < FactID("b"))
    #expect("\(FactID("kpo/a/b"))" == "kpo/a/b")
  }
}
