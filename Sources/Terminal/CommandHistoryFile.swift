import Glibc

/// The file that keeps the command history: one command a line, readable by its owner only.
public struct CommandHistoryFile: Equatable, Sendable {
  /// Why the file could not be used. The history is a comfort: tell the learner once and go on.
  public enum Failure: Error, Equatable, Sendable {
    /// The path is a folder, a pipe or a device.
    case notARegularFile(path: String)
    /// Another program kept the file locked for two seconds.
    case busy(path: String)
    /// The system refused; `code` is its `errno`.
    case system(path: String, code: Int32)

    /// The words for the learner.
    public var message: SafeText {
      switch self {
      case .notARegularFile(let path):
        "Command history: \(line: path) is not a regular file. Commands are not kept; move it away."
      case .busy(let path):
        """
        Command history: another kpo has locked \(line: path). This command is not kept; \
        end or continue the other kpo.
        """
      case .system(let path, let code):
        """
        Command history: \(line: path): \(String(cString: strerror(code))). Commands are not kept; \
        check the permissions of the file and its folder.
        """
      }
    }
  }

  /// Bytes read at most, from the end of the file.
  private static let longestRead = 4 << 20
  /// Two seconds in all.
  private static let lockTries = 400
  private static let microsecondsBetweenTries: UInt32 = 5000

  /// Where the file is.
  public let path: String

  /// The file at `path`, which need not exist.
  public init(path: String) { self.path = path }

  /// Reads the history; a file that does not exist is an empty one.
  public func load() throws(Failure) -> CommandHistory {
    // O_NONBLOCK: opening a named pipe must not wait for its writer.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if descriptor < 0 {
      if errno == ENOENT { return CommandHistory() }
      throw systemFailure()
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw systemFailure() }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notARegularFile(path: path) }
    lseek(descriptor, max(0, status.st_size - Self.longestRead), SEEK_SET)
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while bytes.count < Self.longestRead {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      if count < 0 { throw systemFailure() }
      if count == 0 { break }
      bytes += chunk[..<count]
    }
    return CommandHistory(entries: bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) })
  }

  /// Adds a command to the file, keeping what other `kpo` wrote and the last thousand in all.
  ///
  /// What `CommandHistory.remember` would not keep is left out. The file is replaced in one step, so no reader ever
  /// sees half of it. Missing folders are made. While another `kpo` adds to it, this waits for up to two seconds.
  public func add(_ line: String) throws(Failure) {
    guard CommandHistory.isKept(line) else { return }
    makeFolders()
    let target = self.target
    let replacement = try openReplacement(of: target)
    var isDone = false
    // Closing gives up the lock, so it comes last.
    defer {
      if !isDone { unlink(Self.replacementPath(of: target)) }
      close(replacement)
    }
    var history = try load()
    guard history.remember(line) else { return }
    let bytes = Array(history.entries.map { $0 + "\n" }.joined().utf8)
    if ftruncate(replacement, 0) != 0 { throw systemFailure() }
    let code = Self.writeAll(bytes, to: replacement)
    if code != 0 { throw .system(path: path, code: code) }
    if rename(Self.replacementPath(of: target), target) != 0 { throw systemFailure() }
    isDone = true
  }

  /// Opens the file that will replace `target`, locked: whoever has it may add.
  ///
  /// It always has the same name, so that one left behind by a kill is taken up by the next `kpo`.
  private func openReplacement(of target: String) throws(Failure) -> Int32 {
    let name = Self.replacementPath(of: target)
    for _ in 0..<Self.lockTries {
      // O_NONBLOCK: a named pipe in its place must not stop us.
      let descriptor = open(name, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, mode_t(0o600))
      if descriptor < 0 { throw systemFailure() }
      var opened = stat()
      var named = stat()
      if fstat(descriptor, &opened) == 0 && opened.st_mode & S_IFMT != S_IFREG {
        close(descriptor)
        throw .notARegularFile(path: name)
      }
      let isLocked = flock(descriptor, LOCK_EX | LOCK_NB) == 0
      let code = errno
      // The name may have passed to another file before we had the lock: then our lock protects nothing.
      if isLocked && lstat(name, &named) == 0 && (named.st_dev, named.st_ino) == (opened.st_dev, opened.st_ino) {
        return descriptor
      }
      close(descriptor)
      if isLocked { continue }
      if code != EWOULDBLOCK && code != EINTR { throw .system(path: path, code: code) }
      usleep(Self.microsecondsBetweenTries)
    }
    throw .busy(path: path)
  }

  private static func replacementPath(of target: String) -> String { target + ".new" }

  /// Writes every byte; returns 0 or the `errno` of what failed.
  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return count == 0 ? EIO : errno }
      rest = rest.dropFirst(count)
    }
    return 0
  }

  /// The path with symbolic links followed, since replacing a link would cut it.
  private var target: String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private func makeFolders() {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    for count in parts.indices.dropFirst() {
      mkdir(parts[...count].joined(separator: "/"), 0o700)
    }
  }

  private func systemFailure() -> Failure { .system(path: path, code: errno) }
}
