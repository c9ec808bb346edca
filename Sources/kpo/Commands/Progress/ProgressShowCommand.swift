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
    let asked = scores.days.values.reduce(0) { $0 + $1.asked }
    let missed = scores.facts.values.count { $0.miss != nil }
    if json {
      let last = scores.sittings.last.map { last -> JSONValue in
        ["mode": .string(last.mode.rawValue), "day": .string("\(last.day)")]
      }
      return try app.result(json: [
        "folder": .string(store.folder.path), "sittings": JSONValue(scores.sittings.count),
        "answers": JSONValue(asked), "facts": JSONValue(scores.facts.count), "missed": JSONValue(missed),
        "setAside": JSONValue(scores.flagged.count), "lastSitting": last ?? .null,
      ])
    }
    let layout = app.resultLayout
    let rows: [[SafeText]] = [
      ["Folder", "\(line: store.folder.path)"], ["Sittings", "\(scores.sittings.count)"], ["Answers", "\(asked)"],
      ["Facts seen", "\(scores.facts.count)"], ["Missed", "\(missed)"],
      ["Set aside", "\(scores.flagged.count)"],
      ["Last sitting", scores.sittings.last.map { "\($0.mode.rawValue), \($0.day)" } ?? "none yet"],
    ]
    try app.result(layout.table(header: ["What", "How much"], rows: rows))
  }
}
