/// A data folder whose files are to be replaced as a whole, by a repair or a restore.
struct ReplacingPlace {
  let folder: DataFolder
  let fileSystem: FileSystem
  let clock: StudyClock
  let randomness: Randomness

  /// The dated copies of the folder.
  var backup: Backup { Backup(folder: folder, fileSystem: fileSystem, clock: clock, randomness: randomness) }

  /// Runs something while the folder is locked; does nothing if there is no folder.
  /// - Throws: ``ProgressError/readOnly(_:)`` if another program holds the lock, and what the body throws.
  func locked(_ command: String, _ body: () throws(ProgressError) -> Void) throws(ProgressError) {
    do throws(FileSystemError) {
      guard try fileSystem.statusAtPath(try fileSystem.target(of: folder.path)) != nil else { return }
    } catch {
      throw .file(error)
    }
    let file = try FolderLock.take(folder, for: command, fileSystem: fileSystem, clock: clock)
    defer { fileSystem.close(file) }
    try body()
  }

  /// What is in the folder, unless a newer program wrote it.
  func files() throws(ProgressError) -> ProgressFiles {
    let files: ProgressFiles
    do throws(FileSystemError) {
      files = try ProgressFiles(folder, fileSystem: fileSystem)
    } catch {
      throw .file(error)
    }
    if let version = files.newerVersion {
      throw .readOnly(.newerVersion(path: folder.snapshotPath, version: version))
    }
    return files
  }

  /// Gives something that is no file another name beside it, and returns that.
  func moveAside(_ path: String) throws(FileSystemError) -> String {
    let aside = "\(path).corrupt-\(clock.now().fileName)-\(randomness.hexadecimal())"
    try fileSystem.rename(path, aside)
    try fileSystem.synchronizeFolder(splitPath(path).folder)
    return aside
  }

  /// Puts new files in the place of the old, the snapshot first; tells which of them differ from the old.
  ///
  /// A new snapshot beside the old history loses nothing: the history decides wherever it is whole.
  func replace(
    _ files: ProgressFiles, history: [UInt8], snapshot: [UInt8]
  ) throws(FileSystemError) -> (history: Bool, snapshot: Bool) {
    var replaced = (history: false, snapshot: false)
    if snapshot != files.snapshotBytes {
      try replace(folder.snapshotPath, with: snapshot)
      replaced.snapshot = true
    }
    if history != files.history {
      try replace(folder.historyPath, with: history)
      replaced.history = true
    }
    return replaced
  }

  private func replace(_ path: String, with bytes: [UInt8]) throws(FileSystemError) {
    let target = try fileSystem.target(of: path)
    fileSystem.removeTemporaryFiles(of: target)
    try fileSystem.replaceFile(target, with: bytes, randomness: randomness)
  }
}
