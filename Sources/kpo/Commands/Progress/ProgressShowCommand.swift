import ArgumentParser
import Progress
import StrictJSON
import Terminal

struct ProgressShowCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Tell what the files of progress hold.",
    discussion: """
      Examples:
        kpo progress show
        kpo progress show --json
      """)

  @OptionGroup var global: GlobalOptions

  @Flag(help: "Print JSON; the README lists the keys.")
  var json = false

  func run(in app: App) throws {
    let store = try app.openProgress(global, for: .readOnly)
    let scores = store.scores
    let summary = ProgressSummary(scores)
    let missed = scores.facts.values.count { $0.miss != nil }
    if json {
      let last = scores.sittings.last.map { last -> JSONValue in
        ["mode": .string(last.mode.rawValue), "day": .string("\(last.day)")]
      }
      return try app.result(json: [
        "folder": .string(store.folder.path), "sittings": JSONValue(summary.sittings),
        "answers": JSONValue(summary.answers), "facts": JSONValue(summary.facts), "missed": JSONValue(missed),
        "setAside": JSONValue(summary.setAside), "lastSitting": last ?? .null,
      ])
    }
    let layout = app.resultLayout
    let rows: [[SafeText]] = [
      ["Folder", "\(line: store.folder.path)"], ["Sittings", "\(summary.sittings)"], ["Answers", "\(summary.answers)"],
      ["Facts seen", "\(summary.facts)"], ["Missed", "\(missed)"],
      ["Set aside", "\(summary.setAside)"],
      ["Last sitting", scores.sittings.last.map { "\($0.mode.rawValue), \($0.day)" } ?? "none yet"],
    ]
    try app.result(layout.table(header: ["What", "How much"], rows: rows))
  }
}
