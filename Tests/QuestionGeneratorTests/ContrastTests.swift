import ContentModel
import QuestionGenerator
import Testing

/// Items that put the answers to two confused facts side by side.
@Suite struct ContrastTests {
  @Test func aContrastHasTheAnswersOfBothFactsAndNothingElse() throws {
    let text = try kpoText()
    let generator = try generator(text)
    let oracle = BankOracle(text)
    let facts = generator.bank.facts
    let factOfID = Dictionary(uniqueKeysWithValues: facts.map { ($0.id, $0) })
    var positions = [0, 0]
    for seed in UInt64(1)...20 {
      var random = SeededRandom(seed: seed)
      for fact in facts {
        let other = facts[random.below(facts.count)]
        guard let item = generator.contrast(fact.id, with: other.id, using: &random) else { continue }
        let choice = try #require(item.choice)
        #expect(item.kind == .multipleChoice && item.facts == [fact.id])
        #expect(choice.contrast == other.id && choice.options.count == 2)
        positions[choice.key] += 1
        let wrong = choice.options[1 - choice.key].text
        #expect(fact.values.map(\.displayText).contains(choice.options[choice.key].text))
        #expect(other.values.map(\.displayText).contains(wrong))
        #expect(factOfID[choice.options[1 - choice.key].fact] != nil)
        let place = try #require(
          oracle.place(item.sectionID, subject: item.subjectColumn, answer: item.answerColumn))
        #expect(!oracle.isRight(wrong, for: choice.subject, at: place), "seed \(seed), \(item.stem)")
        #expect(!oracle.areClose(wrong, choice.options[choice.key].text), "seed \(seed), \(item.stem)")
      }
    }
    print("contrasts: \(positions)")
    #expect(positions[0] > 100 && positions[1] > 100)
  }

  @Test func whatAChosenOptionNamesCanBeContrasted() throws {
    let generator = try generator(kpoText())
    var count = (all: 0, contrasted: 0)
    for seed in UInt64(1)...3 {
      for item in generator.items(kinds: [.multipleChoice], seeds: seed...seed) {
        guard let choice = item.choice else { continue }
        for (index, option) in choice.options.enumerated() where index != choice.key && option.fact != choice.fact {
          var random = SeededRandom(seed: seed)
          count.all += 1
          if generator.contrast(choice.fact, with: option.fact, using: &random) != nil { count.contrasted += 1 }
        }
      }
    }
    print("wrong options: \(count.all), of which a contrast can be made: \(count.contrasted)")
    #expect(count.all > 500 && count.contrasted * 10 > count.all * 9)
  }

  @Test func whatCannotBeToldApartIsNotContrasted() throws {
    let generator = try generator(kpoText())
    let fact = try #require(generator.bank.facts.first).id
    var random = SeededRandom(seed: 1)
    #expect(generator.contrast(fact, with: fact, using: &random) == nil)
    #expect(generator.contrast(fact, with: FactID("b/no/such"), using: &random) == nil)
    #expect(generator.contrast(FactID("b/no/such"), with: fact, using: &random) == nil)
    // Two services of one type: which of them the type has is no question.
    let services = try QuestionGeneratorTests.generator(
      bankText(
        """
        > ask Service from Type: Which service does {Type} offer?

        | Type | Service |
        | ---- | ------- |
        | Law | Advice; Drafting |
        | Tax | Returns |
        """))
    let ids = services.bank.facts.map(\.id)
    #expect(services.contrast(ids[0], with: ids[1], using: &random) == nil)
  }
}
