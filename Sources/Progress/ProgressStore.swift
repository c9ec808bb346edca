/// A learner's progress: the scores, and the one way to add to them.
///
/// What ``append(_:)`` has returned for is on the disk. Opening reads the snapshot and the history behind it; nothing is created
/// or changed before the first write. Not for use by several tasks at once.
public final class ProgressStore {
  /// What a store is opened for.
  public enum Mode: Equatable, Sendable {
    /// Looking at scores.
    case readOnly
    /// Saving answers; while another program does so, the store can still be read.
    case readWrite
  }

  /// The scores with everything that was appended.
  public var scores: Scores { loaded.snapshot.scores }
  /// Why nothing is saved, or nil if answers are saved.
  public private(set) var readOnlyReason: ReadOnlyReason?
  /// The data folder.
  public let folder: DataFolder

  /// What was found about the files so far, in this order; kept so that nothing is told twice.
  private(set) var notices: [ProgressNotice] = []
  private var takenNotices = 0
  private let fileSystem: FileSystem
  private let clock: StudyClock
  private let randomness: Randomness
  private let command: String
  private var loaded: LoadedProgress
  private var lock: OpenFile?
  /// The history, once everything is ready for appending.
  private var history: HistoryFile?
  /// The study day whose copy was made, or tried.
  private var backupDay: StudyDay?
  private var failure: FileSystemError?
  private var isClosed = false

  /// Opens the progress in a folder, which need not exist yet.
  ///
  /// With ``Mode/readWrite`` it takes the folder's lock, for which it waits up to two seconds; if it cannot have it, the store is
  /// read-only and a notice says why.
  /// - Parameters:
  ///   - folder: where progress lives.
  ///   - fileSystem: the door to the disk.
  ///   - clock: the time of the events.
  ///   - randomness: the ids of the events and the names of temporary files.
  ///   - mode: what it is opened for.
  ///   - command: what the lock file shall say of this program, such as `kpo daily`.
  /// - Throws: ``ProgressError/file(_:)`` if a file is there but cannot be read at all.
  public static func open(
    _ folder: DataFolder, fileSystem: FileSystem = .live, clock: StudyClock = .live, randomness: Randomness = .live,
    mode: Mode, command: String = "kpo"
  ) throws(ProgressError) -> ProgressStore {
    do throws(FileSystemError) {
      return try ProgressStore(folder, fileSystem, clock, randomness, mode, command)
    } catch {
      throw .file(error)
    }
  }

  private init(
    _ folder: DataFolder, _ fileSystem: FileSystem, _ clock: StudyClock, _ randomness: Randomness, _ mode: Mode,
    _ command: String
  ) throws(FileSystemError) {
    self.folder = folder
    self.fileSystem = fileSystem
    self.clock = clock
    self.randomness = randomness
    self.command = command
    loaded = LoadedProgress(historyPath: folder.historyPath, snapshotPath: folder.snapshotPath)
    // A link that leads nowhere, as to a disk that is not mounted, must not look like a new learner's folder.
    let isThere = try fileSystem.statusAtPath(try fileSystem.target(of: folder.path)) != nil
    switch mode {
    case .readOnly:
      readOnlyReason = .requested
    case .readWrite:
      // Without a folder there is nothing to lock: it is made and locked with the first write.
      if isThere { takeLock() }
    }
    do throws(FileSystemError) {
      try load()
    } catch {
      giveUpFiles()
      throw error
    }
  }

  deinit { giveUpFiles() }

