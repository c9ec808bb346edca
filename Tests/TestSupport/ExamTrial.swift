public import MemoryModel

/// A simulated learner studies for an exam and sits it.
public struct ExamTrial: Sendable {
  /// How the facts of a day are chosen.
  public enum Rule: Equatable, Sendable {
    /// By `ExamPlanner.ranked(on:)`.
    case planner
    /// By gain, new facts on the last day too, and however little there is to gain.
    case gain
    /// What is due at a desired retention, most forgotten first, then new facts.
    case retention(Double)
    /// Any.
    case random
  }

  /// How many facts the exam may ask.
  public var facts = 500
  /// How many days there are to study; the exam is on the day after the last.
  public var days = 30
  /// How many answers a day, repeats of wrong ones included.
  public var answersPerDay = 40
  /// The chance of guessing right, in study and exam.
  public var guessChance = 1.0 / 3
  /// The share of facts known before they were ever asked.
  public var knownBefore = 0.2
  /// Whether facts never asked bring points on the exam day; if not, what is known before shows only in the first answers.
  public var countsNeverAsked = true
  /// How far the learner's weights lie from those that the planner uses, as in `SimulatedLearner`.
  public var spread = 0.2
  /// What a lucky right answer is truly worth.
  public var luckyRating = Rating.hard
  /// The part of the exam of each section; the facts take turns in them.
  public var sectionShares = [1.0]

  /// Makes a trial of 500 facts, 30 days and 40 answers a day, with a learner who guesses and differs from the model.
  public init() {}

  /// The first setting made ideal: the learner's memory is the model's, and nothing can be guessed.
  ///
  /// - Parameter lessons: whether lessons came before, after which seven of ten first answers are right, although facts never
  ///   asked still count as not known; if not, all first answers are wrong.
  public static func ideal(lessons: Bool) -> ExamTrial {
    var trial = ExamTrial()
    (trial.guessChance, trial.knownBefore, trial.spread) = (0, lessons ? 0.7 : 0, 0)
    trial.countsNeverAsked = false
    return trial
  }

  /// What came of it.
  public struct Result: Equatable, Sendable {
    /// The true expected share of right answers on the exam day, 0...1.
    public var score: Double
    /// The answers given while studying.
    public var answers: Int
  }

  /// Lets a learner study all days, and tells its true score.
  public func run(_ rule: Rule, seed: UInt64) throws(FSRSParameterError) -> Result {
    var course = try course(seed: seed)
    course.study(rule, days: days)
    return Result(score: course.trueScore, answers: course.answers)
  }

  /// Begins a course for a learner.
  public func course(seed: UInt64) throws(FSRSParameterError) -> Course { try Course(self, seed: seed) }

  /// A learner on the way to the exam, and what is believed about it.
  public struct Course: Sendable {
    private let trial: ExamTrial
    private var learner: SimulatedLearner
    private var facts: [ExamFact]
    private var evidence = Evidence()
    private var numbers: SeededNumbers
    /// The day, from 0; the exam is on the day after the last of study.
    public private(set) var today = 0
    /// The answers given so far.
    public private(set) var answers = 0

    fileprivate init(_ trial: ExamTrial, seed: UInt64) throws(FSRSParameterError) {
      self.trial = trial
      learner = try SimulatedLearner(
        facts: trial.facts, luckyRating: trial.luckyRating, knownBefore: trial.knownBefore, spread: trial.spread,
        seed: seed)
      numbers = SeededNumbers(seed: ~seed)
      facts = (0..<trial.facts).map { index in
        ExamFact(
          state: nil, lastReviewDay: nil, section: index % trial.sectionShares.count, guessChance: trial.guessChance)
      }
    }

    /// The plan as it stands.
    public var planner: ExamPlanner {
      ExamPlanner(facts: facts, sectionShares: trial.sectionShares, examDay: trial.days, evidence: evidence)
    }

    /// The true expected share of right answers on the exam day, 0...1.
    public var trueScore: Double {
      let planner = planner
      return facts.indices.reduce(0) { $0 + planner.share(of: $1) * trueRight($1) }
    }

    /// Sits an exam on the exam day whose questions come from the sections by their shares, each fact at most once.
    ///
    /// - Returns: the share of right answers, 0...1.
    public mutating func sitExam(questions: Int) -> Double {
      var right = 0
      var asked = 0
      for (section, share) in trial.sectionShares.enumerated() {
        let candidates = facts.indices.filter { facts[$0].section == section }.shuffled(using: &numbers)
        for fact in candidates.prefix(Int((Double(questions) * share).rounded())) {
          asked += 1
          if Double.random(in: 0..<1, using: &numbers) < trueRight(fact) { right += 1 }
        }
      }
      return Double(right) / Double(max(1, asked))
    }

    /// Studies for some days, as many answers a day as the trial says.
    public mutating func study(_ rule: Rule, days: Int) {
      for _ in 0..<days {
        var budget = trial.answersPerDay
        for fact in chosen(by: rule) {
          guard budget > 0 else { break }
          let isNew = facts[fact].state == nil
          let right = ask(fact)
          budget -= 1
          if isNew { evidence.prior.add(right: right, guessChance: trial.guessChance) }
          if !right && budget > 0 {
            _ = ask(fact)
            budget -= 1
          }
        }
        answers += trial.answersPerDay - budget
        today += 1
      }
    }

    private func trueRight(_ fact: Int) -> Double {
      if facts[fact].state == nil && !trial.countsNeverAsked { return trial.guessChance }
      return Evidence.predictedRight(recall: learner.recall(of: fact, on: trial.days), guessChance: trial.guessChance)
    }

