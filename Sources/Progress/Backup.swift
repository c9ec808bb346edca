/// Dated copies of history and snapshot, in `backups/2026-11-23T10-00-00Z/` (UTC).
public struct Backup: Sendable {
  let folder: DataFolder
  let fileSystem: FileSystem
  let clock: StudyClock
  let randomness: Randomness

  /// Names the folder and the means.
  public init(folder: DataFolder, fileSystem: FileSystem, clock: StudyClock, randomness: Randomness) {
    self.folder = folder
    self.fileSystem = fileSystem
    self.clock = clock
    self.randomness = randomness
  }

  /// The moments of the copies there are, the oldest first.
  /// - Throws: ``FileSystemError`` if the folder cannot be listed.
  public func moments() throws(FileSystemError) -> [Timestamp] {
    guard try fileSystem.statusAtPath(folder.backupsPath) != nil else { return [] }
    return try fileSystem.list(folder.backupsPath).compactMap(Self.moment(ofName:)).sorted()
  }

  /// The path of the copy of a moment.
  public func path(of moment: Timestamp) -> String { joinPath(folder.backupsPath, moment.fileName) }

  /// Makes a copy unless one was made on this study day; see ``make()``.
  /// - Throws: ``FileSystemError``; then there is no new copy and the files are as they were.
  @discardableResult
  public func makeOncePerDay() throws(FileSystemError) -> String? {
    let today = clock.today
    guard try !moments().contains(where: { clock.day(at: $0) == today }) else { return nil }
    return try make()
  }

  /// Copies history and snapshot as they are, reads the copies back, and removes copies beyond the rotation.
  ///
  /// The copy gets its name only when it is whole, so a folder with a date is never half a copy.
  /// - Returns: the new folder, or nil if there is nothing to copy or a copy of this second is there.
  /// - Throws: ``FileSystemError``; then there is no new copy and the files are as they were.
  @discardableResult
  public func make() throws(FileSystemError) -> String? {
    let final = path(of: clock.now())
    var copies: [(name: String, bytes: [UInt8])] = []
    for path in [folder.historyPath, folder.snapshotPath] {
      let target = try fileSystem.target(of: path)
      let bytes = try fileSystem.contents(of: target, limit: ProgressLimits.historyBytes)
      if let bytes { copies.append((splitPath(path).name, bytes)) }
    }
    guard !copies.isEmpty, try fileSystem.statusAtPath(final) == nil else { return nil }
    try write(copies, to: final)
    try removeBeyondRotation()
    return final
  }

  /// Copies history and snapshot before they are replaced, however damaged they are, and reads the copies back.
  ///
  /// It removes no older copy, since that may be the very one that is needed now, and the rotation never removes this one;
  /// what is no regular file is left out.
  /// - Returns: the new folder, or nil if there is nothing to copy.
  /// - Throws: ``FileSystemError``; then there is no new copy and the files are as they were.
  public func makeBeforeReplacing() throws(FileSystemError) -> String? {
    let files = try ProgressFiles(folder, fileSystem: fileSystem)
    let copies = [(folder.historyPath, files.history), (folder.snapshotPath, files.snapshotBytes)].compactMap {
      path, bytes in bytes.map { (name: splitPath(path).name, bytes: $0) }
    }
    guard !copies.isEmpty else { return nil }
    // The clock may stand still, and a copy of this second be there.
    var moment = clock.now()
    while try fileSystem.statusAtPath(path(of: moment)) != nil {
      moment = Timestamp(microseconds: moment.microseconds + 1_000_000)
    }
    try write(copies + [(Self.keptMark, [])], to: path(of: moment))
    return path(of: moment)
  }

  private func write(_ copies: [(name: String, bytes: [UInt8])], to final: String) throws(FileSystemError) {
    try fileSystem.makeFolders(folder.backupsPath)
    try removeUnfinished()
    let partial = joinPath(folder.backupsPath, Self.unfinishedPrefix + randomness.hexadecimal())
    try fileSystem.makeFolder(partial)
    do throws(FileSystemError) {
      for (name, bytes) in copies {
        let path = joinPath(partial, name)
        try fileSystem.writeNewFile(path, bytes)
        guard try fileSystem.contents(of: path, limit: ProgressLimits.historyBytes) == bytes else {
          throw FileSystemError(.read, path: path, reason: .differsAfterWriting)
        }
      }
      try fileSystem.synchronizeFolder(partial)
      try fileSystem.rename(partial, final)
      try fileSystem.synchronizeFolder(folder.backupsPath)
    } catch {
      removeCopy(partial)
      throw error
    }
  }

