import ContentModel
import Progress
import QuestionGenerator

extension Learner {
  /// An option that this learner was shown so often beside a fact's answer and never took comes last.
  static let showingsBeforeRetiring = 20

  /// Which wrong options suit this learner beside a fact's answer.
  func preferences(for fact: FactID) -> DistractorPreferences {
    DistractorPreferences(preferred: confusedWith(fact), retired: retiredBeside(fact))
  }

  /// The facts whose answers this learner takes for a fact's: those still confused first, then those ever taken.
  func confusedWith(_ fact: FactID) -> [FactID] {
    let fact = Review.FactID(fact.rawValue)
    let open = scores.openConfusions.compactMap { pair, _ in
      pair.first == fact ? pair.second : pair.second == fact ? pair.first : nil
    }
    let taken = (scores.facts[fact]?.distractors ?? [:]).filter { $0.value.taken > 0 && !open.contains($0.key) }
      .sorted { (-$0.value.taken, $0.key) < (-$1.value.taken, $1.key) }.map(\.key)
    return (open + taken).map { FactID($0.rawValue) }
  }

  /// The facts whose answers this learner does not take for a fact's, however often they stand beside it.
  func retiredBeside(_ fact: FactID) -> Set<FactID> {
    let retired = (score(of: fact)?.distractors ?? [:]).filter {
      $0.value.taken == 0 && $0.value.shown >= Self.showingsBeforeRetiring
    }
    return Set(retired.keys.map { FactID($0.rawValue) }).subtracting(confusedWith(fact))
  }
}
