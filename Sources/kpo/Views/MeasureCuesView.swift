import ItemQuality
import QuestionGenerator
import StrictJSON
import Terminal

/// How well the items of one kind, or of all kinds in which an option is chosen, can be answered without knowing the subject.
struct MeasureCuesView {
  let cues: KindCues

  /// Whether a strategy wins too often, or all of them together, where that is judged.
  var isTooHigh: Bool { cues.isJudged && rows.contains(where: \.isTooHigh) }

  private struct Row {
    let score: CueScore
    let limit: Double

    var isTooHigh: Bool { score.share > limit }
  }

  /// The ensemble, then the strategies that ever see a difference, those that win most first.
  private var rows: [Row] {
    let strategies = cues.solver.strategies.filter { $0.standardError > 1e-9 }
      .sorted { ($1.edge, $0.name) < ($0.edge, $1.name) }
    return [Row(score: cues.solver.ensemble, limit: cues.ensembleLimit)]
      + strategies.map { Row(score: $0, limit: $0.limit) }
  }

  func text(_ layout: Layout) -> SafeText {
    let ensemble = cues.solver.ensemble
    let lots = Tenths.percent(ensemble.chance)
    let head = layout.wrap("\(line: name, .key): \(ensemble.items) items; who draws lots gets \(lots).")
    let note: SafeText? =
      cues.isJudged
      ? nil
      : layout.wrap(
        "Not judged: only \(cues.facts) facts give such items, and who has seen so many of them knows them by heart.")
    let table = layout.table(
      header: ["Who takes the", "gets", "over lots", "error", "limit", "verdict"],
      rows: rows.map { row in
        [
          "\(line: row.score.name)", "\(Tenths.percent(row.score.share))", "\(Tenths.percent(row.score.edge))",
          "\(Tenths.percent(row.score.standardError))", "\(Tenths.percent(row.limit))",
          cues.isJudged ? (row.isTooHigh ? "\("too high" as SafeText, .wrong)" : "low enough") : "not judged",
        ]
      }, alignments: [.left, .right, .right, .right, .right, .left])
    return ([head, table] + [note].compactMap { $0 }).joined(separator: "\n\n")
  }

  private var name: String { cues.kind?.rawValue ?? "all" }

  /// The same as JSON; the keys are documented in the README.
  var json: JSONValue {
    [
      "kind": JSONValue(name), "facts": JSONValue(cues.facts), "judged": .bool(cues.isJudged),
      "items": JSONValue(cues.solver.ensemble.items),
      "chance": .number(cues.solver.ensemble.chance),
      "strategies": .array(
        rows.map { row in
          [
            "name": JSONValue(row.score.name), "share": .number(row.score.share),
            "standardError": .number(row.score.standardError), "limit": .number(row.limit),
            "tooHigh": .bool(row.isTooHigh),
          ]
        }),
    ]
  }
}
