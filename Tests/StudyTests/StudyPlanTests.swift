import ContentModel
import Progress
import QuestionGenerator
import Study
import TestSupport
import Testing

@Suite struct StudyPlanTests {
  let bank: Bank
  let facts: [FactID]

  init() throws {
    bank = try kpoBank()
    facts = bank.facts.map(\.id)
  }

  @Test func whatWasMissedComesSureButWrongFirstThenTheMostRecent() {
    let past = scores([
      PastAnswer(fact: facts[0], isRight: false, day: 1),
      PastAnswer(fact: facts[1], isRight: false, confidence: .sure, day: 2),
      PastAnswer(fact: facts[2], isRight: true, day: 3),
      PastAnswer(fact: facts[3], isRight: false, confidence: .unsure, day: 4),
      PastAnswer(fact: facts[4], isRight: false, confidence: .sure, day: 5),
      PastAnswer(fact: facts[5], isRight: false, day: 5),
      PastAnswer(fact: facts[5], isRight: true, day: 6),
    ])
    let missed = StudyPlan([bank], scores: past, today: studyDay(6)).missed
    #expect(missed.map(\.fact) == [facts[4], facts[1], facts[3], facts[0]])
    #expect(missed.map(\.reason) == [1, 4, 2, 5].map { .missed(daysAgo: $0) })
  }

  @Test func aFactThatNoBankStatesIsNotPlanned() {
    let past = scores([PastAnswer(fact: FactID("old/bank/fact"), isRight: false, day: 1)])
    let plan = StudyPlan([bank], scores: past, today: studyDay(2))
    #expect(plan.missed.isEmpty)
    var random = SeededRandom(seed: 1)
    #expect(plan.new(using: &random).count == facts.count)
  }

  @Test(arguments: UInt64(1)...5)
  func newFactsTakeTurnsOverTheSections(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let new = StudyPlan([bank], scores: scores([]), today: studyDay(0)).new(using: &random)
    #expect(new.map(\.fact).sorted() == facts.sorted())
    #expect(new.allSatisfy { $0.reason == .new })
    let sectionOfFact = Dictionary(uniqueKeysWithValues: bank.facts.map { ($0.id, $0.sectionID) })
    let sizes = Dictionary(grouping: bank.facts, by: \.sectionID).mapValues { Double($0.count) }
    var taken: [String: Double] = [:]
    for (index, planned) in new.enumerated() {
      taken[sectionOfFact[planned.fact] ?? "", default: 0] += 1
      // Every section keeps its share at any length, but for rounding.
      for (section, size) in sizes {
        let share = Double(index + 1) * size / Double(facts.count)
        let rounding = 1 + size * Double(sizes.count) / Double(facts.count)
        #expect(abs(taken[section, default: 0] - share) <= rounding, "\(section) after \(index + 1), seed \(seed)")
      }
    }
  }

  @Test func knownFactsComeLeastRecentlyAskedFirst() {
    let past = scores(facts.prefix(30).enumerated().map { PastAnswer(fact: $1, isRight: true, day: $0 % 7) })
    var random = SeededRandom(seed: 1)
    let known = StudyPlan([bank], scores: past, today: studyDay(7)).known(using: &random)
    let days = known.map { planned -> Int in
      guard case .review(let days) = planned.reason else { return -1 }
      return days
    }
    #expect(known.map(\.fact).sorted() == facts.prefix(30).sorted())
    #expect(days == days.sorted(by: >))
    #expect(days.last == 1)
  }

  @Test func aDailyQuizTakesUpToHalfOfMissedAndFillsUpWithOlderAndNewFacts() {
    let missed = facts.prefix(20).map { PastAnswer(fact: $0, isRight: false, day: 1) }
    let older = facts.dropFirst(20).prefix(30).map { PastAnswer(fact: $0, isRight: true, day: 1) }
    let plan = StudyPlan([bank], scores: scores(missed + older), today: studyDay(3))
    for seed in UInt64(1)...10 {
      var random = SeededRandom(seed: seed)
      let daily = plan.daily(count: 10, using: &random)
      #expect(daily.count { $0.reason == .missed(daysAgo: 2) } == 5)
      #expect(daily.count { $0.reason == .review(daysAgo: 2) } > 0)
      #expect(daily.count { $0.reason == .new } > 0)
    }
  }

  @Test func aDailyQuizBringsNoMoreThanEightNewFactsWhileThereIsEnoughToReview() {
    let older = facts.prefix(40).map { PastAnswer(fact: $0, isRight: true, day: 1) }
    let plan = StudyPlan([bank], scores: scores(older), today: studyDay(3))
    for count in 1...40 {
      var random = SeededRandom(seed: UInt64(count))
      let daily = plan.daily(count: count, using: &random)
      #expect(daily.count { $0.reason == .new } <= StudyPlan.newFactsPerDay, "\(count)")
    }
  }

