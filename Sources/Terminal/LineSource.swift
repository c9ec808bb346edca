/// What came of asking for a line.
public enum Input: Equatable, Sendable {
  /// A line, without its line end. A pasted newline may stand inside it.
  case line(String)
  /// The input is at its end: Ctrl-D on an empty line, or the end of a file.
  case endOfInput
  /// Ctrl-C; the half-typed line is gone and the cursor stands on a new line.
  case interrupted
  /// The time was up; `partial` is what was seen of the half-typed line, which is gone unless it was to be kept.
  case timedOut(partial: String)
  /// SIGTERM or SIGHUP arrived: save and leave with 128 plus `Signals.terminationSignal`.
  case terminated
}

/// Where the learner's lines come from.
@MainActor
public protocol LineSource: AnyObject {
  /// Asks for one line.
  ///
  /// - Parameters:
  ///   - prompt: shown if there is somebody to see it.
  ///   - timeout: how long to wait for the whole line, or `nil` for ever.
  ///   - keepsPartialLine: whether the next call goes on with a line that is half typed when the time is up. So
  ///     something can be announced meanwhile; when the time is up for good, pass `false`, and the line is gone.
  /// - Throws: `InputError` if the input cannot be used, `OutputError` if the prompt cannot be shown.
  func nextLine(prompt: SafeText, timeout: Duration?, keepsPartialLine: Bool) throws -> Input

  /// What the Tab key offers; a source without a Tab key keeps it and never calls it.
  var completions: CompletionProvider { get set }

  /// Says whether what is typed so far is a whole line, so that it needs no Enter; nil if every line does.
  ///
  /// Only a key that a person typed under this prompt is asked about: pasted text waits for Enter, what follows at once
  /// makes a key part of a longer text, and what was typed before the prompt came is thrown away. A source that reads
  /// whole lines keeps it and never calls it.
  var isWholeLine: WholeLineTest? { get set }

  /// Keeps a command for the Up key. Never hand it an answer.
  func remember(_ line: String)
}

/// Whether a text needs no Enter.
public typealias WholeLineTest = @MainActor (_ typed: String) -> Bool

extension LineSource {
  /// Asks for one line and keeps nothing of it when the time is up; without a `timeout` waits as long as it takes.
  public func nextLine(prompt: SafeText, timeout: Duration? = nil) throws -> Input {
    try nextLine(prompt: prompt, timeout: timeout, keepsPartialLine: false)
  }
}

/// Chooses the source for this process: Readline at a terminal that can move its cursor, otherwise plain lines.
///
/// Readline echoes prompt and input to standard output, so it is used only if that is a terminal too.
@MainActor
public func makeLineSource(
  output: Output, environment: [String: String], history: CommandHistory = CommandHistory()
) -> any LineSource {
  let terminalType = environment["TERM"] ?? ""
  guard output.isInteractive, terminalType != "dumb", !terminalType.isEmpty else { return PlainInput(output: output) }
  return LineEditor(output: output, history: history)
}
