import ArgumentParser
import Progress
import Terminal

struct ProgressEraseCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Remove your progress and its backups from the disk.",
    discussion: """
      Asks before, unless --yes is given. A copy of all of it is made first, in a new folder beside the data folder, unless
      --no-backup is given. Files that kpo did not make stay, and so do the folders they are in.

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
    if !plan.foreign.isEmpty {
      let names = plan.foreign.joined(separator: ", ")
      try app.talk(app.talkLayout.wrap("This is not from kpo and stays: \(line: names)."))
    }
    try app.talk(
      app.talkLayout.wrap(copy.map { "A copy is made first in \(line: $0)." } ?? "No copy is made."))
    guard try yes || isConfirmed(app) else {
      try app.talk("Nothing was erased.")
      throw AppExit(code: 1)
    }
    let erased = try erasure.erase(copyingTo: copy, command: "kpo progress erase")
    try app.result("\(Self.files(erased)) erased.")
    if let copy { try app.result(app.resultLayout.wrap("The copy is in \(line: copy).")) }
  }

  @MainActor private func isConfirmed(_ app: App) throws -> Bool {
    guard app.output.isInteractive else {
      throw AppError.usage("Nothing was erased: there is no terminal to ask on. Give --yes if you mean it.")
    }
    switch try app.lines.nextLine(prompt: "Type \"erase\" to go on: ") {
    case .line(let line): return line == "erase"
    case .endOfInput, .interrupted, .timedOut: return false
    case .terminated: throw AppExit(code: 128 + (Signals.terminationSignal ?? 15))
    }
  }

  private static func files(_ plan: ProgressErasure.Plan) -> SafeText {
    plan.files.count == 1 ? "1 file" : "\(plan.files.count) files"
  }
}
