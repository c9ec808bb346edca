/// Makes damaged files of progress readable again: `kpo progress check --repair`.
///
/// The history gets all sound lines and what the dated copies can add; the snapshot what it counted, or what the history amounts
/// to. Whatever is replaced is copied before, and damaged lines and files are kept aside. A second repair changes nothing.
public struct ProgressRepair: Sendable {
  /// One thing that a repair did.
  public enum Step: Equatable, Sendable {
    /// The files were copied as they were.
    case backedUp(path: String)
    /// What stood in the place of a file got another name.
    case movedAside(path: String, to: String)
    /// Damaged lines of the history were kept in a file.
    case keptLines(path: String)
    /// The incomplete last line was kept in a file.
    case keptLastLine(path: String)
    /// The old snapshot was kept in a file.
    case keptSnapshot(path: String)
    /// Events came back from a dated copy.
    case recovered(events: Int, from: String)
    /// Events are nowhere to be found.
    case lost(events: Int, path: String)
    /// The scores of lost events came from the snapshot in a dated copy.
    case scoresFrom(path: String)
    /// A new history was written.
    case wroteHistory(path: String, events: Int)
    /// A new snapshot was written.
    case wroteSnapshot(path: String)
  }

  /// What was done so far, in this order; also after an error.
  public private(set) var steps: [Step] = []
  private let place: ReplacingPlace

  /// Names the folder and the means.
  public init(
    _ folder: DataFolder, fileSystem: FileSystem = .live, clock: StudyClock = .live, randomness: Randomness = .live
  ) {
    place = ReplacingPlace(folder: folder, fileSystem: fileSystem, clock: clock, randomness: randomness)
  }

  /// Repairs what is damaged; does nothing where nothing is.
  /// - Throws: ``ProgressError``: another program saves answers, a newer one wrote the snapshot, or a file cannot be read or
  ///   written. What was readable before is readable then, and the repair can be tried again.
  public mutating func run() throws(ProgressError) {
    try place.locked("kpo progress check --repair") { () throws(ProgressError) in
      let files = try place.files()
      do throws(FileSystemError) {
        try repair(files)
      } catch {
        throw .file(error)
      }
    }
  }

  private mutating func repair(_ files: ProgressFiles) throws(FileSystemError) {
    let (folder, fileSystem, clock) = (place.folder, place.fileSystem, place.clock)
    let copies = try place.backup.copiesOfToday()
    let now = clock.now()
    let plan = try RepairPlan(files, copies: copies) { (copy) throws(FileSystemError) in
      try ProgressFiles(copy, fileSystem: fileSystem)
    } marker: { sequence, moment in
      let at = moment ?? now
      let id = EventID(place.randomness.hexadecimal())
      return RecordedEvent(
        sequence: sequence, id: id, at: at, utcOffset: clock.utcOffset(at), day: clock.day(at: at), event: .lost
      ).line
    }
    guard let plan else { return }
    if let path = try place.backup.makeBeforeReplacing() { steps.append(.backedUp(path: path)) }
    let aside = KeepAside(folder: folder, fileSystem: fileSystem, now: now, randomness: place.randomness)
    if !plan.damagedLines.isEmpty {
      steps.append(.keptLines(path: try aside.keep(plan.damagedLines, prefix: "history.jsonl.corrupt-")))
    }
    if case .torn(let bytes) = files.scan.ending {
      steps.append(.keptLastLine(path: try aside.keep(bytes, prefix: "history.jsonl.torn-")))
    }
    if let bytes = plan.damagedSnapshot {
      steps.append(.keptSnapshot(path: try aside.keep(bytes, prefix: "progress.json.corrupt-")))
    }
    for path in files.obstacles { steps.append(.movedAside(path: path, to: try place.moveAside(path))) }
    let replaced = try place.replace(files, history: plan.history, snapshot: plan.snapshot.bytes)
    steps += plan.recovered.map { .recovered(events: $0.count, from: $0.path) }
    if let path = plan.scoresFrom { steps.append(.scoresFrom(path: path)) }
    if plan.lost > 0 { steps.append(.lost(events: plan.lost, path: folder.historyPath)) }
    if replaced.history {
      let events = plan.history.count { $0 == UInt8(ascii: "\n") }
      steps.append(.wroteHistory(path: folder.historyPath, events: events))
    }
    if replaced.snapshot { steps.append(.wroteSnapshot(path: folder.snapshotPath)) }
  }
}

extension ProgressRepair.Step: CustomStringConvertible {
  /// What was done and where; a whole sentence for the learner.
  public var description: String {
    switch self {
    case .backedUp(let path): "The files as they were are copied to \(path)."
    case .movedAside(let path, let to): "What stood at \(path) is now \(to)."
    case .keptLines(let path): "The damaged lines of the history are kept in \(path)."
    case .keptLastLine(let path): "The incomplete last line of the history is kept in \(path)."
    case .keptSnapshot(let path): "The old snapshot is kept in \(path)."
    case .recovered(let events, let from): "\(Self.count(events)) came back from \(from)."
    case .lost(let events, let path):
      "\(Self.count(events)) cannot be found in any copy; \(path) marks where. The scores count what was known of them."
    case .scoresFrom(let path): "The scores of what is lost come from \(path)."
    case .wroteHistory(let path, let events): "\(path) is written anew with \(Self.count(events))."
    case .wroteSnapshot(let path): "\(path) is written anew."
    }
  }

  private static func count(_ events: Int) -> String { events == 1 ? "1 event" : "\(events) events" }
}
