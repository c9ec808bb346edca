public import MemoryModel

/// A simulated learner studies for some days, and one rule predicts its recall and schedules its facts.
public struct EvidenceTrial: Sendable {
  /// What an answer is taken to prove.
  public enum Rule: Equatable, Sendable {
    /// Right is Good and wrong is Again, whatever the chance of guessing.
    case plain
    /// `Evidence` with this exponent q.
    case evidence(q: Double)
  }

  /// How many facts there are; new ones come evenly over the first half of the days.
  public var facts = 500
  /// How many days are studied.
  public var days = 90
  /// The chance of guessing right.
  public var guessChance = 1.0 / 3
  /// What a lucky right answer is truly worth.
  public var luckyRating = Rating.again
  /// Whether the rule knows the learner's true weights; else it uses the defaults.
  public var knowsTrueParameters = true
  /// The share of facts known before they were ever asked.
  public var knownBefore = 0.2

  /// Makes a trial with the values of the first simulation: 500 facts, 90 days, three options.
  public init() {}

  /// Runs the trial and scores the predictions at every review but the first of each fact.
  ///
  /// With one rule as scheduler all rules predict the same reviews, and their log losses can be compared. Where each schedules for
  /// itself, the one that asks sooner has the easier reviews.
  /// - Parameters:
  ///   - rule: what predicts.
  ///   - scheduler: what decides when facts are asked; nil for the same rule.
  ///   - seed: decides the learner; rules tried with the same seed meet the same one.
  public func score(_ rule: Rule, scheduledBy scheduler: Rule? = nil, seed: UInt64) throws(FSRSParameterError)
    -> RecallScore
  {
    var learner = try SimulatedLearner(facts: facts, luckyRating: luckyRating, knownBefore: knownBefore, seed: seed)
    let model = knowsTrueParameters ? learner.memory : FSRS6()
    var predicting = Observer(rule, facts: facts, guessChance: guessChance, model: model)
    var scheduling = Observer(scheduler ?? rule, facts: facts, guessChance: guessChance, model: model)
    var score = RecallScore()
    for day in 0..<days {
      let introduced = min(facts, (day + 1) * facts * 2 / max(1, days))
      for fact in 0..<introduced where scheduling.asks(fact, on: day) {
        let response = learner.answer(fact, on: day, guessChance: guessChance)
        if let predicted = predicting.memories[fact].recall(on: day, model: model) {
          score.add(predicted: predicted, truth: response.trueRecall, recalled: response.recalled)
        }
        predicting.take(fact, day: day, right: response.right)
        scheduling.take(fact, day: day, right: response.right)
      }
    }
    return score
  }

  /// A rule and what it believes about each fact.
  private struct Observer {
    var evidence: Evidence
    var memories: [FactMemory]
    let guessChance: Double

    init(_ rule: Rule, facts: Int, guessChance: Double, model: FSRS6) {
      evidence = Evidence(model: model)
      memories = [FactMemory](repeating: FactMemory(), count: facts)
      switch rule {
      // What cannot be guessed is plain FSRS.
      case .plain: self.guessChance = 0
      case .evidence(let q):
        self.guessChance = guessChance
        evidence.mixingExponent = q
      }
    }

    func asks(_ fact: Int, on day: Int) -> Bool { memories[fact].state == nil || memories[fact].isDue(on: day) }

    mutating func take(_ fact: Int, day: Int, right: Bool) {
      let isFirst = memories[fact].state == nil
      let answer = Answer(right: right, guessChance: guessChance)
      memories[fact].review(day: day, answer: answer, form: KnownProgress.Form("multiple-choice"), evidence: evidence)
      if isFirst { evidence.prior.add(right: right, guessChance: guessChance) }
    }
  }
}
