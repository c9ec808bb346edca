extension FactMemory {
  /// When facts come back.
  public struct Schedule: Equatable, Sendable {
    /// The chance of recall at which a fact comes back, kept within 0.70...0.99.
    public let desiredRetention: Double
    /// The longest interval, in days; at least 1.
    public let longestInterval: Int

    /// Makes a schedule.
    ///
    /// - Parameters:
    ///   - desiredRetention: the chance of recall at which a fact comes back; moved into 0.70...0.99.
    ///   - longestInterval: in days; less than 1 counts as 1.
    public init(desiredRetention: Double = 0.9, longestInterval: Int = FSRS6.longestInterval) {
      self.desiredRetention = desiredRetention.clamped(to: 0.7...0.99)
      self.longestInterval = max(1, longestInterval)
    }
  }

  /// Takes an answer to a single question.
  ///
  /// - Parameters:
  ///   - day: the study day, in days since 1970-01-01.
  ///   - answer: the answer.
  ///   - form: the kind and direction of asking.
  ///   - evidence: the rule that says what the answer proves.
  ///   - schedule: when facts come back.
  ///   - fuzz: a random number from 0 up to and without 1 that spreads the due day; nil for none.
  /// - Returns: what the answer did. A forced answer proves nothing and changes nothing.
  @discardableResult
  public mutating func review(
    day: Int, answer: Answer, form: KnownProgress.Form, evidence: Evidence, schedule: Schedule = Schedule(),
    fuzz: Double? = nil
  ) -> Evidence.Outcome {
    let outcome = evidence.update(state: state, elapsedDays: elapsedDays(on: day), answer: answer)
    review(
      day: day, answer: answer, outcome: outcome, form: form, model: evidence.model, schedule: schedule, fuzz: fuzz)
    return outcome
  }

  /// Takes an answer whose outcome is known already, such as that of a pair in a matching set.
  ///
  /// - Parameters:
  ///   - day: the study day, in days since 1970-01-01. A day before the last review counts as the same day.
  ///   - answer: the answer.
  ///   - outcome: what the answer proved; if nothing, nothing changes.
  ///   - form: the kind and direction of asking. A right answer marked unsure does not count towards known.
  ///   - model: the memory model.
  ///   - schedule: when facts come back.
  ///   - fuzz: a random number from 0 up to and without 1 that spreads the due day; nil for none.
  public mutating func review(
    day: Int, answer: Answer, outcome: Evidence.Outcome, form: KnownProgress.Form, model: FSRS6,
    schedule: Schedule = Schedule(), fuzz: Double? = nil
  ) {
    guard outcome.isEvidence, let next = outcome.state else { return }
    var days = model.days(
      stability: next.stability, desiredRetention: schedule.desiredRetention, maximum: schedule.longestInterval)
    if let fuzz {
      days = FSRS6.fuzzed(
        days: days, elapsedDays: elapsedDays(on: day), maximum: schedule.longestInterval, u: fuzz)
    }
    let isWrongAgain = !answer.countsAsRight && isRight
    self = FactMemory(
      state: next, lastReviewDay: day, dueDay: Int(Int32(clamping: day)) + days, reviews: reviews + 1,
      lapses: lapses + (isWrongAgain ? 1 : 0), isRight: answer.countsAsRight,
      progress: progressAfter(answer, form: form, day: day))
  }

  /// A wrong answer takes *known* back: who forgot has to show it again.
  private func progressAfter(_ answer: Answer, form: KnownProgress.Form, day: Int) -> KnownProgress {
    guard answer.countsAsRight else { return KnownProgress() }
    // The learner says it was a guess; a guess shows nothing.
    guard answer.confidence != .unsure else { return progress }
    var progress = progress
    progress.add(KnownProgress.Witness(form: form, day: day))
    return progress
  }
}
