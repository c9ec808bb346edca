public import ContentModel
import MemoryModel
public import Progress

extension Learner {
  /// The predicted chance of recall on a day; for a fact never asked, the chance that it is known.
  public func recall(of fact: FactID, on day: StudyDay) -> Double {
    score(of: fact)?.memory.recall(on: day.daysSince1970, model: Scores.model) ?? scores.prior.probability
  }

  /// The facts that were set aside.
  public var setAside: Set<FactID> { Set(scores.flagged.keys.map { FactID($0.rawValue) }) }
}
