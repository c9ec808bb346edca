import ContentModel
import MemoryModel
import Progress
import QuestionGenerator
import Study
import TestSupport
import Testing

/// Which kind of item asks a fact, by how well it is remembered.
@Suite struct SittingKindTests {
  let bank: Bank
  let generator: QuestionGenerator

  init() throws {
    bank = try kpoBank()
    generator = QuestionGenerator(bank)
  }

  private let kinds: [Item.Kind] = [.multipleChoice, .shortAnswer]

  /// The first facts that drills can ask by typing and with options.
  private func typable(_ count: Int) -> [FactID] {
    Array(
      bank.facts.lazy.map(\.id).filter { fact in
        [Item.Kind.shortAnswer, .multipleChoice].allSatisfy { generator.canDrill(fact, as: $0) }
      }.prefix(count))
  }

  private func learner(_ facts: [FactID], known: Bool) -> Learner {
    let answers = facts.flatMap { fact in
      [
        PastAnswer(fact: fact, isRight: true, day: 0, guessChance: 0),
        PastAnswer(fact: fact, isRight: true, day: 5, kind: known ? .matching : .multipleChoice, guessChance: 0),
      ]
    }
    return Learner(scores(answers.sorted { $0.day < $1.day }), today: studyDay(40))
  }

  private func kindsAsked(_ facts: [FactID], _ learner: Learner, seed: UInt64) -> Set<Item.Kind> {
    let plan = facts.map { PlannedFact($0, .chosen) }
    var sitting = Sitting.over(bank, asking: plan, learner: learner, kinds: kinds, seed: seed)
    return Set(sitting.play { .right($0.item) }.map(\.asked.item.kind))
  }

  /// Whether drills have two directions for a fact, as they do unless one is kept for mock exams.
  private func hasTwoDirections(_ fact: FactID) -> Bool {
    let sealed = generator.sealedForms(of: fact)
    return generator.forms(of: fact, kinds: [.multipleChoice]).count { !sealed.contains($0) } == 2
  }

  @Test func newAndYoungFactsAreAskedWithOptionsAndKnownOnesByTyping() {
    let facts = Array(typable(.max).filter(hasTwoDirections).prefix(20))
    #expect(facts.count == 20)
    for seed in UInt64(1)...10 {
      #expect(kindsAsked(facts, .beginner, seed: seed) == [.multipleChoice])
      #expect(kindsAsked(facts, learner(facts, known: false), seed: seed) == [.multipleChoice])
      #expect(kindsAsked(facts, learner(facts, known: true), seed: seed) == [.shortAnswer])
    }
  }

  @Test func aYoungFactWithOneDirectionLeftForDrillsIsAskedByTyping() {
    let facts = Array(typable(.max).filter { !hasTwoDirections($0) }.prefix(20))
    #expect(facts.count >= 10)
    for seed in UInt64(1)...10 {
      #expect(kindsAsked(facts, .beginner, seed: seed) == [.multipleChoice])
      #expect(kindsAsked(facts, learner(facts, known: false), seed: seed) == [.shortAnswer])
    }
  }

  @Test func aKnownFactThatCannotBeTypedIsAskedWithOptions() throws {
    let typable = Set(generator.askableFacts(kinds: [.shortAnswer]))
    let others = generator.askableFacts(kinds: [.multipleChoice]).filter {
      !typable.contains($0) && hasTwoDirections($0)
    }
    let plan = [PlannedFact(try #require(others.first), .chosen)]
    var sitting = Sitting.over(bank, asking: plan, learner: learner(others, known: true), kinds: kinds)
    #expect(sitting.play { .right($0.item) }.map(\.asked.item.kind) == plan.map { _ in .multipleChoice })
  }

  @Test func distractorsComeNearerAsAFactIsRememberedBetter() {
    // Options that share a row's name with the key are near; by stage their share must rise.
    let facts = bank.facts.map(\.id)
    func nearness(_ learner: Learner) -> Double {
      var near = 0
      var all = 0
      for seed in UInt64(1)...4 {
        var sitting = Sitting.over(
          bank, asking: facts.map { PlannedFact($0, .chosen) }, learner: learner, seed: seed)
        for marked in sitting.play({ .right($0.item) }) {
          guard let choice = marked.asked.item.choice else { continue }
          let key = words(choice.options[choice.key].text)
          for (index, option) in choice.options.enumerated() where index != choice.key {
            all += 1
            if !key.isDisjoint(with: words(option.text)) { near += 1 }
          }
        }
      }
      return Double(near) / Double(max(1, all))
    }
    let new = nearness(.beginner)
    let young = nearness(learner(facts, known: false))
    print("distractors that share a word with the key: new \(new), young \(young)")
    #expect(new < young)
  }

  private func words(_ text: String) -> Set<Substring> { Set(text.split(separator: " ").filter { $0.count > 3 }) }

  @Test func aContrastOffersTheAnswersOfBothFacts() throws {
    var random = SeededRandom(seed: 1)
    let facts = bank.facts.map(\.id)
    let pair = try #require(
      facts.lazy.compactMap { fact in
        facts.first { generator.contrast(fact, with: $0, using: &random) != nil }.map { (fact, $0) }
      }.first)
    for seed in UInt64(1)...10 {
      var sitting = Sitting.over(bank, asking: [PlannedFact(pair.0, .confused(with: pair.1))], kinds: kinds, seed: seed)
      let asked = try #require(sitting.current)
      let choice = try #require(asked.item.choice)
      #expect(choice.options.count == 2 && choice.contrast == pair.1 && asked.item.facts == [pair.0])
      #expect(sitting.hint() == nil)
      let answered = sitting.answer(.right(asked.item, .sure))
      let marked = try #require(answered)
      #expect(marked.answers.map(\.guessChance) == [0.5])
      #expect(marked.reviews(sitting: "s", milliseconds: 1).map(\.against) == [Review.FactID(pair.1.rawValue)])
    }
  }

  @Test func aSlipIsTypedAgainOnlyOnce() throws {
    let fact = try #require(typable(1).first)
    var sitting = Sitting.over(
      bank, asking: [PlannedFact(fact, .chosen)], learner: learner([fact], known: true), kinds: kinds)
    #expect(sitting.current?.item.kind == .shortAnswer)
    #expect(sitting.hint() == nil)
    let slips = [sitting.slip(), sitting.slip()]
    #expect(slips == [true, false])
    let answered = sitting.answer(.text("almost", .sure))
    let answer = try #require(answered?.answers.first)
    #expect(!answer.isRight && answer.guessChance == 0 && answer.isSureButWrong && answer.chosen?.text == "almost")
    #expect(sitting.current?.hasSlipped == false)
  }
}