  /// Saves events: when this returns, they are on the disk and in ``scores``.
  ///
  /// All the events of one answer belong in one call. After an error that is not ``ProgressError/readOnly(_:)`` nothing more can
  /// be saved with this store: what part of the events arrived is not known before it is opened again.
  /// - Returns: the events as they were recorded.
  /// - Throws: ``ProgressError``.
  @discardableResult
  public func append(_ events: [Event]) throws(ProgressError) -> [RecordedEvent] {
    guard !events.isEmpty else { return [] }
    return try writing { (file) throws(FileSystemError) in
      var file = file
      let at = clock.now()
      let utcOffset = clock.utcOffset(at)
      let day = StudyDay(at: at, utcOffset: utcOffset)
      let first = loaded.snapshot.through.sequence + 1
      let recorded = events.enumerated().map { index, event in
        RecordedEvent(
          sequence: first + index, id: EventID(randomness.hexadecimal()), at: at, utcOffset: utcOffset, day: day,
          event: event)
      }
      try file.append(recorded.flatMap(\.line))
      history = file
      if recorded.contains(where: \.takesBack) {
        // What an event added cannot be taken out of the scores again: they are counted anew.
        try load()
      } else {
        for event in recorded { loaded.snapshot.scores.apply(event) }
        loaded.snapshot.through.sequence += recorded.count
        loaded.eventsBehindSnapshot += recorded.count
      }
      return recorded
    }
  }

  /// Writes the scores to `progress.json`, so that the next start need not read the history before; does nothing if they are there.
  /// - Throws: ``ProgressError``; the old file is then untouched or completely replaced, and no answer is lost.
  public func saveSnapshot() throws(ProgressError) {
    guard loaded.eventsBehindSnapshot > 0 || loaded.needsNewSnapshot else { return }
    try writing { (file) throws(FileSystemError) in
      if loaded.eventsBehindSnapshot > 0 { try writeSnapshot(through: file) }
    }
  }

  /// What the learner should know about the files and was not taken before; opening and saving may add to it.
  public func takeNotices() -> [ProgressNotice] {
    defer { takenNotices = notices.count }
    return Array(notices[takenNotices...])
  }

  /// Gives up the lock; saves nothing. The scores can still be read.
  public func close() {
    isClosed = true
    giveUpFiles()
  }

  // MARK: - Writing

  /// Runs something that writes, with the history ready for appending, and remembers its failure for good.
  private func writing<Value>(_ body: (HistoryFile) throws(FileSystemError) -> Value) throws(ProgressError) -> Value {
    guard !isClosed else { throw .closed }
    if let failure { throw .stopped(failure) }
    if let readOnlyReason { throw .readOnly(readOnlyReason) }
    do throws(FileSystemError) {
      if lock == nil { try makeFolderAndLock() }
      if readOnlyReason == nil, let file = try prepare() { return try body(file) }
    } catch {
      failure = error
      history?.close()
      history = nil
      throw .file(error)
    }
    throw .readOnly(readOnlyReason ?? .requested)
  }

  private func makeFolderAndLock() throws(FileSystemError) {
    try fileSystem.makeFolders(folder.path)
    takeLock()
    // Another program may have saved answers since.
    if readOnlyReason == nil { try load() }
  }

  private func takeLock() {
    do throws(FileSystemError) {
      let holder = LockHolder(command: command, since: clock.now())
      switch try FolderLock.acquire(folder.lockPath, for: holder, fileSystem: fileSystem, sleep: clock.sleep) {
      case .acquired(let file): lock = file
      case .held(let holder): becomeReadOnly(.lockHeld(by: holder))
      }
    } catch {
      becomeReadOnly(.cannotLock(error))
    }
  }

  private func becomeReadOnly(_ reason: ReadOnlyReason) {
    // The first reason stays, but the learner should know of all.
    readOnlyReason = readOnlyReason ?? reason
    if !notices.contains(.readOnly(reason)) { notices.append(.readOnly(reason)) }
  }

  private func load() throws(FileSystemError) {
    loaded = try ProgressLoader(folder: folder, fileSystem: fileSystem).load()
    for notice in loaded.notices where !notices.contains(notice) {
      // To a reader an incomplete line says no more than that another program is writing it.
      if case .incompleteLastLine = notice, readOnlyReason != nil { continue }
      notices.append(notice)
    }
    if loaded.needsRepair { becomeReadOnly(.needsRepair(path: folder.snapshotPath)) }
    if let version = loaded.newerVersion {
      becomeReadOnly(.newerVersion(path: folder.snapshotPath, version: version))
    }
  }

