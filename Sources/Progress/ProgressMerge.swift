/// Merging the histories of other machines into a data folder.
public struct ProgressMerge: Sendable {
  /// What was done.
  public struct Report: Equatable, Sendable {
    /// The histories and their union.
    public let plan: MergePlan
    /// Whether anything was written; with nothing new the files stay as they are.
    public let hasChanged: Bool
    /// The copy of the state before; nil if there was nothing to copy.
    public let backup: String?
    /// Files to which damaged or outdone lines were copied.
    public let keptAside: [String]
  }

  let folder: DataFolder
  let fileSystem: FileSystem
  let clock: StudyClock
  let randomness: Randomness

  /// Names the folder and the means.
  public init(
    folder: DataFolder, fileSystem: FileSystem = .live, clock: StudyClock = .live, randomness: Randomness = .live
  ) {
    self.folder = folder
    self.fileSystem = fileSystem
    self.clock = clock
    self.randomness = randomness
  }

  /// Tells what merging would come to; writes nothing and takes no lock.
  /// - Parameter others: history files, or data folders with one.
  /// - Throws: ``MergeError``.
  public func plan(_ others: [String]) throws(MergeError) -> MergePlan {
    try plan(others.map(Other.path))
  }

  /// Merges other histories into the folder's own.
  ///
  /// Whenever the program or the power ends meanwhile, either the old history is there or the new one, and the scores are those
  /// of the one that is.
  /// - Parameters:
  ///   - others: history files, or data folders with one; they are not changed.
  ///   - command: what the lock file shall say of this program.
  /// - Throws: ``MergeError``.
  public func perform(_ others: [String], command: String) throws(MergeError) -> Report {
    try perform(others.map(Other.path), command: command)
  }

  /// Tells what adding events would come to; writes nothing and takes no lock.
  /// - Parameters:
  ///   - events: in the order of time.
  ///   - path: the file they come from.
  /// - Throws: ``MergeError``.
  public func plan(adding events: [RecordedEvent], from path: String) throws(MergeError) -> MergePlan {
    try plan([.events(events, path: path)])
  }

  /// Adds events from elsewhere to the folder's own, as if they were another history.
  /// - Parameters:
  ///   - events: in the order of time.
  ///   - path: the file they come from.
  ///   - command: what the lock file shall say of this program.
  /// - Throws: ``MergeError``.
  public func perform(
    adding events: [RecordedEvent], from path: String, command: String
  ) throws(MergeError) -> Report {
    try perform([.events(events, path: path)], command: command)
  }

  /// What is merged into the folder's own history.
  private enum Other {
    case path(String)
    case events([RecordedEvent], path: String)
  }

  private func plan(_ others: [Other]) throws(MergeError) -> MergePlan {
    try MergeError.wrapping { () throws(FileSystemError) in try read(others) }
  }

  private func perform(_ others: [Other], command: String) throws(MergeError) -> Report {
    // A wrong path must not leave a new folder behind.
    _ = try plan(others)
    let lock: OpenFile
    do throws(ProgressError) {
      lock = try FolderLock.take(folder, for: command, fileSystem: fileSystem, clock: clock)
    } catch {
      throw .progress(error)
    }
    defer { fileSystem.close(lock) }
    let snapshot = try readSnapshot()
    let plan = try plan(others)
    return try MergeError.wrapping { () throws(FileSystemError) in try write(plan, snapshot) }
  }

  // MARK: - Reading

  private func read(_ others: [Other]) throws(FileSystemError) -> Result<MergePlan, MergeError> {
    let own = try fileSystem.readFile(folder.historyPath, limit: ProgressLimits.historyBytes) ?? []
    var files = [(path: folder.historyPath, bytes: own)]
    for other in others {
      switch other {
      case .events(let events, let path): files.append((path, events.history))
      case .path(let other):
        let isFolder = try fileSystem.statusAtPath(try fileSystem.target(of: other))?.kind == .folder
        let path = isFolder ? DataFolder(path: other).historyPath : other
        guard let bytes = try fileSystem.readFile(path, limit: ProgressLimits.historyBytes) else {
          return .failure(.noHistory(path: path))
        }
        files.append((path, bytes))
      }
    }
    let plan = MergePlan(files)
    if let stranger = plan.stranger, stranger != folder.historyPath { return .failure(.notHistory(path: stranger)) }
    return .success(plan)
  }

  private struct OldSnapshot {
    let bytes: [UInt8]
    /// Nil if it is damaged.
    let snapshot: Snapshot?
  }

