public import QuestionGenerator

/// How the know-nothing solver did on the items in which one option is chosen: of one kind, or of all these kinds.
public struct KindCues: Sendable, Equatable {
  /// The kind of item; nil for all together.
  public let kind: Item.Kind?
  /// How many facts such items ask.
  public let facts: Int
  /// The scores of its strategies and of all of them together.
  public let solver: KnowNothingSolver

  /// The kinds in which one option is chosen.
  static let kinds: [Item.Kind] = [.multipleChoice, .trueFalse, .oddOneOut]

  /// With fewer facts a kind is not judged alone: a solver that remembers 400 items, ten or more of each fact, knows them by
  /// heart.
  public static let fewestFacts = 40

  /// Scores all kinds together and each kind of which the bank gives items; nothing for fewer than four seeds.
  ///
  /// The sittings mix the kinds.
  ///
  /// - Parameter items: how many items of each kind a seed gives, about.
  public static func all(_ generator: QuestionGenerator, items: Int, seeds: Int) -> [KindCues] {
    let runs = (0..<max(0, seeds)).map { seed in
      ItemRun(generator, kinds: kinds, count: items * kinds.count, seed: UInt64(seed) + 1)
    }
    func cues(_ kind: Item.Kind?) -> KindCues? {
      let kinds = kind.map { [$0] } ?? kinds
      return KnowNothingSolver(runs.map { $0.faces(kinds) }).map {
        KindCues(kind: kind, facts: generator.askableFacts(kinds: kinds).count, solver: $0)
      }
    }
    return ([nil] + kinds).compactMap(cues)
  }

  /// Whether its scores must keep their limits.
  public var isJudged: Bool { kind == nil || facts >= Self.fewestFacts }

  /// The highest share that all strategies together may win.
  public var ensembleLimit: Double { solver.ensemble.chance + 0.10 }

  /// The best strategy and the ensemble against what they may win, if that is judged.
  var measures: [Measure] {
    guard isJudged, let best = solver.best else { return [] }
    let ensemble = solver.ensemble
    let (id, words) = (kind?.rawValue ?? "all", kind?.words ?? "all kinds of choice")
    return [
      Measure(
        "cue-\(id)", "Best cue, \(words)", best.share, must: .atMost(best.limit), aim: .atMost(best.chance + 0.03),
        details: solver.strategies.filter { $0.share > $0.limit }.map(\.name)),
      Measure(
        "cues-\(id)", "All cues together, \(words)", ensemble.share, must: .atMost(ensembleLimit),
        aim: .atMost(ensemble.chance + 0.05)),
    ]
  }
}

extension Item.Kind {
  /// The kind as it is printed in a table.
  fileprivate var words: String { rawValue.split(separator: "-").joined(separator: self == .trueFalse ? "/" : " ") }
}
