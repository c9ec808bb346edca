/// A dated copy of history and snapshot, looked at as a whole.
public struct BackupCopy: Equatable, Sendable {
  /// Its name, the moment in UTC, such as `2026-11-23T10-00-00Z`.
  public let name: String
  /// Its folder.
  public let path: String
  /// The study day it was made on.
  public let day: StudyDay
  /// The bytes of its files together.
  public let bytes: Int
  /// What it holds, as far as it can be read; nil if its files cannot be opened.
  public let summary: ProgressSummary?
  /// Whether it was read back and no damage was found.
  public let isSound: Bool
}

extension Backup {
  /// The copies there are, the newest first, each of them read.
  /// - Throws: ``FileSystemError`` if the folder cannot be listed; a copy that cannot be read is told as such.
  public func copies() throws(FileSystemError) -> [BackupCopy] { try moments().reversed().map(copy) }

  /// The newest copy without damage, or the newest at all if each is damaged; nil if there is none.
  ///
  /// A copy made before a repair is damaged by its nature, and the one before it is what matters.
  /// - Throws: ``FileSystemError`` if the folder cannot be listed.
  public func bestCopy() throws(FileSystemError) -> BackupCopy? {
    let newestFirst = try moments().reversed()
    return newestFirst.lazy.map(copy).first(where: \.isSound) ?? newestFirst.first.map(copy)
  }

  private func copy(_ moment: Timestamp) -> BackupCopy {
    let copy = DataFolder(path: path(of: moment))
    let sizes = [copy.historyPath, copy.snapshotPath].map { path in
      // What cannot be looked at has no size to show; that it cannot be read is told beside.
      ((try? fileSystem.statusAtPath(path)) ?? nil)?.size ?? 0
    }
    let scores = try? ProgressLoader(folder: copy, fileSystem: fileSystem).load().snapshot.scores
    let check = try? ProgressCheck(copy, fileSystem: fileSystem)
    return BackupCopy(
      name: moment.fileName, path: copy.path, day: clock.day(at: moment), bytes: sizes.reduce(0, +),
      summary: scores.map(ProgressSummary.init), isSound: check.map { !$0.foundDamage } ?? false)
  }
}
