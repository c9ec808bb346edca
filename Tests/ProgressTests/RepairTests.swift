import Glibc
@testable import Progress
import StrictJSON
import TestSupport
import Testing

/// What a repair makes of each sort of damage.
@Suite struct RepairTests {
  static let folder = DataFolder(path: "/data")
  static let copy = "/data/backups/2026-11-23T11-00-00Z"

  static func repair(
    _ disk: FaultyFileSystem, in folder: DataFolder = folder
  ) throws -> [ProgressRepair.Step] {
    var repair = ProgressRepair(
      folder, fileSystem: disk.fileSystem, clock: try TestClock("2026-11-24T10:00:00Z").clock, randomness: .seeded(31))
    try repair.run()
    return repair.steps
  }

  static func check(_ disk: FaultyFileSystem) throws -> ProgressCheck {
    try ProgressCheck(folder, fileSystem: disk.fileSystem)
  }

  static func ids(_ bytes: [UInt8]?) -> [EventID] { HistoryScan(bytes ?? [], after: 0).events.map(\.id) }

  /// The sample sitting with its snapshot and a copy of both.
  static func disk(withCopy: Bool) throws -> (disk: FaultyFileSystem, history: [UInt8], scores: Scores) {
    let (disk, scores) = try StoreTests.sampleDisk(snapshot: true)
    let history = try #require(disk.contents(StoreTests.history))
    if withCopy {
      disk.put("\(copy)/history.jsonl", history)
      disk.put("\(copy)/progress.json", try #require(disk.contents(StoreTests.snapshot)))
    }
    return (disk, history, scores)
  }

  /// Repairs, and expects that nothing readable is lost, that nothing is deleted and that a second repair does nothing.
  static func expectMended(_ disk: FaultyFileSystem, _ explanation: String) throws {
    let readable = Set(ids(disk.contents(StoreTests.history)))
    let files = disk.files
    let steps = try repair(disk)
    #expect(!steps.isEmpty, "\(explanation)")
    let findings = try check(disk).findings
    #expect(findings.allSatisfy { $0.kind == .lostEvents }, "\(explanation): \(findings)")
    #expect(Set(ids(disk.contents(StoreTests.history))).isSuperset(of: readable), "\(explanation)")
    #expect(Set(disk.files).isSuperset(of: files), "\(explanation)")
    // Only the lock file says who came last.
    func contents() -> [String: [UInt8]?] {
      Dictionary(uniqueKeysWithValues: disk.files.filter { !$0.hasSuffix("lock") }.map { ($0, disk.contents($0)) })
    }
    let after = contents()
    #expect(try repair(disk).isEmpty, "\(explanation)")
    #expect(contents() == after, "\(explanation)")
  }

  @Test func soundFilesAreLeftAlone() throws {
    for snapshot in [false, true] {
      let (disk, _) = try StoreTests.sampleDisk(snapshot: snapshot)
      let files = disk.files
      let before = files.map { disk.contents($0) }
      #expect(try Self.repair(disk).isEmpty)
      #expect(disk.files == files)
      for (path, bytes) in zip(files, before) where !path.hasSuffix("lock") { #expect(disk.contents(path) == bytes) }
    }
    let nothing = FaultyFileSystem()
    #expect(try Self.repair(nothing).isEmpty)
    #expect(nothing.files.isEmpty)
  }

  @Test(arguments: [false, true]) func aFlippedBitIsMended(withCopy: Bool) throws {
    let (start, history, scores) = try Self.disk(withCopy: withCopy)
    // A step that is odd meets every place in a line and every bit.
    for index in stride(from: history.startIndex, to: history.endIndex, by: 29) {
      let disk = FaultyFileSystem(copying: start)
      var changed = history
      changed[index] ^= 1 << (index % 8)
      disk.put(StoreTests.history, changed)
      try Self.expectMended(disk, "byte \(index)")
      let store = try StoreTests.reopen(disk)
      // The snapshot knows what the lost line amounted to.
      #expect(store.scores == scores, "byte \(index)")
      #expect(store.notices.isEmpty, "byte \(index): \(store.notices)")
      store.close()
      if withCopy { #expect(disk.contents(StoreTests.history) == history, "byte \(index)") }
    }
  }

  @Test(arguments: [false, true]) func aCutHistoryIsMended(withCopy: Bool) throws {
    let (start, history, scores) = try Self.disk(withCopy: withCopy)
    for length in stride(from: 0, to: history.count, by: 31) {
      let disk = FaultyFileSystem(copying: start)
      disk.put(StoreTests.history, Array(history[..<length]))
      try Self.expectMended(disk, "length \(length)")
      let store = try StoreTests.reopen(disk)
      #expect(store.scores == scores, "length \(length)")
      store.close()
      if withCopy { #expect(disk.contents(StoreTests.history) == history, "length \(length)") }
    }
  }

  @Test func aCutSnapshotIsComputedAnewAndKeptAside() throws {
    let (start, history, scores) = try Self.disk(withCopy: false)
    let snapshot = try #require(start.contents(StoreTests.snapshot))
    // Only the newline at the end may be missing.
    for length in stride(from: 0, to: snapshot.count - 1, by: 37) {
      let disk = FaultyFileSystem(copying: start)
      disk.put(StoreTests.snapshot, Array(snapshot[..<length]))
      let steps = try Self.repair(disk)
      #expect(disk.contents(StoreTests.snapshot) == snapshot, "length \(length)")
      #expect(disk.contents(StoreTests.history) == history)
      let kept = try #require(disk.files.first { $0.hasPrefix("/data/progress.json.corrupt-") })
      #expect(disk.contents(kept) == Array(snapshot[..<length]))
      #expect(steps.contains(.keptSnapshot(path: kept)))
      #expect(try StoreTests.reopen(disk, mode: .readOnly).scores == scores)
    }
  }

  @Test func falseScoresAreComputedAnew() throws {
    let (disk, _, scores) = try Self.disk(withCopy: false)
    let right = try #require(disk.contents(StoreTests.snapshot))
    var value = try JSONValue(parsing: right)
    var object = try #require(value.objectValue)
    object["days"] = ["2026-11-23": ["asked": 99, "right": 1]]
    value = .object(object)
    disk.put(StoreTests.snapshot, sealedSnapshot(value))
    #expect(try Self.check(disk).foundDamage)
    try Self.expectMended(disk, "false scores")
    #expect(try StoreTests.reopen(disk, mode: .readOnly).scores == scores)
  }

  @Test func bothSidesOfAMergeConflictCount() throws {
    let (disk, base, _) = try Self.disk(withCopy: false)
    func more(_ seed: UInt64) throws -> [UInt8] {
      let side = FaultyFileSystem(copying: disk)
      let store = try openStore(side, clock: try TestClock("2026-11-24T08:00:00Z").clock, seed: seed)
      for fact in 10..<13 { try store.append([.review(.sample(fact + Int(seed), right: true))]) }
      store.close()
      return Array(try #require(side.contents(StoreTests.history)).dropFirst(base.count))
    }
    let (ours, theirs) = (try more(50), try more(60))
    let conflict: [[UInt8]] = [
      base, Array("<<<<<<< HEAD\n".utf8), ours, Array("=======\n".utf8), theirs, Array(">>>>>>> other\n".utf8),
    ]
    disk.put(StoreTests.history, Array(conflict.joined()))
    try Self.expectMended(disk, "conflict")
    let scan = HistoryScan(try #require(disk.contents(StoreTests.history)), after: 0)
    #expect(scan.isComplete)
    #expect(scan.events.map(\.id) == Self.ids(base) + Self.ids(ours) + Self.ids(theirs))
    #expect(try StoreTests.reopen(disk, mode: .readOnly).scores == Scores.replay(scan.events))
  }

  @Test func whatIsLostIsMarkedAndStillCounts() throws {
    let (disk, history, scores) = try Self.disk(withCopy: false)
    let lines = history.split(separator: 10).map { Array($0) + [10] }
    disk.put(StoreTests.history, Array((lines[..<2] + lines[4...]).joined()))
    let steps = try Self.repair(disk)
    #expect(steps.contains(.lost(events: 2, path: StoreTests.history)))
    let check = try Self.check(disk)
    #expect(check.findings == [.init(.lostEvents, path: StoreTests.history, line: 3)])
    #expect(!check.foundDamage)
    // Going on works, and so does taking back.
    let store = try StoreTests.reopen(disk)
    #expect(store.scores == scores)
    let saved = try store.append([.review(.sample(5, right: true))])
    #expect(saved.map(\.sequence) == [8])
    try store.append([.undone(events: saved.map(\.id))])
    #expect(store.scores == scores)
    store.close()
    #expect(try !Self.check(disk).foundDamage)
    // The next damage is another one: the old mark stays.
    var changed = try #require(disk.contents(StoreTests.history))
    changed[changed.count - 30] ^= 1
    disk.put(StoreTests.history, changed)
    try Self.expectMended(disk, "second damage")
  }

  @Test func aMissingHistoryComesFromTheNewestCopy() throws {
    for snapshot in [[], Array("{".utf8), nil] as [[UInt8]?] {
      let (start, history, scores) = try Self.disk(withCopy: true)
      let disk = FaultyFileSystem()
      for path in start.files where path.contains("backups") { disk.put(path, try #require(start.contents(path))) }
      disk.put("/data/backups/2026-11-20T11-00-00Z/history.jsonl", Array(history.prefix(300)))
      disk.put(StoreTests.snapshot, try #require(snapshot ?? start.contents(StoreTests.snapshot)))
      let steps = try Self.repair(disk)
      #expect(steps.contains(.recovered(events: 7, from: Self.copy)), "\(steps)")
      #expect(disk.contents(StoreTests.history) == history)
      #expect(try StoreTests.reopen(disk, mode: .readOnly).scores == scores)
      #expect(try Self.repair(disk).isEmpty)
    }
  }

  @Test func aCopyThatWentAnotherWayIsNotMixedIn() throws {
    let (disk, history, _) = try Self.disk(withCopy: false)
    // Another machine's history with the same numbers.
    disk.put("\(Self.copy)/history.jsonl", try longerHistory())
    var changed = history
    changed[400] ^= 1
    disk.put(StoreTests.history, changed)
    try Self.expectMended(disk, "other history")
    let ids = Set(Self.ids(disk.contents(StoreTests.history)))
    #expect(ids.isDisjoint(with: Self.ids(try longerHistory())))
  }

  @Test func eventsOfNewerVersionsKeepTheirMembers() throws {
    let (disk, history, _) = try Self.disk(withCopy: false)
    let line = HistoryLine.bytes(
      sequence: 8,
      members: Array(
        #""id":"n1","at":"2026-11-24T10:00:00.000Z","offset":0,"day":"2026-11-24","event":"dream","depth":1.50"#.utf8))
    disk.put(StoreTests.history, history + line + Array("noise\n".utf8))
    #expect(HistoryScan(line, after: 7).isComplete)
    _ = try Self.repair(disk)
    #expect(disk.contents(StoreTests.history) == history + line)
  }

  @Test func filesOfANewerVersionAndFilesInUseAreNotTouched() throws {
    let (disk, history, _) = try Self.disk(withCopy: false)
    let holder = try StoreTests.reopen(disk)
    disk.put(StoreTests.history, history + [1, 10])
    let held = #expect(throws: ProgressError.self) { try Self.repair(disk) }
    guard case .readOnly(.lockHeld)? = held else {
      Issue.record("\(String(describing: held))")
      return
    }
    holder.close()
    let newer = sealedSnapshot(["version": 99])
    disk.put(StoreTests.snapshot, newer)
    #expect(throws: ProgressError.readOnly(.newerVersion(path: StoreTests.snapshot, version: 99))) {
      try Self.repair(disk)
    }
    #expect(disk.contents(StoreTests.snapshot) == newer)
    #expect(disk.contents(StoreTests.history) == history + [1, 10])
  }

  @Test(arguments: ["folder", "dangling link", "pipe"]) func whatIsNoFileIsMovedAside(_ obstacle: String) throws {
    try withTemporaryFolder { path in
      let folder = DataFolder(path: "\(path)/data")
      let store = try ProgressStore.open(
        folder, clock: try TestClock().clock, randomness: .seeded(3), mode: .readWrite)
      for answer in sampleAnswers { try store.append(answer) }
      try store.saveSnapshot()
      store.close()
      let backup = Backup(
        folder: folder, fileSystem: .live, clock: try TestClock().clock, randomness: .seeded(4))
      #expect(try backup.makeBeforeReplacing() != nil)
      #expect(unlink(folder.historyPath) == 0)
      switch obstacle {
      case "folder": #expect(mkdir(folder.historyPath, 0o700) == 0)
      case "pipe": #expect(mkfifo(folder.historyPath, 0o600) == 0)
      default: #expect(symlink("\(path)/nowhere", folder.historyPath) == 0)
      }
      var repair = ProgressRepair(
        folder, clock: try TestClock("2026-11-24T10:00:00Z").clock, randomness: .seeded(5))
      try repair.run()
      #expect(try !ProgressCheck(folder).foundDamage)
      let again = try ProgressStore.open(folder, mode: .readOnly)
      #expect(again.scores == store.scores)
      let names = try FileSystem.live.list(folder.path)
      #expect(names.contains { $0.hasPrefix("history.jsonl.corrupt-") })
    }
  }

  @Test func everyStepIsASentenceWithItsPlace() {
    let steps: [ProgressRepair.Step] = [
      .backedUp(path: "/p"), .movedAside(path: "/p", to: "/q"), .keptLines(path: "/p"), .keptLastLine(path: "/p"),
      .keptSnapshot(path: "/p"), .recovered(events: 1, from: "/p"), .lost(events: 2, path: "/p"),
      .scoresFrom(path: "/p"), .wroteHistory(path: "/p", events: 3), .wroteSnapshot(path: "/p"),
    ]
    for step in steps { #expect("\(step)".hasSuffix(".") && "\(step)".contains("/p")) }
    #expect("\(steps[5])" == "1 event came back from /p.")
  }
}
