import ContentModel
import QuestionGenerator
import Testing

/// Facts whose questions tell the answer to another.
@Suite struct GivenAwayTests {
  private func generator(why: String = "", ask: String = "") throws -> QuestionGenerator {
    try QuestionGeneratorTests.generator(
      bankText(
        """
        > ask Service from Type: Which service does {Type} offer?
        > ask Task from Service: What does {Service} do?\(ask)\(why)

        | Type | Service | Task |
        | ---- | ------- | ---- |
        | Law | Advice | Telling clients where they stand |
        | Tax | Returns | Filling in what the state wants to know |
        """))
  }

  private func id(_ generator: QuestionGenerator, _ one: String, _ other: String) throws -> FactID {
    try #require(generator.bank.facts.first { $0.values.map(\.displayText) == [one, other] }).id
  }

  private let task = "Telling clients where they stand"

  @Test func factsThatShareOneValueDoNot() throws {
    let generator = try generator()
    let service = try id(generator, "Law", "Advice")
    let task = try id(generator, "Advice", task)
    #expect(!generator.givesAway(service, task) && !generator.givesAway(task, service))
    #expect(!generator.givesAway(service, service))
    #expect(!generator.givesAway(service, FactID("b/no/such")) && !generator.givesAway(FactID("b/no/such"), service))
  }

  @Test func anExplanationWithAThirdColumnGivesTheOtherFactAway() throws {
    let generator = try generator(why: "\n> why: {Type} offers {Service}: {Task}.")
    let service = try id(generator, "Law", "Advice")
    let task = try id(generator, "Advice", task)
    #expect(generator.givesAway(service, task) && generator.givesAway(task, service))
    #expect(!generator.givesAway(service, try id(generator, "Tax", "Returns")))
  }

  @Test func aStemWithAThirdColumnGivesOnlyWhatItShowsAway() throws {
    let generator = try generator(ask: "\n> ask Type from Service: Who offers {Service}, that is: {Task}?")
    let service = try id(generator, "Law", "Advice")
    let task = try id(generator, "Advice", task)
    #expect(generator.givesAway(service, task))
    #expect(!generator.givesAway(task, service))
  }

  @Test func theSameFactInTwoTablesIsGivenAway() throws {
    let table = """
      > ask Service from Type: Which service does {Type} offer?

      | Type | Service |
      | ---- | ------- |
      """
    let generator = try QuestionGeneratorTests.generator(
      bankText("\(table)\n| Law | Advice |\n| Tax | Returns |")
        + "\n## Other {#t}\n\n\(table)\n| Jurisprudence | Advice |\n| Ships | Cranes |\n"
        + "\n## Names {#names}\n\n- Law = Jurisprudence\n")
    let one = try id(generator, "Law", "Advice")
    let other = try id(generator, "Jurisprudence", "Advice")
    #expect(generator.givesAway(one, other) && generator.givesAway(other, one))
    #expect(!generator.givesAway(one, try id(generator, "Ships", "Cranes")))
  }

  @Test func everyPairOfTheBankIsJudgedByWhatItsSentencesShow() throws {
    let generator = try QuestionGeneratorTests.generator(kpoText())
    let facts = generator.bank.facts
    var tied = 0
    for asked in facts {
      let sentence = try #require(generator.sentence(for: asked.id))
      for other in facts where other.id != asked.id {
        let isShown = other.values.map(\.displayText).allSatisfy(sentence.contains)
        let givesAway = generator.givesAway(asked.id, other.id)
        tied += givesAway ? 1 : 0
        // Short names also stand within longer ones, so only whole rows are a contradiction.
        if isShown, other.rowIndex == asked.rowIndex, other.sectionID == asked.sectionID,
          other.tableIndex == asked.tableIndex
        {
          #expect(givesAway, "\(asked.id) shows \(other.id)")
        }
      }
    }
    print("pairs of which one gives the other away: \(tied)")
    #expect(tied > 0)
  }
}
