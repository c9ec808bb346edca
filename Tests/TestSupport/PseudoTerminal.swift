import FoundationEssentials
import Glibc

/// A program on a terminal of its own, driven like a person would: type, wait for words, resize, hang up.
///
///     let terminal = try PseudoTerminal(running: path, columns: 40)
///     try terminal.expect("> ")
///     terminal.type("help", .enter)
///     try terminal.expect("daily")
///     #expect(try terminal.waitForExit() == .exited(0))
///
/// The program is killed when the value goes away.
public final class PseudoTerminal {
  /// Why a step could not be done; it carries what the program wrote so far.
  public enum Failure: Error, Equatable {
    /// The words did not come in time, or the program ended first.
    case missing(String, written: String)
    /// The program did not end in time.
    case stillRunning(written: String)
    /// A system call failed with this `errno`.
    case system(call: String, code: Int32)
  }

  /// Something typed.
  public enum Key: Sendable, Equatable, ExpressibleByStringInterpolation {
    /// Characters as they are.
    case text(String)
    /// Enter, Tab, Escape, Backspace.
    case enter, tab, escape, backspace
    /// An arrow key.
    case up, down, left, right
    /// A letter with Control, such as `.control("c")`.
    case control(Character)
    /// Text pasted with the marks of bracketed paste around it.
    case paste(String)

    /// Characters as they are.
    public init(stringLiteral value: String) { self = .text(value) }

    var bytes: [UInt8] {
      switch self {
      case .text(let text): Array(text.utf8)
      case .enter: [0x0D]
      case .tab: [0x09]
      case .escape: [0x1B]
      case .backspace: [0x7F]
      case .up: Array("\u{1B}[A".utf8)
      case .down: Array("\u{1B}[B".utf8)
      case .right: Array("\u{1B}[C".utf8)
      case .left: Array("\u{1B}[D".utf8)
      case .control(let letter): letter.asciiValue.map { [$0 & 0x1F] } ?? []
      case .paste(let text): Array("\u{1B}[200~\(text)\u{1B}[201~".utf8)
      }
    }
  }

  /// Everything the program wrote, escape sequences and all.
  public private(set) var bytes: [UInt8] = []
  /// The number of the program's process.
  public var processIdentifier: Int32 { process.identifier }

  private var master: Int32
  private let process: ChildProcess
  private var ending: ProcessEnding?
  /// Where the next `expect` begins to look.
  private var position = 0

