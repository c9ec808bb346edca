import StrictJSON

/// What the files of a data folder amount to.
struct LoadedProgress {
  var snapshot = Snapshot()
  /// Where `history.jsonl` and `progress.json` really are, with links followed.
  var historyPath: String
  var snapshotPath: String
  /// The history's identity and length in bytes when it was read; nil if there was none.
  var historyIdentity: FileStatus.Identity?
  var historySize: Int?
  var historyEnding = HistoryScan.Ending.complete
  /// Bad lines, to be kept aside before anything is written.
  var badLines: [UInt8] = []
  /// The bytes of a damaged snapshot, to be kept aside before anything is written.
  var damagedSnapshot: [UInt8]?
  /// What is wrong with it, in words.
  var snapshotDamage: String?
  /// Whether the snapshot on the disk would mislead once more is appended, so that a new one must be written before.
  var needsNewSnapshot = false
  var newerVersion: Int?
  /// Whether only a repair can find the scores of what the history has lost.
  var needsRepair = false
  /// Events of the history that the snapshot on the disk does not count.
  var eventsBehindSnapshot = 0
  var notices: [ProgressNotice] = []
}

/// Reads a data folder; creates and changes nothing.
struct ProgressLoader {
  let folder: DataFolder
  let fileSystem: FileSystem

  func load() throws(FileSystemError) -> LoadedProgress {
    var loaded = LoadedProgress(
      historyPath: try fileSystem.target(of: folder.historyPath),
      snapshotPath: try fileSystem.target(of: folder.snapshotPath))
    // The snapshot first: a program that writes meanwhile only makes the history longer.
    let snapshot = try readSnapshot(&loaded)
    try readHistory(&loaded, snapshot: snapshot)
    if loaded.historySize == nil, snapshot == nil, loaded.damagedSnapshot == nil, loaded.newerVersion == nil,
      try fileSystem.statusAtPath(folder.backupsPath) != nil
    {
      loaded.notices.append(.onlyBackupsLeft(path: folder.backupsPath))
    }
    return loaded
  }

  private func readSnapshot(_ loaded: inout LoadedProgress) throws(FileSystemError) -> Snapshot? {
    let bytes = try fileSystem.contents(of: loaded.snapshotPath, limit: ProgressLimits.snapshotBytes)
    guard let bytes else { return nil }
    do throws(SnapshotFault) {
      return try Snapshot(bytes)
    } catch {
      if case .newer(let version) = error {
        loaded.newerVersion = version
      } else {
        loaded.damagedSnapshot = bytes
        loaded.needsNewSnapshot = true
        loaded.snapshotDamage = error.text
      }
      return nil
    }
  }

