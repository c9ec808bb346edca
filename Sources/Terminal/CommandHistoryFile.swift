import Glibc

/// The file that keeps the command history: one command a line, readable by its owner only.
public struct CommandHistoryFile: Equatable, Sendable {
  /// Why the file could not be used. The history is a comfort: tell the learner once and go on.
  public enum Failure: Error, Equatable, Sendable {
    /// The path is a folder, a pipe or a device.
    case notARegularFile(path: String)
    /// The system refused; `code` is its `errno`.
    case system(path: String, code: Int32)

    /// The words for the learner.
    public var message: SafeText {
      switch self {
      case .notARegularFile(let path):
        "warning: command history: \(line: path) is not a regular file. Commands are not kept; move it away."
      case .system(let path, let code):
        """
        warning: command history: \(line: path): \(String(cString: strerror(code))). Commands are not kept; \
        check the permissions of the file and its folder.
        """
      }
    }
  }

  /// Bytes read at most, from the end of the file.
  private static let longestRead = 4 << 20

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

  /// Adds the new commands to the file, keeping what another `kpo` wrote meanwhile and the last thousand.
  ///
  /// The file is replaced in one step, so no reader ever sees half of it. Missing folders are made.
  public func save(_ history: CommandHistory) throws(Failure) {
    if history.additions.isEmpty { return }
    var merged = try load()
    for line in history.additions { merged.remember(line) }
    makeFolders()
    let bytes = Array(merged.entries.map { $0 + "\n" }.joined().utf8)
    let target = self.target
    // mkstemp makes a file of its own with mode 0600.
    var template = Array("\(target).XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    if descriptor < 0 { throw systemFailure() }
    var code = Self.writeAll(bytes, to: descriptor)
    if close(descriptor) != 0 && code == 0 { code = errno }
    if code == 0 && rename(template, target) != 0 { code = errno }
    if code == 0 { return }
    unlink(template)
    throw .system(path: path, code: code)
  }

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
