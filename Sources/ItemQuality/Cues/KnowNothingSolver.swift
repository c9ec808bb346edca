/// Answers items without knowing their subject, by the strategies of test-wise people and by all of them together.
///
/// Each run is scored with what was remembered of a second run, and the ensemble with weights learned on a third, which
/// remembers a fourth; learning from the very run that is scored would make patterns of chance look like cues.
public struct KnowNothingSolver: Sendable, Equatable {
  /// The strategies, each followed by its opposite.
  public let strategies: [CueScore]
  /// All strategies together, weighed by a conditional logit.
  public let ensemble: CueScore

  /// The runs that are needed: one to score, one to remember, one to weigh, and one to remember for that.
  public static let fewestRuns = 4

  /// Scores runs of sittings, each run once; nil for fewer than four runs or without items to choose in.
  public init?(_ runs: [[[ItemFace]]]) {
    let runs = runs.map { $0.map { $0.compactMap(CueItem.init) } }
    guard runs.count >= Self.fewestRuns, runs.allSatisfy({ $0.contains { !$0.isEmpty } }) else { return nil }
    var forward = Strategy.all.map { _ in [(points: Double, chance: Double)]() }
    var backward = forward
    var together: [(points: Double, chance: Double)] = []
    let examples = runs.indices.map { Self.examples(runs[$0], Experience(runs[($0 + 1) % runs.count])) }
    for index in runs.indices {
      let logit = ConditionalLogit(examples[(index + 2) % runs.count])
      for example in examples[index] {
        let chance = 1 / Double(example.features[0].count)
        for (strategy, scores) in example.features.enumerated() {
          forward[strategy].append((scores.points(key: example.key), chance))
          backward[strategy].append((scores.map(-).points(key: example.key), chance))
        }
        together.append((logit.scores(example.features).points(key: example.key), chance))
      }
    }
    strategies = Strategy.all.indices.flatMap { index in
      [
        CueScore(Strategy.all[index].name, forward[index]), CueScore(Strategy.all[index].opposite, backward[index]),
      ]
    }
    ensemble = CueScore("all together", together)
  }

  private static func examples(_ sittings: [[CueItem]], _ experience: Experience) -> [ConditionalLogit.Example] {
    sittings.flatMap { sitting in
      sitting.indices.map { index in
        let situation = Situation(sitting: sitting, index: index, experience: experience)
        return ConditionalLogit.Example(
          features: Strategy.all.map { $0.scores(situation) }, key: situation.item.key)
      }
    }
  }

  /// The single strategy that wins most over chance, measured in its own limit.
  public var best: CueScore? { strategies.max { $0.share - $0.limit < $1.share - $1.limit } }
}
