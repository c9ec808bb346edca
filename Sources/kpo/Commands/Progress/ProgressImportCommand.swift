import ArgumentParser
import ContentModel
import Interchange
import Progress
import Terminal

struct ProgressImportCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take in answers that were given in another program.",
    discussion: """
      anki-csv is Anki's table revlog with the guid of each note, for cards that `kpo export --format anki` made. The \
      columns, by their names in the first line: guid, id (or review_time, the moment in milliseconds), ease (or \
      review_rating, 1 to 4), and, if you like, time (or review_duration) and type (or review_state). This makes the file:
        sqlite3 -header -csv collection.anki2 "select n.guid, r.id, r.ease, r.time, r.type from revlog r \
      join cards c on c.id = r.cid join notes n on n.id = c.nid" > answers.csv

      The answers take their places in time, and all scores are computed anew. Hard and Easy count as Good. Taking the \
      same file in once more adds nothing. A copy of the state before is made first.

      Examples:
        kpo progress import answers.csv --format anki-csv --dry-run
        kpo progress import answers.csv --format anki-csv
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var banks: BankOptions

  @Option(help: ArgumentHelp("anki-csv.", valueName: "format"))
  var format: Format

  @Flag(help: "Tell what would come of it, and change nothing.")
  var dryRun = false

  @Argument(help: "The file.")
  var file: String

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case ankiCSV = "anki-csv"
  }

  func run(in app: App) throws {
    let banks = try BankLibrary(app: app, global).banksToLookIn(banks.bank)
    let reviews = try reviews(sections: banks.sectionsOfFacts, app)
    try tellLeftOut(reviews, app)
    guard reviews.answers > 0 else {
      throw AppError.nothingToAsk("\(file) has no answer that can be taken in. Nothing was changed.")
    }
    let merge = ProgressMerge(
      folder: try app.dataFolder(global), fileSystem: app.fileSystem, clock: app.clock, randomness: app.randomness)
    do {
      if dryRun {
        let plan = try merge.plan(adding: reviews.events, from: file)
        return try tell(reviews, plan, "There would be \(plan.merged.count) events. Nothing was changed.", app)
      }
      let report = try merge.perform(adding: reviews.events, from: file, command: "kpo progress import")
      let backup: SafeText = report.backup.map { " The state before is in \(line: $0)." } ?? ""
      let count: SafeText =
        report.hasChanged ? "There are \(report.plan.merged.count) events now." : "There is nothing new."
      try tell(reviews, report.plan, count + backup, app)
    } catch let error as MergeError {
      try app.talk(app.talkLayout.wrap("\("Error:" as SafeText, .error) \(error.description)", hangingIndent: "  "))
      throw AppExit(code: error.exitCode)
    }
  }

  @MainActor private func reviews(sections: [Review.FactID: String], _ app: App) throws -> AnkiReviews {
    guard let bytes = try app.fileSystem.readFile(file, limit: CSVLimits().bytes) else {
      throw AppError.unreadableBank("\(file): there is no such file. Check the name.")
    }
    let rows: [CSVRow]
    do throws(CSVError) {
      rows = try CSVReader.rows(of: bytes)
    } catch {
      throw AppError.brokenFile("\(file): \(error.description)")
    }
    guard let header = rows.first else { throw AppError.brokenFile("\(file) is empty.") }
    let known = try HistoryReading(of: app.dataFolder(global), fileSystem: app.fileSystem)?.history ?? History()
    do throws(AnkiReviews.MissingColumn) {
      return try AnkiReviews(
        header: header.fields, rows: rows.dropFirst().map(\.fields), sections: sections,
        known: known, clock: app.clock)
    } catch {
      throw AppError.brokenFile(
        "\(file):\(header.line): No column is called \(error.names.joined(separator: " or ")). "
          + "`kpo progress import --help` shows how to make the file.")
    }
  }

  @MainActor private func tellLeftOut(_ reviews: AnkiReviews, _ app: App) throws {
    for reason in AnkiReviews.Reason.allCases {
      guard let count = reviews.leftOut[reason] else { continue }
      try app.warn("\(count == 1 ? "1 row is" : "\(count) rows are") left out: " + reason.words + ".")
    }
  }

  @MainActor private func tell(
    _ reviews: AnkiReviews, _ plan: MergePlan, _ end: SafeText, _ app: App
  ) throws {
    // The beginnings of their sittings are events, too.
    let answers: SafeText = reviews.answers == 1 ? "1 answer" : "\(reviews.answers) answers"
    let known: SafeText = reviews.events.isEmpty ? ", all known already. " : ". "
    try app.result(app.resultLayout.wrap("\(line: file) has " + answers + known + end))
  }
}

extension AnkiReviews.Reason {
  fileprivate var words: SafeText {
    switch self {
    case .unknownFact: "the guid is not that of a fact of your banks"
    case .severalFacts: "the card asks several facts at once"
    case .notAnAnswer: "Anki or you set a date, without an answer"
    case .unreadable: "a number is missing or cannot be, such as a time in the future"
    case .twice: "the same answer stands before"
    }
  }
}

extension [Bank] {
  /// For each fact the bank and section that state it, such as `kpo/types`.
  fileprivate var sectionsOfFacts: [Review.FactID: String] {
    let pairs = flatMap { bank in bank.facts.map { (Review.FactID($0.id.rawValue), "\(bank.id)/\($0.sectionID)") } }
    return Dictionary(pairs) { first, _ in first }
  }
}
