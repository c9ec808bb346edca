import ArgumentParser
import ContentModel
import FoundationEssentials
import Glibc
import Progress
import Terminal

/// From the arguments to the exit code.
@MainActor
enum Main {
  static func run(_ arguments: [String]) -> Int32 {
    let environment = ProcessInfo.processInfo.environment
    let output = Looks(reading: arguments).output(environment: environment)
    do {
      try refuseUnknownCommand(arguments)
      let command = try Kpo.parseAsRoot(arguments)
      let app = try App(options: try globalOptions(of: command), environment: environment, output: output)
      try run(command, in: app)
      return 0
    } catch {
      return report(error, on: output)
    }
  }

  /// Runs a parsed command; one that only groups others shows its help.
  static func run(_ command: any ParsableCommand, in app: App) throws {
    if let command = command as? any AppCommand {
      try command.run(in: app)
    } else {
      var command = command
      try command.run()
    }
  }

  /// Says what went wrong and returns the exit code that goes with it.
  static func report(_ error: any Error, on output: Output) -> Int32 {
    switch error {
    case let exit as AppExit:
      return exit.code
    case let error as OutputError:
      // Writing fails because the terminal was closed, which SIGHUP told.
      if let signal = Signals.terminationSignal { return 128 + signal }
      if let message = error.message { try? output.talk.writeLine(message) }
      return error.exitCode
    case let error as InputError:
      try? output.talk.writeLine(output.talkLayout.wrap(error.message))
      return error.exitCode
    case let error as AppError:
      return say(error.message, error.exitCode, output, isFault: error.isFault)
    case let error as ProgressError:
      return say("\(error.description)", error.exitCode, output)
    case let error as FileSystemError:
      return say("\(error.description)", error.exitCode, output)
    default:
      return reportParsing(error, on: output)
    }
  }

  private static func say(_ message: SafeText, _ code: Int32, _ output: Output, isFault: Bool = true) -> Int32 {
    let layout = output.talkLayout
    let text =
      isFault
      ? layout.wrap("\("Error:" as SafeText, .error) " + message, hangingIndent: "  ") : layout.wrap(message)
    try? output.talk.writeLine(text)
    return code
  }

  /// Help goes to standard output, a fault in the arguments to standard error.
  private static func reportParsing(_ error: any Error, on output: Output) -> Int32 {
    // The argument parser asks for the width itself; with fewer columns than its indent it traps.
    setenv("COLUMNS", "\(max(40, output.resultLayout.proseWidth))", 1)
    let code = Kpo.exitCode(for: error).rawValue
    let text = Kpo.fullMessage(for: error)
    guard !text.isEmpty else { return code }
    let layout = code == 0 ? output.resultLayout : output.talkLayout
    do {
      try (code == 0 ? output.result : output.talk).writeLine(narrowed("\(text)", layout))
    } catch {
      return error.exitCode
    }
    return code
  }

  /// The argument parser wraps its help but not its line of usage.
  private static func narrowed(_ text: SafeText, _ layout: Layout) -> SafeText {
    text.lines.map { line in
      line.columns <= layout.lineWidth ? line : layout.wrap(line, hangingIndent: "  ")
    }.joined(separator: "\n")
  }

  /// Help and the commands that only group others have no options of their own.
  private static func globalOptions(of command: any ParsableCommand) throws -> GlobalOptions {
    try (command as? any HasGlobalOptions)?.global ?? GlobalOptions.parse([])
  }

  /// The argument parser would call a mistyped command, or subcommand, an unexpected argument.
  ///
  /// - Parameter more: words that are commands here, too.
  static func refuseUnknownCommand(_ words: [String], more: [String] = []) throws {
    var configuration = Kpo.configuration
    var more = more
    var group: String?
    for word in words {
      let known = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"] + more
      guard known.count > 1, !word.hasPrefix("-") else { return }
      if let next = configuration.subcommands.first(where: { $0.configuration.commandName == word }) {
        (configuration, more, group) = (next.configuration, [], word)
        continue
      }
      guard !known.contains(word) else { return }
      throw AppError.unknownCommand(word, of: group, known: known, closest: Spelling.closest(to: word, among: known))
    }
  }
}

/// A command with the options of the whole program.
protocol HasGlobalOptions {
  var global: GlobalOptions { get }
}
