public import FoundationEssentials
import Glibc
import Synchronization

/// Where the executables under test are.
public enum BuildProducts {
  /// The path of an executable built next to the running tests.
  ///
  /// - Throws: `ProcessRunner.Failure` if there is none.
  public static func path(of name: String) throws -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let running = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let candidates = [running] + CommandLine.arguments
    for candidate in candidates {
      // The tests may run from inside a bundle, a folder or two below the products.
      var parts = candidate.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      for _ in 0..<4 where !parts.isEmpty {
        let path = parts.joined(separator: "/") + "/" + name
        if access(path, X_OK) == 0 { return path }
        parts = parts.dropLast()
      }
    }
    throw ProcessRunner.Failure.notFound(executable: name)
  }
}

/// Runs a program to its end with bytes on its standard input and collects what it writes.
public enum ProcessRunner {
  /// Why a program could not be run.
  public enum Failure: Error, Equatable {
    /// No executable of this name was built.
    case notFound(executable: String)
    /// A system call failed with this `errno`.
    case system(call: String, code: Int32)
    /// The program did not end in time and was killed.
    case tookTooLong(executable: String)
  }

  /// What a program did.
  public struct Result: Equatable, Sendable {
    /// How it ended.
    public let ending: ProcessEnding
    /// The bytes it wrote to standard output.
    public let standardOutput: [UInt8]
    /// The bytes it wrote to standard error.
    public let standardError: [UInt8]

    /// Its exit status, or `nil` if a signal ended it.
    public var exitCode: Int32? {
      if case .exited(let code) = ending { return code }
      return nil
    }
    /// Standard output as text, with what is not UTF-8 repaired.
    public var outputText: String { String(decoding: standardOutput, as: UTF8.self) }
    /// Standard error as text, with what is not UTF-8 repaired.
    public var errorText: String { String(decoding: standardError, as: UTF8.self) }
  }

  /// Runs a program; its input is fed and its output collected at the same time, so no pipe can fill up.
  ///
  /// - Parameters:
  ///   - executable: the path of the program.
  ///   - arguments: its arguments without its own name.
  ///   - environment: its whole environment, by default that of the tests.
  ///   - input: the bytes of its standard input, which then ends.
  ///   - limit: after this long the program is killed; a guard against hanging, not something to test with.
  public static func run(
    _ executable: String, arguments: [String] = [],
    environment: [String: String] = ProcessInfo.processInfo.environment, input: [UInt8] = [],
    limit: Duration = .seconds(60)
  ) throws -> Result {
    // A program that ends without reading its input must not take the tests with it.
    signal(SIGPIPE, SIG_IGN)
    var (inputPipe, outputPipe, errorPipe) = try (Pipe(), Pipe(), Pipe())
    defer {
      inputPipe.closeBoth()
      outputPipe.closeBoth()
      errorPipe.closeBoth()
    }
    let process = try ChildProcess.spawn(
      executable, arguments: arguments, environment: environment,
      descriptors: [inputPipe.reader, outputPipe.writer, errorPipe.writer])
    inputPipe.closeReader()
    outputPipe.closeWriter()
    errorPipe.closeWriter()
    // A full pipe must not keep us from reading the others.
    _ = fcntl(inputPipe.writer, F_SETFL, O_NONBLOCK)

    let deadline = ContinuousClock.now + limit
    var rest = input[...]
    if rest.isEmpty { inputPipe.closeWriter() }
    var output: [UInt8] = []
    var errors: [UInt8] = []
    while outputPipe.reader >= 0 || errorPipe.reader >= 0 {
      let left = (deadline - ContinuousClock.now) / .milliseconds(1)
      if left <= 0 {
        process.kill()
        throw Failure.tookTooLong(executable: executable)
      }
      var requests = [
        pollfd(fd: inputPipe.writer, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: outputPipe.reader, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errorPipe.reader, events: Int16(POLLIN), revents: 0),
      ]
      if poll(&requests, 3, Int32(left.rounded(.up))) < 0 && errno != EINTR {
        throw Failure.system(call: "poll", code: errno)
      }
      if requests[0].revents != 0 {
        let count = rest.withUnsafeBytes { write(inputPipe.writer, $0.baseAddress, $0.count) }
        if count > 0 { rest = rest.dropFirst(count) }
        if rest.isEmpty || (count < 0 && errno != EINTR && errno != EAGAIN) { inputPipe.closeWriter() }
      }
      if requests[1].revents != 0, !outputPipe.read(into: &output) { outputPipe.closeReader() }
      if requests[2].revents != 0, !errorPipe.read(into: &errors) { errorPipe.closeReader() }
    }
    guard let ending = process.wait(until: deadline) else {
      process.kill()
      throw Failure.tookTooLong(executable: executable)
    }
    return Result(ending: ending, standardOutput: output, standardError: errors)
  }
}

