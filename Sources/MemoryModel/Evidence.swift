import Glibc

/// What an answer proves: how an answer that may have been a guess moves the memory of a fact.
///
/// Let R be the predicted recall and c the chance of being right without knowing. The learner recalls with probability R and is
/// then right, or does not and is right with probability c. By Bayes' rule a right answer was known with probability
///
///     p = R / (R + (1-R) c),
///
/// a wrong one with 0. A learner who marks guesses says more. If known answers go without the mark with probability
/// a = 0.95 and lucky ones with b = 0.5, then p = R a / (R a + (1-R) c b) without the mark; with it, a = 0.05 and b = 0.5.
/// Before the mark was used ten times a = b = 1, because who never uses it says nothing by leaving it out.
///
/// FSRS would move the state to Good's if the answer was known and to Again's if not. One state is kept, between the two:
///
///     S' = (p S_good^q + (1-p) S_again^q)^(1/q),     D' = p D_good + (1-p) D_again.
///
/// q = 1 mixes stability itself, q -> 0 its logarithm. What a lucky answer is worth is not known, and q stands for it: q = 0
/// predicts better if it is worth no more than a wrong one, q = 1 if it teaches; so q = 1 is the cautious default. With c = 0 this is
/// plain FSRS. On the day of the last review R = 1, so a right answer is Good.
public struct Evidence: Sendable {
  /// The memory model.
  public var model: FSRS6
  /// The exponent q of the power mean, 0...1.
  public var mixingExponent: Double
  /// The chance that a fact never asked is known.
  public var prior: GuessPrior
  /// How often the learner has marked an answer as unsure so far.
  public var unsureUses: Int

  /// Makes the rule.
  ///
  /// - Parameters:
  ///   - model: the memory model.
  ///   - mixingExponent: q; values outside 0...1 are moved to the nearest end.
  ///   - prior: the chance that a fact never asked is known.
  ///   - unsureUses: how often the learner has marked an answer as unsure so far.
  public init(
    model: FSRS6 = FSRS6(), mixingExponent: Double = 1, prior: GuessPrior = GuessPrior(), unsureUses: Int = 0
  ) {
    self.model = model
    self.mixingExponent = mixingExponent.clamped(to: 0...1)
    self.prior = prior
    self.unsureUses = unsureUses
  }

  /// How often the unsure mark must have been used before its absence says something.
  public static let unsureUsesNeeded = 10

  /// What an answer did.
  public struct Outcome: Equatable, Sendable {
    /// The state after it; nil only if there was none and the answer proved nothing.
    public var state: MemoryState?
    /// The probability 0...1 that the answer was known and not guessed.
    public var probabilityKnown: Double
    /// Whether the answer proved anything; if not, the state is as it was.
    public var isEvidence: Bool
  }

  /// The state after an answer, and the probability that it was known.
  ///
  /// A forced answer (`Answer.isForced`) leaves the state as it is; a wrong one is Again however it came about.
  /// - Parameters:
  ///   - state: the state before, nil for a fact never asked.
  ///   - elapsedDays: whole study days since the last review; 0 or less means the same day.
  ///   - answer: the answer.
  public func update(state: MemoryState?, elapsedDays: Int, answer: Answer) -> Outcome {
    let recall = predictedRecall(state: state, elapsedDays: elapsedDays)
    guard !answer.isForced else { return Outcome(state: state, probabilityKnown: recall, isEvidence: false) }
    let known = probabilityKnown(recall: recall, answer: answer)
    let next = mixedState(after: state, elapsedDays: elapsedDays, probabilityKnown: known)
    return Outcome(state: next, probabilityKnown: known, isEvidence: true)
  }

  /// The predicted chance of recall R: by the forgetting curve, or the prior for a fact never asked.
  ///
  /// - Parameters:
  ///   - state: the state, nil for a fact never asked.
  ///   - elapsedDays: whole study days since the last review; 0 or less gives 1.
  public func predictedRecall(state: MemoryState?, elapsedDays: Int) -> Double {
    guard let state else { return prior.probability }
    return model.retrievability(elapsedDays: Double(elapsedDays), stability: state.stability)
  }

  /// The predicted chance of a right answer, R + (1-R)c; forecasts of scores use this, never R alone.
  ///
  /// - Parameters:
  ///   - recall: R, 0...1.
  ///   - guessChance: c, 0...1.
  public static func predictedRight(recall: Double, guessChance: Double) -> Double {
    recall + (1 - recall) * guessChance
  }

  /// The probability 0...1 that an answer was known.
  ///
  /// - Parameters:
  ///   - recall: the predicted chance of recall, 0...1.
  ///   - answer: the answer.
  public func probabilityKnown(recall: Double, answer: Answer) -> Double {
    guard answer.countsAsRight else { return 0 }
    let likelihood = markLikelihood(answer.confidence)
    let known = recall * likelihood.known
    let lucky = (1 - recall) * answer.guessChance * likelihood.lucky
    // Neither recalled nor guessed, by the model: then the model was wrong about R, for nothing else can be right.
    return known + lucky > 0 ? known / (known + lucky) : 1
  }

  /// How likely the mark, or its absence, is for known and for lucky answers: a and b.
  func markLikelihood(_ confidence: Confidence) -> (known: Double, lucky: Double) {
    guard unsureUses >= Self.unsureUsesNeeded else { return (1, 1) }
    return confidence == .unsure ? (0.05, 0.5) : (0.95, 0.5)
  }

  /// The state between what Good and Again would give.
  ///
  /// - Parameters:
  ///   - state: the state before, nil for a fact never asked.
  ///   - elapsedDays: whole study days since the last review.
  ///   - probabilityKnown: the weight p of Good; at 0 and 1 the result is that of plain FSRS, bit for bit.
  public func mixedState(after state: MemoryState?, elapsedDays: Int, probabilityKnown: Double) -> MemoryState {
    if probabilityKnown >= 1 { return model.next(state, rating: .good, elapsedDays: elapsedDays) }
    let again = model.next(state, rating: .again, elapsedDays: elapsedDays)
    guard probabilityKnown > 0 else { return again }
    let good = model.next(state, rating: .good, elapsedDays: elapsedDays)
    return MemoryState(
      stability: Self.powerMean(good.stability, again.stability, weight: probabilityKnown, exponent: mixingExponent),
      difficulty: again.difficulty + probabilityKnown * (good.difficulty - again.difficulty))
  }

  /// (w x^q + (1-w) y^q)^(1/q), and for q = 0 its limit x^w y^(1-w).
  static func powerMean(_ x: Double, _ y: Double, weight: Double, exponent: Double) -> Double {
    if exponent >= 1 { return y + weight * (x - y) }
    let ratio = log(x / y)
    // Below this the limit is nearer than the rounding error of the formula.
    if exponent < 1e-9 { return y * exp(weight * ratio) }
    return y * exp(log1p(weight * expm1(exponent * ratio)) / exponent)
  }
}
