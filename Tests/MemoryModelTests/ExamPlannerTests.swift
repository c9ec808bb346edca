import MemoryModel
import TestSupport
import Testing

@Suite struct ExamPlannerTests {
  static let today = 20_000

  static func fact(
    stability: Double? = nil, last: Int? = nil, section: Int = 0, guessChance: Double = 0
  ) -> ExamFact {
    ExamFact(
      state: stability.map { MemoryState(stability: $0, difficulty: 5) }, lastReviewDay: last, section: section,
      guessChance: guessChance)
  }

  static func planner(_ facts: [ExamFact], shares: [Double] = [1], in days: Int) -> ExamPlanner {
    ExamPlanner(facts: facts, sectionShares: shares, examDay: today + days, evidence: Evidence())
  }

  /// Facts of all ages, some of them new, reviewed up to three days before today.
  static func randomFacts(_ count: Int, sections: Int = 3, using numbers: inout SeededNumbers) -> [ExamFact] {
    (0..<count).map { index in
      let isNew = index % 3 == 0
      return fact(
        stability: isNew ? nil : Double.random(in: 0.1...60, using: &numbers),
        last: isNew ? nil : today - Int.random(in: 0...3, using: &numbers), section: index % sections,
        guessChance: 0.25)
    }
  }

  // MARK: Shares

  @Test func aSectionIsSharedByItsFacts() {
    let facts = [0, 0, 1, 3].map { Self.fact(section: $0) }
    // The third section has no facts; 0.2, 0.2 and 0.4 remain.
    let planner = Self.planner(facts, shares: [0.2, 0.2, 0.2, 0.4], in: 10)
    for (index, share) in [0.125, 0.125, 0.25, 0.5].enumerated() {
      #expect(abs(planner.share(of: index) - share) < 1e-15)
    }
  }

  @Test(arguments: [[], [0.0, 0], [.nan, -1], [-.infinity]])
  func withoutSharesAllFactsCountAlike(shares: [Double]) {
    let planner = Self.planner([0, 0, 1, 7].map { Self.fact(section: $0) }, shares: shares, in: 10)
    #expect((0..<4).allSatisfy { planner.share(of: $0) == 0.25 })
  }

  @Test func aFactOfNoSectionIsNotAsked() {
    let planner = Self.planner([Self.fact(section: 0), Self.fact(section: 5), Self.fact(section: -1)], in: 10)
    #expect(planner.share(of: 1) == 0 && planner.share(of: 2) == 0)
    #expect(planner.ranked(on: Self.today) == [0])
  }

  // MARK: Gain

  @Test func theGainOfAFactAskedBeforeFollowsTheFormula() {
    let facts = [
      Self.fact(stability: 8, last: Self.today - 4, guessChance: 0.25), Self.fact(stability: 3, last: Self.today - 1),
    ]
    let model = FSRS6()
    let state = MemoryState(stability: 8, difficulty: 5)
    let known = model.retrievability(elapsedDays: 4, stability: 8)
    let good = model.next(state, rating: .good, elapsedDays: 4)
    let again = model.next(
      model.next(state, rating: .again, elapsedDays: 4), rating: .good, elapsedDays: 0)
    let after =
      known * model.retrievability(elapsedDays: 20, stability: good.stability) + (1 - known)
      * model.retrievability(elapsedDays: 20, stability: again.stability)
    let now = model.retrievability(elapsedDays: 24, stability: 8)
    let planner = Self.planner(facts, in: 20)
    let expected = 0.5 * 0.75 * (after - now) / (1 + (1 - known))
    #expect(abs(planner.gain(of: 0, on: Self.today) - expected) < 1e-15)
    #expect(abs(planner.expectedAnswers(of: 0, on: Self.today) - (2 - known)) < 1e-15)
  }

  @Test func theGainOfANewFactFollowsTheFormula() {
    // From the definitions of FSRS-6: after Again S = w0 and, right again on the same day, S e^(w17 w18) S^-w19; Good gives w2.
    let model = FSRS6()
    let again = model.next(
      MemoryState(stability: 0.212, difficulty: 6.4133), rating: .good, elapsedDays: 0)
    let after =
      0.3 * model.retrievability(elapsedDays: 20, stability: 2.3065) + 0.7
      * model.retrievability(elapsedDays: 20, stability: again.stability)
    let planner = Self.planner([Self.fact()], in: 20)
    #expect(abs(planner.gain(of: 0, on: Self.today) - after / 1.7) < 1e-15)
    #expect(abs(planner.expectedAnswers(of: 0, on: Self.today) - 1.7) < 1e-15)
  }

