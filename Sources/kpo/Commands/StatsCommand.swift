import ArgumentParser
import Progress
import StrictJSON
import Terminal

struct StatsCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Show scores by section and by day.",
    discussion: """
      The second try at a missed fact within a sitting does not count in these scores.

      Examples:
        kpo stats
        kpo stats --bank kpo --json
      """)

  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp("Show one bank: its id or its file.", valueName: "bank"))
  var bank: String?

  @Flag(help: "Print JSON; the README lists the keys.")
  var json = false

  func run(in app: App) throws {
    let banks = try BankLibrary(app: app).banks(named: bank)
    let store = try app.openProgress(global, for: .readOnly)
    let view = StatsView(banks: banks, scores: store.scores)
    try app.result(json ? .init(json: view.json.text(.pretty)) : view.text(app.resultLayout))
  }
}
