/// The examination of all files of progress, line by line: `kpo progress check`.
public struct ProgressCheck: Equatable, Sendable {
  /// One thing that is not as it should be, or worth telling.
  public struct Finding: Equatable, Sendable {
    /// What it is.
    public let kind: Kind
    /// The file.
    public let path: String
    /// The line in it, from 1; nil if it concerns the whole file.
    public let line: Int?

    /// Makes a finding.
    public init(_ kind: Kind, path: String, line: Int? = nil) {
      self.kind = kind
      self.path = path
      self.line = line
    }
  }

  /// The sorts of findings.
  public enum Kind: Equatable, Sendable {
    /// A line is not an event, for a reason in words.
    case badLine(reason: String)
    /// Lines are missing, stand twice or were moved.
    case wrongSequence(expected: Int, found: Int)
    /// The last line is incomplete, as after a crash.
    case incompleteLastLine(bytes: Int)
    /// The last line is whole, but its newline is missing.
    case noNewlineAtEnd
    /// Events of a newer version, which count for nothing here.
    case unknownEvents(name: String, count: Int)
    /// A repair had to go on without the events before, of which the scores count what they knew.
    case lostEvents
    /// The history is missing although a snapshot is there.
    case historyMissing
    /// The snapshot cannot be read, for a reason in words.
    case snapshotDamaged(reason: String)
    /// A newer program wrote the snapshot.
    case snapshotNewer(version: Int)
    /// The snapshot counts events that the history does not have.
    case snapshotAhead(snapshot: Int, history: Int)
    /// An older program wrote the snapshot, which counts exams only up to an earlier event.
    case snapshotOlder
    /// The history was replaced since the snapshot was written, as by a merge of git; the next start counts anew.
    case snapshotOfAnotherHistory
    /// Neither history nor snapshot are there, but dated copies are.
    case onlyCopiesLeft(newest: String)
    /// The snapshot's scores, or its place in the history, are not those of the history.
    case snapshotDiffers
  }

  /// What was found, file by file and line by line.
  public let findings: [Finding]
  /// How many events the history has.
  public let events: Int

  /// Whether anything found is a damage, and not only worth telling.
  public var foundDamage: Bool { findings.contains { $0.kind.isDamage } }

  /// Examines a folder; changes nothing.
  /// - Throws: ``ProgressError/file(_:)`` if a file is there but cannot be read.
  public init(_ folder: DataFolder, fileSystem: FileSystem = .live) throws(ProgressError) {
    do throws(FileSystemError) {
      try self.init(reading: folder, fileSystem)
    } catch {
      throw .file(error)
    }
  }

  init(reading folder: DataFolder, _ fileSystem: FileSystem) throws(FileSystemError) {
    var findings: [Finding] = []
    // A folder that is a link leading nowhere is no empty folder.
    _ = try fileSystem.target(of: folder.path)
    // The snapshot first: a program that writes meanwhile only makes the history longer.
    let snapshotBytes = try fileSystem.contents(
      of: try fileSystem.target(of: folder.snapshotPath), limit: ProgressLimits.snapshotBytes)
    let historyBytes = try fileSystem.contents(
      of: try fileSystem.target(of: folder.historyPath), limit: ProgressLimits.historyBytes)
    let scan = HistoryScan(historyBytes ?? [], after: 0)
    Self.examine(scan, path: folder.historyPath, &findings)
    if let snapshotBytes {
      if historyBytes == nil { findings.append(Finding(.historyMissing, path: folder.historyPath)) }
      do throws(SnapshotFault) {
        let snapshot = try Snapshot(snapshotBytes)
        if let historyBytes, let kind = Self.compare(snapshot, scan, historyBytes) {
          findings.append(Finding(kind, path: folder.snapshotPath))
        }
      } catch {
        if case .newer(let version) = error {
          findings.append(Finding(.snapshotNewer(version: version), path: folder.snapshotPath))
        } else {
          findings.append(Finding(.snapshotDamaged(reason: error.text), path: folder.snapshotPath))
        }
      }
    }
    if snapshotBytes == nil, historyBytes == nil {
      // Looking makes up no names and reads no clock.
      let backup = Backup(folder: folder, fileSystem: fileSystem, clock: .live, randomness: .live)
      if let newest = try backup.moments().last {
        findings.append(Finding(.onlyCopiesLeft(newest: newest.fileName), path: folder.path))
      }
    }
    self.findings = findings
    events = scan.events.count
  }

