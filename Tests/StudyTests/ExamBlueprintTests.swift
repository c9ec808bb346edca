import ContentModel
import QuestionGenerator
import TestSupport
import Testing

@testable import Study

@Suite struct ExamBlueprintTests {
  let bank: Bank
  let blueprint: ExamBlueprint

  init() throws {
    bank = try kpoBank()
    blueprint = ExamBlueprint([QuestionGenerator(bank)], sections: [])
  }

  @Test func theSharesAreTheWeights() throws {
    #expect(abs(blueprint.sections.reduce(0) { $0 + $1.share } - 1) < 1e-12)
    let weights = bank.sections.reduce(0) { $0 + $1.weight }
    for section in blueprint.sections {
      let id = try #require(section.id.split(separator: "/").last)
      #expect(section.id == "kpo/\(id)")
      #expect(abs(section.share - (try #require(bank.section(String(id)))).weight / weights) < 1e-12)
    }
    // A section without weight is never asked.
    #expect(bank.sections.contains { $0.weight == 0 && !blueprint.sections.map(\.id).contains("kpo/\($0.id)") })
  }

  @Test func fiftyQuestionsAreSharedOutAsTheWeightsSay() {
    let counts = Dictionary(uniqueKeysWithValues: zip(blueprint.sections.map(\.id), blueprint.questions(50)))
    #expect(counts["kpo/types"] == 10)
    #expect(counts["kpo/definition"] == 4)
    #expect(counts["kpo/abbreviations"] == 2)
    #expect(counts.values.reduce(0, +) == 50)
  }

  @Test func theLargestRemainderAndTheLimitsHoldForAnyNumber() {
    let seed = UInt64.random(in: 0 ... .max)
    var numbers = SeededNumbers(seed: seed)
    for _ in 0..<2_000 {
      let limits = blueprint.sections.map { _ in Int.random(in: 0...30, using: &numbers) }
      let count = Int.random(in: 0...200, using: &numbers)
      let shared = blueprint.questions(count, atMost: limits)
      let context = "seed \(seed), \(count) of \(limits)"
      #expect(shared.reduce(0, +) == min(count, limits.reduce(0, +)), "\(context)")
      #expect(zip(shared, limits).allSatisfy { $0 >= 0 && $0 <= $1 }, "\(context)")
      // With room everywhere nobody is a whole question off the share.
      let roomy = blueprint.questions(count, atMost: limits.map { _ in 1_000 })
      for (number, section) in zip(roomy, blueprint.sections) {
        #expect(abs(Double(number) - Double(count) * section.share) < 1, "\(context)")
      }
    }
  }

  @Test func aChoiceOfSectionsSharesEverything() {
    let two = ExamBlueprint([QuestionGenerator(bank)], sections: ["kpo/types", "kpo/benefits"])
    #expect(two.sections.map(\.id) == ["kpo/benefits", "kpo/types"])
    #expect(two.questions(17) == [7, 10])
    #expect(two.questions(0) == [0, 0] && two.questions(-3) == [0, 0])
    let none = ExamBlueprint([QuestionGenerator(bank)], sections: ["kpo/none"])
    #expect(none.sections.isEmpty && none.questions(10) == [])
    // More than there are facts gives all facts.
    #expect(two.questions(10_000) == two.sections.map(\.facts.count))
  }

  @Test func whatIsExcludedIsNotAsked() throws {
    let fact = try #require(blueprint.sections.first?.facts.first)
    let without = ExamBlueprint([QuestionGenerator(bank)], sections: [], excluding: [fact])
    #expect(without.sections.first?.facts == blueprint.sections.first.map { Array($0.facts.dropFirst()) })
    #expect(without.sections.map(\.share) == blueprint.sections.map(\.share))
  }

  @Test func twoBanksCountTheSameWhateverTheirWeights() throws {
    let other = try trees("other")
    let both = ExamBlueprint([QuestionGenerator(bank), QuestionGenerator(other)], sections: [])
    let share = both.sections.filter { $0.id.hasPrefix("other/") }.reduce(0) { $0 + $1.share }
    #expect(abs(share - 0.5) < 1e-12)
  }

  private func trees(_ id: String) throws -> Bank {
    try StudyTests.bank(
      """
      ---
      bank: \(id)
      title: Trees
      ---

      ## Trees {#trees}

      > lists: complete
      > ask Site from Tree: On which site stands the tree called {Tree}?

      | Tree | Site  |
      | ---- | ----- |
      | Ash  | Alpha |
      | Elm  | Beta  |
      | Fir  | Gamma |
      | Yew  | Delta |

      """)
  }

  @Test func weightsThatVanishBesideOthersCountTheSame() throws {
    let table = """
      > ask Capital from Country: What is the capital of {Country}?

      | Country | Capital |
      | ------- | ------- |
      | NAME1   | Sofia   |
      | NAME2   | Oslo    |
      | NAME3   | Lisbon  |
      | NAME4   | Tallinn |

      """
    func rows(_ name: String) -> String { table.replacing("NAME", with: name) }
    let reading = BankParser.parse(
      Array(
        ("---\nbank: w\ntitle: W\n---\n\n# W\n\n## A {#a weight=1e-320}\n\n\(rows("Aland"))\n"
          + "## B {#b weight=1000000}\n\n\(rows("Borneo"))").utf8))
    let bank = try #require(reading.bank)
    let blueprint = ExamBlueprint([QuestionGenerator(bank)], sections: ["w/a"])
    #expect(blueprint.sections.map(\.share) == [1])
    #expect(blueprint.questions(3) == [3])
    let both = ExamBlueprint([QuestionGenerator(bank)], sections: [])
    #expect(both.questions(8).reduce(0, +) == 8 || both.questions(8) == [0, 4])
  }
}
