import ContentModel
import ArgumentParser
import Interchange
import Progress
import QuestionGenerator
import Study
import Terminal

struct ReportCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the pictures of `kpo stats` to a web page.",
    discussion: """
      The page is one file that loads nothing and runs nothing. A file that exists is not written over without --force.

      Examples:
        kpo report
        kpo report --output progress.html --force
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var banks: BankOptions

  @Option(
    help: ArgumentHelp("The file to write; kpo-report-DAY.html in this folder unless given.", valueName: "file"))
  var output: String?

  @Flag(help: "Write over the file if there is one.")
  var force = false

  func run(in app: App) throws {
    let store = try app.openProgress(global, for: .readOnly)
    let generators = try BankLibrary(app: app, global).banks(banks.bank, store.scores).map(QuestionGenerator.init)
    let figures = StudyFigures(generators.map(\.bank), learner: Learner(store.scores, today: app.clock.today))
    guard figures.asked > 0 else {
      throw AppError.nothingToAsk(
        "There are no answers yet, so there is nothing to report. `kpo daily` asks the first.")
    }
    let page = ReportDraft(figures: figures, generators: generators).page
    let path = output ?? "kpo-report-\(figures.today).html"
    if try app.fileSystem.statusAtPath(path) == nil {
      try app.fileSystem.writeNewFile(path, Array(page.html.utf8))
    } else {
      guard force else {
        throw AppError.usage(
          "\(path) exists and is not written over. Use --force, or name another file with --output.")
      }
      try app.fileSystem.replaceFile(path, with: Array(page.html.utf8), randomness: app.randomness)
    }
    try app.result("\(line: path)")
  }
}
