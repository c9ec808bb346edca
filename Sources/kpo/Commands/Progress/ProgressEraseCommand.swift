import ArgumentParser
import Progress
import Terminal

struct ProgressEraseCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Remove your progress and its backups from the disk.",
    discussion: """
      Asks before, unless --yes is given. A copy of all of it is made first, in a new folder beside the data folder, unless \
      --no-backup is given. Files that kpo did not make stay, and so do the folders they are in. Version control keeps \
      what it has.

      Examples:
        kpo progress erase
        kpo progress erase --yes --no-backup
      """)

  @OptionGroup var global: GlobalOptions

  @Flag(help: "Do not ask.")
  var yes = false

  @Flag(help: "Make no copy.")
  var noBackup = false

  func run(in app: App) throws {
    let folder = try app.dataFolder(global)
    let erasure = ProgressErasure(
      folder: folder, fileSystem: app.fileSystem, clock: app.clock, randomness: app.randomness)
    let plan = try erasure.plan()
    guard !plan.files.isEmpty || !plan.folders.isEmpty else {
      try app.result(app.resultLayout.wrap("There is no progress in \(line: folder.path)."))
      return
    }
    let copy = noBackup ? nil : try erasure.copyPath()
    try app.talk(app.talkLayout.wrap("All progress in \(line: folder.path) will be erased: \(Self.files(plan))."))
    for name in plan.files.prefix(Self.shownFiles) {
      let target = plan.targets[name].map { " which leads to \(line: $0)" as SafeText } ?? ""
      try app.talk(app.talkLayout.wrap("  \(line: name)" + target, hangingIndent: "    "))
    }
    if plan.files.count > Self.shownFiles { try app.talk("  and \(plan.files.count - Self.shownFiles) more") }
    if !plan.foreign.isEmpty {
      let names = plan.foreign.joined(separator: ", ")
      try app.talk(app.talkLayout.wrap("This is not from kpo and stays: \(line: names)."))
    }
    try app.talk(
      app.talkLayout.wrap(copy.map { "A copy is made first in \(line: $0)." } ?? "No copy is made."))
    if !yes { try app.confirm("go on", typing: "erase") }
    let erased = try erasure.erase(copyingTo: copy, command: "kpo progress erase")
    try app.result("\(Self.files(erased)) erased.")
    guard let copy else { return }
    try app.result(
      app.resultLayout.wrap("The copy is in \(line: copy). Give that folder the old name to have it all back."))
  }

  private static let shownFiles = 10

  private static func files(_ plan: ProgressErasure.Plan) -> SafeText {
    plan.files.count == 1 ? "1 file" : "\(plan.files.count) files"
  }
}