    private mutating func ask(_ fact: Int) -> Bool {
      let response = learner.answer(fact, on: today, guessChance: trial.guessChance)
      let elapsedDays = today - (facts[fact].lastReviewDay ?? today)
      let answer = Answer(right: response.right, guessChance: trial.guessChance)
      facts[fact].state = evidence.update(state: facts[fact].state, elapsedDays: elapsedDays, answer: answer).state
      facts[fact].lastReviewDay = today
      return response.right
    }

    private mutating func chosen(by rule: Rule) -> [Int] {
      switch rule {
      case .planner:
        return planner.ranked(on: today)
      case .gain:
        let planner = planner
        return facts.indices.map { (fact: $0, gain: planner.gain(of: $0, on: today)) }
          .filter { $0.gain > 0 && facts[$0.fact].lastReviewDay != today }
          .sorted { ($1.gain, $0.fact) < ($0.gain, $1.fact) }.map(\.fact)
      case .retention(let desired):
        let due = facts.indices.compactMap { fact -> (fact: Int, recall: Double)? in
          guard let state = facts[fact].state, let last = facts[fact].lastReviewDay else { return nil }
          let days = evidence.model.days(stability: state.stability, desiredRetention: desired)
          guard last + days <= today else { return nil }
          return (fact, evidence.predictedRecall(state: state, elapsedDays: today - last))
        }
        return due.sorted { ($0.recall, $0.fact) < ($1.recall, $1.fact) }.map(\.fact)
          + facts.indices.filter { facts[$0].state == nil }
      case .random:
        return facts.indices.shuffled(using: &numbers)
      }
    }
  }
}

/// Learners of many kinds sit an exam that was forecast at different times.
public struct ForecastTrial: Sendable {
  /// How many facts each exam may ask.
  public var facts = 200
  /// How many days there are to study.
  public var days = 30
  /// How many answers a day are given.
  public var answersPerDay = 20
  /// Whether outlooks are forecasts too; they take most of the time.
  public var includesOutlooks = true
  /// The share of right answers that passes.
  public var pass = 0.7

  /// Makes a trial of 200 facts, 30 days and 20 answers a day.
  public init() {}

  /// How well forecasts fit what came.
  public struct Score: Equatable, Sendable {
    private var count = 0.0
    private var within = 0.0
    private var difference = 0.0
    private var squares = 0.0
    private var widths = 0.0
    private var passSquares = 0.0

    /// The share of scores that lay in the band.
    public var coverage: Double { within / count }
    /// The mean of expected minus true score; positive means too optimistic.
    public var bias: Double { difference / count }
    /// The root of the mean squared difference.
    public var error: Double { (squares / count).squareRoot() }
    /// The mean width of the band.
    public var width: Double { widths / count }
    /// The mean squared difference of the chance of passing and whether it was passed.
    public var brier: Double { passSquares / count }

    fileprivate mutating func add(_ forecast: ExamForecast, score: Double, pass: Double) {
      // Scores are sums of fractions: one on the border of the band is in it.
      let passed = score + 1e-9 >= pass
      count += 1
      within += score + 1e-9 >= forecast.low && score - 1e-9 <= forecast.high ? 1 : 0
      difference += forecast.expected - score
      squares += (forecast.expected - score) * (forecast.expected - score)
      widths += forecast.high - forecast.low
      passSquares += (forecast.passChance - (passed ? 1 : 0)) * (forecast.passChance - (passed ? 1 : 0))
    }
  }

  /// Scores the forecasts made at the start, after a third of the days and after all.
  ///
  /// The learners differ in weights, in what a lucky answer is worth to them, in the chance of guessing, and in what they know
  /// before: as much as the prior expects before any answer. Those who stop study no more after the forecast; the others keep to
  /// the plan, and their forecast is that of the outlook.
  /// - Parameters:
  ///   - seeds: one for each learner.
  ///   - questions: how many each exam has.
  public func scores(
    seeds: Range<UInt64>, questions: Int
  ) throws(FSRSParameterError) -> [(name: String, score: Score)] {
    var stopped = [Score](repeating: Score(), count: 3)
    var kept = [Score](repeating: Score(), count: 2)
    for seed in seeds {
      var course = try trial(seed: seed).course(seed: seed)
      var outlooks: [ExamForecast] = []
      for (index, step) in [0, days / 3, days - days / 3].enumerated() {
        course.study(.planner, days: step)
        let planner = course.planner
        var exam = course
        stopped[index].add(
          planner.forecast(questions: questions, pass: pass), score: exam.sitExam(questions: questions), pass: pass)
        guard includesOutlooks && outlooks.count < kept.count else { continue }
        let outlook = planner.outlook(
          from: course.today, answersPerDay: Double(answersPerDay), questions: questions, pass: pass, seed: seed)
        outlooks.append(outlook.forecast)
      }
      let score = course.sitExam(questions: questions)
      for (index, forecast) in outlooks.enumerated() { kept[index].add(forecast, score: score, pass: pass) }
    }
    let names = ["at the start, then stop", "after a third, then stop", "after all days"]
    let keptNames = ["at the start, keeping on", "after a third, keeping on"]
    return Array(zip(names, stopped)) + (includesOutlooks ? Array(zip(keptNames, kept)) : [])
  }

  private func trial(seed: UInt64) -> ExamTrial {
    var numbers = SeededNumbers(seed: seed)
    var trial = ExamTrial()
    (trial.facts, trial.days, trial.answersPerDay) = (facts, days, answersPerDay)
    trial.sectionShares = [0.4, 0.3, 0.2, 0.1]
    trial.knownBefore = Double.random(in: 0...0.6, using: &numbers)
    trial.guessChance = [0, 1.0 / 4, 1.0 / 3][Int.random(in: 0..<3, using: &numbers)]
    trial.luckyRating = [.again, .hard, .good][Int.random(in: 0..<3, using: &numbers)]
    return trial
  }
}
