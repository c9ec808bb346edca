/// The one door to the disk: one closure for each system call that the progress of a learner needs.
///
/// Each closure stands for one call, so that a test can make any single one fail, stop the program there or drop what was not
/// synchronized. What takes several calls (writing all bytes, replacing a file) is built on top, in extensions.
public struct FileSystem: Sendable {
  /// Opens a file; never waits, never follows a link in the last part of the path.
  public var open: @Sendable (_ path: String, _ purpose: OpenPurpose) throws(FileSystemError) -> OpenFile
  /// Closes a file, which also gives up its lock.
  public var close: @Sendable (_ file: OpenFile) -> Void
  /// Reads up to `count` bytes from a place; fewer only at the end of the file or by an interruption, none only at the end.
  public var read: @Sendable (_ file: OpenFile, _ offset: Int, _ count: Int) throws(FileSystemError) -> [UInt8]
  /// Writes at the end of the file and returns how many bytes were taken, which may be fewer than given.
  public var write: @Sendable (_ file: OpenFile, _ bytes: ArraySlice<UInt8>) throws(FileSystemError) -> Int
  /// Cuts a file to a length in bytes.
  public var truncate: @Sendable (_ file: OpenFile, _ length: Int) throws(FileSystemError) -> Void
  /// Waits until the file's bytes are on the disk (fsync, or fdatasync where the data alone matter).
  public var synchronize: @Sendable (_ file: OpenFile, _ extent: SyncExtent) throws(FileSystemError) -> Void
  /// Waits until the names in a folder are on the disk.
  public var synchronizeFolder: @Sendable (_ path: String) throws(FileSystemError) -> Void
  /// The kind, size and identity of an open file.
  public var status: @Sendable (_ file: OpenFile) throws(FileSystemError) -> FileStatus
  /// The same for a path without following a link in its last part; nil if nothing is there.
  public var statusAtPath: @Sendable (_ path: String) throws(FileSystemError) -> FileStatus?
  /// The path without any link; the file must exist.
  public var resolve: @Sendable (_ path: String) throws(FileSystemError) -> String
  /// Gives a file a new name in place of what has that name.
  public var rename: @Sendable (_ from: String, _ to: String) throws(FileSystemError) -> Void
  /// Removes a file, or a folder that is empty.
  public var remove: @Sendable (_ path: String, _ kind: FileStatus.Kind) throws(FileSystemError) -> Void
  /// Makes a folder (0700) whose parent exists.
  public var makeFolder: @Sendable (_ path: String) throws(FileSystemError) -> Void
  /// The names in a folder, sorted, without `.` and `..`.
  public var list: @Sendable (_ path: String) throws(FileSystemError) -> [String]
  /// Tries to lock a file for this program alone, without waiting; false if another holds it.
  public var lock: @Sendable (_ file: OpenFile) throws(FileSystemError) -> Bool
  /// How many bytes this user can still write to the disk of a path.
  public var freeBytes: @Sendable (_ path: String) throws(FileSystemError) -> Int

  /// Makes a file system of its calls.
  public init(
    open: @escaping @Sendable (_ path: String, _ purpose: OpenPurpose) throws(FileSystemError) -> OpenFile,
    close: @escaping @Sendable (_ file: OpenFile) -> Void,
    read: @escaping @Sendable (_ file: OpenFile, _ offset: Int, _ count: Int) throws(FileSystemError) -> [UInt8],
    write: @escaping @Sendable (_ file: OpenFile, _ bytes: ArraySlice<UInt8>) throws(FileSystemError) -> Int,
    truncate: @escaping @Sendable (_ file: OpenFile, _ length: Int) throws(FileSystemError) -> Void,
    synchronize: @escaping @Sendable (_ file: OpenFile, _ extent: SyncExtent) throws(FileSystemError) -> Void,
    synchronizeFolder: @escaping @Sendable (_ path: String) throws(FileSystemError) -> Void,
    status: @escaping @Sendable (_ file: OpenFile) throws(FileSystemError) -> FileStatus,
    statusAtPath: @escaping @Sendable (_ path: String) throws(FileSystemError) -> FileStatus?,
    resolve: @escaping @Sendable (_ path: String) throws(FileSystemError) -> String,
    rename: @escaping @Sendable (_ from: String, _ to: String) throws(FileSystemError) -> Void,
    remove: @escaping @Sendable (_ path: String, _ kind: FileStatus.Kind) throws(FileSystemError) -> Void,
    makeFolder: @escaping @Sendable (_ path: String) throws(FileSystemError) -> Void,
    list: @escaping @Sendable (_ path: String) throws(FileSystemError) -> [String],
    lock: @escaping @Sendable (_ file: OpenFile) throws(FileSystemError) -> Bool,
    freeBytes: @escaping @Sendable (_ path: String) throws(FileSystemError) -> Int
  ) {
    self.open = open
    self.close = close
    self.read = read
    self.write = write
    self.truncate = truncate
    self.synchronize = synchronize
    self.synchronizeFolder = synchronizeFolder
    self.status = status
    self.statusAtPath = statusAtPath
    self.resolve = resolve
    self.rename = rename
    self.remove = remove
    self.makeFolder = makeFolder
    self.list = list
    self.lock = lock
    self.freeBytes = freeBytes
  }
}

/// An open file, by its descriptor, with the path it was opened by (for messages).
public struct OpenFile: Equatable, Sendable {
  /// The number the system knows it by.
  public let descriptor: Int32
  /// The path it was opened by.
  public let path: String

  /// Makes a handle; only a ``FileSystem`` has a reason to.
  public init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }
}

/// What a file is opened for.
public enum OpenPurpose: Equatable, Sendable {
  /// Reading a file that exists.
  case read
  /// Appending to a file that exists, and cutting it.
  case append
  /// Writing a file (0600) that must not exist yet.
  case create
  /// Locking a file that is made (0600) if missing.
  case lock
}

/// How much a synchronization covers.
public enum SyncExtent: Equatable, Sendable {
  /// The bytes and what is needed to find them (fdatasync).
  case data
  /// All that belongs to the file (fsync).
  case everything
}

/// What the system knows of a file.
public struct FileStatus: Equatable, Sendable {
  /// The sort of file.
  public enum Kind: Equatable, Sendable {
    /// Bytes on a disk.
    case regular
    /// A folder.
    case folder
    /// A symbolic link.
    case symbolicLink
    /// A pipe, a device, a socket.
    case other
  }

  /// The sort of file.
  public let kind: Kind
  /// The length in bytes.
  public let size: Int
  /// The permission bits, such as 0o600.
  public let permissions: UInt32
  /// Equal for two names of one file, different for two files of one moment.
  public let identity: Identity

  /// The device and the file's number on it.
  public struct Identity: Equatable, Sendable {
    let device: UInt64
    let number: UInt64

    /// Makes an identity.
    public init(device: UInt64, number: UInt64) {
      self.device = device
      self.number = number
    }
  }

  /// Makes a status.
  public init(kind: Kind, size: Int, permissions: UInt32, identity: Identity) {
    self.kind = kind
    self.size = size
    self.permissions = permissions
    self.identity = identity
  }
}
