/// The two files of a data folder, or of a dated copy, as they are now, however damaged.
struct ProgressFiles {
  /// The folder they stand in.
  let folder: DataFolder
  /// The bytes of the history; nil if there is no file.
  let history: [UInt8]?
  /// The bytes of the snapshot; nil if there is no file.
  let snapshotBytes: [UInt8]?
  /// What the history holds.
  let scan: HistoryScan
  /// The snapshot, if it can be read.
  let snapshot: Snapshot?
  /// Why it cannot be read.
  let snapshotFault: SnapshotFault?
  /// The paths where something else than a file stands: a folder, a pipe, a link that leads nowhere.
  let obstacles: [String]

  /// Reads a folder; creates and changes nothing.
  init(_ folder: DataFolder, fileSystem: FileSystem) throws(FileSystemError) {
    self.folder = folder
    var obstacles: [String] = []
    func contents(_ path: String, limit: Int) throws(FileSystemError) -> [UInt8]? {
      do throws(FileSystemError) {
        return try fileSystem.contents(of: try fileSystem.target(of: path), limit: limit)
      } catch {
        guard error.isObstacle else { throw error }
        obstacles.append(path)
        return nil
      }
    }
    // The snapshot first: a program that writes meanwhile only makes the history longer.
    snapshotBytes = try contents(folder.snapshotPath, limit: ProgressLimits.snapshotBytes)
    history = try contents(folder.historyPath, limit: ProgressLimits.historyBytes)
    self.obstacles = obstacles
    scan = HistoryScan(history ?? [], after: 0)
    do throws(SnapshotFault) {
      snapshot = try snapshotBytes.map { (bytes) throws(SnapshotFault) in try Snapshot(bytes) }
      snapshotFault = nil
    } catch {
      snapshot = nil
      snapshotFault = error
    }
  }

  /// The format version of a snapshot that a newer program wrote.
  var newerVersion: Int? {
    guard case .newer(let version)? = snapshotFault else { return nil }
    return version
  }

  /// The sound lines of the history in the order of the file, one for each event of the scan.
  var lines: [HistoryLine] {
    let contents = (history ?? []).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var salvaged: (line: Int, pieces: [EventID: HistoryLine])?
    return zip(scan.events, scan.lines).compactMap { event, line in
      if salvaged?.line != line {
        if let sound = HistoryLine(contents[line - 1]) { return sound }
        let pieces = HistoryScan.pieces(contents[line - 1]).compactMap { HistoryLine($0) }
        salvaged = (line, Dictionary(pieces.map { ($0.id, $0) }) { first, _ in first })
      }
      return salvaged?.pieces[event.id]
    }
  }

  /// The lines that hold no event that counts: damaged ones, and second ones of an event that differ from the first.
  func lines(besides kept: [HistoryLine]) -> [UInt8] {
    let contents = (history ?? []).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let counted = Set(scan.lines)
    let known = Dictionary(kept.map { ($0.id, $0.members) }) { first, _ in first }
    let repeated = scan.sequenceFaults.map(\.line).filter { number in
      guard !counted.contains(number), let line = HistoryLine(contents[number - 1]) else { return false }
      return known[line.id] != line.members
    }
    let numbers = Set(repeated + scan.badLines.map(\.line)).sorted()
    return numbers.flatMap { contents[$0 - 1] + [UInt8(ascii: "\n")] }
  }
}

extension FileSystemError {
  /// Whether something else than a file stands in its place, rather than that the file cannot be read.
  var isObstacle: Bool {
    switch reason {
    case .notRegular, .danglingLink: true
    default: false
    }
  }
}
