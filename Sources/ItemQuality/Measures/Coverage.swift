import ContentModel
import QuestionGenerator

/// Which facts of a bank can be asked, and in how many ways.
struct Coverage {
  /// The facts that something asks, of all.
  let askable: Int
  let facts: Int
  /// For each fact the number of ways, in ascending order; a way is a kind with a direction.
  let ways: [Int]
  /// The facts that nothing asks.
  let unasked: [FactID]

  init(_ generator: QuestionGenerator) {
    let asked = Set(generator.askableFacts())
    let all = generator.bank.facts.map(\.id)
    facts = all.count
    unasked = all.filter { !asked.contains($0) }
    askable = facts - unasked.count
    ways = all.map(generator.wayCount).sorted()
  }

  /// The share of facts asked, and the median number of ways.
  var measures: [Measure] {
    let share = facts == 0 ? 1 : Double(askable) / Double(facts)
    return [
      Measure(
        "facts-asked", "Facts asked in at least one kind", share, must: .atLeast(0.95), aim: .atLeast(1),
        details: unasked.map(\.rawValue)),
      Measure(
        "forms", "Kinds and directions of a fact, median", median, unit: .number, must: .atLeast(3), aim: .atLeast(4)),
    ]
  }

  private var median: Double {
    guard !ways.isEmpty else { return 0 }
    return Double(ways[(ways.count - 1) / 2] + ways[ways.count / 2]) / 2
  }
}
