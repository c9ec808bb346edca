/// The history, open for appending.
///
/// Holds that the file ends with a newline and that nobody else changed it since it was read.
struct HistoryFile {
  let path: String
  private let fileSystem: FileSystem
  private let file: OpenFile
  private let identity: FileStatus.Identity
  /// The length in bytes.
  private(set) var size: Int

  /// Opens the history, and makes it if it is missing.
  init(path: String, fileSystem: FileSystem) throws(FileSystemError) {
    self.path = path
    self.fileSystem = fileSystem
    if try fileSystem.statusAtPath(path) == nil {
      let new = try fileSystem.open(path, .create)
      fileSystem.close(new)
      // The name must be on the disk before the first answer is confirmed.
      try fileSystem.synchronizeFolder(splitPath(path).folder)
    }
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

  func close() { fileSystem.close(file) }
}