  @Test func everyDailyPlanHasTheCountItWasAskedForAndNothingTwice() {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed \(seed)")
    var numbers = SeededNumbers(seed: seed)
    for _ in 0..<60 {
      let flagged = Set(facts.filter { _ in Int.random(in: 0..<10, using: &numbers) == 0 })
      let shareSeen = Int.random(in: 0...10, using: &numbers)
      let past = facts.filter { _ in Int.random(in: 0..<10, using: &numbers) < shareSeen }.map {
        PastAnswer(
          fact: $0, isRight: .random(using: &numbers), confidence: Bool.random(using: &numbers) ? .sure : .none,
          day: .random(in: 0...4, using: &numbers))
      }.sorted { $0.day < $1.day }
      let plan = StudyPlan([bank], scores: scores(past, flagged: Array(flagged)), today: studyDay(4))
      let count = Int.random(in: 0...150, using: &numbers)
      var random = SeededRandom(seed: numbers.next())
      let daily = plan.daily(count: count, using: &random).map(\.fact)
      // Of what was missed before, a quiz takes no more than half; all else may be asked.
      let missed = plan.missed.count
      let askable = facts.count - flagged.count - missed + min(missed, max(1, count / 2))
      #expect(daily.count == min(count, askable), "seed \(seed)")
      #expect(Set(daily).count == daily.count, "seed \(seed)")
      #expect(flagged.isDisjoint(with: daily), "seed \(seed)")
      let others = plan.missed + plan.new(using: &random) + plan.known(using: &random)
      #expect(others.map(\.fact).sorted() == facts.filter { !flagged.contains($0) }.sorted(), "seed \(seed)")
    }
  }

  @Test func theSameSeedPlansTheSame() {
    let plan = StudyPlan([bank], scores: scores([]), today: studyDay(0))
    func daily(_ seed: UInt64) -> [PlannedFact] {
      var random = SeededRandom(seed: seed)
      return plan.daily(count: 10, using: &random)
    }
    #expect(daily(1) == daily(1))
    #expect(daily(1) != daily(2))
  }

  @Test func aClockSetBackDoesNotMakeNegativeDays() {
    let past = scores([PastAnswer(fact: facts[0], isRight: false, day: 5)])
    let plan = StudyPlan([bank], scores: past, today: studyDay(2))
    #expect(plan.missed.map(\.reason) == [.missed(daysAgo: 0)])
  }

  @Test func aBankWithoutFactsGivesNothing() throws {
    let empty = try StudyTests.bank("---\nbank: notes\ntitle: Notes\n---\n\n# Notes\n\n## One {#one}\n\nOnly prose.\n")
    var random = SeededRandom(seed: 1)
    for plan in [
      StudyPlan([empty], scores: scores([]), today: studyDay(0)), StudyPlan([], scores: scores([]), today: studyDay(0)),
    ] {
      #expect(plan.missed.isEmpty)
      #expect(plan.new(using: &random).isEmpty)
      #expect(plan.known(using: &random).isEmpty)
      #expect(plan.daily(count: 10, using: &random).isEmpty)
      #expect(plan.forMatching([QuestionGenerator(empty)], section: nil, count: 3, using: &random).isEmpty)
    }
  }

  @Test func drillsTakeTurnsOverTheTablesAndStayWithinTheirSection() {
    let generator = QuestionGenerator(bank)
    let sectionOfFact = Dictionary(uniqueKeysWithValues: bank.facts.map { ($0.id, $0.sectionID) })
    let flagged = Array(facts.filter { $0.rawValue.hasPrefix("kpo/types/") }.prefix(5))
    let plan = StudyPlan([bank], scores: scores([], flagged: flagged), today: studyDay(0))
    for seed in UInt64(1)...5 {
      var random = SeededRandom(seed: seed)
      let drills = plan.forMatching([generator], section: nil, count: 4, using: &random)
      #expect(drills.count == 4)
      #expect(Set(drills.map(\.fact)).count == 4)
      #expect(Set(drills.compactMap { sectionOfFact[$0.fact] }).count > 1)
      let types = plan.forMatching([generator], section: "types", count: 4, using: &random).map(\.fact)
      #expect(types.count == 4)
      #expect(types.allSatisfy { sectionOfFact[$0] == "types" && !flagged.contains($0) })
    }
  }
}
