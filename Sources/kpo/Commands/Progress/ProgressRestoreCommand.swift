import ArgumentParser
import Progress
import Terminal

struct ProgressRestoreCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put a dated copy in the place of your progress.",
    discussion: """
      Shows first what would change, and does it if you say yes at a terminal, or with --yes. The present files are \
      copied before, however damaged they are, so a restore can be taken back by another.

      Examples:
        kpo progress backups
        kpo progress restore 2026-11-23T10-00-00Z
        kpo progress restore 2026-11-23T10-00-00Z --yes
      """)

  @OptionGroup var global: GlobalOptions

  @Flag(help: "Do it without asking.")
  var yes = false

  @Argument(help: "The name of a copy; `kpo progress backups` lists them.")
  var name: String

  func run(in app: App) throws {
    let folder = try app.dataFolder(global)
    let found = try ProgressRestore(
      name, in: folder, fileSystem: app.fileSystem, clock: app.clock, randomness: app.randomness)
    guard var restore = found else {
      throw AppError.usage("There is no copy `\(name)`. `kpo progress backups` lists what there is.")
    }
    guard !restore.changesNothing else {
      try app.result("Your progress is already that of this copy.")
      return
    }
    try app.result(plan(restore, app.resultLayout))
    if !yes { try app.confirm("restore this copy", typing: "yes") }
    let outcome = Result { try restore.run() }
    try app.tell(restore.steps)
    try outcome.get()
  }

  private func plan(_ restore: ProgressRestore, _ layout: Layout) -> SafeText {
    let (now, then) = (restore.present, restore.copy)
    func row(_ title: SafeText, _ value: (ProgressSummary) -> SafeText) -> [SafeText] {
      [title, now.map(value) ?? "?", value(then)]
    }
    let table = layout.table(
      header: ["What", "Now", "Restored"],
      rows: [
        row("Answers") { "\($0.answers)" }, row("Facts seen") { "\($0.facts)" }, row("Sittings") { "\($0.sittings)" },
        row("Set aside") { "\($0.setAside)" }, row("Last day") { $0.lastDay.map { "\($0)" } ?? "none yet" },
      ], alignments: [.left, .right, .right])
    var notes: [SafeText] = []
    if !restore.isCopySound {
      notes.append("The copy is damaged; `kpo progress check --repair` mends what is restored, as far as it can.")
    }
    if restore.eventsLeftOut > 0 {
      let events: SafeText =
        restore.eventsLeftOut == 1 ? "1 event of the history is" : "\(restore.eventsLeftOut) events of the history are"
      notes.append(
        events + " not in this copy. Before anything changes, a copy of the present is made, which keeps them.")
    }
    return ([table] + notes.map { layout.wrap($0) }).joined(separator: "\n")
  }
}
