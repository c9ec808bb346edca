import MemoryModel
import TestSupport
import Testing

@Suite struct ExamForecastTests {
  static let today = ExamPlannerTests.today

  static func planner(_ stabilities: [Double?], guessChance: Double = 0, prior: GuessPrior = GuessPrior())
    -> ExamPlanner
  {
    ExamPlanner(
      facts: stabilities.map {
        ExamPlannerTests.fact(stability: $0, last: $0.map { _ in today }, guessChance: guessChance)
      }, sectionShares: [1], examDay: today + 10, evidence: Evidence(prior: prior))
  }

  @Test func itFollowsTheFormula() {
    let forecast = Self.planner([10, 10, nil], guessChance: 0.25).forecast(questions: 3, pass: 0.5)
    // R(10, 10) = 0.9; the prior is 0.3.
    #expect(abs(forecast.expected - (2 * (0.9 + 0.1 * 0.25) + 0.3 + 0.7 * 0.25) / 3) < 1e-12)
  }

  @Test func sectionsCountByTheirShares() {
    let facts = [10.0, 10, nil].enumerated().map { index, stability in
      ExamPlannerTests.fact(stability: stability, last: stability.map { _ in Self.today }, section: index / 2)
    }
    let planner = ExamPlannerTests.planner(facts, shares: [0.2, 0.8], in: 10)
    #expect(abs(planner.forecast(questions: 3, pass: 0.5).expected - (0.2 * 0.9 + 0.8 * 0.3)) < 1e-12)
  }

  @Test func whatIsCertainIsCertain() {
    // All can be guessed for certain.
    let forecast = Self.planner([1, 5, nil], guessChance: 1).forecast(questions: 40, pass: 1)
    #expect(forecast == ExamForecast(expected: 1, low: 1, high: 1, passChance: 1))
    let known = Self.planner([36_500, 36_500]).forecast(questions: 2, pass: 0.6)
    #expect(known.expected > 0.999 && known.low > 0.97 && known.passChance > 0.999)
  }

  @Test func whatIsImpossibleIsImpossible() {
    let prior = GuessPrior(rightBeyondGuessing: -1e6, weight: 1e9)
    let forecast = Self.planner([Double?](repeating: nil, count: 50), prior: prior).forecast(questions: 40, pass: 0.5)
    #expect(forecast.expected == 0.02 && forecast.low == 0 && forecast.high < 0.1 && forecast.passChance < 1e-9)
  }

  @Test func nothingIsForecastWithoutFacts() {
    let zero = ExamForecast(expected: 0, low: 0, high: 0, passChance: 0)
    #expect(Self.planner([]).forecast(questions: 40, pass: 0.6) == zero)
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>) func theNumbersAreInOrder(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let facts = ExamPlannerTests.randomFacts(Int.random(in: 1...40, using: &numbers), using: &numbers)
    let planner = ExamPlannerTests.planner(facts, shares: [0.5, 0.3, 0.2], in: 10)
    for questions in [Int.min, 0, 1, 7, 40, .max] {
      for pass in [-1, 0, 0.6, 1, 2, Double.nan] {
        let forecast = planner.forecast(questions: questions, pass: pass)
        #expect(0 <= forecast.low && forecast.low <= forecast.expected, "seed \(seed)")
        #expect(forecast.expected <= forecast.high && forecast.high <= 1, "seed \(seed)")
        #expect((0...1).contains(forecast.passChance), "seed \(seed)")
      }
    }
  }

  @Test func moreMemoryExpectsMore() {
    let forecasts = [0.5, 2, 8, 32, 128].map { stability in
      Self.planner([Double?](repeating: stability, count: 60)).forecast(questions: 40, pass: 0.7)
    }
    for (less, more) in zip(forecasts, forecasts.dropFirst()) {
      #expect(less.expected < more.expected && less.passChance < more.passChance)
    }
  }

  @Test func itFallsWhileNothingIsStudied() {
    let planner = Self.planner([3, 9, 27])
    let days = [0, 1, 5, 10].map { planner.forecast(questions: 3, pass: 0.6, on: Self.today + $0).expected }
    #expect(days == days.sorted(by: >) && days[0] == 1)
    #expect(planner.forecast(questions: 3, pass: 0.6).expected == days[3])
  }

  @Test func fewerQuestionsWidenTheBand() {
    let planner = Self.planner((0..<100).map { $0 < 50 ? 3 : 30 })
    let widths = [5, 10, 20, 40, 80].map { questions in
      let forecast = planner.forecast(questions: questions, pass: 0.7)
      return forecast.high - forecast.low
    }
    #expect(widths == widths.sorted(by: >) && Set(widths).count == widths.count)
    // There is no more to ask than there are facts.
    #expect(planner.forecast(questions: 500, pass: 0.7) == planner.forecast(questions: 100, pass: 0.7))
  }

  /// What all facts have in common does not average out: the doubt about the prior, less of it after many first answers.
  @Test func firstAnswersNarrowTheBand() {
    let facts = [Double?](repeating: nil, count: 1000)
    let few = Self.planner(facts).forecast(questions: 1000, pass: 0.5)
    let many = Self.planner(facts, prior: GuessPrior(rightBeyondGuessing: 28.5, weight: 95))
      .forecast(questions: 1000, pass: 0.5)
    #expect(abs(few.expected - many.expected) < 1e-12)
    #expect(few.high - few.low > 0.3 && many.high - many.low < 0.15)
  }

  /// The chance of at least so many points of ten that are right with 0.9 each, from the binomial distribution.
  ///
  /// The forecast also allows for the model's own error, which moves the chances by less than the tolerance.
  @Test(arguments: [(0.7, 0.987), (0.8, 0.930), (0.9, 0.736)])
  func theChanceOfPassingIsNearTheBinomialOne(pass: Double, chance: Double) {
    let forecast = Self.planner([Double?](repeating: 10, count: 10)).forecast(questions: 10, pass: pass)
    #expect(abs(forecast.passChance - chance) < 0.05)
  }

  @Test func theEndsOfPassingAreCertain() {
    let planner = Self.planner([5, 5, nil])
    #expect(planner.forecast(questions: 3, pass: 0).passChance == 1)
    #expect(planner.forecast(questions: 3, pass: 1).passChance < 0.7)
  }
}
