/// Removing a learner's progress from the disk: our own files and nothing else.
public struct ProgressErasure: Sendable {
  /// What there is to remove.
  public struct Plan: Equatable, Sendable {
    /// Our files, relative to the folder, in the order in which they are removed.
    public internal(set) var files: [String] = []
    /// Our folders inside the folder, the inner ones first.
    public internal(set) var folders: [String] = []
    /// Where links among the files lead; what is there is removed, too.
    public internal(set) var targets: [String: String] = [:]
    /// What is not ours, and so stays with the folders around it.
    public internal(set) var foreign: [String] = []
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

  /// Tells what would be removed; changes nothing.
  /// - Throws: ``ProgressError/file(_:)`` if the folder cannot be read.
  public func plan() throws(ProgressError) -> Plan {
    try wrapping { () throws(FileSystemError) in try look() }
  }

  /// A new folder beside the data folder for a copy, which is a data folder itself.
  /// - Throws: ``ProgressError/file(_:)`` if the data folder cannot be found.
  public func copyPath() throws(ProgressError) -> String {
    try wrapping { () throws(FileSystemError) in
      let path = try fileSystem.resolve(folder.path) + "-erased-" + clock.now().fileName
      return try fileSystem.statusAtPath(path) == nil ? path : path + "-" + randomness.hexadecimal()
    }
  }

  /// Copies all there is, if a path for it is given, and then removes it; without our files the folder goes, too, if it is empty.
  /// - Parameter command: what the lock file shall say of this program.
  /// - Returns: what was removed and what stayed.
  /// - Throws: ``ProgressError``; if copying failed, nothing was removed.
  public func erase(copyingTo copy: String?, command: String) throws(ProgressError) -> Plan {
    let lock = try FolderLock.take(folder, for: command, fileSystem: fileSystem, clock: clock)
    defer { fileSystem.close(lock) }
    return try wrapping { () throws(FileSystemError) in
      let plan = try look()
      if let copy {
        try fileSystem.makeFolder(copy)
        do throws(FileSystemError) {
          try self.copy(plan, to: copy)
        } catch {
          removeUnfinishedCopy(of: plan, at: copy)
          throw error
        }
      }
      try remove(plan)
      return plan
    }
  }

  // MARK: - Looking

  private func look() throws(FileSystemError) -> Plan {
    var plan = Plan()
    guard try fileSystem.statusAtPath(try fileSystem.target(of: folder.path)) != nil else { return plan }
    let lasting = [folder.snapshotPath, folder.historyPath, folder.lockPath].map { splitPath($0).name }
    let backups = splitPath(folder.backupsPath).name
    let names = try fileSystem.list(folder.path)
    for name in names where !lasting.contains(name) {
      let kind = try fileSystem.statusAtPath(folder.file(name))?.kind
      switch kind {
      case .folder where name == backups: try lookIntoBackups(&plan)
      case .regular where Self.isAside(name) || Self.isUnfinished(name): plan.files.append(name)
      default: plan.foreign.append(name)
      }
    }
    // The lock comes last, so that nobody else begins in the middle.
    for name in lasting where names.contains(name) {
      switch try fileSystem.statusAtPath(folder.file(name))?.kind {
      case .regular: plan.files.append(name)
      case .symbolicLink:
        guard let target = try? fileSystem.resolve(folder.file(name)) else {
          // It is no harm that it leads nowhere.
          plan.files.append(name)
          continue
        }
        if try isOurs(target, named: name) {
          plan.files.append(name)
          plan.targets[name] = target
        } else {
          plan.foreign.append(name)
        }
      default: plan.foreign.append(name)
      }
    }
    return plan
  }

  /// Whether what a link leads to looks like the file that the link stands for.
  private func isOurs(_ target: String, named name: String) throws(FileSystemError) -> Bool {
    guard try fileSystem.statusAtPath(target)?.kind == .regular else { return false }
    let bytes = try fileSystem.contents(of: target, limit: ProgressLimits.historyBytes) ?? []
    switch folder.file(name) {
    case folder.historyPath: return bytes.isEmpty || HistoryReading(bytes).history.count > 0
    case folder.snapshotPath: return (try? Snapshot(bytes)) != nil
    default: return LockHolder(bytes) != nil
    }
  }

