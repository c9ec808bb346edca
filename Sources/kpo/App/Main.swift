import ArgumentParser
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
      let command = try Invocation.command(arguments)
      let app = try App(options: try globalOptions(of: command), environment: environment, output: output)
      try run(command, in: app)
      return 0
    } catch {
      return report(error, on: output, asItIs: arguments.contains(where: isForPrograms))
    }
  }

  /// Refuses arguments and a data folder that are not UTF-8, since their repaired names would be those of other files.
  /// - Returns: the exit code, or nil if all is well.
  static func refuseWhatIsNotUTF8() -> Int32? {
    let arguments = (1..<max(1, CommandLine.argc)).compactMap { CommandLine.unsafeArgv[Int($0)] }
    let variables = ["KPO_DATA", "XDG_DATA_HOME", "HOME"].compactMap { (name: String) in getenv(name) }
    guard let name = (arguments + variables).first(where: { String(validatingCString: $0) == nil }) else { return nil }
    let output = Output.standard(colour: nil, environment: ProcessInfo.processInfo.environment)
    return say(
      "\(line: String(cString: name)) is not UTF-8: \u{FFFD} stands for the bytes that are none. kpo takes only names in UTF-8; "
        + "give the file or folder another name.", 64, output)
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
  ///
  /// - Parameter asItIs: whether the argument parser's text is for a program, so that no line of it may be wrapped.
  static func report(_ error: any Error, on output: Output, asItIs: Bool = false) -> Int32 {
    switch error {
    case let exit as AppExit:
      return exit.code
    case let error as OutputError:
      // Writing fails because the terminal was closed, which SIGHUP told.
      if let signal = Signals.terminationSignal { return 128 + signal }
      return error.message.map { say($0, error.exitCode, output) } ?? error.exitCode
    case let error as InputError:
      return say(error.message, error.exitCode, output)
    case let error as UnknownWord:
      return say(error.message, error.exitCode, output)
    case let error as AppError:
      return say(error.message, error.exitCode, output, isFault: error.isFault)
    case let error as ProgressError:
      return say("\(error.description)", error.exitCode, output)
    case let error as FileSystemError:
      return say("\(error.description)", error.exitCode, output)
    default:
      return reportParsing(error, on: output, asItIs: asItIs)
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
  private static func reportParsing(_ error: any Error, on output: Output, asItIs: Bool) -> Int32 {
    // The argument parser asks for the width itself; with fewer columns than its indent it traps.
    setenv("COLUMNS", "\(max(40, output.resultLayout.proseWidth))", 1)
    let code = Kpo.exitCode(for: error).rawValue
    let text = Kpo.fullMessage(for: error)
    guard !text.isEmpty else { return code }
    let layout = code == 0 ? output.resultLayout : output.talkLayout
    do {
      try (code == 0 ? output.result : output.talk).writeLine(asItIs ? "\(text)" : narrowed("\(text)", layout))
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

  /// Whether an argument asks for a completion script, or for the description of all commands that the manual is made of.
  private static func isForPrograms(_ argument: String) -> Bool {
    argument.hasPrefix("--generate-completion-script") || argument == "--experimental-dump-help"
  }

  /// Help and the commands that only group others have no options of their own.
  private static func globalOptions(of command: any ParsableCommand) throws -> GlobalOptions {
    try (command as? any HasGlobalOptions)?.global ?? GlobalOptions.parse([])
  }
}

/// A command with the options of the whole program.
protocol HasGlobalOptions {
  var global: GlobalOptions { get }
}
