/// What comes of keeping to a plan every day until an exam.
public struct ExamOutlook: Equatable, Sendable {
  /// One day of study.
  public struct Day: Equatable, Sendable {
    /// The study day, in days since 1970-01-01.
    public let day: Int
    /// How many new facts are asked, on average.
    public internal(set) var new = 0.0
    /// How many facts asked before are reviewed, on average.
    public internal(set) var reviews = 0.0
    /// How many answers that takes, repeats of wrong ones included, on average.
    public internal(set) var answers = 0.0
    /// The expected score 0...1 on the exam day, if one stopped after this day.
    public internal(set) var expectedScore = 0.0
  }

  /// The days of study, up to the day before the exam.
  public let days: [Day]
  /// The forecast for the exam after them.
  public let forecast: ExamForecast
}

extension ExamPlanner {
  /// No outlook goes further than this many days; study ends there.
  static let longestOutlook = 1000

  /// How the chance that a fact never asked is known may differ from the prior in each run, in standard deviations.
  ///
  /// These are the middles of the eighths of the normal distribution: eight runs cover it evenly. Far exams, of which less is
  /// known anyway, have the middles of its quarters, or halves.
  private static func deviations(days: Int) -> [Double] {
    switch days {
    case ...60: [-1.534, -0.887, -0.489, -0.157, 0.157, 0.489, 0.887, 1.534]
    case ...180: [-1.150, -0.319, 0.319, 1.150]
    default: [-0.674, 0.674]
    }
  }

  /// What comes of keeping to the plan every day until the day before the exam.
  ///
  /// A learner whose memory is as predicted is simulated a few times; each day takes `ranked(on:)` from the top until the answers
  /// are used up. A wrong answer comes again the same day and is then right.
  /// - Parameters:
  ///   - day: the first day, in days since 1970-01-01; facts reviewed on it already are not asked again on it.
  ///   - answersPerDay: how many answers a day, repeats of wrong ones included; 0...10,000, parts of one add up over days.
  ///   - answersLeft: how many of them are left on the first day; all unless said otherwise.
  ///   - questions: how many the exam asks.
  ///   - pass: the share of right answers 0...1 that passes.
  ///   - seed: decides everything random.
  public func outlook(
    from day: Int, answersPerDay: Double, answersLeft: Double? = nil, questions: Int, pass: Double, seed: UInt64
  ) -> ExamOutlook {
    let length = min(daysLeft(from: day), Self.longestOutlook)
    guard length > 0, !facts.isEmpty else {
      return ExamOutlook(days: [], forecast: forecast(questions: questions, pass: pass))
    }
    let runs = Self.deviations(days: length)
    let part = 1 / Double(runs.count)
    var days = (0..<length).map { ExamOutlook.Day(day: day + $0) }
    var numbers = SplitMix64(seed: seed)
    var scores: [ExamScore] = []
    for deviation in runs {
      var planner = self
      let prior = evidence.prior
      let known = (prior.probability + deviation * prior.variance.squareRoot()).clamped(to: 0...1)
      var budget = 0.0
      for index in days.indices {
        // Answers left over because nothing was worth asking are not saved.
        let answers = index == days.startIndex ? answersLeft ?? answersPerDay : answersPerDay
        budget = min(budget, 1) + answers.clamped(to: 0...10_000)
        planner.study(&days[index], part: part, budget: &budget, priorKnown: known, using: &numbers)
        days[index].expectedScore += part * planner.expectedScore(on: examDay)
      }
      scores.append(planner.score(questions: questions, on: examDay))
    }
    let expected = scores.reduce(0) { $0 + part * $1.expected }
    let variance = scores.reduce(0) { sum, score in
      sum + part * (score.variance + (score.expected - expected) * (score.expected - expected))
    }
    let forecast = ExamForecast(
      ExamScore(expected: expected, variance: variance), questions: limited(questions), pass: pass)
    return ExamOutlook(days: days, forecast: forecast)
  }

  /// Studies one day, and adds a part of what was done to its tally.
  private mutating func study(
    _ tally: inout ExamOutlook.Day, part: Double, budget: inout Double, priorKnown: Double,
    using numbers: inout SplitMix64
  ) {
    let day = tally.day
    for index in ranked(on: day) {
      guard budget >= 1 else { return }
      let isNew = facts[index].state == nil
      let guessChance = facts[index].guessChance
      let chance = Evidence.predictedRight(
        recall: isNew ? priorKnown : recall(of: index, on: day), guessChance: guessChance)
      let right = numbers.unit() < chance
      facts[index].review(day: day, right: right, evidence: evidence)
      if !right { facts[index].review(day: day, right: true, evidence: evidence) }
      if isNew {
        evidence.prior.add(right: right, guessChance: guessChance)
        tally.new += part
      } else {
        tally.reviews += part
      }
      let answers = right ? 1.0 : 2
      tally.answers += part * answers
      budget -= answers
    }
  }
}

/// Random numbers that are the same for a seed (SplitMix64, Steele, Lea and Flood 2014).
private struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// An evenly drawn number from 0 up to and without 1.
  mutating func unit() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return Double((bits ^ bits >> 31) >> 11) * 0x1p-53
  }
}
