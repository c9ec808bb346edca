import ArgumentParser
import Progress
import StrictJSON
import Terminal

struct DoctorCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Tell about the program, the files of progress and the terminal; shows no answers.",
    discussion: """
      Nothing is changed. Exit codes: 0 all is well, 1 something is wrong, and what helps is said.

      Examples:
        kpo doctor
        kpo doctor --json
      """)

  @OptionGroup var global: GlobalOptions

  @Flag(help: "Print JSON; the README lists the keys.")
  var json = false

  func run(in app: App) throws {
    let folder = try app.dataFolder(global)
    let view = DoctorView(
      version: Kpo.configuration.version, folder: folder,
      report: DataFolderReport(folder, fileSystem: app.fileSystem, clock: app.clock),
      terminal: TerminalReport(app.output, environment: app.environment))
    try json ? app.result(json: view.json) : app.result(view.text(app.resultLayout))
    if !view.report.problems.isEmpty { throw AppExit(code: 1) }
  }
}
