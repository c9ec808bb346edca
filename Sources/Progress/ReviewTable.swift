import MemoryModel

/// The answers of a history as a table, one row for each that counts, in the order of time.
///
/// Answers that were taken back are not in it.
public struct ReviewTable: Sendable {
  /// A column: its name, what stands in it, and how it is taken from an answer.
  public struct Column: Sendable {
    /// Its name.
    public let name: String
    /// What stands in it, in a few words.
    public let meaning: String
    let value: @Sendable (Row) -> String
  }

  /// An answer with what its line of the history and its sitting tell.
  struct Row {
    let at: Timestamp
    let day: StudyDay
    let mode: SittingMode
    let review: Review
  }

  /// The columns in their order, which newer versions only add to.
  public static let columns: [Column] = [
    Column(name: "at", meaning: "the moment in UTC, ISO 8601 with milliseconds") { "\($0.at)" },
    Column(name: "day", meaning: "the study day, which begins at 04:00 local time") { "\($0.day)" },
    Column(name: "sitting", meaning: "the id of the sitting") { $0.review.sitting.rawValue },
    Column(name: "mode", meaning: "daily, missed, match, practice, exam, anki, or unknown") { $0.mode.rawValue },
    Column(name: "section", meaning: "the bank and the section, such as kpo/types") { $0.review.section },
    Column(name: "fact", meaning: "the id of the fact") { $0.review.fact.rawValue },
    Column(name: "kind", meaning: "the kind of question, such as multiple-choice") { $0.review.kind.rawValue },
    Column(name: "from", meaning: "the column that the question showed") { $0.review.from },
    Column(name: "to", meaning: "the column that it asked for") { $0.review.to },
    Column(name: "item", meaning: "the id of the question") { $0.review.item.rawValue },
    Column(name: "right", meaning: "1 or 0") { $0.review.right ? "1" : "0" },
    Column(name: "rating", meaning: "1 again, 2 hard, 3 good, 4 easy") { "\($0.review.rating.rawValue)" },
    Column(name: "guess_chance", meaning: "the probability 0 to 1 of being right by guessing") {
      "\($0.review.guessChance)"
    },
    Column(name: "confidence", meaning: "none, unsure, sure or dont-know") { $0.review.confidence.rawValue },
    Column(name: "milliseconds", meaning: "the time taken") { "\($0.review.milliseconds)" },
    Column(name: "chosen", meaning: "the text of the wrong or right option chosen, or what was typed") {
      $0.review.chosen ?? ""
    },
    Column(name: "chosen_fact", meaning: "the fact that the option chosen belongs to") {
      $0.review.chosenFact?.rawValue ?? ""
    },
    Column(name: "repeated", meaning: "1 for the second try within a sitting, which no score counts") {
      $0.review.repeated ? "1" : "0"
    },
    Column(name: "corrected", meaning: "1 where the learner said that the mark was wrong") {
      $0.review.corrected ? "1" : "0"
    },
  ]

  /// The rows, as wide as there are columns.
  public let rows: [[String]]

  /// Takes the answers out of a history.
  public init(_ history: History) {
    var modes: [SittingID: SittingMode] = [:]
    rows = HistoryScan(history.bytes(), after: 0).events.withoutUndone.compactMap { recorded in
      if case .sittingBegan(let began) = recorded.event { modes[began.sitting] = began.mode }
      guard case .review(let review) = recorded.event else { return nil }
      let row = Row(at: recorded.at, day: recorded.day, mode: modes[review.sitting] ?? .unknown, review: review)
      return Self.columns.map { $0.value(row) }
    }
  }
}
