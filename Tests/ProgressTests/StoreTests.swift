@testable import Progress
import StrictJSON
import TestSupport
import Testing

@Suite struct StoreTests {
  static let history = "/data/history.jsonl"
  static let snapshot = "/data/progress.json"

  /// A disk with the sample sitting, with or without its snapshot.
  static func sampleDisk(snapshot: Bool) throws -> (disk: FaultyFileSystem, scores: Scores) {
    let disk = FaultyFileSystem()
    let store = try openStore(disk, clock: try TestClock().clock)
    for answer in sampleAnswers { try store.append(answer) }
    if snapshot { try store.saveSnapshot() }
    store.close()
    return (disk, store.scores)
  }

  static func reopen(
    _ disk: FaultyFileSystem, mode: ProgressStore.Mode = .readWrite, at now: String = "2026-11-24T10:00:00Z"
  ) throws -> ProgressStore {
    try openStore(disk, clock: try TestClock(now).clock, mode: mode, seed: 2)
  }

  @Test func readingCreatesNothing() throws {
    let disk = FaultyFileSystem()
    for mode in [ProgressStore.Mode.readOnly, .readWrite] {
      let store = try openStore(disk, clock: try TestClock().clock, mode: mode)
      #expect(store.scores == Scores())
      #expect(store.notices.isEmpty)
      if mode == .readWrite { try store.saveSnapshot() }
      store.close()
    }
    #expect(disk.files.isEmpty)
    #expect(try disk.fileSystem.statusAtPath("/data") == nil)
  }

  @Test func answersComeBackWithAndWithoutSnapshot() throws {
    for snapshot in [false, true] {
      let (disk, scores) = try Self.sampleDisk(snapshot: snapshot)
      for mode in [ProgressStore.Mode.readOnly, .readWrite] {
        let store = try Self.reopen(disk, mode: mode)
        #expect(store.scores == scores)
        #expect(store.notices.isEmpty)
        store.close()
      }
    }
  }