/// How a program ended.
public enum ProcessEnding: Equatable, Sendable {
  /// It left with this status.
  case exited(Int32)
  /// This signal ended it.
  case signalled(Int32)
}

/// A running program, started by `posix_spawn`.
struct ChildProcess {
  let identifier: pid_t

  /// Held while a program starts and while descriptors are opened that it must not inherit:
  /// tests run at the same time, and a pipe end that leaked into another program would never be closed.
  static let lock = Mutex(())

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - descriptors: what become its standard input, output and error; ignored with a terminal.
  ///   - terminal: the path of a terminal that becomes all three, and the one that controls its new session.
  static func spawn(
    _ executable: String, arguments: [String], environment: [String: String], descriptors: [Int32] = [],
    terminal: String? = nil
  ) throws -> ChildProcess {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    var flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    if let terminal {
      // The first terminal that the leader of a new session opens controls the session.
      flags |= 0x80  // POSIX_SPAWN_SETSID, which Swift does not import
      posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
      posix_spawn_file_actions_adddup2(&actions, 0, 2)
    } else {
      for (target, source) in descriptors.enumerated() {
        posix_spawn_file_actions_adddup2(&actions, source, Int32(target))
      }
    }
    // The program starts as from a shell, whatever the test runner ignores or blocks.
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(flags))

    var argumentPointers = ([executable] + arguments).map { strdup($0) } + [nil]
    var environmentPointers = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in argumentPointers + environmentPointers { free(pointer) } }
    var identifier: pid_t = 0
    let code = lock.withLock { _ in
      posix_spawn(&identifier, executable, &actions, &attributes, &argumentPointers, &environmentPointers)
    }
    guard code == 0 else { throw ProcessRunner.Failure.system(call: "posix_spawn \(executable)", code: code) }
    return ChildProcess(identifier: identifier)
  }

  /// How it ended, or `nil` if it still runs at the deadline.
  func wait(until deadline: ContinuousClock.Instant) -> ProcessEnding? {
    while true {
      var status: Int32 = 0
      let result = waitpid(identifier, &status, WNOHANG)
      if result == identifier {
        let signal = status & 0x7F
        return signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
      }
      if (result < 0 && errno != EINTR) || ContinuousClock.now >= deadline { return nil }
      usleep(2000)
    }
  }

  /// Kills it and waits for its end.
  func kill() {
    Glibc.kill(identifier, SIGKILL)
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0 && errno == EINTR {}
  }
}

/// A pipe whose ends are closed one by one; a closed end is -1, which `poll` passes over.
private struct Pipe {
  var reader: Int32
  var writer: Int32

  init() throws {
    var ends: [Int32] = [-1, -1]
    let isOpen = ChildProcess.lock.withLock { _ in
      pipe(&ends) == 0 && ends.allSatisfy { fcntl($0, F_SETFD, FD_CLOEXEC) == 0 }
    }
    guard isOpen else { throw ProcessRunner.Failure.system(call: "pipe", code: errno) }
    (reader, writer) = (ends[0], ends[1])
  }

  mutating func closeReader() {
    if reader >= 0 { close(reader) }
    reader = -1
  }

  mutating func closeWriter() {
    if writer >= 0 { close(writer) }
    writer = -1
  }

  mutating func closeBoth() {
    closeReader()
    closeWriter()
  }

  func read(into bytes: inout [UInt8]) -> Bool {
    var chunk = [UInt8](repeating: 0, count: 65536)
    let count = Glibc.read(reader, &chunk, chunk.count)
    if count > 0 { bytes += chunk[..<count] }
    return count > 0 || (count < 0 && errno == EINTR)
  }
}
