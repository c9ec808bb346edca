import Glibc

/// Reads lines without any editing: from a pipe, a file, or a terminal that cannot move its cursor.
@MainActor
public final class PlainInput: LineSource {
  /// The longest line in bytes.
  public static let longestLine = 64 * 1024

  /// Kept for whoever set it; without a Tab key nothing is ever completed.
  public var completions: CompletionProvider = { _, _, _ in [] }
  /// Kept for whoever set it; every line needs its end.
  public var isWholeLine: WholeLineTest?

  private let descriptor: Int32
  private let talk: OutputChannel
  private let isTerminal: Bool
  private var buffer: [UInt8] = []
  /// How much of `buffer` is known to hold no newline.
  private var searched = 0
  /// Whether the rest of a line that was too long is being skipped.
  private var isSkipping = false

  /// Lines of a file descriptor, by default standard input; it stays the caller's to close.
  public init(output: Output, descriptor: Int32 = 0) {
    self.descriptor = descriptor
    talk = output.talk
    isTerminal = isatty(descriptor) == 1
  }

  /// Does nothing, since nothing could recall the command.
  public func remember(_ line: String) {}

  /// Reads the next line; the prompt is shown only if the input is a terminal.
  ///
  /// When time runs out at a terminal, `partial` is empty, because the terminal hands over whole lines only. It keeps a
  /// line that is to be kept, but shows it again only when asked with Control-R.
  ///
  /// - Throws: `InputError` or `OutputError`.
  public func nextLine(prompt: SafeText, timeout: Duration?, keepsPartialLine: Bool) throws -> Input {
    let deadline = timeout.map { SuspendingClock.now + $0 }
    if isTerminal { try talk.write(prompt) }
    while true {
      if Signals.terminationSignal != nil {
        try breakLine()
        return .terminated
      }
      if Signals.takeInterrupt() {
        // A terminal has thrown away what was typed; what a pipe holds are lines that nobody took back.
        if isTerminal { _ = takeBuffer() }
        try breakLine()
        return .interrupted
      }
      if Signals.takeContinuation(), isTerminal { try talk.write(prompt) }
      if let line = try takeLine() { return .line(line) }
      switch try waitForBytes(until: deadline) {
      case .some(true): break
      case .some(false):
        guard !buffer.isEmpty else {
          try breakLine()
          return .endOfInput
        }
        return .line(takeBuffer())
      case nil where deadline.map { $0 <= SuspendingClock.now } == true:
        let partial = bufferedText
        if !keepsPartialLine {
          _ = takeBuffer()
          // Until Enter the kernel keeps what is typed at a terminal, and it would begin the next line.
          if isTerminal { tcflush(descriptor, TCIFLUSH) }
        }
        try breakLine()
        return .timedOut(partial: partial)
      case nil: break
      }
    }
  }

  /// Waits for bytes and puts them into the buffer.
  ///
  /// - Returns: whether there were any (`false` at the end), or `nil` if a signal or the deadline came first.
  private func waitForBytes(until deadline: SuspendingClock.Instant?) throws -> Bool? {
    guard try Poll.wait(for: descriptor, until: deadline) else { return nil }
    var chunk = [UInt8](repeating: 0, count: 4096)
    let count = read(descriptor, &chunk, chunk.count)
    if count < 0 {
      if errno == EINTR || errno == EAGAIN { return nil }
      throw InputError.readFailed(code: errno)
    }
    buffer += chunk[..<count]
    return count > 0
  }

  /// The next whole line of the buffer, or `nil` if there is none.
  private func takeLine() throws -> String? {
    while let end = buffer[searched...].firstIndex(of: 0x0A) {
      let line = Self.withoutCarriageReturn(buffer[..<end])
      defer {
        buffer.removeFirst(end + 1)
        searched = 0
      }
      if isSkipping {
        isSkipping = false
        continue
      }
      guard line.count <= Self.longestLine else { throw InputError.lineTooLong(limit: Self.longestLine) }
      return String(decoding: line, as: UTF8.self)
    }
    searched = buffer.count
    // One byte more than the limit may be the CR of a CRLF that is not complete yet.
    if !isSkipping && buffer.count <= Self.longestLine + 1 { return nil }
    buffer.removeAll()
    searched = 0
    if isSkipping { return nil }
    isSkipping = true
    throw InputError.lineTooLong(limit: Self.longestLine)
  }

  /// Empties the buffer and returns what was in it.
  private func takeBuffer() -> String {
    defer {
      buffer.removeAll()
      searched = 0
    }
    return bufferedText
  }

  /// What is in the buffer; what is not UTF-8 becomes U+FFFD.
  private var bufferedText: String { String(decoding: Self.withoutCarriageReturn(buffer[...]), as: UTF8.self) }

  private static func withoutCarriageReturn(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.last == 0x0D ? bytes.dropLast() : bytes
  }

  /// Ends the line that the prompt and the terminal's echo began.
  private func breakLine() throws {
    if isTerminal { try talk.writeLine() }
  }
}
