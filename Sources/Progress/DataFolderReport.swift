/// What can be said of a data folder without its answers: for `kpo doctor`.
///
/// Making it never fails and changes nothing: what cannot be found out is one of the ``problems``.
public struct DataFolderReport: Sendable {
  /// Whether the folder is locked.
  public enum Lock: Equatable, Sendable {
    /// No program saves answers.
    case free
    /// A program does; nil if it did not say who it is.
    case held(by: LockHolder?)
  }

  /// A file or folder that is there.
  public struct Entry: Equatable, Sendable {
    /// Its path.
    public let path: String
    /// Its length in bytes; for a folder as the system tells it.
    public let bytes: Int
    /// The permission bits.
    public let permissions: UInt32
    /// Whether it is a folder.
    public let isFolder: Bool
  }

  /// The format version of the snapshot that this program writes.
  public static let formatVersion = Snapshot.formatVersion

  /// The folder, its files and the folder of copies, as far as they are there.
  public private(set) var entries: [Entry] = []
  /// Whether the folder is locked.
  public private(set) var lock = Lock.free
  /// The bytes that can still be written to the disk; nil if it cannot tell.
  public private(set) var freeBytes: Int?
  /// How many events the history has; nil if it cannot be read.
  public private(set) var events: Int?
  /// How many dated copies there are.
  public private(set) var copies = 0
  /// The newest of them without damage, or the newest if each is damaged.
  public private(set) var bestCopy: BackupCopy?
  /// What is wrong, each with what helps; whole sentences.
  public private(set) var problems: [String] = []

  /// The least free space, in bytes, that is no problem.
  private static let leastSpace = 10 << 20

  /// Looks at a folder, which need not exist.
  public init(_ folder: DataFolder, fileSystem: FileSystem = .live, clock: StudyClock = .live) {
    let paths = [folder.path, folder.historyPath, folder.snapshotPath, folder.lockPath, folder.backupsPath]
    for path in paths { look(at: path, isFolder: [folder.path, folder.backupsPath].contains(path), fileSystem) }
    attempt { (report) throws(FileSystemError) in
      report.freeBytes = try fileSystem.freeBytes(try Self.existing(folder.path, fileSystem))
    }
    let needed = max(Self.leastSpace, 3 * entries.reduce(0) { $0 + $1.bytes })
    if let freeBytes, freeBytes < needed {
      problems.append("\(folder.path): only \(freeBytes) bytes of the disk are free. Free some space.")
    }
    attempt { (report) throws(FileSystemError) in
      report.lock = try FolderLock.state(folder.lockPath, fileSystem: fileSystem)
    }
    attempt { (report) throws(FileSystemError) in
      let check = try ProgressCheck(reading: folder, fileSystem)
      report.events = check.events
      let newer = check.findings.first { if case .snapshotNewer = $0.kind { true } else { false } }
      if let newer {
        report.problems.append("\(newer)")
      } else if check.foundDamage {
        report.problems.append(
          "\(folder.path): progress is damaged. \"kpo progress check\" shows where; with --repair it mends it.")
      }
    }
    // Looking makes up no names, so the random numbers are not used.
    let backup = Backup(folder: folder, fileSystem: fileSystem, clock: clock, randomness: .live)
    attempt { (report) throws(FileSystemError) in
      report.copies = try backup.moments().count
      report.bestCopy = try backup.bestCopy()
    }
    if let bestCopy, !bestCopy.isSound {
      problems.append(
        "\(bestCopy.path): no copy can be read without damage. \"kpo progress backups\" lists them all.")
    }
  }

  private mutating func look(at path: String, isFolder: Bool, _ fileSystem: FileSystem) {
    attempt { (report) throws(FileSystemError) in
      guard let status = try fileSystem.statusAtPath(try fileSystem.target(of: path)) else { return }
      guard (status.kind == .folder) == isFolder, isFolder || status.kind == .regular else {
        let reason: FileSystemError.Reason = isFolder ? .notFolder(status.kind) : .notRegular(status.kind)
        throw FileSystemError(.open, path: path, reason: reason)
      }
      report.entries.append(Entry(path: path, bytes: status.size, permissions: status.permissions, isFolder: isFolder))
      let owner: UInt32 = isFolder ? 0o700 : 0o600
      if status.permissions & owner != owner {
        report.problems.append("\(path): you may not read and write it. `chmod u+rw\(isFolder ? "x" : "")` allows it.")
      }
      if status.permissions & 0o077 != 0 {
        report.problems.append("\(path): others on this machine may look into it. `chmod go=` keeps them out.")
      }
    }
  }

  private mutating func attempt(_ body: (inout DataFolderReport) throws(FileSystemError) -> Void) {
    do throws(FileSystemError) {
      try body(&self)
    } catch {
      if !problems.contains(error.textWithRemedy) { problems.append(error.textWithRemedy) }
    }
  }

  /// The nearest folder above that exists, the path itself if it does.
  private static func existing(_ path: String, _ fileSystem: FileSystem) throws(FileSystemError) -> String {
    var path = path
    while try fileSystem.statusAtPath(path) == nil, case let parent = splitPath(path).folder, parent != path {
      path = parent
    }
    return path
  }
}

extension FolderLock {
  /// Whether another program holds the lock; makes no file and does not keep it.
  static func state(_ path: String, fileSystem: FileSystem) throws(FileSystemError) -> DataFolderReport.Lock {
    guard try fileSystem.statusAtPath(path) != nil else { return .free }
    let file = try fileSystem.openRegular(path, .read)
    defer { fileSystem.close(file) }
    // A program that wants the lock in this moment tries again for two seconds.
    if try fileSystem.lock(file) { return .free }
    return .held(by: LockHolder(try fileSystem.readAll(file, from: 0, to: ProgressLimits.lockBytes)))
  }
}
