import ContentModel
import MemoryModel
import Progress
import QuestionGenerator
import Study
import TestSupport
import Testing

@Suite struct StudyPlanTests {
  let bank: Bank
  let generator: QuestionGenerator
  let facts: [FactID]

  init() throws {
    bank = try kpoBank()
    generator = QuestionGenerator(bank)
    facts = bank.facts.map(\.id)
  }

  private func plan(_ past: Scores, on day: Int) -> StudyPlan {
    StudyPlan([generator], learner: Learner(past, today: studyDay(day)))
  }

  // MARK: Missed

  @Test func whatWasMissedComesSureButWrongFirstThenTheMostRecentThenWhatWasRightOnce() {
    let past = scores([
      PastAnswer(fact: facts[0], isRight: false, day: 1),
      PastAnswer(fact: facts[1], isRight: false, confidence: .sure, day: 2),
      PastAnswer(fact: facts[2], isRight: true, day: 3),
      PastAnswer(fact: facts[3], isRight: false, confidence: .unsure, day: 4),
      PastAnswer(fact: facts[4], isRight: false, confidence: .sure, day: 5),
      PastAnswer(fact: facts[5], isRight: false, day: 5),
      PastAnswer(fact: facts[6], isRight: false, confidence: .sure, day: 5),
      PastAnswer(fact: facts[7], isRight: false, day: 5),
      PastAnswer(fact: facts[5], isRight: true, day: 5),
      PastAnswer(fact: facts[6], isRight: true, day: 5),
      PastAnswer(fact: facts[7], isRight: true, day: 6),
    ])
    let missed = plan(past, on: 6).missed()
    #expect(missed.map(\.fact) == [facts[4], facts[1], facts[3], facts[0], facts[6], facts[5]])
    #expect(
      missed.map(\.reason)
        == [(1, true), (4, true), (2, false), (5, false), (1, true), (1, false)].map {
          .missed(daysAgo: $0.0, wasSure: $0.1)
        })
    // What was right for the first time on day 6 comes back the day after.
    #expect(plan(past, on: 7).missed().map(\.fact).contains(facts[7]))
  }

  @Test func aMissLeavesTheListOnlyWithARightAnswerOnALaterDay() {
    var past = [PastAnswer(fact: facts[0], isRight: false, day: 1), PastAnswer(fact: facts[0], isRight: true, day: 1)]
    #expect(plan(scores(past), on: 1).missed().isEmpty)
    #expect(plan(scores(past), on: 2).missed().map(\.fact) == [facts[0]])
    past.append(PastAnswer(fact: facts[0], isRight: true, day: 1))
    #expect(plan(scores(past), on: 2).missed().map(\.fact) == [facts[0]])
    past.append(PastAnswer(fact: facts[0], isRight: true, day: 4))
    for day in 4...9 { #expect(plan(scores(past), on: day).missed().isEmpty) }
    past.append(PastAnswer(fact: facts[0], isRight: false, confidence: .sure, day: 9))
    #expect(plan(scores(past), on: 9).missed().map(\.reason) == [.missed(daysAgo: 0, wasSure: true)])
  }

  @Test func onlyMissesOfTheLastDays() {
    let past = scores((1...6).map { PastAnswer(fact: facts[$0], isRight: false, day: $0) })
    let plan = plan(past, on: 6)
    for days in 0...5 {
      #expect(plan.missed(days: days).map(\.fact) == (0..<days).map { facts[6 - $0] }, "\(days) days")
    }
    #expect(plan.missed(days: 100) == plan.missed())
  }

  @Test func aFactThatNoBankStatesIsNotPlanned() {
    let old = FactID("old/bank/fact")
    let past = scores([
      PastAnswer(fact: old, isRight: false, day: 1),
      PastAnswer(fact: old, isRight: false, day: 1, chosen: facts[0]),
      PastAnswer(fact: facts[0], isRight: false, day: 1, chosen: old),
    ])
    let plan = plan(past, on: 30)
    #expect(plan.missed().map(\.fact) == [facts[0]])
    #expect(plan.due.map(\.fact) == [facts[0]])
    var random = SeededRandom(seed: 1)
    #expect(plan.new(using: &random).count == facts.count - 1)
    #expect(!plan.daily(using: &random).contains { $0.fact == old || $0.reason == .confused(with: old) })
  }

  @Test func aClockSetBackDoesNotMakeNegativeDays() {
    let past = scores([PastAnswer(fact: facts[0], isRight: false, day: 5)])
    for day in [2, 4, 5] {
      let plan = plan(past, on: day)
      #expect(plan.missed().map(\.reason) == [.missed(daysAgo: 0, wasSure: false)])
      #expect(plan.missed(days: 1).count == 1)
      // A review that lies days ahead was made while the clock was wrong: its due day would keep the fact away.
      #expect(plan.due == (day < 4 ? [PlannedFact(facts[0], .due(recall: 1, daysAgo: 0))] : []))
      #expect(Learner(past, today: studyDay(day)).recall(of: facts[0]) == 1)
    }
  }

  // MARK: New and due

  @Test(arguments: UInt64(1)...5)
  func newFactsTakeTurnsOverTheSections(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let new = StudyPlan([generator], learner: .beginner).new(using: &random)
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

  @Test func whatIsDueComesByItsRecallTheLowestFirst() throws {
    let past = scores(facts.prefix(30).enumerated().map { PastAnswer(fact: $1, isRight: $0 % 3 > 0, day: $0 % 7) })
    for day in [6, 8, 12, 40] {
      let learner = Learner(past, today: studyDay(day))
      let due = StudyPlan([generator], learner: learner).due
      let recalls = due.map { learner.recall(of: $0.fact) }
      #expect(recalls == recalls.sorted())
      for planned in due {
        let score = try #require(learner.score(of: planned.fact))
        #expect(try #require(score.memory.dueDay) <= learner.today.daysSince1970)
        let daysAgo = score.lastDay.days(until: learner.today)
        #expect(planned.reason == .due(recall: learner.recall(of: planned.fact), daysAgo: daysAgo))
      }
      let isDue = { (fact: FactID) in learner.score(of: fact)?.memory.isDue(on: learner.today.daysSince1970) == true }
      #expect(Set(due.map(\.fact)) == Set(facts.filter(isDue)))
    }
    #expect(plan(past, on: 40).due.count == 30)
  }

  @Test func theSameSeedPlansTheSame() {
    let plan = StudyPlan([generator], learner: .beginner)
    func daily(_ seed: UInt64) -> [PlannedFact] {
      var random = SeededRandom(seed: seed)
      return plan.daily(count: 10, using: &random)
    }
    #expect(daily(1) == daily(1))
    #expect(daily(1) != daily(2))
  }

  @Test func practiceTakesTurnsAndStaysWithinItsSection() {
    let sectionOfFact = Dictionary(uniqueKeysWithValues: bank.facts.map { ($0.id, $0.sectionID) })
    let flagged = Array(facts.filter { $0.rawValue.hasPrefix("kpo/types/") }.prefix(3))
    let past = scores(facts.prefix(40).map { PastAnswer(fact: $0, isRight: true, day: 0) }, flagged: flagged)
    let plan = plan(past, on: 0)
    for seed in UInt64(1)...10 {
      var random = SeededRandom(seed: seed)
      let all = plan.practice(section: nil, count: 15, using: &random)
      #expect(all.count == 15 && Set(all.map(\.fact)).count == 15)
      #expect(Set(all.compactMap { sectionOfFact[$0.fact] }).count > 4)
      #expect(all.allSatisfy { $0.reason == .chosen })
      let types = plan.practice(section: "types", count: 5, using: &random).map(\.fact)
      #expect(types.count == 5)
      #expect(types.allSatisfy { sectionOfFact[$0] == "types" && !flagged.contains($0) })
      #expect(plan.practice(section: "no-such", count: 5, using: &random).isEmpty)
      #expect(plan.practice(section: nil, count: 0, using: &random).isEmpty)
    }
  }

  @Test func aBankWithoutFactsGivesNothing() throws {
    let empty = try StudyTests.bank("---\nbank: notes\ntitle: Notes\n---\n\n# Notes\n\n## One {#one}\n\nOnly prose.\n")
    var random = SeededRandom(seed: 1)
    for generators in [[QuestionGenerator(empty)], []] {
      let plan = StudyPlan(generators, learner: .beginner)
      #expect(plan.missed().isEmpty && plan.due.isEmpty)
      #expect(plan.new(using: &random).isEmpty)
      #expect(plan.daily(using: &random).isEmpty)
      #expect(plan.daily(count: 10, using: &random).isEmpty)
      #expect(plan.daily(minutes: 5, using: &random).isEmpty)
      #expect(plan.practice(section: nil, count: 3, using: &random).isEmpty)
      #expect(plan.matching(section: nil, count: 3, using: &random).isEmpty)
    }
  }

  @Test func drillsTakeTurnsOverTheTablesAndStayWithinTheirSection() {
    let sectionOfFact = Dictionary(uniqueKeysWithValues: bank.facts.map { ($0.id, $0.sectionID) })
    let flagged = Array(facts.filter { $0.rawValue.hasPrefix("kpo/types/") }.prefix(5))
    let plan = plan(scores([], flagged: flagged), on: 0)
    for seed in UInt64(1)...5 {
      var random = SeededRandom(seed: seed)
      let drills = plan.matching(section: nil, count: 4, using: &random)
      #expect(drills.count == 4)
      #expect(Set(drills.map(\.fact)).count == 4)
      #expect(Set(drills.compactMap { sectionOfFact[$0.fact] }).count > 1)
      let types = plan.matching(section: "types", count: 4, using: &random).map(\.fact)
      #expect(types.count == 4)
      #expect(types.allSatisfy { sectionOfFact[$0] == "types" && !flagged.contains($0) })
    }
  }
}
