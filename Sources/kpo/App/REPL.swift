import ArgumentParser
import ContentModel
import Progress
import QuestionGenerator
import Terminal

/// The prompt of `kpo` alone: today's plan, then one command a line.
@MainActor
struct REPL {
  let app: App
  let options: GlobalOptions

  /// The commands with a line of help each, in the order of the help.
  private static let commands: [(name: String, effect: String)] =
    Kpo.configuration.subcommands.map {
      ($0.configuration.commandName ?? "", $0.configuration.abstract)
    } + ownCommands

  private static let ownCommands: [(name: String, effect: String)] = [
    ("help", "Show this list, or the help of a command."), ("quit", "Leave; everything answered is saved."),
  ]

  func run() throws {
    let library = BankLibrary(app: app, options)
    let banks = try library.banks([], options)
    let historyFile = commandHistoryFile
    app.useCommandHistory(try loadHistory(historyFile))
    let completions = REPLCompletions(
      banks: banks, bankNames: try library.names(),
      more: Self.ownCommands.map { Completion(text: $0.name, description: "\($0.effect)") })
    try showPlan(banks)
    var isPastFirstInterrupt = false
    var isFirstLine = app.output.isInteractive
    defer { app.lines.completions = { _, _, _ in [] } }
    while true {
      app.lines.completions = completions.offer
      let input = try nextInput()
      // A sitting offers its own.
      app.lines.completions = { _, _, _ in [] }
      switch input {
      case .line(let line):
        isPastFirstInterrupt = false
        // The plan above says so.
        let beginsQuiz = isFirstLine && line.allSatisfy(\.isWhitespace)
        isFirstLine = false
        guard try handle(beginsQuiz ? "daily" : line, historyFile) else { return }
      case .endOfInput: return
      case .terminated: throw AppExit(code: 128 + (Signals.terminationSignal ?? 15))
      case .timedOut: continue
      case .interrupted:
        if isPastFirstInterrupt { throw AppExit(code: 130) }
        isPastFirstInterrupt = true
        try app.talk("Ctrl-C once more leaves.")
      }
    }
  }

  private func showPlan(_ banks: [Bank]) throws {
    let store = try app.openProgress(options, for: .readOnly)
    let plan = PlanView(
      generators: banks.map(QuestionGenerator.init), scores: store.scores, today: app.clock.today)
    try app.talk(plan.lines(app.talkLayout, isInteractive: app.output.isInteractive))
  }

  private func nextInput() throws -> Input {
    do {
      return try app.lines.nextLine(prompt: "\("kpo" as SafeText, .prompt)> ")
    } catch let error as InputError {
      guard case .lineTooLong = error else { throw error }
      try app.talk(app.talkLayout.wrap(error.message))
      return .line("")
    }
  }

  /// Runs one line; false if it ends the REPL.
  private func handle(_ line: String, _ historyFile: CommandHistoryFile?) throws -> Bool {
    var words = line.split { $0.isWhitespace }.map(String.init)
    guard !words.isEmpty else { return true }
    app.lines.remember(line)
    keep(line, in: historyFile)
    // Who types `kpo daily` here means `daily`.
    if words.first == "kpo" { words.removeFirst() }
    guard let first = words.first else { return true }
    switch first {
    case "quit", "exit", ":quit", ":q": return false
    case "help", "?", ":help":
      let topic = words.dropFirst()
      if topic.isEmpty || ["help", "quit"].contains(topic.first) {
        try app.talk(help)
      } else {
        try runCommand(["help"] + topic)
      }
    default: try runCommand(words)
    }
    return true
  }

  private func runCommand(_ words: [String]) throws {
    do {
      let command = try Invocation.command(words, more: ["quit"])
      try app.withLooks(of: words) { try Main.run(command, in: app) }
    } catch let exit as AppExit where exit.code >= 128 {
      throw exit
    } catch let error as OutputError {
      throw error
    } catch {
      _ = Main.report(error, on: app.output)
    }
  }

  private var help: SafeText {
    let layout = app.talkLayout
    return Self.commands.map { name, effect in
      layout.wrap(
        "\(effect)", firstIndent: Layout.pad("\(name, .key)", to: 11), hangingIndent: SafeText(" ").repeated(11))
    }.joined(separator: "\n") + "\n"
      + layout.wrap("Topics: \(HelpTopic.allCases.map(\.rawValue).joined(separator: ", ")).")
      + "\n" + layout.wrap("`help TOPIC` explains one, `help COMMAND` shows its options.")
  }

  // MARK: The history of commands

  private var commandHistoryFile: CommandHistoryFile? {
    guard app.output.isInteractive else { return nil }
    let state = app.environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    guard let folder = state ?? app.environment["HOME"].map({ "\($0)/.local/state" }), folder.hasPrefix("/") else {
      return nil
    }
    return CommandHistoryFile(path: "\(folder)/kpo/history")
  }

  private func loadHistory(_ file: CommandHistoryFile?) throws -> CommandHistory {
    do throws(CommandHistoryFile.Failure) {
      return try file?.load() ?? CommandHistory()
    } catch {
      try app.warn(error.message)
      return CommandHistory()
    }
  }

  /// Keeps a command for the next time; not being able to is no reason to stop.
  private func keep(_ line: String, in file: CommandHistoryFile?) {
    try? file?.add(line)
  }
}
