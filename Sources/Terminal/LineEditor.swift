internal import CReadline
import Glibc

/// Reads lines with GNU Readline: editing, completion, history, the learner's own `~/.inputrc`.
///
/// Readline's callback interface leaves the waiting to our own loop, which has deadlines and signals in one place.
/// Readline's state is one per process, so of several editors only one may wait at a time.
@MainActor
public final class LineEditor: LineSource {
  /// What the Tab key offers.
  public var completions: CompletionProvider = { _, _, _ in [] }
  /// Which texts need no Enter.
  public var isWholeLine: WholeLineTest?
  /// When a key may answer the question that was just asked.
  private var listensFrom = SuspendingClock.now
  /// Nobody reads a question faster, and a key that is held down comes more often.
  private static let deafness = Duration.milliseconds(250)
  /// The commands that the Up key brings back.
  private var history: CommandHistory

  /// The editor whose line is being read: C callbacks cannot carry it along.
  static var active: LineEditor?

  let talk: OutputChannel
  private var result: Input?
  /// The half-typed line that the next one goes on with.
  private var keptLine: Readline.PartialLine?
  /// What Tab found last, best first.
  var matches: [Completion] = []
  /// A write that failed inside a callback, from which nothing can be thrown.
  var failure: OutputError?

  /// An editor at the terminal.
  public init(output: Output, history: CommandHistory = CommandHistory()) {
    talk = output.talk
    self.history = history
    _ = Readline.isReady
    installCompletion()
  }

  /// Keeps a command for the Up key; see `CommandHistory.remember`.
  public func remember(_ line: String) {
    history.remember(line)
  }

  /// Lets the learner edit a line and returns it; the terminal has its settings back whatever happens.
  ///
  /// - Throws: `InputError` or `OutputError`.
  public func nextLine(prompt: SafeText, timeout: Duration?, keepsPartialLine: Bool) throws -> Input {
    let deadline = timeout.map { SuspendingClock.now + $0 }
    // Readline redraws only the last line of a prompt; the lines above are plain talk.
    let lines = prompt.lines
    for line in lines.dropLast() { try talk.writeLine(line) }

    result = nil
    failure = nil
    Self.active = self
    Signals.holdTermination(true)
    defer {
      Signals.holdTermination(false)
      Self.active = nil
    }
    // Readline remembers an end of input for ever, and breaks each later line as if it came again.
    rl_eof_found = 0
    // Made anew each time: a recalled line that was changed stays so in Readline, with a list of changes that Readline 8.2
    // may free twice.
    clear_history()
    for entry in history.entries { add_history(entry) }
    // One key answers, so keys typed before the question was there would answer it unread.
    if isWholeLine != nil, keptLine == nil {
      Readline.dropTypeAhead()
      listensFrom = SuspendingClock.now + Self.deafness
    }
    let lastLine = lines.last ?? ""
    rl_callback_handler_install(lastLine.renderedAsPrompt(colour: talk.usesColour)) { raw in
      // First of all, or Readline draws the prompt again.
      rl_callback_handler_remove()
      LineEditor.active?.finish(raw)
    }
    if let line = keptLine {
      keptLine = nil
      Readline.insert(line)
    }
    return try waitForResult(until: deadline, keepsPartialLine: keepsPartialLine)
  }

  private func waitForResult(until deadline: SuspendingClock.Instant?, keepsPartialLine: Bool) throws -> Input {
    while true {
      if rl_pending_signal() != 0 { rl_check_signals() }
      if let failure {
        abandonLine()
        throw failure
      }
      if Signals.terminationSignal != nil {
        if result == nil { abandonLine() }
        return .terminated
      }
      // An interrupt in the middle of a paste reaches Readline as the end of the input.
      if result == .endOfInput && Signals.takeInterrupt() { return .interrupted }
      if let result { return result }
      if Signals.takeInterrupt() {
        Readline.endPendingKey()
        abandonLine()
        return .interrupted
      }
      if Signals.takeContinuation() { rl_forced_update_display() }
      if Signals.takeResize() { rl_resize_terminal() }
      // Taken before the wait: bytes that were there in time count, however late we come to read them.
      let isTimeUp = deadline.map { $0 <= SuspendingClock.now } ?? false
      let isReadable: Bool
      do {
        isReadable = try Readline.waitForByte(until: deadline)
      } catch {
        abandonLine()
        throw error
      }
      if isReadable, isWholeLine != nil, SuspendingClock.now < listensFrom {
        // A key that is held down answers one question; it is heard again when it was let go.
        Readline.dropTypeAhead()
        listensFrom = SuspendingClock.now + Self.deafness
      } else if isReadable {
        let former = isWholeLine == nil ? "" : Readline.line
        Readline.handleByte()
        if result == nil, let isWholeLine, Readline.hasTypedOneKey(after: former), isWholeLine(Readline.line) {
          result = .line(Readline.line)
          Readline.endPendingKey()
          abandonLine()
        }
      } else if isTimeUp {
        Readline.endPendingKey()
        let partial = Readline.partialLine
        if keepsPartialLine { keptLine = partial }
        abandonLine()
        return .timedOut(partial: partial.text)
      }
    }
  }

  /// Takes over the line that Readline finished; `nil` is the end of the input.
  private func finish(_ raw: UnsafeMutablePointer<CChar>?) {
    if let raw {
      result = .line(String(cString: raw))
      free(raw)
      return
    }
    result = .endOfInput
    // When it turns bracketed paste off at the end of the input, Readline breaks the line itself.
    if let setting = rl_variable_value("enable-bracketed-paste"), String(cString: setting) == "on" { return }
    rl_crlf()
    fflush(rl_outstream ?? kpo_stdout())
  }

  /// Leaves a half-typed line behind and gives the terminal its settings back.
  private func abandonLine() {
    // The newline comes first: turning bracketed paste off returns the cursor to the first column.
    rl_crlf()
    rl_callback_handler_remove()
    fflush(rl_outstream ?? kpo_stdout())
  }
}
