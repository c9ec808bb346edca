import ArgumentParser
import Progress
import Terminal

struct ProgressMergeCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Add what was answered on other machines.",
    discussion: """
      All events of all the histories come together in the order of time. It does not matter which history is merged \
      into which, nor how often. The others are not changed; a copy of the state before is made first.

      Examples:
        kpo progress merge /media/stick/kpo          a data folder
        kpo progress merge laptop.jsonl phone.jsonl  history files
        kpo progress merge --dry-run other.jsonl     only tell what would come of it

      With --driver, git merges a history.jsonl that is under version control:
        git config merge.kpo.name "kpo progress"
        git config merge.kpo.driver "kpo progress merge --driver %O %A %B"
        echo "history.jsonl merge=kpo" >> .gitattributes

      Exit codes: 0 done, 65 no history, 66 not found, 74 reading or writing failed; with --driver 1 if lines cannot be \
      read or contradict each other, so that git shows a conflict, and 129 if nothing could be merged.
      """)

  @OptionGroup var global: GlobalOptions

  @Flag(help: "Tell what would come of it, and change nothing.")
  var dryRun = false

  @Flag(help: "Write the union of the files %O %A %B in place of %A, as git asks for it.")
  var driver = false

  @Argument(help: "Data folders or history files.")
  var others: [String]

  func validate() throws {
    if others.contains("") { throw ValidationError("One of the names is empty. Name data folders or history files.") }
    if driver, others.count != 3 { throw ValidationError("With --driver, name three files: %O %A %B.") }
    if driver, dryRun { throw ValidationError("Leave out --dry-run or --driver.") }
  }

  func run(in app: App) throws {
    do {
      try driver ? mergeForGit(app) : merge(app)
    } catch let error as MergeError {
      try app.talk(app.talkLayout.wrap("\("Error:" as SafeText, .error) \(error.description)", hangingIndent: "  "))
      // Git takes what is above 128 for a failure, and anything below for a conflict in a file that was merged.
      throw AppExit(code: driver ? 129 : error.exitCode)
    }
  }

  @MainActor private func mergeForGit(_ app: App) throws {
    let plan = try MergeDriver(fileSystem: app.fileSystem, randomness: app.randomness)
      .merge(ancestor: others[0], own: others[1], other: others[2])
    try tellDoubts(plan, app)
    guard plan.hasDoubts else { return }
    try app.warn(
      "All other lines are merged. Look at the file; `kpo progress check` in its folder tells more. Then `git add` it and "
        + "commit: the lines left out stay in the versions before.")
    throw AppExit(code: 1)
  }

  @MainActor private func merge(_ app: App) throws {
    let merge = ProgressMerge(
      folder: try app.dataFolder(global), fileSystem: app.fileSystem, clock: app.clock, randomness: app.randomness)
    guard !dryRun else {
      let plan = try merge.plan(others)
      try tell(plan, app)
      try app.result("There would be \(Self.events(plan.merged.count)). Nothing was changed.")
      return
    }
    let report = try merge.perform(others, command: "kpo progress merge")
    try tell(report.plan, app)
    for path in report.keptAside { try app.warn("What was left out is kept in \(line: path).") }
    let count = Self.events(report.plan.merged.count)
    if !report.hasChanged {
      try app.result("There is nothing new: \(count), as before.")
    } else if let backup = report.backup {
      try app.result(app.resultLayout.wrap("There are \(count) now. The state before is in \(line: backup)."))
    } else {
      try app.result("There are \(count) now.")
    }
  }

  @MainActor private func tell(_ plan: MergePlan, _ app: App) throws {
    let rows = plan.sources.enumerated().map { index, source -> [SafeText] in
      // To the history that the others are merged into, nothing of its own is new.
      let new: SafeText = index == 0 ? "-" : "\(source.newEvents)"
      return ["\(line: source.path)", "\(source.reading.history.count)", new]
    }
    try app.result(
      app.resultLayout.table(header: ["History", "Events", "New"], rows: rows, alignments: [.left, .right, .right]))
    try tellDoubts(plan, app)
  }

  @MainActor private func tellDoubts(_ plan: MergePlan, _ app: App) throws {
    for source in plan.sources {
      guard let first = source.reading.badLines.first else { continue }
      let count = source.reading.badLines.count
      try app.warn(
        count == 1
          ? "\(line: source.path):\(first): This line cannot be read and is left out."
          : "\(line: source.path): \(count) lines cannot be read and are left out; the first is line \(first).")
    }
    guard !plan.differing.isEmpty else { return }
    let ids = plan.differing.prefix(Self.shownIDs).map(\.rawValue).joined(separator: ", ")
    let more: SafeText = plan.differing.count > Self.shownIDs ? " and others" : ""
    try app.warn(
      "\(Self.events(plan.differing.count)) with different contents in the histories: \(line: ids)\(more). "
        + "The later one counts, else the longer one.")
  }

  private static let shownIDs = 5

  private static func events(_ count: Int) -> SafeText { count == 1 ? "1 event" : "\(count) events" }
}

extension MergeError {
  /// The code of sysexits.h that goes with the error.
  var exitCode: Int32 {
    switch self {
    case .noHistory: 66
    case .notHistory: 65
    case .damagedHere, .lostEvents: 74
    case .progress(let error): error.exitCode
    }
  }
}