  private static func examine(_ scan: HistoryScan, path: String, _ findings: inout [Finding]) {
    var found = scan.badLines.map { Finding(.badLine(reason: $0.fault.text), path: path, line: $0.line) }
    found += scan.sequenceFaults.map {
      Finding(.wrongSequence(expected: $0.expected, found: $0.found), path: path, line: $0.line)
    }
    findings += found.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
    var unknown: [String: (count: Int, line: Int)] = [:]
    for (event, line) in zip(scan.events, scan.lines) {
      if event.event == .lost {
        findings.append(Finding(.lostEvents, path: path, line: line))
      } else if case .unknown(let name) = event.event {
        unknown[name, default: (0, line)].count += 1
      }
    }
    for (name, place) in unknown.sorted(by: { $0.value.line < $1.value.line }) {
      findings.append(Finding(.unknownEvents(name: name, count: place.count), path: path, line: place.line))
    }
    switch scan.ending {
    case .complete: break
    case .withoutNewline: findings.append(Finding(.noNewlineAtEnd, path: path, line: scan.lastLine))
    case .torn(let bytes):
      findings.append(Finding(.incompleteLastLine(bytes: bytes.count), path: path, line: scan.lastLine))
    }
  }

  /// What does not fit between a snapshot and a history, if anything.
  static func compare(_ snapshot: Snapshot, _ scan: HistoryScan, _ history: [UInt8]) -> Kind? {
    let through = snapshot.through
    guard through.sequence <= scan.lastSequence else {
      return .snapshotAhead(snapshot: through.sequence, history: scan.lastSequence)
    }
    // With a damaged history the snapshot may be the better of the two; the damage itself is told.
    guard scan.isSound else { return nil }
    guard through.coversAll else { return .snapshotOlder }
    let tail = Snapshot.Through.tail(of: history.prefix(through.offset))
    guard through.tail ?? tail == tail else { return .snapshotOfAnotherHistory }
    let isAtLineEnd =
      through.offset == 0 || (through.offset <= history.count && history[through.offset - 1] == UInt8(ascii: "\n"))
    let lines = history.prefix(through.offset).count { $0 == UInt8(ascii: "\n") }
    guard isAtLineEnd, lines == scan.events.prefix(while: { $0.sequence <= through.sequence }).count else {
      return .snapshotDiffers
    }
    // What is lost only the snapshot knows.
    let replayed = Scores.replay(scan.events.prefix { $0.sequence <= through.sequence })
    guard scan.hasLostEvents || replayed == snapshot.scores.withoutUnknown else { return .snapshotDiffers }
    return nil
  }
}

extension ProgressCheck.Kind {
  /// Whether it means that something was lost or is wrong, rather than only worth telling.
  public var isDamage: Bool {
    switch self {
    case .incompleteLastLine, .noNewlineAtEnd, .unknownEvents, .lostEvents, .snapshotOlder, .snapshotOfAnotherHistory:
      false
    case .badLine, .wrongSequence, .historyMissing, .onlyCopiesLeft, .snapshotDamaged, .snapshotNewer, .snapshotAhead,
      .snapshotDiffers:
      true
    }
  }
}

extension ProgressCheck.Finding: CustomStringConvertible {
  /// The finding as `FILE:LINE: what it is`; whole sentences for the learner.
  public var description: String {
    let place = line.map { "\(path):\($0)" } ?? path
    let text =
      switch kind {
      case .badLine(let reason): "This line is damaged: \(reason)."
      case .wrongSequence(let expected, let found):
        "This line has the number \(found) where \(expected) should stand: lines were removed, added or moved."
      case .incompleteLastLine(let bytes):
        "The last line is incomplete (\(bytes) bytes), as after a crash; no confirmed answer is lost. The next answer "
          + "that is saved sets it aside."
      case .noNewlineAtEnd: "The last line has no newline; the next answer that is saved adds it."
      case .unknownEvents(let name, let count):
        count == 1
          ? "One event named \"\(name)\" (it is here) comes from a newer kpo. It is kept but not counted."
          : "\(count) events named \"\(name)\" (the first is here) come from a newer kpo. They are kept but not counted."
      case .lostEvents: "Answers before this line were lost to damage; the scores count them as far as they were known."
      case .historyMissing:
        "The file is missing. \"kpo progress check --repair\" takes its lines back from the dated copies."
      case .onlyCopiesLeft(let newest):
        "There is no progress, but dated copies of it are. \"kpo progress restore \(newest)\" brings back the newest."
      case .snapshotDamaged(let reason):
        "The snapshot is damaged: \(reason). The next answer that is saved computes it anew from the history."
      case .snapshotNewer(let version):
        "The snapshot has format version \(version), but this kpo knows only \(Snapshot.formatVersion). Update kpo."
      case .snapshotAhead(let snapshot, let history):
        "The snapshot counts \(snapshot) events, but the history has only \(history), so its end is missing."
      case .snapshotOlder:
        "An older kpo wrote the snapshot and did not count exams. They are counted anew from the history."
      case .snapshotOfAnotherHistory:
        "The history was replaced since, as after a merge by git. The scores are computed anew at the next start."
      case .snapshotDiffers:
        "The scores are not those of the history. \"kpo progress check --repair\" computes them anew."
      }
    return "\(place): \(text)"
  }
}
