import ArgumentParser
import Interchange
import Progress
import Terminal

struct ProgressExportCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print the history, or write it to a file.",
    discussion: """
      With --anonymous, typed answers, notes, times of day and seeds are left out, and numbers stand in place of the ids of \
      events, sittings and exams. What was asked, on which study day, and whether the answer was right stays, with the \
      ids of banks and facts: those of a bank of your own are made of its words. Such a file is for others to look at, \
      not to merge: the same answers would count twice.

      csv has one answer a line, with the columns that the README lists: for spreadsheets, SQLite, DuckDB or pandas. \
      Answers that were taken back are not in it, and an apostrophe stands before what a spreadsheet would take for a formula.

      Examples:
        kpo progress export --output history-2026.jsonl
        kpo progress export --anonymous > answers.jsonl
        kpo progress export --format csv --output all-answers.csv
      """)

  @OptionGroup var global: GlobalOptions

  @Option(
    help: ArgumentHelp(
      "jsonl, one event a line as `kpo progress merge` reads it, or csv, one answer a line.", valueName: "format"))
  var format = Format.jsonl

  @Flag(help: "Leave out whatever tells of the learner.")
  var anonymous = false

  @Option(help: ArgumentHelp("A new file to write to; standard output unless given.", valueName: "file"))
  var output: String?

  enum Format: String, ExpressibleByArgument {
    case jsonl
    case csv
  }

  func validate() throws {
    if output == "" { throw ValidationError("--output names no file: its value is empty.") }
  }

  func run(in app: App) throws {
    let folder = try app.dataFolder(global)
    guard let reading = try HistoryReading(of: folder, fileSystem: app.fileSystem) else {
      throw AppError.nothingToAsk("There is no history in \(folder.path) yet, so there is nothing to export.")
    }
    if let first = reading.badLines.first {
      try app.warn(
        "Lines that cannot be read are left out; the first is \(line: folder.historyPath):\(first). "
          + "`kpo progress check` shows all.")
    }
    let history = try anonymous ? anonymousHistory(reading.history, app) : reading.history
    guard let output else {
      switch format {
      case .jsonl:
        let bytes = history.bytes { SafeText(json: $0).plain }
        // What may reach a stream was written so before the checksums were made, so that they fit.
        try app.output.result.write(SafeText(json: String(decoding: bytes, as: UTF8.self)))
      case .csv: try app.output.result.write("\(Self.csv(history))")
      }
      return
    }
    guard try app.fileSystem.statusAtPath(output) == nil else {
      throw AppError.usage("\(output) exists and is not written over. Move it away, or name another file.")
    }
    try app.fileSystem.writeNewFile(output, format == .csv ? Array(Self.csv(history).utf8) : history.bytes())
    try app.result("\(line: output)")
  }

  private static func csv(_ history: History) -> String {
    let writer = CSVWriter(lineBreak: .lf, guardsFormulas: true)
    return writer.text([ReviewTable.columns.map(\.name)] + ReviewTable(history).rows)
  }

  @MainActor private func anonymousHistory(_ history: History, _ app: App) throws -> History {
    let anonymous = AnonymousHistory(history)
    switch anonymous.leftOut {
    case 0: break
    case 1: try app.warn("1 event of a newer kpo is left out, because it may tell of you.")
    case let count: try app.warn("\(count) events of a newer kpo are left out, because they may tell of you.")
    }
    return anonymous.history
  }
}
