import Glibc

/// What an exam is expected to bring.
public struct ExamForecast: Equatable, Sendable {
  /// The expected share of right answers, 0...1.
  public let expected: Double
  /// The score below which one exam in ten ends, 0...1.
  public let low: Double
  /// The score above which one exam in ten ends, 0...1.
  public let high: Double
  /// The chance of passing, 0...1.
  public let passChance: Double

  /// Makes a forecast; numbers outside are moved to the nearest end, and the band never ends below its beginning.
  public init(expected: Double, low: Double, high: Double, passChance: Double) {
    // NaN fails the comparison.
    func share(_ value: Double) -> Double { value >= 0 ? min(value, 1) : 0 }
    self.expected = share(expected)
    self.low = share(low)
    self.high = max(self.low, share(high))
    self.passChance = share(passChance)
  }

  /// Whether a score lies in the band.
  public func holds(_ score: Double) -> Bool { (low...high).contains(score) }

  /// Takes the score for normally distributed.
  ///
  /// - Parameters:
  ///   - score: its mean and variance.
  ///   - questions: how many are asked.
  ///   - pass: the share of right answers that passes.
  init(_ score: ExamScore, questions: Int, pass: Double) {
    let deviation = max(0, score.variance).squareRoot()
    expected = score.expected.clamped(to: 0...1)
    low = (score.expected - Self.quantile * deviation).clamped(to: 0...1)
    high = (score.expected + Self.quantile * deviation).clamped(to: 0...1)
    let questions = Double(max(1, questions))
    // The least number of points that passes; the tolerance forgives 0.7 * 10 for being a little more than 7.
    let points = (pass.clamped(to: 0...1) * questions - 1e-9).rounded(.up)
    // Points are whole, the distribution is not: half a point less is the border.
    let distance = score.expected - (points - 0.5) / questions
    passChance =
      points <= 0
      ? 1 : deviation > 0 ? 0.5 * erfc(-distance / (deviation * 2.0.squareRoot())) : distance >= 0 ? 1 : 0
  }

  /// The standard normal number that one in ten exceeds.
  private static let quantile = 1.281_551_565_544_6
}

/// Mean and variance of the score of an exam.
struct ExamScore {
  var expected: Double
  var variance: Double
}

extension ExamPlanner {
  /// How far the odds of recall of all facts together may be off, as the standard deviation of their logarithm.
  ///
  /// The learner's memory is not the model's. Chosen by simulation: of learners whose weights differ from the defaults by a fifth,
  /// 79 to 84 % score within the band, whenever it is forecast (`kpo-bench exam`).
  static let modelError = 0.3

  /// The score to be expected if nothing more is studied.
  ///
  /// A question about a fact is answered right with P = R + (1-R)c; R is the prior for a fact never asked. The band holds four of
  /// five scores. It allows for the questions drawn, the answers given to them, the doubt about the prior, which all facts never
  /// asked share, and the difference of the learner's memory from the model's (`modelError`), which all others share.
  /// - Parameters:
  ///   - questions: how many the exam asks, at least 1; of each section no more than it has facts.
  ///   - pass: the share of right answers 0...1 that passes.
  ///   - day: the day on which it is taken, in days since 1970-01-01; the planned one if nil.
  /// - Returns: 0 throughout, if there are no facts.
  public func forecast(questions: Int, pass: Double, on day: Int? = nil) -> ExamForecast {
    guard !facts.isEmpty else { return ExamForecast(expected: 0, low: 0, high: 0, passChance: 0) }
    return ExamForecast(
      score(questions: questions, on: day ?? examDay), questions: limited(questions), pass: pass)
  }

  /// A number of questions that the facts are enough for.
  func limited(_ questions: Int) -> Int { min(max(1, questions), max(1, facts.count)) }

  /// The expected score, without its variance.
  func expectedScore(on day: Int) -> Double {
    facts.indices.reduce(0) { sum, index in
      sum + share(of: index)
        * Evidence.predictedRight(recall: recall(of: index, on: day), guessChance: facts[index].guessChance)
    }
  }

  /// Mean and variance of the score of an exam taken on a day.
  func score(questions: Int, on day: Int) -> ExamScore {
    struct Section {
      var count = 0.0
      var right = 0.0
      var squares = 0.0
    }
    var sections = [Section](repeating: Section(), count: sectionShares.count)
    var unseen = 0.0
    var sensitivity = 0.0
    for index in facts.indices where share(of: index) > 0 {
      let fact = facts[index]
      let recall = recall(of: index, on: day)
      let right = Evidence.predictedRight(recall: recall, guessChance: fact.guessChance)
      if sections.indices.contains(fact.section) {
        sections[fact.section].count += 1
        sections[fact.section].right += right
        sections[fact.section].squares += right * right
      }
      let knowing = share(of: index) * (1 - fact.guessChance)
      // The derivatives of the score by the prior, and by the logarithm of the odds of recall.
      if fact.state == nil { unseen += knowing } else { sensitivity += knowing * recall * (1 - recall) }
    }
    var variance = unseen * unseen * evidence.prior.variance
    variance += sensitivity * sensitivity * Self.modelError * Self.modelError
    let questions = Double(limited(questions))
    for (section, share) in zip(sections, sectionShares) where share > 0 {
      let drawn = min(questions * share, section.count)
      let mean = section.right / section.count
      let spread = max(0, section.squares / section.count - mean * mean)
      let answering = max(0, mean - section.squares / section.count)
      // Drawing without replacement: who is asked everything is not at the mercy of the draw.
      let left = section.count > 1 ? min(1, (section.count - drawn) / (section.count - 1)) : 0
      variance += share * share * (answering + spread * left) / drawn
    }
    return ExamScore(expected: expectedScore(on: day), variance: variance)
  }
}

extension GuessPrior {
  /// The variance of the probability, as that of a beta distribution from as many facts.
  var variance: Double { probability * (1 - probability) / (6 + weight) }
}
