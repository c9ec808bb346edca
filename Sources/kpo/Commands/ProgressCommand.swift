import ArgumentParser
import Progress
import Terminal

struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress", abstract: "Look after the files of your progress.",
    subcommands: [
      ProgressPathCommand.self, ProgressShowCommand.self, ProgressCheckCommand.self,
      ProgressMergeCommand.self, ProgressExportCommand.self, ProgressEraseCommand.self,
    ])
}

struct ProgressPathCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "path", abstract: "Print the folder in which progress is kept.")

  @OptionGroup var global: GlobalOptions

  func run(in app: App) throws {
    try app.result("\(line: try app.dataFolder(global).path)")
  }
}

struct ProgressShowCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Tell what the files of progress hold.")

  @OptionGroup var global: GlobalOptions

  func run(in app: App) throws {
    let store = try app.openProgress(global, for: .readOnly)
    let scores = store.scores
    let asked = scores.days.values.reduce(0) { $0 + $1.asked }
    let layout = app.resultLayout
    let rows: [[SafeText]] = [
      ["Folder", "\(line: store.folder.path)"], ["Sittings", "\(scores.sittings.count)"], ["Answers", "\(asked)"],
      ["Facts seen", "\(scores.facts.count)"], ["Missed", "\(scores.facts.values.count { $0.miss != nil })"],
      ["Set aside", "\(scores.flagged.count)"],
      ["Last sitting", scores.sittings.last.map { "\($0.mode.rawValue), \($0.day)" } ?? "none yet"],
    ]
    try app.result(layout.table(header: ["What", "How much"], rows: rows))
  }
}

struct ProgressCheckCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Examine every line of the history and compare the snapshot with it.",
    discussion: "Nothing is changed. Exit codes: 0 all is well, 1 damage was found.")

  @OptionGroup var global: GlobalOptions

  func run(in app: App) throws {
    let check = try ProgressCheck(try app.dataFolder(global), fileSystem: app.fileSystem)
    let layout = app.resultLayout
    for finding in check.findings { try app.result(layout.wrap("\(finding.description)", hangingIndent: "  ")) }
    let events = check.events == 1 ? "1 event" : "\(check.events) events"
    try app.result(check.foundDamage ? "\(events) read; see above for the damage." : "\(events) read; all is well.")
    if check.foundDamage { throw AppExit(code: 1) }
  }
}
