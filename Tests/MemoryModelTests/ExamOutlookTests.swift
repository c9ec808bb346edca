import MemoryModel
import TestSupport
import Testing

@Suite struct ExamOutlookTests {
  static let today = ExamPlannerTests.today

  static func planner(_ count: Int, in days: Int, seed: UInt64 = 1) -> ExamPlanner {
    var numbers = SeededNumbers(seed: seed)
    return ExamPlannerTests.planner(
      ExamPlannerTests.randomFacts(count, using: &numbers), shares: [0.5, 0.3, 0.2], in: days)
  }

  @Test func itIsTheSameForTheSameSeed() {
    let planner = Self.planner(40, in: 8)
    func outlook(seed: UInt64) -> ExamOutlook {
      planner.outlook(from: Self.today, answersPerDay: 7, questions: 20, pass: 0.7, seed: seed)
    }
    #expect(outlook(seed: 5) == outlook(seed: 5))
    #expect(outlook(seed: 5) != outlook(seed: 6))
  }

  @Test func itGoesToTheDayBeforeTheExam() {
    let outlook = Self.planner(40, in: 8).outlook(
      from: Self.today, answersPerDay: 7, questions: 20, pass: 0.7, seed: 1)
    #expect(outlook.days.map(\.day) == Array(Self.today..<Self.today + 8))
    #expect(outlook.days.last?.new == 0)
    #expect(abs((outlook.days.last?.expectedScore ?? 0) - outlook.forecast.expected) < 1e-12)
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>) func theAnswersAreThoseOfTheFactsAsked(seed: UInt64) {
    let outlook = Self.planner(40, in: 8, seed: seed).outlook(
      from: Self.today, answersPerDay: 7, questions: 20, pass: 0.7, seed: seed)
    for day in outlook.days {
      // The last answer of a day may be wrong and bring one more, taken from the day after.
      #expect(day.answers <= 8 && day.answers >= day.new + day.reviews, "seed \(seed)")
      #expect(day.answers <= 2 * (day.new + day.reviews), "seed \(seed)")
    }
    let answers = outlook.days.reduce(0) { $0 + $1.answers }
    #expect(answers <= 57 && answers > 45, "seed \(seed)")
  }

  @Test func studyRaisesTheScore() {
    let planner = Self.planner(60, in: 10)
    let idle = planner.forecast(questions: 20, pass: 0.7).expected
    let scores = [0.0, 2, 6, 20].map {
      planner.outlook(from: Self.today, answersPerDay: $0, questions: 20, pass: 0.7, seed: 1).forecast.expected
    }
    #expect(abs(scores[0] - idle) < 0.02)
    #expect(scores == scores.sorted() && scores[3] > idle + 0.1)
  }

  @Test func partsOfAnAnswerAddUp() {
    // Two sure facts: one answer in four days, so the second day of study has none.
    let facts = [3.0, 3].map { ExamPlannerTests.fact(stability: $0, last: Self.today - 1, guessChance: 0.9) }
    let outlook = ExamPlannerTests.planner(facts, in: 8).outlook(
      from: Self.today, answersPerDay: 0.25, questions: 2, pass: 0.5, seed: 1)
    #expect(outlook.days.map { $0.new + $0.reviews } == [0, 0, 0, 1, 0, 0, 0, 1])
  }

  @Test func whatWasAskedTodayWaits() {
    let facts = [ExamPlannerTests.fact(stability: 1, last: Self.today)]
    let outlook = ExamPlannerTests.planner(facts, in: 2).outlook(
      from: Self.today, answersPerDay: 5, questions: 1, pass: 0.5, seed: 1)
    #expect(outlook.days.map(\.reviews) == [0, 1])
  }

  @Test(arguments: [-5, 0]) func onTheDayOfTheExamOrLaterNothingIsStudied(days: Int) {
    let planner = Self.planner(30, in: days)
    let outlook = planner.outlook(from: Self.today, answersPerDay: 20, questions: 20, pass: 0.7, seed: 1)
    #expect(outlook.days.isEmpty && outlook.forecast == planner.forecast(questions: 20, pass: 0.7))
  }

  @Test func anyNumbersAreTaken() {
    for examDay in [Int.min, 0, Int.max] {
      for answers in [Double.nan, -.infinity, -1, .infinity] {
        let planner = ExamPlanner(
          facts: [ExamPlannerTests.fact()], sectionShares: [.nan], examDay: examDay, evidence: Evidence())
        for day in [Int.min, 0, Int.max] {
          let outlook = planner.outlook(from: day, answersPerDay: answers, questions: .max, pass: .nan, seed: .max)
          #expect((0...1).contains(outlook.forecast.expected))
        }
      }
    }
  }
}