  @Test func whatCannotBeMissedGainsNothing() {
    let planner = Self.planner(
      [Self.fact(guessChance: 1), Self.fact(stability: 1, last: 19_990, guessChance: 1)], in: 5)
    #expect(planner.gain(of: 0, on: Self.today) == 0 && planner.gain(of: 1, on: Self.today) == 0)
    #expect(planner.ranked(on: Self.today).isEmpty)
  }

  // MARK: Ranking

  @Test func theBestGainComesFirst() {
    var numbers = SeededNumbers(seed: 3)
    let planner = Self.planner(Self.randomFacts(60, using: &numbers), shares: [0.6, 0.3, 0.1], in: 20)
    let gains = planner.ranked(on: Self.today).map { planner.gain(of: $0, on: Self.today) }
    #expect(gains.count > 30 && gains == gains.sorted(by: >), "seed 3")
  }

  @Test func noFactIsAskedTwiceADay() {
    var numbers = SeededNumbers(seed: 4)
    let planner = Self.planner(Self.randomFacts(60, using: &numbers), shares: [1, 1, 1], in: 20)
    let asked = Set(planner.facts.indices.filter { planner.facts[$0].lastReviewDay == Self.today })
    #expect(!asked.isEmpty && asked.isDisjoint(with: planner.ranked(on: Self.today)), "seed 4")
    #expect(!asked.isDisjoint(with: planner.ranked(on: Self.today + 1)), "seed 4")
  }

  /// A clock that went back a day asks nothing again; one that went back far asks all the same.
  @Test func aClockThatWentBackFarStopsNothing() {
    let facts = [Self.fact(stability: 1, last: Self.today + 1), Self.fact(last: Self.today + 500)]
    #expect(Self.planner(facts, in: 20).ranked(on: Self.today) == [1])
  }

  @Test func whatIsKnownForCertainIsNotWorthAnAnswer() {
    let facts = [Self.fact(stability: 36_500, last: Self.today - 1), Self.fact(stability: 2, last: Self.today - 1)]
    #expect(Self.planner(facts, in: 10).ranked(on: Self.today) == [1])
  }

  @Test(arguments: 0...3) func nothingNewIsBegunOnTheLastDay(daysLeft: Int) {
    let facts = [Self.fact(), Self.fact(stability: 30, last: Self.today - 20), Self.fact()]
    let planner = Self.planner(facts, in: daysLeft)
    #expect(planner.ranked(on: Self.today) == (daysLeft <= 1 ? [1] : [0, 2, 1]))
    // There would be something to gain.
    #expect(planner.gain(of: 0, on: Self.today) > planner.gain(of: 1, on: Self.today))
  }

  @Test(arguments: 0...3) func whoHasBegunNothingBeginsOnTheLastDayToo(daysLeft: Int) {
    let planner = Self.planner([Self.fact(), Self.fact()], in: daysLeft)
    #expect(planner.ranked(on: Self.today).count == 2)
  }

  @Test(arguments: 0...3) func weakAndHeavyFactsComeFirstInTheLastDays(daysLeft: Int) {
    let facts = [
      Self.fact(stability: 20, last: Self.today - 3, section: 0),
      Self.fact(stability: 4, last: Self.today - 3, section: 0),
      Self.fact(stability: 20, last: Self.today - 3, section: 1),
      Self.fact(stability: 4, last: Self.today - 3, section: 1),
    ]
    let ranked = Self.planner(facts, shares: [0.3, 0.7], in: daysLeft).ranked(on: Self.today)
    #expect(ranked == [3, 1, 2, 0] || ranked == [3, 2, 1, 0])
  }

  @Test func afterTheExamNothingIsAsked() {
    let planner = Self.planner([Self.fact(stability: 1, last: 19_000), Self.fact()], in: -1)
    #expect(planner.ranked(on: Self.today).isEmpty)
    #expect(planner.gain(of: 0, on: Self.today) == 0 && planner.gain(of: 1, on: Self.today) == 0)
  }

  @Test(arguments: [Int.min, -1, 0, Int.max], [Int.min, -1, 0, Int.max])
  func anyDaysAreTaken(day: Int, last: Int) {
    let facts = [
      Self.fact(stability: .nan, last: last, guessChance: .nan), Self.fact(stability: -.infinity, last: last),
      Self.fact(stability: 3), Self.fact(),
    ]
    for examDay in [Int.min, 0, Int.max] {
      let planner = ExamPlanner(facts: facts, sectionShares: [1], examDay: examDay, evidence: Evidence())
      #expect(facts.indices.allSatisfy { planner.gain(of: $0, on: day).isFinite })
      #expect(Set(planner.ranked(on: day)).isSubset(of: facts.indices))
      #expect((0...1).contains(planner.forecast(questions: 10, pass: 0.6, on: day).expected))
    }
  }
}
