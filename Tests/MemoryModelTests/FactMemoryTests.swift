import MemoryModel
import TestSupport
import Testing

@Suite struct FactMemoryTests {
  let evidence = Evidence()
  let typed = KnownProgress.Form("short-answer Type>Service")
  let chosen = KnownProgress.Form("multiple-choice Type>Service")
  let right = Answer(right: true, guessChance: 0)
  let wrong = Answer(right: false, guessChance: 1.0 / 3)

  @Test func aFactFromNewToKnown() {
    var memory = FactMemory()
    #expect(memory.stage == .new && memory.dueDay == nil && !memory.isDue(on: 0))
    #expect(memory.recall(on: 0, model: evidence.model) == nil)
    memory.review(day: 100, answer: right, form: typed, evidence: evidence)
    #expect(memory.stage == .learning && memory.dueDay == 102 && memory.reviews == 1 && memory.lapses == 0)
    #expect(!memory.isDue(on: 101) && memory.isDue(on: 102) && memory.isDue(on: 300))
    memory.review(day: 102, answer: right, form: typed, evidence: evidence)
    #expect(memory.stage == .young && memory.dueDay == 113 && memory.lastReviewDay == 102)
    memory.review(day: 113, answer: right, form: chosen, evidence: evidence)
    #expect(memory.stage == .known && memory.progress.isKnown && memory.dueDay == 159)
    memory.review(day: 159, answer: wrong, form: chosen, evidence: evidence)
    #expect(memory.stage == .learning && !memory.progress.isKnown && memory.lapses == 1 && memory.dueDay ?? 0 > 159)
  }

  @Test func aLapseIsAWrongAnswerToWhatWasRight() {
    var memory = FactMemory()
    memory.review(day: 1, answer: wrong, form: typed, evidence: evidence)
    memory.review(day: 2, answer: wrong, form: typed, evidence: evidence)
    #expect(memory.lapses == 0 && memory.reviews == 2)
    for round in 1...8 {
      #expect(!memory.isLeech)
      memory.review(day: 10 * round, answer: right, form: typed, evidence: evidence)
      memory.review(day: 10 * round + 1, answer: wrong, form: typed, evidence: evidence)
      memory.review(day: 10 * round + 1, answer: wrong, form: typed, evidence: evidence)
      #expect(memory.lapses == round)
    }
    #expect(memory.isLeech)
  }

  @Test func aForcedAnswerChangesNothing() {
    var memory = FactMemory()
    let forced = Answer(right: true, guessChance: 1)
    memory.review(day: 5, answer: forced, form: typed, evidence: evidence)
    #expect(memory == FactMemory())
    memory.review(day: 5, answer: wrong, form: typed, evidence: evidence)
    let before = memory
    memory.review(day: 9, answer: forced, form: typed, evidence: evidence)
    #expect(memory == before)
  }

  @Test func aGuessAdmittedDoesNotCountTowardsKnown() {
    var memory = FactMemory()
    memory.review(day: 1, answer: right, form: typed, evidence: evidence)
    let unsure = Answer(right: true, guessChance: 0.25, confidence: .unsure)
    memory.review(day: 9, answer: unsure, form: chosen, evidence: evidence)
    #expect(!memory.progress.isKnown && memory.reviews == 2 && memory.isRight)
  }

  @Test func aClockThatGoesBackCountsAsTheSameDay() throws {
    var memory = FactMemory()
    memory.review(day: 20_000, answer: right, form: typed, evidence: evidence)
    let state = try #require(memory.state)
    #expect(memory.elapsedDays(on: 19_000) == 0)
    memory.review(day: 19_000, answer: right, form: typed, evidence: evidence)
    #expect(memory.state == evidence.model.next(state, rating: .good, elapsedDays: 0))
    #expect(memory.lastReviewDay == 19_000)
    #expect(try #require(memory.dueDay) > 19_000 && memory.dueDay ?? 0 < 19_010)
  }

  @Test func absurdDaysDoNotStopTheProgram() {
    for day in [Int.min, -1, .max] {
      var memory = FactMemory(
        state: MemoryState(stability: 3, difficulty: 3), lastReviewDay: ~day, dueDay: .min, reviews: -1, lapses: -9)
      #expect(memory.reviews == 0 && memory.lapses == 0 && memory.elapsedDays(on: day) >= 0)
      memory.review(day: day, answer: right, form: typed, evidence: evidence, fuzz: 0.5)
      #expect(memory.reviews == 1 && memory.elapsedDays(on: day) == 0)
    }
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>) func dueDaysFollowTheSchedule(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let schedule = FactMemory.Schedule(desiredRetention: Double.random(in: 0.7...0.97, using: &numbers))
    var memory = FactMemory()
    var day = Int.random(in: 15_000...25_000, using: &numbers)
    for _ in 0..<30 {
      let answer = Answer(right: Bool.random(using: &numbers), guessChance: Double.random(in: 0...0.5, using: &numbers))
      let elapsed = memory.elapsedDays(on: day)
      memory.review(
        day: day, answer: answer, form: typed, evidence: evidence, schedule: schedule,
        fuzz: Double.random(in: 0..<1, using: &numbers))
      let state = try #require(memory.state)
      let days = evidence.model.days(stability: state.stability, desiredRetention: schedule.desiredRetention)
      let due = try #require(memory.dueDay)
      #expect(FSRS6.fuzzRange(days: days, elapsedDays: elapsed).contains(due - day), "seed \(seed)")
      day += Int.random(in: 0...due - day + 3, using: &numbers)
    }
  }

  @Test func whatIsKeptComesBack() {
    var memory = FactMemory()
    for (day, answer) in [(3, right), (5, wrong), (6, right), (9, right)] {
      memory.review(day: day, answer: answer, form: day < 9 ? typed : chosen, evidence: evidence)
    }
    let copy = FactMemory(
      state: memory.state, lastReviewDay: memory.lastReviewDay, dueDay: memory.dueDay, reviews: memory.reviews,
      lapses: memory.lapses, isRight: memory.isRight,
      progress: KnownProgress(first: memory.progress.first, second: memory.progress.second))
    #expect(copy == memory && copy.stage == .known)
  }

  @Test func schedulesKeepTheirRanges() {
    let nearest = FactMemory.Schedule(desiredRetention: 0.99, longestInterval: 1)
    #expect(FactMemory.Schedule(desiredRetention: 2, longestInterval: 0) == nearest)
    #expect(FactMemory.Schedule(desiredRetention: .nan).desiredRetention == 0.7)
  }
}