  static let unfinishedPrefix = ".unfinished-"
  /// The name of the empty file in a copy that the rotation leaves alone.
  static let keptMark = "kept"
  /// The name of the empty file in a copy that says: a restore went back behind it, so its events are not those of today.
  static let replacedMark = "replaced"

  /// Marks all copies that are newer than one that was restored.
  func markReplaced(after restored: Timestamp) throws(FileSystemError) {
    for moment in try moments() where moment > restored {
      let mark = joinPath(path(of: moment), Self.replacedMark)
      guard try fileSystem.statusAtPath(mark) == nil else { continue }
      try fileSystem.writeNewFile(mark, [])
      try fileSystem.synchronizeFolder(path(of: moment))
    }
  }

  /// The copies whose events belong to the present history, as far as restores tell; the newest first.
  func copiesOfToday() throws(FileSystemError) -> [DataFolder] {
    var copies: [DataFolder] = []
    for moment in try moments().reversed() {
      let copy = path(of: moment)
      if try fileSystem.statusAtPath(joinPath(copy, Self.replacedMark)) == nil { copies.append(DataFolder(path: copy)) }
    }
    return copies
  }

  /// The moment that a name such as `2026-11-23T10-00-00Z` stands for.
  static func moment(ofName name: String) -> Timestamp? {
    var bytes = Array(name.utf8)
    guard bytes.count == 20 else { return nil }
    for index in [13, 16] where bytes[index] == UInt8(ascii: "-") { bytes[index] = UInt8(ascii: ":") }
    guard let moment = Timestamp(String(decoding: bytes, as: UTF8.self)), moment.fileName == name else { return nil }
    return moment
  }

  private func removeUnfinished() throws(FileSystemError) {
    for name in try fileSystem.list(folder.backupsPath) where name.hasPrefix(Self.unfinishedPrefix) {
      removeCopy(joinPath(folder.backupsPath, name))
    }
  }

  private func removeBeyondRotation() throws(FileSystemError) {
    var moments: [Timestamp] = []
    for moment in try self.moments() {
      // It was promised to be kept, and may hold what is nowhere else.
      if try fileSystem.statusAtPath(joinPath(path(of: moment), Self.keptMark)) == nil { moments.append(moment) }
    }
    let kept = BackupRotation.kept(moments) { clock.day(at: $0) }
    for moment in moments where !kept.contains(moment) { removeCopy(path(of: moment)) }
  }

  /// Removes what a copy consists of; a folder that holds anything else stays.
  private func removeCopy(_ path: String) {
    try? fileSystem.remove(joinPath(path, splitPath(folder.historyPath).name), .regular)
    try? fileSystem.remove(joinPath(path, splitPath(folder.snapshotPath).name), .regular)
    for mark in [Self.keptMark, Self.replacedMark] { try? fileSystem.remove(joinPath(path, mark), .regular) }
    try? fileSystem.remove(path, .folder)
  }
}

/// Which dated copies stay: the last of each of 7 days, of each of 4 weeks and of each of 12 months that have any.
enum BackupRotation {
  static func kept(_ moments: [Timestamp], day: (Timestamp) -> StudyDay) -> Set<Timestamp> {
    let newestFirst = moments.sorted(by: >)
    func lastOfEach(_ count: Int, _ period: (StudyDay) -> Int) -> [Timestamp] {
      var periods: Set<Int> = []
      return newestFirst.filter { periods.count < count && periods.insert(period(day($0))).inserted }
    }
    // 1970-01-01 was a Thursday, so weeks that begin on Monday are shifted by three days.
    return Set(
      lastOfEach(7) { $0.daysSince1970 }
        + lastOfEach(4) { floorDivide($0.daysSince1970 + 3, by: 7) }
        + lastOfEach(12) { $0.fields.year * 12 + $0.fields.month })
  }
}