  private func readHistory(_ loaded: inout LoadedProgress, snapshot: Snapshot?) throws(FileSystemError) {
    guard try fileSystem.statusAtPath(loaded.historyPath) != nil else {
      if var snapshot, snapshot.through.sequence > 0 {
        snapshot.through.offset = 0
        loaded.snapshot = snapshot
        loaded.needsNewSnapshot = true
        loaded.notices.append(.historyMissing(path: folder.historyPath))
      } else if let snapshot {
        loaded.snapshot = snapshot
      } else if let reason = loaded.snapshotDamage {
        let hasBackups = try fileSystem.statusAtPath(folder.backupsPath) != nil
        loaded.notices.append(
          .nothingLeft(
            snapshot: folder.snapshotPath, reason: reason, history: folder.historyPath,
            backups: hasBackups ? folder.backupsPath : nil))
      }
      return
    }
    let file = try fileSystem.openRegular(loaded.historyPath, .read)
    defer { fileSystem.close(file) }
    let status = try fileSystem.status(file)
    let size = status.size
    loaded.historyIdentity = status.identity
    guard size <= ProgressLimits.historyBytes else {
      throw FileSystemError(
        .read, path: file.path, reason: .tooLarge(bytes: size, limit: ProgressLimits.historyBytes))
    }
    if let snapshot, let scan = try scanTail(file, size: size, behind: snapshot.through) {
      let takesBack = scan.takesBackEarlierEvents
      if takesBack || !snapshot.through.coversAll {
        let whole = HistoryScan(try fileSystem.readAll(file, from: 0, to: size), after: 0)
        if whole.isComplete {
          // What is taken back, or an exam or option that is not counted, may lie before the snapshot: everything is counted anew.
          loaded.recount(whole, size: size, folder: folder, keeping: snapshot)
          return
        }
        if takesBack { loaded.notices.append(.undoneStillCounts(path: folder.historyPath)) }
      }
      loaded.snapshot = snapshot
      loaded.add(scan, size: size, folder: folder)
      return
    }
    let bytes = try fileSystem.readAll(file, from: 0, to: size)
    let scan = HistoryScan(bytes, after: 0)
    if let snapshot {
      loaded.needsNewSnapshot = true
      if scan.isComplete, scan.lastSequence >= snapshot.through.sequence {
        loaded.recount(scan, size: bytes.count, folder: folder, keeping: snapshot)
        loaded.notices.append(.snapshotOutOfStep(path: folder.snapshotPath, events: scan.events.count))
      } else {
        loaded.snapshot = snapshot
        loaded.add(scan, size: bytes.count, folder: folder)
        loaded.notices.append(.historyIncomplete(path: folder.historyPath))
      }
    } else {
      loaded.add(scan, size: bytes.count, folder: folder)
      if let reason = loaded.snapshotDamage {
        loaded.needsRepair = scan.hasLostEvents
        let notice = ProgressNotice.snapshotDamaged(
          path: folder.snapshotPath, reason: reason, events: scan.events.count)
        loaded.notices.insert(notice, at: 0)
      }
    }
  }

  /// The events behind a snapshot, or nil if the history there does not go on where the snapshot ends.
  private func scanTail(
    _ file: OpenFile, size: Int, behind through: Snapshot.Through
  ) throws(FileSystemError) -> HistoryScan? {
    guard through.offset <= size else { return nil }
    // Some bytes more than the tail: the end of what the snapshot counts.
    let start = max(0, through.offset - Snapshot.Through.tailLength)
    let bytes = try fileSystem.readAll(file, from: start, to: size)
    let counted = bytes.prefix(through.offset - start)
    guard counted.last ?? UInt8(ascii: "\n") == UInt8(ascii: "\n"),
      through.tail ?? Snapshot.Through.tail(of: counted) == Snapshot.Through.tail(of: counted)
    else { return nil }
    let scan = HistoryScan(Array(bytes.dropFirst(counted.count)), after: through.sequence)
    guard scan.events.allSatisfy({ $0.sequence > through.sequence }), scan.sequenceFaults.isEmpty else { return nil }
    return scan
  }
}

extension LoadedProgress {
  /// Counts a whole history anew, and keeps what a newer version wrote into the snapshot.
  fileprivate mutating func recount(_ scan: HistoryScan, size: Int, folder: DataFolder, keeping old: Snapshot) {
    snapshot.unknown = old.unknown
    snapshot.through.unknown = old.through.unknown
    add(scan, size: size, folder: folder)
    snapshot.scores.adoptUnknown(from: old.scores)
  }

  /// Counts the events that the scores do not count yet, and keeps what is wrong with the rest.
  fileprivate mutating func add(_ scan: HistoryScan, size: Int, folder: DataFolder) {
    let new = scan.events.filter { $0.sequence > snapshot.through.sequence }
    for event in new.withoutUndone { snapshot.scores.apply(event) }
    snapshot.through.sequence = max(snapshot.through.sequence, scan.lastSequence)
    eventsBehindSnapshot = new.count
    historySize = size
    historyEnding = scan.ending
    badLines = scan.badLines.flatMap { $0.bytes + [UInt8(ascii: "\n")] }
    if let first = scan.badLines.first {
      notices.append(
        .badLines(path: folder.historyPath, count: scan.badLines.count, firstReason: first.fault.text))
    }
    if !scan.sequenceFaults.isEmpty {
      notices.append(.sequenceFaults(path: folder.historyPath, count: scan.sequenceFaults.count))
    }
    if case .torn(let bytes) = scan.ending {
      notices.append(.incompleteLastLine(path: folder.historyPath, bytes: bytes.count))
    }
  }
}
