import ContentModel
import Progress
import StrictJSON
import Study
import Terminal

/// Scores by section and by day.
struct StatsView {
  let banks: [Bank]
  let scores: Scores

  /// A section of a bank with its facts and answers.
  private struct SectionRow {
    let id: String
    let title: String
    let facts: Int
    let seen: Int
    let tally: Tally
  }

  private var sections: [SectionRow] {
    banks.flatMap { bank in
      let factsBySection = Dictionary(grouping: bank.facts, by: \.sectionID)
      return bank.sections.map { section in
        let facts = factsBySection[section.id, default: []]
        let seen = facts.count { scores.facts[Review.FactID($0.id.rawValue)] != nil }
        let id = "\(bank.id)/\(section.id)"
        return SectionRow(
          id: id, title: section.title, facts: facts.count, seen: seen, tally: scores.sections[id] ?? Tally())
      }
    }
  }

  private var days: [(day: StudyDay, tally: Tally)] {
    scores.days.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The answers in the sections of these banks.
  private var total: (asked: Int, right: Int) {
    sections.reduce((0, 0)) { ($0.0 + $1.tally.asked, $0.1 + $1.tally.right) }
  }

  /// The facts of these banks that were answered.
  private var answered: [FactScore] {
    banks.flatMap(\.facts).compactMap { scores.facts[Review.FactID($0.id.rawValue)] }
  }

  /// What stands over the days: they count the answers in all banks, also in those that are not shown.
  private var dayHeading: SafeText {
    let shown = Set(sections.map(\.id))
    return scores.sections.keys.allSatisfy(shown.contains) ? "Day" : "Day (all banks)"
  }

  func text(_ layout: Layout) -> SafeText {
    let rows = sections
    let seen = rows.reduce(0) { $0 + $1.seen }
    let facts = rows.reduce(0) { $0 + $1.facts }
    guard total.asked > 0 else {
      let first = scores.settings.newFacts
      let daily: SafeText = first == 0 ? "" : " `kpo daily` asks the first \(first)."
      return layout.wrap("No answers yet: \(facts) facts are waiting." + daily)
    }
    let right = answered.count(where: \.lastRight)
    let head =
      "\("\(total.right) of \(total.asked)" as SafeText, .strong) answers right (\(Percent(total.right, of: total.asked))). "
      + "\(seen) of \(facts) facts seen: the last answer was right for \(right), wrong for \(seen - right)." as SafeText
    let sectionTable = layout.table(
      header: ["Section", "Seen", "Right", "%"],
      rows: rows.map { row in ["\(line: row.title)", "\(row.seen)/\(row.facts)"] + Self.cells(row.tally) },
      alignments: [.left, .right, .right, .right])
    let dayTable = layout.table(
      header: [dayHeading, "Right", "%"], rows: days.suffix(14).map { day, tally in ["\(day)"] + Self.cells(tally) },
      alignments: [.left, .right, .right])
    return [layout.wrap(head), sectionTable, dayTable].joined(separator: "\n\n")
  }

  /// The right answers of all, and their share.
  private static func cells(_ tally: Tally) -> [SafeText] {
    tally.asked == 0
      ? ["-", "-"] : ["\(tally.right) of \(tally.asked)", "\(Percent(tally.right, of: tally.asked))"]
  }

  /// The same as JSON; the keys are documented in the README.
  var json: JSONValue {
    let facts = answered
    return [
      "answers": ["asked": JSONValue(total.asked), "right": JSONValue(total.right)],
      "facts": [
        "all": JSONValue(sections.reduce(0) { $0 + $1.facts }), "seen": JSONValue(facts.count),
        "right": JSONValue(facts.count { $0.lastRight }), "wrong": JSONValue(facts.count { !$0.lastRight }),
      ],
      "sections": .array(
        sections.map { row in
          [
            "id": JSONValue(row.id), "title": JSONValue(row.title), "facts": JSONValue(row.facts),
            "seen": JSONValue(row.seen), "asked": JSONValue(row.tally.asked), "right": JSONValue(row.tally.right),
          ]
        }),
      "days": .array(
        days.map { day, tally in
          ["day": JSONValue("\(day)"), "asked": JSONValue(tally.asked), "right": JSONValue(tally.right)]
        }),
      "sittings": .array(
        scores.sittings.map { sitting in
          [
            "id": JSONValue(sitting.id.rawValue), "mode": JSONValue(sitting.mode.rawValue),
            "started": JSONValue("\(sitting.started)"), "day": JSONValue("\(sitting.day)"),
            "asked": JSONValue(sitting.asked), "right": JSONValue(sitting.right),
          ]
        }),
    ]
  }
}
