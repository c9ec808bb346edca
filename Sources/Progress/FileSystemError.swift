/// A file operation that did not work, with the file it was meant for.
public struct FileSystemError: Error, Equatable, Sendable {
  /// What was tried.
  public enum Operation: String, Equatable, Sendable, CaseIterable {
    /// Opening a file.
    case open
    /// Reading a file.
    case read
    /// Writing to a file.
    case write
    /// Cutting a file to a length.
    case truncate
    /// Waiting until a file, or a folder's list of names, is on the disk.
    case synchronize
    /// Asking for a file's kind and size.
    case status
    /// Resolving symbolic links.
    case resolve
    /// Giving a file a new name.
    case rename
    /// Removing a file or an empty folder.
    case remove
    /// Making a folder.
    case makeFolder
    /// Listing a folder.
    case list
    /// Locking a file.
    case lock
  }

  /// Why it did not work.
  public enum Reason: Equatable, Sendable {
    /// The system's error number, such as ENOSPC.
    case errorNumber(Int32)
    /// Something else stands where a regular file belongs.
    case notRegular(FileStatus.Kind)
    /// Something else stands where a folder belongs.
    case notFolder(FileStatus.Kind)
    /// A symbolic link that leads nowhere.
    case danglingLink
    /// The file has more bytes than we read.
    case tooLarge(bytes: Int, limit: Int)
    /// Reading back gave other bytes than were written.
    case differsAfterWriting
    /// Whenever it was read, it had changed before it could be written to.
    case keepsChanging
  }

  /// What was tried.
  public let operation: Operation
  /// The file or folder.
  public let path: String
  /// Why it did not work.
  public let reason: Reason

  /// Makes an error for a reason.
  public init(_ operation: Operation, path: String, reason: Reason) {
    self.operation = operation
    self.path = path
    self.reason = reason
  }

  /// Makes an error for the system's error number.
  public init(_ operation: Operation, path: String, errno: Int32) {
    self.init(operation, path: path, reason: .errorNumber(errno))
  }

  /// The system's error number, if that is the reason.
  public var errorNumber: Int32? {
    guard case .errorNumber(let number) = reason else { return nil }
    return number
  }
}