  private func readSnapshot() throws(MergeError) -> OldSnapshot? {
    try MergeError.wrapping { () throws(FileSystemError) in
      let bytes = try fileSystem.readFile(folder.snapshotPath, limit: ProgressLimits.snapshotBytes)
      guard let bytes else { return .success(nil) }
      do throws(SnapshotFault) {
        return .success(OldSnapshot(bytes: bytes, snapshot: try Snapshot(bytes)))
      } catch {
        guard case .newer(let version) = error else { return .success(OldSnapshot(bytes: bytes, snapshot: nil)) }
        return .failure(.progress(.readOnly(.newerVersion(path: folder.snapshotPath, version: version))))
      }
    }
  }

  // MARK: - Writing

  private func write(
    _ plan: MergePlan, _ old: OldSnapshot?
  ) throws(FileSystemError) -> Result<Report, MergeError> {
    let historyPath = try fileSystem.target(of: folder.historyPath)
    let snapshotPath = try fileSystem.target(of: folder.snapshotPath)
    let before = try fileSystem.contents(of: historyPath, limit: ProgressLimits.historyBytes)
    let after = plan.merged.bytes()
    for path in [historyPath, snapshotPath] { fileSystem.removeTemporaryFiles(of: path) }
    guard after != before ?? [] else {
      return .success(Report(plan: plan, hasChanged: false, backup: nil, keptAside: []))
    }
    guard after.count <= ProgressLimits.historyBytes else {
      throw FileSystemError(
        .write, path: historyPath, reason: .tooLarge(bytes: after.count, limit: ProgressLimits.historyBytes))
    }
    var snapshot = Snapshot()
    snapshot.scores = Scores.replay(HistoryScan(after, after: 0).events)
    snapshot.through.sequence = plan.merged.count
    snapshot.through.reach(endOf: after)
    let scan = HistoryScan(before ?? [], after: 0)
    guard scan.isSound, scan.lastSequence >= old?.snapshot?.through.sequence ?? 0 else {
      return .failure(.damagedHere(path: folder.historyPath))
    }
    if scan.hasLostEvents, let scores = old?.snapshot?.scores, Scores.replay(scan.events) != scores.withoutUnknown {
      return .failure(.lostEvents(path: folder.historyPath))
    }
    let (backup, kept) = try keepBefore(plan, old)
    if let old {
      // A snapshot that counts nothing fits the old history and the new one.
      var blank = Snapshot()
      if let unknown = old.snapshot?.unknown { blank.unknown = unknown }
      try fileSystem.replaceFile(snapshotPath, with: blank.bytes, randomness: randomness)
      snapshot.unknown = blank.unknown
    }
    if let old = old?.snapshot {
      snapshot.through.unknown = old.through.unknown
      snapshot.scores.adoptUnknown(from: old.scores)
    }
    try fileSystem.replaceFile(historyPath, with: after, randomness: randomness)
    try fileSystem.replaceFile(snapshotPath, with: snapshot.bytes, randomness: randomness)
    return .success(Report(plan: plan, hasChanged: true, backup: backup, keptAside: kept))
  }

  /// Copies the state before, and what the merge leaves out.
  private func keepBefore(
    _ plan: MergePlan, _ old: OldSnapshot?
  ) throws(FileSystemError) -> (backup: String?, kept: [String]) {
    let backup = Backup(folder: folder, fileSystem: fileSystem, clock: clock, randomness: randomness)
    let aside = KeepAside(folder: folder, fileSystem: fileSystem, now: clock.now(), randomness: randomness)
    let copy = try backup.makeBeforeReplacing()
    var kept: [String] = []
    for (bytes, prefix) in [
      (plan.sources[0].reading.torn, "history.jsonl.torn-"),
      (plan.outdone, "history.jsonl.differing-"),
      (old.map { $0.snapshot == nil ? $0.bytes : [] } ?? [], "progress.json.corrupt-"),
    ] where !bytes.isEmpty {
      kept.append(try aside.keep(bytes, prefix: prefix))
    }
    return (copy, kept)
  }
}

extension [RecordedEvent] {
  /// The events as the bytes of a history file, numbered from 1.
  fileprivate var history: [UInt8] {
    enumerated().flatMap { index, recorded in
      var recorded = recorded
      recorded.sequence = index + 1
      return recorded.line
    }
  }
}

extension MergeError {
  /// Runs something that may fail in two ways, and makes one error of both.
  static func wrapping<Value>(
    _ body: () throws(FileSystemError) -> Result<Value, MergeError>
  ) throws(MergeError) -> Value {
    let result: Result<Value, MergeError>
    do throws(FileSystemError) {
      result = try body()
    } catch {
      result = .failure(.progress(.file(error)))
    }
    return try result.get()
  }
}
