import ContentModel
import QuestionGenerator

/// Facts for one sitting, of which none gives another away.
struct SittingFacts {
  let generators: [QuestionGenerator]
  let size: Int
  private(set) var facts: [PlannedFact] = []

  init(generators: [QuestionGenerator], size: Int) {
    self.generators = generators
    self.size = size
  }

  /// Adds candidates in their order as long as there is room.
  ///
  /// - Parameters:
  ///   - limit: so many at most.
  ///   - answers: so many answers at most, a last one begun included.
  ///   - cost: how many answers a fact is expected to take.
  mutating func add(
    _ candidates: [PlannedFact], atMost limit: Int = .max, answers: Double = .infinity,
    cost: (FactID) -> Double = { _ in 1 }
  ) {
    var added = 0
    var answers = answers
    for candidate in candidates {
      guard facts.count < size, added < limit, answers > 0 else { return }
      guard facts.allSatisfy({ $0.fact != candidate.fact && !givesAway($0.fact, candidate.fact) }) else { continue }
      facts.append(candidate)
      added += 1
      answers -= cost(candidate.fact)
    }
  }

  private func givesAway(_ one: FactID, _ other: FactID) -> Bool {
    generators.contains { $0.givesAway(one, other) || $0.givesAway(other, one) }
  }
}
