import ArgumentParser
import Progress
import StrictJSON
import Terminal

struct ProgressBackupsCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "backups",
    abstract: "List the dated copies of your progress, the newest first.",
    discussion: """
      Each copy is read for this. A copy is made before the first answer of a day and before anything replaces the \
      files; those of 7 days, 4 weeks and 12 months stay.

      Examples:
        kpo progress backups
        kpo progress backups --json
      """)

  @OptionGroup var global: GlobalOptions

  @Flag(help: "Print JSON; the README lists the keys.")
  var json = false

  func run(in app: App) throws {
    let folder = try app.dataFolder(global)
    let backup = Backup(
      folder: folder, fileSystem: app.fileSystem, clock: app.clock, randomness: app.randomness)
    let copies = try backup.copies()
    if json { return try app.result(json: .array(copies.map(\.json))) }
    guard !copies.isEmpty else {
      try app.result(app.resultLayout.wrap("There are no copies in \(line: folder.backupsPath) yet."))
      return
    }
    let rows: [[SafeText]] = copies.map { copy in
      [
        "\(copy.name, .key)", "\(copy.day)", "\(copy.bytes)", copy.summary.map { "\($0.answers)" } ?? "?",
        copy.isSound ? "yes" : "\("no" as SafeText, .warning)",
      ]
    }
    try app.result(
      app.resultLayout.table(
        header: ["Name", "Day", "Bytes", "Answers", "Sound"], rows: rows,
        alignments: [.left, .left, .right, .right]))
  }
}

extension BackupCopy {
  fileprivate var json: JSONValue {
    [
      "name": .string(name), "day": .string("\(day)"), "bytes": JSONValue(bytes),
      "answers": summary.map { JSONValue($0.answers) } ?? .null, "sound": .bool(isSound),
    ]
  }
}
