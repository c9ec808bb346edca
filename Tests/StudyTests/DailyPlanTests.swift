import ContentModel
import MemoryModel
import Progress
import QuestionGenerator
import Study
import TestSupport
import Testing

/// What a daily quiz consists of.
@Suite struct DailyPlanTests {
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

  private func daily(_ plan: StudyPlan, count: Int? = nil, minutes: Double? = nil, seed: UInt64 = 1) -> [PlannedFact] {
    var random = SeededRandom(seed: seed)
    return plan.daily(count: count, minutes: minutes, using: &random)
  }

  /// Facts of which none gives another away, from the front of the bank.
  private func independentFacts(_ count: Int) -> [FactID] {
    facts.reduce(into: [FactID]()) { chosen, fact in
      guard chosen.count < count, !chosen.contains(where: { areTied($0, fact) }) else { return }
      chosen.append(fact)
    }
  }

  /// Pairs of facts whose answers can stand side by side, all of them independent of each other.
  private func contrastablePairs(_ count: Int) -> [[FactID]] {
    var random = SeededRandom(seed: 1)
    var pairs: [[FactID]] = []
    for (index, one) in facts.enumerated() {
      for other in facts[(index + 1)...] where pairs.count < count {
        guard [one, other].allSatisfy({ fact in pairs.joined().allSatisfy { $0 != fact && !areTied($0, fact) } }),
          !areTied(one, other), generator.contrast(one, with: other, using: &random) != nil,
          generator.contrast(other, with: one, using: &random) != nil
        else { continue }
        pairs.append([one, other])
      }
    }
    return pairs
  }

  private func areTied(_ one: FactID, _ other: FactID) -> Bool {
    generator.givesAway(one, other) || generator.givesAway(other, one)
  }

  @Test func aBeginnerGetsEightNewFactsOfSeveralSections() {
    for seed in UInt64(1)...20 {
      let daily = daily(StudyPlan([generator], learner: .beginner), seed: seed)
      #expect(daily.count == StudyPlan.newFactsPerDay)
      #expect(daily.allSatisfy { $0.reason == .new })
      let sections = Set(bank.facts.filter { fact in daily.contains { $0.fact == fact.id } }.map(\.sectionID))
      #expect(sections.count > 3, "seed \(seed)")
    }
  }

  @Test func whatWasOnlyPractisedIsStillNewAndTakesNoPlaceOfTheDay() throws {
    let practised = try #require(facts.first)
    let events: [Event] = [
      .sittingBegan(SittingBegan(sitting: "p", mode: .practice, banks: ["kpo"], seed: 1)),
      .review(
        Review(
          sitting: "p", fact: Review.FactID(practised.rawValue), section: "kpo/definition", kind: .multipleChoice,
          from: "From", to: "To", item: "i", rating: .good, right: true, guessChance: 0.25, milliseconds: 1000)),
    ]
    let past = Scores.replay(
      events.enumerated().map { index, event in
        RecordedEvent(
          sequence: index + 1, id: EventID("e\(index)"), at: Timestamp(seconds: 20_000 * 86_400 + 43_200), utcOffset: 0,
          day: studyDay(0), event: event)
      })
    var random = SeededRandom(seed: 1)
    #expect(plan(past, on: 0).new(using: &random).contains { $0.fact == practised })
    #expect(plan(past, on: 0).newFactsLeft == StudyPlan.newFactsPerDay)
    #expect(plan(past, on: 5).new(using: &random).contains { $0.fact == practised })
  }

  @Test(arguments: 0...9) func newFactsAreCountedByTheDayTheyWereFirstAsked(begun: Int) {
    let today = independentFacts(40).prefix(begun).map { PastAnswer(fact: $0, isRight: true, day: 3) }
    // A fact first asked before and asked again today is not new today.
    let again = [0, 3].map { PastAnswer(fact: independentFacts(40)[30], isRight: true, day: $0) }
    let plan = plan(scores([again[0]] + today + [again[1]]), on: 3)
    #expect(plan.newFactsLeft == max(0, 8 - begun))
    #expect(daily(plan).count { $0.reason == .new } == max(0, 8 - begun))
    #expect(daily(self.plan(scores(today), on: 4)).count { $0.reason == .new } == 8)
  }

