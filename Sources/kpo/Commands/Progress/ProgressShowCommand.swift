import ArgumentParser
import Progress
import Terminal

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
