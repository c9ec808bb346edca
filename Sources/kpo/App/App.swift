import ArgumentParser
import Glibc
import Progress
import StrictJSON
import Terminal

/// What the commands share: the streams, the clock, random numbers, the disk and the options of the whole program.
@MainActor
final class App {
  let environment: [String: String]
  private(set) var output: Output
  let fileSystem = FileSystem.live
  let randomness = Randomness.live
  let clock: StudyClock
  /// `KPO_SEED`, for tests and demonstrations.
  private let fixedSeed: UInt64?
  /// The `--data` of the command that opened the REPL, for the commands inside it.
  private let dataOption: String?
  /// The looks that opened the REPL, for the commands inside it.
  private let looks: Looks
  /// Made when first asked for: most commands read nothing.
  private(set) lazy var lines: any LineSource = makeLineSource(
    output: output, environment: environment, history: commandHistory)
  private var commandHistory = CommandHistory()

  init(options: GlobalOptions, environment: [String: String], output: Output) throws {
    self.environment = environment
    self.output = output
    dataOption = options.data
    looks = options.looks
    clock = try StudyClock.live(environment: environment)
    fixedSeed = try environment["KPO_SEED"].flatMap { text in
      if text.isEmpty { return nil }
      guard let seed = UInt64(text) else {
        throw AppError.usage("KPO_SEED is \"\(text)\", which is not a whole number from 0 on. Write it like 3.")
      }
      return seed
    }
  }

  /// What questions are drawn from where no seed was asked for.
  var questionSeed: UInt64 { fixedSeed ?? randomness.next() }

  /// The layout for results.
  var resultLayout: Layout { output.resultLayout }
  /// The layout for talk with the learner.
  var talkLayout: Layout { output.talkLayout }

  /// Gives the Up key the commands of earlier runs; to be called before the first line is read.
  func useCommandHistory(_ history: CommandHistory) { commandHistory = history }

  /// Runs a command of the REPL, whose own options go before those of the REPL.
  func withLooks(of arguments: [String], _ body: () throws -> Void) throws {
    let former = output
    defer { output = former }
    output = Looks(reading: arguments).merged(over: looks).output(environment: environment)
    try body()
  }

  func dataFolder(_ options: GlobalOptions) throws -> DataFolder {
    try DataFolder(option: options.data ?? dataOption, environment: environment)
  }

  /// Opens the learner's progress and tells what was found on the way.
  ///
  /// - Parameter command: what another program is told that finds the folder locked.
  func openProgress(
    _ options: GlobalOptions, for purpose: ProgressStore.Mode, command: String = "kpo"
  ) throws -> ProgressStore {
    let store = try ProgressStore.open(
      try dataFolder(options), fileSystem: fileSystem, clock: clock, randomness: randomness, mode: purpose,
      command: command)
    try tellNotices(of: store)
    return store
  }

  /// Asks on the terminal before something that cannot be taken back by a key; an answer that is neither is asked for again.
  /// - Parameters:
  ///   - word: what has to be typed to go on.
  ///   - action: what the question is about, such as "erase all this".
  /// - Throws: ``AppError`` where nobody can be asked, ``AppExit`` if the learner says no or leaves.
  func confirm(_ action: SafeText, typing word: SafeText) throws {
    guard output.isInteractive else {
      throw AppError.usage("Nothing was changed: there is no terminal to ask on. Give --yes if you mean it.")
    }
    let prompt = "Type \(word, .key) to " + action + ", or \("no" as SafeText, .key): " as SafeText
    while true {
      switch try lines.nextLine(prompt: prompt) {
      case .line(let line):
        let said = line.split { $0.isWhitespace }.joined(separator: " ").lowercased()
        if said == word.plain { return }
        guard ["n", "no"].contains(said) else { continue }
        try talk("Nothing was changed.")
        throw AppExit(code: 1)
      case .endOfInput, .timedOut:
        try talk("Nothing was changed.")
        throw AppExit(code: 1)
      case .interrupted:
        try talk("Nothing was changed.")
        throw AppExit(code: 130)
      case .terminated: throw AppExit(code: 128 + (Signals.terminationSignal ?? SIGTERM))
      }
    }
  }

  /// Tells what was found, repaired or kept aside since the last time.
  func tellNotices(of store: ProgressStore) throws {
    for notice in store.takeNotices() { try warn("\(notice.description)") }
  }

  func result(_ text: SafeText) throws { try output.result.writeLine(text) }
  func result(json: JSONValue) throws { try result(SafeText(json: json.text(.pretty))) }
  func talk(_ text: SafeText = "") throws { try output.talk.writeLine(text) }
  func warn(_ text: SafeText) throws {
    try talk(talkLayout.wrap("\("Note:" as SafeText, .warning) " + text, hangingIndent: "  "))
  }
}

/// A command that runs in an app.
protocol AppCommand: ParsableCommand {
  @MainActor func run(in app: App) throws
}

/// The options that every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Keep progress in this folder.", valueName: "dir"))
  var data: String?

  @Option(
    help: ArgumentHelp("Use colour: auto, always or never.", valueName: "when"),
    transform: { text in
      guard let mode = ColourMode(rawValue: text) else { throw ValidationError("Use auto, always or never.") }
      return mode
    })
  var color: ColourMode?

  @Flag(help: "Draw with ASCII alone, as in a locale that is not UTF-8.")
  var ascii = false

  @Flag(help: "No colour, no ornaments, no wrapped lines: for scripts and pagers.")
  var plain = false

  @Flag(help: "Write for a screen reader, as ACCESSIBLE=1 does.")
  var accessible = false

  var looks: Looks { Looks(color: color, ascii: ascii, plain: plain, accessible: accessible) }
}