  @Test func settingsDecideHowMuchADayBrings() {
    let past = independentFacts(40).map { PastAnswer(fact: $0, isRight: false, day: 0) }
    func events(_ key: String, _ value: String, _ count: Int) -> RecordedEvent {
      RecordedEvent(
        sequence: count, id: EventID("setting"), at: Timestamp(seconds: 0), utcOffset: 0, day: studyDay(0),
        event: .setting(SettingChange(key: key, value: value)))
    }
    var scores = scores(past)
    scores.apply(events("questions", "12", 1000))
    #expect(daily(plan(scores, on: 40)).count == 12)
    // A number on the command line goes before.
    #expect(daily(plan(scores, on: 40), count: 15).count == 15)
    var beginner = Scores()
    for (value, new) in [("3", 3), ("0", 0), ("19", 19)] {
      beginner.apply(events("new-facts", value, 1))
      #expect(plan(beginner, on: 0).newFactsLeft == new)
      #expect(daily(plan(beginner, on: 0)).count == new)
    }
  }

  @Test func contrastsComeFirstThenWhatIsDueThenNewFacts() throws {
    let chosen = independentFacts(12)
    let past = scores(
      chosen.prefix(9).map { PastAnswer(fact: $0, isRight: true, day: 0) } + [
        PastAnswer(fact: chosen[10], isRight: false, day: 9, chosen: chosen[11]),
        PastAnswer(fact: chosen[11], isRight: true, day: 9),
      ])
    let daily = daily(plan(past, on: 40))
    let ranks = daily.map { planned in
      switch planned.reason {
      case .confused: 0
      case .due: 1
      case .new: 2
      default: 9
      }
    }
    #expect(ranks == ranks.sorted())
    #expect(ranks.filter { $0 == 0 }.count == 1 && ranks.filter { $0 == 1 }.count >= 9 && ranks.last == 2)
    let first = try #require(daily.first)
    let pair = [chosen[10], chosen[11]].sorted()
    #expect(first == PlannedFact(pair[0], .confused(with: pair[1])))
    let recalls = daily.compactMap { planned -> Double? in
      guard case .due(let recall, _) = planned.reason else { return nil }
      return recall
    }
    #expect(recalls == recalls.sorted())
  }

  @Test func aConfusionIsNotContrastedOnTheDayItHappened() throws {
    let chosen = try #require(contrastablePairs(1).first)
    let past = scores([PastAnswer(fact: chosen[0], isRight: false, day: 9, chosen: chosen[1])])
    #expect(!daily(plan(past, on: 9)).contains(PlannedFact(chosen[0], .confused(with: chosen[1]))))
    let isContrast = { (planned: PlannedFact) in
      if case .confused = planned.reason { true } else { false }
    }
    #expect(daily(plan(past, on: 10)).count(where: isContrast) == 1)
  }

  @Test func bothSidesOfAConfusionAreToldApartTwiceInTurn() throws {
    let pair = try #require(contrastablePairs(1).first).sorted()
    var past = [PastAnswer(fact: pair[0], isRight: false, day: 0, chosen: pair[1])]
    var asked: [FactID] = []
    for day in 1...10 {
      for planned in daily(plan(scores(past), on: day)) {
        guard case .confused(let other) = planned.reason else { continue }
        #expect(Set([planned.fact, other]) == Set(pair))
        asked.append(planned.fact)
        past.append(PastAnswer(fact: planned.fact, isRight: true, day: day, against: other))
      }
    }
    #expect(asked == [pair[0], pair[1], pair[0], pair[1]])
    #expect(scores(past).openConfusions.isEmpty)
    // Being confused once more begins from the start.
    past.append(PastAnswer(fact: pair[1], isRight: false, day: 11, chosen: pair[0]))
    #expect(scores(past).openConfusions.map(\.confusion.count) == [2])
  }

  @Test func noMoreThanThreeContrastsADay() {
    let past = scores(contrastablePairs(6).map { PastAnswer(fact: $0[0], isRight: false, day: 0, chosen: $0[1]) })
    let daily = daily(plan(past, on: 1))
    let contrasts = daily.prefix { if case .confused = $0.reason { true } else { false } }
    #expect(contrasts.count == 3)
    #expect(!daily.dropFirst(3).contains { if case .confused = $0.reason { true } else { false } })
  }

  @Test func aBacklogIsSpreadAndNothingNewIsBegunMeanwhile() {
    var past = facts.prefix(70).map { PastAnswer(fact: $0, isRight: true, day: 0) }
    var days = 0
    for day in 60...90 {
      let plan = plan(scores(past), on: day)
      let daily = daily(plan)
      #expect(daily.count <= StudyPlan.dailyCount)
      let due = daily.count { if case .due = $0.reason { true } else { false } }
      if due == StudyPlan.dailyCount {
        days += 1
        #expect(!daily.contains { $0.reason == .new })
      }
      past += daily.map { PastAnswer(fact: $0.fact, isRight: true, day: day) }
    }
    #expect(days >= 2)
    #expect(Set(past.map(\.fact)).count > 70)
  }

