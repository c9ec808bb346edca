/// Puts the files of a dated copy in the place of those of the present: `kpo progress restore NAME`.
///
/// Making the value looks at both and changes nothing. The present files may be damaged or missing.
public struct ProgressRestore: Sendable {
  /// The folder of the copy.
  public let path: String
  /// What the present files amount to; nil if they cannot be opened.
  public let present: ProgressSummary?
  /// What the copy amounts to.
  public let copy: ProgressSummary
  /// Whether no damage was found in the copy.
  public let isCopySound: Bool
  /// How many events of the present history the copy does not have.
  public let eventsLeftOut: Int
  /// Whether the present files are already those of the copy.
  public let changesNothing: Bool
  /// What was done so far, in this order; also after an error.
  public private(set) var steps: [ProgressRepair.Step] = []
  private let place: ReplacingPlace
  private let moment: Timestamp
  private let history: [UInt8]
  private let snapshot: [UInt8]

  /// Looks at a copy and at what it would replace; nil if there is no copy of that name.
  /// - Throws: ``ProgressError``: a newer program wrote a snapshot, or a file cannot be read.
  public init?(
    _ name: String, in folder: DataFolder, fileSystem: FileSystem = .live, clock: StudyClock = .live,
    randomness: Randomness = .live
  ) throws(ProgressError) {
    let place = ReplacingPlace(folder: folder, fileSystem: fileSystem, clock: clock, randomness: randomness)
    guard let moment = Backup.moment(ofName: name) else { return nil }
    let copy = DataFolder(path: place.backup.path(of: moment))
    let present = try place.files()
    let files: ProgressFiles
    do throws(FileSystemError) {
      guard try fileSystem.statusAtPath(copy.path)?.kind == .folder else { return nil }
      files = try ProgressFiles(copy, fileSystem: fileSystem)
    } catch {
      throw .file(error)
    }
    if let version = files.newerVersion {
      throw .readOnly(.newerVersion(path: copy.snapshotPath, version: version))
    }
    do throws(FileSystemError) {
      // What cannot be read in the copy is told; the present must not get nothing in its place.
      if let obstacle = files.obstacles.first, files.history == nil, files.snapshotBytes == nil {
        throw FileSystemError(.open, path: obstacle, reason: .notRegular(.other))
      }
      let loaded = try ProgressLoader(folder: copy, fileSystem: fileSystem).load()
      self.copy = ProgressSummary(loaded.snapshot.scores)
      isCopySound = try !ProgressCheck(reading: copy, fileSystem).foundDamage
      history = files.history ?? []
      var computed = loaded.snapshot
      computed.through.reach(endOf: history)
      snapshot = files.snapshot != nil ? files.snapshotBytes ?? computed.bytes : computed.bytes
      let ids = Set(files.scan.events.map(\.id))
      eventsLeftOut = present.scan.events.count { !ids.contains($0.id) }
      let scores =
        present.obstacles.isEmpty
        ? try ProgressLoader(folder: folder, fileSystem: fileSystem).load().snapshot.scores : nil
      self.present = scores.map(ProgressSummary.init)
    } catch {
      throw .file(error)
    }
    path = copy.path
    self.moment = moment
    changesNothing = present.history == history && present.snapshotBytes == snapshot
    self.place = place
  }

  /// Copies the present files, however damaged, and puts those of the copy in their place.
  /// - Throws: ``ProgressError``: another program saves answers, or a file cannot be written. What was readable before is
  ///   readable then, here or in the dated copies, and the restore can be tried again.
  public mutating func run() throws(ProgressError) {
    try place.locked("kpo progress restore") { () throws(ProgressError) in
      let files = try place.files()
      do throws(FileSystemError) {
        if let path = try place.backup.makeBeforeReplacing() { steps.append(.backedUp(path: path)) }
        for path in files.obstacles { steps.append(.movedAside(path: path, to: try place.moveAside(path))) }
        let replaced = try place.replace(files, history: history, snapshot: snapshot)
        if replaced.history {
          let events = history.count { $0 == UInt8(ascii: "\n") }
          steps.append(.wroteHistory(path: place.folder.historyPath, events: events))
        }
        if replaced.snapshot { steps.append(.wroteSnapshot(path: place.folder.snapshotPath)) }
        try place.backup.markReplaced(after: moment)
      } catch {
        throw .file(error)
      }
    }
  }
}
