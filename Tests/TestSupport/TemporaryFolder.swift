import Glibc
public import Progress

/// A new folder of its own in the system's folder for temporary files; it and all in it are gone when the value goes away.
public final class TemporaryFolder: Sendable {
  /// The folder's path.
  public let path: String

  /// Makes an empty folder.
  /// - Throws: ``FileSystemError`` if it cannot be made.
  public init() throws(FileSystemError) {
    var template = Array("/tmp/kpo-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw FileSystemError(.makeFolder, path: "/tmp", errno: errno) }
    path = String(cString: made)
  }

  deinit { Self.remove(path) }

  private static func remove(_ path: String) {
    guard let status = try? FileSystem.live.statusAtPath(path) else { return }
    if status.kind == .folder {
      // A test may have taken the permission to look into it.
      _ = chmod(path, 0o700)
      for name in (try? FileSystem.live.list(path)) ?? [] { remove("\(path)/\(name)") }
    }
    try? FileSystem.live.remove(path, status.kind)
  }
}

/// Runs a test with the path of a new folder of its own, and removes the folder.
public func withTemporaryFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
  let folder = try TemporaryFolder()
  return try withExtendedLifetime(folder) { try body(folder.path) }
}