  @Test func theCountIsExactAndNothingComesTwiceOrThoughItIsSetAside() {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed \(seed)")
    var numbers = SeededNumbers(seed: seed)
    for _ in 0..<40 {
      let flagged = Set(facts.filter { _ in Int.random(in: 0..<10, using: &numbers) == 0 })
      let shareSeen = Int.random(in: 0...10, using: &numbers)
      let past = facts.filter { _ in Int.random(in: 0..<10, using: &numbers) < shareSeen }.map {
        PastAnswer(
          fact: $0, isRight: .random(using: &numbers), confidence: Bool.random(using: &numbers) ? .sure : .none,
          day: .random(in: 0...4, using: &numbers))
      }.sorted { $0.day < $1.day }
      let plan = plan(scores(past, flagged: Array(flagged)), on: 5)
      let count = Int.random(in: 0...60, using: &numbers)
      let daily = daily(plan, count: count, seed: numbers.next()).map(\.fact)
      #expect(Set(daily).count == daily.count && daily.count <= count, "seed \(seed)")
      #expect(flagged.isDisjoint(with: daily), "seed \(seed)")
      if daily.count < count {
        // Only what another question gives away, or what is not due, was left out.
        var random = SeededRandom(seed: 1)
        let left = (plan.due + plan.new(using: &random)).map(\.fact).filter { !daily.contains($0) }
        for fact in left { #expect(daily.contains { areTied($0, fact) }, "seed \(seed), \(fact)") }
      }
    }
    #expect(daily(StudyPlan([generator], learner: .beginner), count: 30).count == 30)
    #expect(daily(StudyPlan([generator], learner: .beginner), count: 0).isEmpty)
    #expect(daily(StudyPlan([generator], learner: .beginner), count: -3).isEmpty)
  }

  @Test func minutesBecomeQuestionsAtTheLearnersPace() {
    let due = facts.map { PastAnswer(fact: $0, isRight: true, day: 0) }
    // The past answers took a second each; with as long for the feedback, and no less than two seconds, that is 15 a minute.
    let quick = Learner(scores(due), today: studyDay(50))
    #expect(quick.answers(inMinutes: 1) == 15)
    #expect(daily(plan(scores(due), on: 50), minutes: 0.5).count == 7)
    let beginner = Learner.beginner
    #expect(beginner.answers(inMinutes: 2) == 5)
    #expect([0.01, 0, -3].map { beginner.answers(inMinutes: $0) } == [1, 1, 1])
    #expect(daily(StudyPlan([generator], learner: beginner), minutes: 2).count == 5)
    // More time brings no more new facts than any day does.
    #expect(daily(StudyPlan([generator], learner: beginner), minutes: 60).count == StudyPlan.newFactsPerDay)
  }

  @Test func absurdMinutesDoNotStopTheProgram() {
    for minutes in [Double.infinity, -.infinity, .nan, 1e300] {
      #expect(Learner.beginner.answers(inMinutes: minutes) >= 1)
    }
  }

  @Test func noTwoFactsOfASittingGiveEachOtherAway() {
    var tied = 0
    for seed in UInt64(1)...200 {
      var numbers = SeededNumbers(seed: seed)
      let seen = facts.filter { _ in Int.random(in: 0..<3, using: &numbers) > 0 }
      let past = seen.map { fact in
        let isRight = Bool.random(using: &numbers)
        return PastAnswer(
          fact: fact, isRight: isRight, day: Int.random(in: 0...20, using: &numbers),
          chosen: isRight ? nil : facts.randomElement(using: &numbers))
      }.sorted { $0.day < $1.day }
      let plan = plan(scores(past), on: 25)
      for sitting in [daily(plan, seed: seed), practice(plan, seed: seed)] {
        #expect(!sitting.isEmpty)
        for (index, planned) in sitting.enumerated() {
          for other in sitting[..<index] where areTied(planned.fact, other.fact) {
            Issue.record("seed \(seed): \(planned.fact) and \(other.fact)")
          }
        }
      }
      tied += areTied(facts[Int(seed) % facts.count], facts[Int(seed + 1) % facts.count]) ? 1 : 0
    }
    // The rule has something to keep apart in this bank.
    #expect(tied > 0)
  }

  private func practice(_ plan: StudyPlan, seed: UInt64) -> [PlannedFact] {
    var random = SeededRandom(seed: seed)
    return plan.practice(section: nil, count: 20, using: &random)
  }
}