  /// Makes everything ready for appending.
  ///
  /// That is the copy of the day, damaged bytes kept aside, the history open and ending with a newline, a snapshot that fits it.
  /// - Returns: the history, or nil if what someone put in its place meanwhile may only be read.
  private func prepare() throws(FileSystemError) -> HistoryFile? {
    makeBackupOfTheDay()
    if let history, try history.isUnchanged() { return history }
    try openAsLoaded()
    guard readOnlyReason == nil else { return nil }
    fileSystem.removeTemporaryFiles(of: loaded.snapshotPath)
    try keepDamageAside()
    var file: HistoryFile
    if let history {
      // Keeping damage aside took a moment.
      guard try history.isUnchanged() else { throw keepsChanging }
      file = history
    } else {
      file = try HistoryFile(makingAt: loaded.historyPath, fileSystem: fileSystem)
      history = file
    }
    try file.synchronizeNames()
    switch loaded.historyEnding {
    case .complete: break
    case .withoutNewline: try file.append([UInt8(ascii: "\n")])
    case .torn(let bytes): try file.cut(to: file.size - bytes.count)
    }
    loaded.historyEnding = .complete
    history = file
    if loaded.needsNewSnapshot || loaded.eventsBehindSnapshot > ProgressLimits.eventsBehindSnapshot {
      try writeSnapshot(through: file)
    }
    return file
  }

  private var keepsChanging: FileSystemError {
    FileSystemError(.write, path: loaded.historyPath, reason: .keepsChanging)
  }

  /// Opens the history, if there is one, such that it is the one that was loaded.
  ///
  /// Someone, perhaps a file synchronizer, may have changed it since: then it is loaded anew.
  private func openAsLoaded() throws(FileSystemError) {
    for isFirst in [true, false, false] {
      if history != nil || !isFirst {
        history?.close()
        history = nil
        try load()
      }
      history = try HistoryFile(existingAt: loaded.historyPath, fileSystem: fileSystem)
      if history?.identity == loaded.historyIdentity, history?.size == loaded.historySize { return }
    }
    throw keepsChanging
  }

  private func makeBackupOfTheDay() {
    let today = clock.today
    guard backupDay != today else { return }
    backupDay = today
    let backup = Backup(folder: folder, fileSystem: fileSystem, clock: clock, randomness: randomness)
    do throws(FileSystemError) {
      try backup.makeOncePerDay()
    } catch {
      // Not being able to copy the past is no reason to refuse the present answer.
      notices.append(.backupFailed(error))
    }
  }

  private func keepDamageAside() throws(FileSystemError) {
    let aside = KeepAside(folder: folder, fileSystem: fileSystem, now: clock.now(), randomness: randomness)
    if case .torn(let bytes) = loaded.historyEnding {
      notices.append(.keptAside(path: try aside.keep(bytes, prefix: "history.jsonl.torn-")))
    }
    if !loaded.badLines.isEmpty {
      notices.append(.keptAside(path: try aside.keep(loaded.badLines, prefix: "history.jsonl.corrupt-")))
      loaded.badLines = []
    }
    if let bytes = loaded.damagedSnapshot {
      notices.append(.keptAside(path: try aside.keep(bytes, prefix: "progress.json.corrupt-")))
      loaded.damagedSnapshot = nil
    }
  }

  private func writeSnapshot(through history: HistoryFile) throws(FileSystemError) {
    loaded.snapshot.through.offset = history.size
    loaded.snapshot.through.tail = try history.tail()
    try fileSystem.replaceFile(loaded.snapshotPath, with: loaded.snapshot.bytes, randomness: randomness)
    loaded.eventsBehindSnapshot = 0
    loaded.needsNewSnapshot = false
  }

  private func giveUpFiles() {
    history?.close()
    history = nil
    if let lock { fileSystem.close(lock) }
    lock = nil
  }
}
