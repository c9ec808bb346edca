public import ContentModel
public import MemoryModel
public import Progress

/// What is known about the learner at the beginning of a sitting.
public struct Learner: Sendable {
  /// Everything that was answered so far.
  public let scores: Scores
  /// The study day.
  public let today: StudyDay

  /// Looks at a learner's scores on a day.
  public init(_ scores: Scores, today: StudyDay) {
    self.scores = scores
    self.today = today
  }

  /// The answers to a fact, or nil if it was never asked.
  public func score(of fact: FactID) -> FactScore? { scores.facts[Review.FactID(fact.rawValue)] }

  /// How far the learning of a fact has come.
  public func stage(of fact: FactID) -> Stage { score(of: fact)?.memory.stage ?? .new }

  /// The predicted chance of recall today; for a fact never asked, the chance that it is known.
  public func recall(of fact: FactID) -> Double { recall(of: fact, on: today) }

  /// The predicted chance of recall on a day; for a fact never asked, the chance that it is known.
  public func recall(of fact: FactID, on day: StudyDay) -> Double {
    score(of: fact)?.memory.recall(on: day.daysSince1970, model: Scores.model) ?? scores.prior.probability
  }

  /// Whether a fact was set aside.
  public func hasSetAside(_ fact: FactID) -> Bool { scores.flagged[Review.FactID(fact.rawValue)] != nil }

  /// Whether a fact was asked before and should be asked again by now.
  func isDue(_ fact: FactID) -> Bool { score(of: fact)?.memory.isDue(on: today.daysSince1970) ?? false }

  /// How many study days ago a fact was asked last; 0 if never.
  func daysSinceLast(_ fact: FactID) -> Int {
    score(of: fact).map { max(0, $0.lastDay.days(until: today)) } ?? 0
  }

  /// How many minutes so many answers take, with the reading of their feedback.
  public func minutes(forAnswers answers: Double) -> Double { answers * secondsPerAnswer / 60 }

  /// How many answers fit into some minutes, at least 1.
  public func answers(inMinutes minutes: Double) -> Int {
    let count = (minutes * 60 / secondsPerAnswer).rounded(.down)
    // NaN fails the comparison; nobody plans more than a thousand questions.
    return count >= 1 ? Int(min(count, 1000)) : 1
  }

  /// The learner's own pace counts once ten answers tell it; reading the feedback takes as long again as answering.
  private var secondsPerAnswer: Double {
    2 * (scores.pace.answers >= 10 ? max(2, scores.pace.milliseconds / 1000) : 12)
  }
}