  private func lookIntoBackups(_ plan: inout Plan) throws(FileSystemError) {
    let backups = splitPath(folder.backupsPath).name
    let ours =
      [folder.historyPath, folder.snapshotPath].map { splitPath($0).name } + [Backup.keptMark, Backup.replacedMark]
    for name in try fileSystem.list(folder.backupsPath) {
      let inner = joinPath(backups, name)
      let isOurs = Backup.moment(ofName: name) != nil || name.hasPrefix(Backup.unfinishedPrefix)
      guard isOurs, try fileSystem.statusAtPath(folder.file(inner))?.kind == .folder else {
        plan.foreign.append(inner)
        continue
      }
      for file in try fileSystem.list(folder.file(inner)) {
        let path = joinPath(inner, file)
        let kind = try fileSystem.statusAtPath(folder.file(path))?.kind
        if ours.contains(file), kind == .regular { plan.files.append(path) } else { plan.foreign.append(path) }
      }
      plan.folders.append(inner)
    }
    plan.folders.append(backups)
  }

  /// Whether a file was kept aside: `history.jsonl.corrupt-2026-11-23T10-00-00Z`, perhaps with `-` and 16 digits behind.
  private static func isAside(_ name: String) -> Bool {
    let prefixes = KeepAside.prefixes.filter(name.hasPrefix)
    guard let rest = prefixes.first.map({ name.dropFirst($0.count) }),
      Backup.moment(ofName: String(rest.prefix(20))) != nil
    else { return false }
    let digits = rest.dropFirst(20)
    return digits.isEmpty || digits.count == 17 && digits.first == "-" && digits.dropFirst().allSatisfy(\.isHexDigit)
  }

  /// Whether a file was being written when the program was stopped.
  private static func isUnfinished(_ name: String) -> Bool {
    name.hasPrefix(".history.jsonl.new-") || name.hasPrefix(".progress.json.new-")
  }

  // MARK: - Copying and removing

  private func copy(_ plan: Plan, to copy: String) throws(FileSystemError) {
    for inner in plan.folders.reversed() { try fileSystem.makeFolder(joinPath(copy, inner)) }
    for name in plan.files where name != splitPath(folder.lockPath).name && !Self.isUnfinished(name) {
      let path = joinPath(copy, name)
      let source = try fileSystem.target(of: folder.file(name))
      guard let bytes = try fileSystem.contents(of: source, limit: ProgressLimits.historyBytes) else { continue }
      try fileSystem.writeNewFile(path, bytes)
      guard try fileSystem.contents(of: path, limit: ProgressLimits.historyBytes) == bytes else {
        throw FileSystemError(.read, path: path, reason: .differsAfterWriting)
      }
    }
    for inner in plan.folders { try fileSystem.synchronizeFolder(joinPath(copy, inner)) }
    try fileSystem.synchronizeFolder(copy)
    try fileSystem.synchronizeFolder(splitPath(copy).folder)
  }

  private func removeUnfinishedCopy(of plan: Plan, at copy: String) {
    for name in plan.files { try? fileSystem.remove(joinPath(copy, name), .regular) }
    for inner in plan.folders { try? fileSystem.remove(joinPath(copy, inner), .folder) }
    try? fileSystem.remove(copy, .folder)
  }

  private func remove(_ plan: Plan) throws(FileSystemError) {
    for name in plan.files {
      let path = folder.file(name)
      if try fileSystem.statusAtPath(path)?.kind == .symbolicLink {
        // The answers are where the link leads. It is no harm if it leads nowhere.
        if let target = try? fileSystem.resolve(path), try fileSystem.statusAtPath(target)?.kind == .regular {
          try fileSystem.remove(target, .regular)
        }
        try fileSystem.remove(path, .symbolicLink)
      } else {
        try fileSystem.remove(path, .regular)
      }
    }
    for inner in plan.folders where try fileSystem.list(folder.file(inner)).isEmpty {
      try fileSystem.remove(folder.file(inner), .folder)
    }
    try fileSystem.synchronizeFolder(folder.path)
    // A link to the folder, and whatever holds anything else, stays.
    if try fileSystem.statusAtPath(folder.path)?.kind == .folder, try fileSystem.list(folder.path).isEmpty {
      try fileSystem.remove(folder.path, .folder)
    }
  }

  private func wrapping<Value>(_ body: () throws(FileSystemError) -> Value) throws(ProgressError) -> Value {
    do throws(FileSystemError) {
      return try body()
    } catch {
      throw .file(error)
    }
  }
}
