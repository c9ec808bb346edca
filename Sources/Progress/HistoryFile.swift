import Glibc

/// The history, open for appending.
///
/// Holds that the file ends with a newline and that nobody else changed it since it was read.
struct HistoryFile {
  let path: String
  private let fileSystem: FileSystem
  private let file: OpenFile
  let identity: FileStatus.Identity
  /// The length in bytes.
  private(set) var size: Int

  /// Opens the history; nil if there is none.
  init?(existingAt path: String, fileSystem: FileSystem) throws(FileSystemError) {
    guard try fileSystem.statusAtPath(path) != nil else { return nil }
    try self.init(opening: path, fileSystem)
  }

  /// Makes an empty history and opens it.
  init(makingAt path: String, fileSystem: FileSystem) throws(FileSystemError) {
    fileSystem.close(try fileSystem.open(path, .create))
    try self.init(opening: path, fileSystem)
  }

  private init(opening path: String, _ fileSystem: FileSystem) throws(FileSystemError) {
    self.path = path
    self.fileSystem = fileSystem
    file = try fileSystem.openRegular(path, .append)
    do throws(FileSystemError) {
      let status = try fileSystem.status(file)
      identity = status.identity
      size = status.size
    } catch {
      fileSystem.close(file)
      throw error
    }
  }

  /// Whether the file still has the name and the length it had, so that appending is safe.
  func isUnchanged() throws(FileSystemError) -> Bool {
    let status = try fileSystem.statusAtPath(path)
    return status?.identity == identity && status?.size == size
  }

  /// Waits, before the first answer, until the names of the file and of the folders it stands in are on the disk.
  ///
  /// That a name is there does not say so: a program may have made it and ended before it could wait.
  func synchronizeNames() throws(FileSystemError) {
    guard size == 0 else { return }
    var folder = splitPath(path).folder
    try fileSystem.synchronizeFolder(folder)
    while case let parent = splitPath(folder).folder, parent != folder {
      do throws(FileSystemError) {
        try fileSystem.synchronizeFolder(parent)
      } catch {
        // A folder that we may not look into is none that we made.
        guard error.errorNumber == EACCES else { throw error }
      }
      folder = parent
    }
  }

  /// Appends bytes and waits until they are on the disk.
  ///
  /// After an error the file must not be written to again: what part of the bytes arrived is not known.
  mutating func append(_ bytes: [UInt8]) throws(FileSystemError) {
    try fileSystem.writeAll(bytes, to: file)
    try fileSystem.synchronize(file, .data)
    size += bytes.count
  }

  /// Cuts off an incomplete last line, of which a copy was made.
  mutating func cut(to length: Int) throws(FileSystemError) {
    try fileSystem.truncate(file, length)
    try fileSystem.synchronize(file, .data)
    size = length
  }

  /// The checksum of the last bytes, by which a snapshot knows the history again.
  func tail() throws(FileSystemError) -> String {
    let reader = try fileSystem.openRegular(path, .read)
    defer { fileSystem.close(reader) }
    let start = max(0, size - Snapshot.Through.tailLength)
    return Snapshot.Through.tail(of: try fileSystem.readAll(reader, from: start, to: size)[...])
  }

  func close() { fileSystem.close(file) }
}