  /// Starts a program on a new terminal of the given size, in a session of its own.
  ///
  /// - Parameters:
  ///   - executable: the path of the program.
  ///   - arguments: its arguments without its own name.
  ///   - environment: its whole environment, by default that of the tests; see also `terminalEnvironment`.
  public init(
    running executable: String, arguments: [String] = [],
    environment: [String: String] = PseudoTerminal.terminalEnvironment(), columns: Int = 80, rows: Int = 24
  ) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
    guard master >= 0 else { throw Failure.system(call: "open /dev/ptmx", code: errno) }
    do {
      // What unlockpt and ptsname do; Swift does not import those.
      var isLocked: Int32 = 0
      var number: UInt32 = 0
      guard ioctl(master, Self.setLock, &isLocked) == 0, ioctl(master, Self.getNumber, &number) == 0 else {
        throw Failure.system(call: "ioctl", code: errno)
      }
      Self.setSize(of: master, columns: columns, rows: rows)
      process = try ChildProcess.spawn(
        executable, arguments: arguments, environment: environment, terminal: "/dev/pts/\(number)")
    } catch {
      close(master)
      throw error
    }
  }

  deinit {
    if ending == nil { process.kill() }
    hangUp()
  }

  /// The environment of the tests as on a fresh machine: a capable terminal, UTF-8, no settings of the developer.
  public static func terminalEnvironment(_ changes: [String: String] = [:]) -> [String: String] {
    var environment = ProcessInfo.processInfo.environment
    for name in ["NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "LINES", "ACCESSIBLE", "LC_CTYPE"]
    {
      environment[name] = nil
    }
    environment["TERM"] = "xterm-256color"
    environment["LC_ALL"] = "C.UTF-8"
    environment["INPUTRC"] = "/dev/null"
    return environment.merging(changes) { $1 }
  }

  /// Everything the program wrote as text, with what is not UTF-8 repaired.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// What was written and not yet skipped by `expect`.
  public var unread: String { String(decoding: bytes[position...], as: UTF8.self) }

  /// Types keys, one after the other, without waiting.
  public func type(_ keys: Key...) {
    for key in keys { send(key.bytes) }
  }

  /// Sends bytes as they are, reading what the program writes meanwhile, so that neither waits for the other.
  public func send(_ input: [UInt8]) {
    var rest = input[...]
    while !rest.isEmpty {
      var request = pollfd(fd: master, events: Int16(POLLIN | POLLOUT), revents: 0)
      if poll(&request, 1, -1) < 0 && errno != EINTR { return }
      if request.revents & Int16(POLLIN) != 0 { _ = readAvailable() }
      if request.revents & Int16(POLLOUT) != 0 {
        let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
        if count > 0 { rest = rest.dropFirst(count) }
      }
      if request.revents & Int16(POLLHUP | POLLERR) != 0 { return }
    }
  }

  /// Waits until the program has written `words`; what comes next is looked for after them.
  ///
  /// - Parameter limit: when to give up; a guard against hanging, not something to test with.
  /// - Returns: everything since the last call, up to and with the words.
  @discardableResult
  public func expect(_ words: String, within limit: Duration = .seconds(20)) throws -> String {
    let deadline = ContinuousClock.now + limit
    let wanted = Array(words.utf8)
    var searched = position
    while true {
      if let end = end(of: wanted, from: searched) {
        defer { position = end }
        return String(decoding: bytes[position..<end], as: UTF8.self)
      }
      searched = max(searched, bytes.count - wanted.count + 1)
      guard readMore(until: deadline) else { throw Failure.missing(words, written: unread) }
    }
  }

  /// Waits for the end of the program and reads the rest of what it wrote.
  public func waitForExit(within limit: Duration = .seconds(20)) throws -> ProcessEnding {
    if let ending { return ending }
    let deadline = ContinuousClock.now + limit
    while readMore(until: deadline) {}
    guard let result = process.wait(until: deadline) else { throw Failure.stillRunning(written: unread) }
    ending = result
    return result
  }

  /// Changes the size of the window; the kernel tells the program with SIGWINCH.
  public func resize(columns: Int, rows: Int = 24) { Self.setSize(of: master, columns: columns, rows: rows) }

  /// Sends a signal to the program.
  public func signal(_ number: Int32) {
    if ending == nil { kill(process.identifier, number) }
  }

  /// Closes the terminal, as when its window is closed; nothing can be typed or read any more.
  public func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }

  /// Whether the terminal echoes and hands over whole lines, as a shell expects to find it.
  public var isInCookedMode: Bool {
    var settings = termios()
    tcgetattr(master, &settings)
    return settings.c_lflag & UInt32(ICANON) != 0 && settings.c_lflag & UInt32(ECHO) != 0
  }

  /// TIOCSPTLCK and TIOCGPTN of Linux, macros that Swift does not import.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  private static func setSize(of descriptor: Int32, columns: Int, rows: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
  }

  /// Reads what there is; `false` at the deadline or when the program has left the terminal.
  private func readMore(until deadline: ContinuousClock.Instant) -> Bool {
    let left = (deadline - ContinuousClock.now) / .milliseconds(1)
    guard left > 0, master >= 0 else { return false }
    var request = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    if poll(&request, 1, Int32(left.rounded(.up))) < 0 { return errno == EINTR }
    return request.revents != 0 && readAvailable()
  }

  /// Reads without waiting; `false` when the program has left the terminal.
  private func readAvailable() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 65536)
    let count = read(master, &chunk, chunk.count)
    if count < 0 { return errno == EINTR || errno == EAGAIN }
    bytes += chunk[..<count]
    return count > 0
  }

  /// The index after the first appearance of `words` that begins at `first` or later.
  private func end(of words: [UInt8], from first: Int) -> Int? {
    guard bytes.count >= first + words.count else { return nil }
    for start in first...(bytes.count - words.count) where bytes[start...].starts(with: words) {
      return start + words.count
    }
    return nil
  }
}