  @Test func sequenceGoesOnBehindTheSnapshot() throws {
    let (disk, _) = try Self.sampleDisk(snapshot: true)
    let store = try Self.reopen(disk)
    #expect(try store.append([.review(.sample(5, right: true))]).map(\.sequence) == [8])
    #expect(
      try store.append([.review(.sample(5, right: true)), .review(.sample(6, right: true))]).map(\.sequence) == [9, 10])
    store.close()
    let again = try Self.reopen(disk)
    #expect(again.scores == store.scores)
    #expect(again.scores == Scores.replay(HistoryScan(try #require(disk.contents(Self.history)), after: 0).events))
    again.close()
  }

  @Test func readsOnlyTheTailBehindAFreshSnapshot() throws {
    let (disk, scores) = try Self.sampleDisk(snapshot: true)
    // Only the last bytes before the snapshot's place are looked at, so ten years of history cost nothing.
    var bytes = try #require(disk.contents(Self.history))
    for index in bytes.indices.dropLast(Snapshot.Through.tailLength) { bytes[index] = UInt8(ascii: "x") }
    disk.put(Self.history, bytes)
    let store = try Self.reopen(disk, mode: .readOnly)
    #expect(store.scores == scores)
    #expect(store.notices.isEmpty)
  }

  @Test func startCostsTheSameHoweverLongTheHistory() throws {
    func operations(_ events: Int) throws -> Int {
      let disk = FaultyFileSystem()
      let store = try openStore(disk, clock: try TestClock().clock)
      for start in stride(from: 0, to: events, by: 10_000) {
        try store.append((start..<min(start + 10_000, events)).map { .review(.sample($0 % 200, right: true)) })
      }
      try store.saveSnapshot()
      store.close()
      disk.plan(.shortWrite, at: 0)
      let again = try Self.reopen(disk, mode: .readOnly)
      #expect(again.scores == store.scores)
      return disk.operations
    }
    #expect(try operations(20_000) == operations(1000))
  }

  @Test func tornLastLineIsKeptAsideBeforeTheNextAnswer() throws {
    let (disk, _) = try Self.sampleDisk(snapshot: false)
    let bytes = try #require(disk.contents(Self.history))
    let torn = Array(bytes.dropLast(30))
    let lastLine = torn.count - (torn.lastIndex(of: 10) ?? 0) - 1
    disk.put(Self.history, torn)
    let store = try Self.reopen(disk)
    #expect(store.notices == [.incompleteLastLine(path: Self.history, bytes: lastLine)])
    #expect(disk.contents(Self.history) == torn)
    try store.append([.review(.sample(5, right: true))])
    store.close()
    let aside = try #require(disk.files.first { $0.contains("history.jsonl.torn-2026-11-24T10-00-") })
    #expect(store.notices.last == .keptAside(path: aside))
    #expect(disk.contents(aside) == torn.suffix(lastLine))
    let scan = HistoryScan(try #require(disk.contents(Self.history)), after: 0)
    #expect(scan.isComplete && scan.ending == .complete)
    #expect(scan.events.count == 7)
    let again = try Self.reopen(disk)
    #expect(again.notices.isEmpty)
    #expect(again.scores == store.scores)
    again.close()
  }

  @Test func missingNewlineIsAddedAndTheEventCounts() throws {
    let (disk, scores) = try Self.sampleDisk(snapshot: false)
    disk.put(Self.history, try #require(disk.contents(Self.history)).dropLast())
    let store = try Self.reopen(disk)
    #expect(store.scores == scores)
    #expect(store.notices.isEmpty)
    try store.append([.review(.sample(5, right: true))])
    store.close()
    #expect(HistoryScan(try #require(disk.contents(Self.history)), after: 0).events.count == 8)
    #expect(!disk.files.contains { $0.contains("torn") })
  }

  @Test func badLineInTheMiddleIsSalvagedAroundAndKeptAside() throws {
    let (disk, _) = try Self.sampleDisk(snapshot: false)
    var bytes = try #require(disk.contents(Self.history))
    let place = try #require(bytes.firstIndex(of: 10)) + 20
    bytes[place] ^= 1
    disk.put(Self.history, bytes)
    let store = try Self.reopen(disk)
    #expect(store.scores.facts["f1"] == nil)
    #expect(store.scores.facts.count == 3)
    guard case .badLines(Self.history, 1, _)? = store.notices.first, store.notices.count == 1 else {
      Issue.record("\(store.notices)")
      return
    }
    try store.append([.review(.sample(5, right: true))])
    store.close()
    let aside = try #require(disk.files.first { $0.hasPrefix("/data/history.jsonl.corrupt-") })
    let line = try #require(disk.contents(aside))
    #expect(bytes.contains(line))
    // Nothing is taken out of the history, and a second repair makes no second copy.
    #expect(try #require(disk.contents(Self.history)).starts(with: bytes))
    let again = try Self.reopen(disk, at: "2026-11-24T11:00:00Z")
    try again.append([.review(.sample(5, right: true))])
    again.close()
    #expect(disk.files.count { $0.hasPrefix("/data/history.jsonl.corrupt-") } == 1)
  }

  static let damages: [(String, @Sendable ([UInt8]) -> [UInt8])] = [
    ("empty", { _ in [] }), ("half", { Array($0.prefix($0.count / 2)) }), ("NULs", { $0.map { _ in 0 } }),
    ("duplicate key", { Array("{\"version\":1,\"version\":1}".utf8) + $0 }), ("list", { _ in Array("[]".utf8) }),
    ("nested", { _ in Array(String(repeating: "[", count: 100_000).utf8) }),
    ("merge conflict", { Array("<<<<<<< HEAD\n".utf8) + $0 }), ("UTF-16", { $0.flatMap { [$0, 0] } }),
    ("wrong type", { Array(String(decoding: $0, as: UTF8.self).replacing("\"facts\": {", with: "\"facts\": [").utf8) }),
    ("negative", { Array(String(decoding: $0, as: UTF8.self).replacing("\"asked\": ", with: "\"asked\": -").utf8) }),
  ]

  @Test(arguments: damages.indices) func damagedSnapshotIsKeptAndComputedAnew(_ index: Int) throws {
    let (disk, scores) = try Self.sampleDisk(snapshot: true)
    let damaged = Self.damages[index].1(try #require(disk.contents(Self.snapshot)))
    disk.put(Self.snapshot, damaged)
    let reader = try Self.reopen(disk, mode: .readOnly)
    #expect(reader.scores == scores)
    #expect(disk.contents(Self.snapshot) == damaged)
    let store = try Self.reopen(disk)
    #expect(store.scores == scores)
    guard case .snapshotDamaged(Self.snapshot, _, 7)? = store.notices.first else {
      Issue.record("\(store.notices)")
      return
    }
    try store.append([.review(.sample(5, right: true))])
    store.close()
    let aside = try #require(disk.files.first { $0.hasPrefix("/data/progress.json.corrupt-2026-11-24T10-00-") })
    #expect(disk.contents(aside) == damaged)
    #expect(try Snapshot(try #require(disk.contents(Self.snapshot))).through.sequence == 7)
    let again = try Self.reopen(disk)
    #expect(again.notices.isEmpty)
    #expect(again.scores == store.scores)
    again.close()
  }

  @Test func snapshotCutAtEveryByteNeverLosesAnAnswer() throws {
    let (disk, scores) = try Self.sampleDisk(snapshot: true)
    let bytes = try #require(disk.contents(Self.snapshot))
    for length in 0..<bytes.count {
      disk.put(Self.snapshot, Array(bytes[..<length]))
      let store = try Self.reopen(disk, mode: .readOnly)
      #expect(store.scores == scores)
      // Without its last newline the file is whole.
      #expect(store.notices.isEmpty == (length == bytes.count - 1))
    }
  }

  @Test func missingHistoryLeavesTheSnapshot() throws {
    let (disk, scores) = try Self.sampleDisk(snapshot: true)
    try disk.fileSystem.remove(Self.history, .regular)
    let store = try Self.reopen(disk)
    #expect(store.scores == scores)
    #expect(store.notices == [.historyMissing(path: Self.history)])
    #expect(try store.append([.review(.sample(5, right: true))]).map(\.sequence) == [8])
    store.close()
    // The first answer has moved the snapshot to the new history, so nothing depends on a second snapshot.
    let again = try Self.reopen(disk)
    #expect(again.scores == store.scores)
    #expect(again.scores.facts.count == 5)
    #expect(again.notices.isEmpty)
    again.close()
  }

  @Test func shorterHistoryThanTheSnapshotKnows() throws {
    let (disk, scores) = try Self.sampleDisk(snapshot: true)
    let bytes = try #require(disk.contents(Self.history))
    for length in 0..<bytes.count {
      disk.put(Self.history, Array(bytes[..<length]))
      let store = try Self.reopen(disk, mode: .readOnly)
      #expect(store.scores == scores, "cut at \(length)")
      #expect(!store.notices.isEmpty, "cut at \(length)")
    }
  }

  @Test func anotherHistoryIsReadAsAWhole() throws {
    let (disk, _) = try Self.sampleDisk(snapshot: true)
    let longer = try longerHistory()
    disk.put(Self.history, longer)
    let store = try Self.reopen(disk)
    #expect(store.scores == Scores.replay(HistoryScan(longer, after: 0).events))
    #expect(store.notices == [.snapshotOutOfStep(path: Self.snapshot, events: 30)])
    store.close()
  }

  @Test func unknownKeysSurviveNewAnswersAndARebuild() throws {
    let (disk, _) = try Self.sampleDisk(snapshot: true)
    let value = try JSONValue(parsing: try #require(disk.contents(Self.snapshot)))
    for moved in [false, true] {
      var changed = ScoresTests.withUnknownKeys(value, depth: 0)
      if moved { changed = ScoresTests.replacing(["through", "offset"], in: changed, with: 3) }
      disk.put(Self.snapshot, sealedSnapshot(changed))
      let store = try Self.reopen(disk)
      #expect(store.notices.isEmpty != moved)
      try store.append([.review(.sample(1, right: true))])
      try store.saveSnapshot()
      store.close()
      let written = String(decoding: try #require(disk.contents(Self.snapshot)), as: UTF8.self)
      #expect(written.split(separator: "future").count - 1 == 25)
    }
  }

  @Test func newerVersionIsLeftAlone() throws {
    let (disk, scores) = try Self.sampleDisk(snapshot: true)
    let newer = Array("{\"version\": 2, \"everything\": {\"else\": true}}\n".utf8)
    let history = disk.contents(Self.history)
    disk.put(Self.snapshot, newer)
    let store = try Self.reopen(disk)
    let reason = ReadOnlyReason.newerVersion(path: Self.snapshot, version: 2)
    #expect(store.notices == [.readOnly(reason)])
    #expect(store.scores == scores)
    #expect(throws: ProgressError.readOnly(reason)) { try store.append([.review(.sample(5, right: true))]) }
    try store.saveSnapshotIgnoringReadOnly()
    store.close()
    #expect(disk.contents(Self.snapshot) == newer)
    #expect(disk.contents(Self.history) == history)
  }

  @Test func nothingLeftButBackupsIsSaid() throws {
    let (disk, _) = try Self.sampleDisk(snapshot: true)
    let store = try Self.reopen(disk)
    try store.append([.review(.sample(5, right: true))])
    store.close()
    try disk.fileSystem.remove(Self.history, .regular)
    try disk.fileSystem.remove(Self.snapshot, .regular)
    #expect(try Self.reopen(disk, mode: .readOnly).notices == [.onlyBackupsLeft(path: "/data/backups")])
  }

  @Test func whatAKilledProgramLeftUnfinishedIsRemoved() throws {
    let (disk, _) = try Self.sampleDisk(snapshot: true)
    disk.put("/data/.progress.json.new-0123456789abcdef", [1])
    disk.put("/data/.progress.json", [2])
    let store = try Self.reopen(disk)
    try store.append([.review(.sample(5, right: true))])
    store.close()
    #expect(disk.contents("/data/.progress.json.new-0123456789abcdef") == nil)
    #expect(disk.contents("/data/.progress.json") == [2])
  }

  @Test func historyChangedUnderneathIsReadAnew() throws {
    let (disk, _) = try Self.sampleDisk(snapshot: false)
    let store = try Self.reopen(disk)
    try store.append([.review(.sample(5, right: true))])
    // A file synchronizer puts another machine's longer history in place.
    disk.put(Self.history, try longerHistory())
    #expect(try store.append([.review(.sample(6, right: false))]).map(\.sequence) == [31])
    store.close()
    let again = try Self.reopen(disk)
    #expect(again.scores == store.scores)
    #expect(again.notices.isEmpty)
    again.close()
  }

  @Test func nothingIsSavedAfterClosingOrAFailure() throws {
    let disk = FaultyFileSystem()
    let store = try openStore(disk, clock: try TestClock().clock)
    try store.append(sampleAnswers[0])
    let scores = store.scores
    // History unchanged? write, and then the synchronization fails once.
    disk.plan(.error(5, forEver: false), at: 3)
    let failure = FileSystemError(.synchronize, path: Self.history, errno: 5)
    #expect(throws: ProgressError.file(failure)) { try store.append(sampleAnswers[1]) }
    #expect(throws: ProgressError.stopped(failure)) { try store.append(sampleAnswers[1]) }
    #expect(throws: ProgressError.stopped(failure)) { try store.saveSnapshot() }
    #expect(store.scores == scores)
    store.close()
    #expect(throws: ProgressError.closed) { try store.append(sampleAnswers[1]) }
  }
}

extension ProgressStore {
  fileprivate func saveSnapshotIgnoringReadOnly() throws {
    do {
      try saveSnapshot()
    } catch {
      guard case .readOnly = error else { throw error }
    }
  }
}
