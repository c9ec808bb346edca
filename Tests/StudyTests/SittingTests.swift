import ContentModel
import MemoryModel
import Progress
import QuestionGenerator
import Study
import TestSupport
import Testing

@Suite struct SittingTests {
  let bank: Bank
  let plan: [PlannedFact]

  init() throws {
    bank = try kpoBank()
    var random = SeededRandom(seed: 11)
    let generator = QuestionGenerator(bank)
    // Some facts have no form of multiple choice, or only one that is kept for mock exams.
    plan = Array(
      StudyPlan([generator], learner: .beginner).daily(count: 60, using: &random)
        .filter { generator.canDrill($0.fact, as: .multipleChoice) }.prefix(12))
  }

  @Test func everyPlannedFactIsAskedInOrder() {
    var sitting = Sitting.over(bank, asking: plan)
    #expect(sitting.remaining == 12)
    let marked = sitting.play { .right($0.item) }
    #expect(marked.flatMap { $0.answers.map(\.fact) } == plan.map(\.fact))
    #expect(marked.allSatisfy { $0.isRight && !$0.asked.isRepeat && $0.asked.reason == .new })
    #expect(sitting.remaining == 0)
    #expect(sitting.current == nil)
    #expect(sitting.answeredItems == 12)
  }

  @Test(arguments: UInt64(1)...20)
  func aWrongFactComesBackExactlyOnceAndLater(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    var sitting = Sitting.over(bank, asking: plan, seed: seed)
    let marked = sitting.play { Bool.random(using: &numbers) ? .right($0.item) : .wrong($0.item) }
    for planned in plan {
      let places = marked.indices.filter { marked[$0].asked.item.facts == [planned.fact] }
      let first = try #require(places.first)
      #expect(places.count == (marked[first].isRight ? 1 : 2), "\(planned.fact)")
      #expect(
        places.map { marked[$0].asked.isRepeat } == (places.count == 1 ? [false] : [false, true]), "\(planned.fact)")
      // Something else is asked in between as long as there is something else.
      if let second = places.dropFirst().first, first + 3 < marked.count - 4 { #expect(second > first + 1) }
      if let second = places.dropFirst().first { #expect(marked[second].asked.reason == .wrongBefore) }
    }
  }

  @Test(arguments: UInt64(1)...5)
  func inDrillsOfOneTableAWrongFactComesBackExactlyOnceToo(seed: UInt64) throws {
    let generator = QuestionGenerator(bank)
    var random = SeededRandom(seed: seed)
    let drills = StudyPlan([generator], learner: .beginner).matching(section: "types", count: 6, using: &random)
    var sitting = Sitting.over(bank, asking: drills, kinds: [.matching], seed: seed)
    let marked = sitting.play { .wrong($0.item) }
    #expect(marked.count { $0.asked.item.kind == .matching } == drills.count)
    let missed = Set(marked.filter { !$0.asked.isRepeat }.flatMap { $0.asked.item.facts })
    let repeats = marked.filter(\.asked.isRepeat).flatMap { $0.asked.item.facts }
    #expect(Set(repeats) == missed)
    #expect(repeats.count == missed.count)
  }

  @Test func theSameSeedGivesTheSameItemsAndAnotherSeedOthers() {
    func items(seed: UInt64) -> [Item] {
      var sitting = Sitting.over(bank, asking: plan, seed: seed)
      return sitting.play { .wrong($0.item) }.map(\.asked.item)
    }
    #expect(items(seed: 5) == items(seed: 5))
    #expect(items(seed: 5) != items(seed: 6))
  }

  @Test func aCopyIsAllThatTakingBackNeeds() throws {
    var sitting = Sitting.over(bank, asking: plan)
    for step in 0..<8 {
      let before = sitting
      let item = try #require(before.current?.item)
      _ = sitting.answer(step.isMultiple(of: 2) ? .wrong(item) : .right(item))
      let after = sitting
      sitting = before
      #expect(sitting.current == before.current)
      _ = sitting.answer(step.isMultiple(of: 2) ? .wrong(item) : .right(item))
      #expect(sitting.current == after.current)
      #expect(sitting.answers == after.answers)
      #expect(sitting.remaining == after.remaining)
    }
  }

  @Test(arguments: UInt64(1)...10)
  func aHintRulesOutAWrongOptionAndRaisesTheGuessChance(seed: UInt64) throws {
    var sitting = Sitting.over(bank, asking: plan, seed: seed)
    let item = try #require(sitting.current?.item)
    let choice = try #require(item.choice)
    var ruledOut: [Int] = []
    while case .ruledOut(let index)? = sitting.hint() { ruledOut.append(index) }
    #expect(ruledOut.count == choice.options.count - 2)
    #expect(Set(ruledOut).count == ruledOut.count)
    #expect(!ruledOut.contains(choice.key))
    #expect(sitting.answer(.right(item))?.answers.first?.guessChance == 0.5)
    let next = try #require(sitting.current)
    let nextChoice = try #require(next.item.choice)
    #expect(next.ruledOut.isEmpty)
    #expect(sitting.answer(.right(next.item))?.answers.first?.guessChance == 1 / Double(nextChoice.options.count))
  }

  @Test func hintsOfAMatchingItemRuleOutOnlyWhatBelongsToNoPremise() throws {
    let fact = try matchableFact()
    var sitting = Sitting.over(bank, asking: [PlannedFact(fact, .chosen)], kinds: [.matching])
    let asked = try #require(sitting.current)
    let matching = try #require(asked.item.matching)
    let hints = [sitting.hint(), sitting.hint()].compactMap { $0 }
    let others = Set(matching.responses.indices).subtracting(matching.premises.map(\.answer))
    #expect(others.count == 2 && hints.count == 2 && others.allSatisfy { hints.contains(.ruledOut($0)) })
    #expect(sitting.hint() == nil)
    // With one response for each premise, whatever is right proves less.
    var unaided = Sitting.over(bank, asking: [PlannedFact(fact, .chosen)], kinds: [.matching])
    let aided = sitting.answer(.right(asked.item))
    let whole = unaided.answer(.right(asked.item))
    for (chance, before) in zip(
      try #require(aided).answers.map(\.guessChance), try #require(whole).answers.map(\.guessChance))
    { #expect(chance > before && chance <= 1) }
  }

  @Test func guessChancesOfAMatchingItemFollowFromThePairsThatAreKnown() throws {
    let fact = try matchableFact()
    let start = Sitting.over(bank, asking: [PlannedFact(fact, .chosen)], kinds: [.matching])
    let item = try #require(start.current?.item)
    let matching = try #require(item.matching)
    func chances(_ response: Response) throws -> [Double] {
      var sitting = start
      let marked = sitting.answer(response)
      return try #require(marked).answers.map(\.guessChance)
    }
    // Each chance c is such that R / (R + (1-R) c) is the exact probability that the pair was known.
    let recall = Learner.beginner.recall(of: fact)
    func check(_ response: Response, right: [Bool]) throws {
      let known = Evidence.matchingProbabilities(
        recalls: matching.premises.map { _ in recall }, right: right,
        extraResponses: matching.responses.count - matching.premises.count)
      for (index, chance) in try chances(response).enumerated() {
        guard right[index] else {
          #expect(chance == 1 / Double(matching.responses.count))
          continue
        }
        #expect(abs(recall / (recall + (1 - recall) * chance) - known[index]) < 1e-12)
      }
    }
    try check(.right(item), right: matching.premises.map { _ in true })
    try check(.dontKnow, right: matching.premises.map { _ in false })
    let first: [Int?] = matching.premises.enumerated().map { $0 == 0 ? $1.answer : nil }
    try check(.pairs(first, .none), right: matching.premises.indices.map { $0 == 0 })
  }

  @Test func anItemAnsweredWithTheNotesOpenDoesNotCountAndComesBackToCount() throws {
    var sitting = Sitting.over(bank, asking: Array(plan.prefix(5)))
    sitting.openBook()
    let first = try #require(sitting.current)
    let answered = sitting.answer(.right(first.item))
    let marked = try #require(answered)
    #expect(sitting.answers.isEmpty)
    #expect(marked.reviews(sitting: "s", milliseconds: 10).isEmpty)
    let rest = sitting.play { .right($0.item) }
    let again = rest.filter { $0.asked.item.facts == first.item.facts }
    #expect(again.count == 1)
    #expect(again.first?.asked.isRepeat == false)
    #expect(again.first?.asked.isOpenBook == false)
    #expect(again.first?.asked.reason == .readBefore)
    let summary = SittingSummary(sitting.answers) { _ in "s" }
    #expect(summary.total.asked == 5)
    #expect(summary.total.right == 5)
    #expect(summary.mended == 0)
  }

  @Test func aFactReadFirstAndThenMissedComesBackOnceMore() throws {
    var sitting = Sitting.over(bank, asking: Array(plan.prefix(1)))
    sitting.openBook()
    let marked = sitting.play { .wrong($0.item) }
    #expect(marked.map(\.asked.isOpenBook) == [true, false, false])
    #expect(marked.map(\.asked.isRepeat) == [false, false, true])
  }

  @Test func whoReadsTheNotesEveryTimeStillReachesTheEnd() {
    var sitting = Sitting.over(bank, asking: Array(plan.prefix(3)))
    var items = 0
    while let asked = sitting.current, items < 100 {
      sitting.openBook()
      _ = sitting.answer(.wrong(asked.item))
      items += 1
    }
    #expect(items == 6)
    #expect(sitting.answers.isEmpty)
  }

  @Test func aFactSetAsideNeverComesBack() throws {
    var sitting = Sitting.over(bank, asking: plan)
    let missed = try #require(sitting.current?.item)
    _ = sitting.answer(.wrong(missed))
    // Aside goes the repeat of the fact that was just missed, and before it a fact that was never answered.
    let never = try #require(sitting.current?.item)
    sitting.setAside(try #require(never.facts.first))
    while let asked = sitting.current, asked.item.facts != missed.facts { _ = sitting.answer(.right(asked.item)) }
    #expect(sitting.current?.isRepeat == true)
    sitting.setAside(try #require(missed.facts.first))
    let rest = sitting.play { .wrong($0.item) }.flatMap { $0.asked.item.facts }
    #expect(!rest.isEmpty)
    #expect(Set(rest).isDisjoint(with: missed.facts + never.facts))
    #expect(!sitting.answers.map(\.fact).contains { never.facts.contains($0) })
  }

  @Test func ofADrillOnlyTheFactThatWasSetAsideStaysAway() throws {
    let drills = matchableFacts(1).map { PlannedFact($0, .chosen) }
    var sitting = Sitting.over(bank, asking: drills, kinds: [.matching])
    let drill = try #require(sitting.current?.item)
    let aside = try #require(drill.facts.first)
    sitting.setAside(aside)
    let next = try #require(sitting.current?.item)
    #expect(next.kind == .matching && !next.facts.contains(aside))
    #expect(drill.facts.dropFirst().contains { next.facts.contains($0) })
  }

  @Test func inTheMissedModeAFactComesBackAsOftenAsItIsMissed() throws {
    let generator = QuestionGenerator(bank)
    let learner = Learner(scores([]), today: studyDay(0))
    var sitting = Sitting(
      asking: Array(plan.prefix(1)), of: [generator], learner: learner, kinds: [.multipleChoice], untilRight: true,
      seed: 1)
    for _ in 0..<4 {
      let item = try #require(sitting.current?.item)
      _ = sitting.answer(.wrong(item))
    }
    let last = try #require(sitting.current?.item)
    _ = sitting.answer(.right(last))
    #expect(sitting.current == nil)
  }

  @Test func aDrillDoesNotAskWhatWasSetAsideEvenBesideOthers() throws {
    let generator = QuestionGenerator(bank)
    let aside = Set(generator.forms.filter { $0.asked.sectionID == "types" }.flatMap { $0.facts.prefix(4).map(\.id) })
    var random = SeededRandom(seed: 3)
    let learner = Learner(scores([], flagged: Array(aside)), today: studyDay(0))
    let drills = StudyPlan([generator], learner: learner).matching(section: "types", count: 8, using: &random)
    #expect(drills.count == 8)
    var sitting = Sitting(asking: drills, of: [generator], learner: learner, kinds: [.matching], seed: 3)
    let asked = sitting.play { .wrong($0.item) }.flatMap { $0.asked.item.facts }
    #expect(!asked.isEmpty)
    #expect(aside.isDisjoint(with: asked))
  }

  @Test func anAnswerThatDoesNotFitTheItemCountsAsNotKnown() throws {
    for response in [Response.option(99, .sure), .option(-1, .none), .pairs([0, 1], .sure)] {
      var sitting = Sitting.over(bank, asking: Array(plan.prefix(1)))
      let marked = sitting.answer(response)
      let answer = try #require(marked?.answers.first)
      #expect(!answer.isRight)
      #expect(answer.chosen == nil)
      #expect(answer.mark == nil)
    }
  }

  @Test func withoutAnythingToAskNothingHappens() {
    for plan in [[], [PlannedFact(FactID("kpo/no/such-fact"), .new)]] {
      var sitting = Sitting.over(bank, asking: plan)
      #expect(sitting.current == nil)
      #expect(sitting.remaining == 0)
      #expect(sitting.answer(.dontKnow) == nil)
      #expect(sitting.hint() == nil)
      sitting.openBook()
      sitting.setAside(FactID("kpo/no/such-fact"))
      #expect(sitting.current == nil)
    }
  }

  @Test func whatRemainsIsCountedInQuestionsForDrillsToo() throws {
    let drills = matchableFacts(2).map { PlannedFact($0, .chosen) }
    var sitting = Sitting.over(bank, asking: drills, kinds: [.matching])
    #expect(sitting.remaining == 2)
    let item = try #require(sitting.current?.item)
    _ = sitting.answer(.right(item))
    #expect(sitting.remaining == 1)
  }

  private func matchableFact() throws -> FactID {
    try #require(matchableFacts(2).first)
  }

  /// The first facts of the bank that a drill can ask.
  private func matchableFacts(_ count: Int) -> [FactID] {
    let generator = QuestionGenerator(bank)
    var random = SeededRandom(seed: 1)
    return Array(
      bank.facts.lazy.map(\.id).filter { generator.item(asking: $0, kinds: [.matching], using: &random) != nil }
        .prefix(count))
  }
}
