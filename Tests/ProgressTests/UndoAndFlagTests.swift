@testable import Progress
import Synchronization
import TestSupport
import Testing

/// Answers taken back and facts set aside.
@Suite struct UndoAndFlagTests {
  private static func answered(on disk: FaultyFileSystem) throws -> (store: ProgressStore, answers: [RecordedEvent]) {
    let store = try openStore(disk, clock: try TestClock().clock)
    return (store, try sampleAnswers.flatMap { try store.append($0) })
  }

  @Test func anAnswerTakenBackCountsAsIfItHadNeverBeenGiven() throws {
    let disk = FaultyFileSystem()
    let store = try openStore(disk, clock: try TestClock().clock)
    try store.append(sampleAnswers[0] + sampleAnswers[1])
    let before = store.scores
    let answers = try store.append(sampleAnswers[2])
    #expect(store.scores != before)
    try store.append([.undone(events: answers.map(\.id))])
    #expect(store.scores == before)
  }

  @Test(arguments: [false, true]) func takingBackReachesBehindTheSnapshotAndSurvivesARestart(savesAfter: Bool) throws {
    let disk = FaultyFileSystem()
    let (store, answers) = try Self.answered(on: disk)
    try store.saveSnapshot()
    let first = try #require(answers.first { $0.event == sampleAnswers[1][0] })
    try store.append([.undone(events: [first.id])])
    if savesAfter { try store.saveSnapshot() }
    store.close()
    #expect(store.scores.facts["f1"] == nil)
    let again = try openStore(disk, clock: try TestClock("2026-11-24T10:00:00Z").clock, seed: 3)
    #expect(again.scores == store.scores)
    #expect(again.notices.isEmpty)
    #expect(try ProgressCheck(DataFolder(path: "/data"), fileSystem: disk.fileSystem).findings.isEmpty)
  }

  @Test func answersGoOnAfterOneWasTakenBack() throws {
    let disk = FaultyFileSystem()
    let (store, answers) = try Self.answered(on: disk)
    try store.append([.undone(events: [answers[1].id])])
    let later = try store.append([.review(.sample(7, right: true))])
    #expect(later.map(\.sequence) == [answers.count + 2])
    #expect(store.scores.facts["f7"]?.right == 1)
    store.close()
    #expect(try openStore(disk, clock: try TestClock().clock, seed: 4).scores == store.scores)
  }

  /// A disk whose history has a damaged line before the place of its snapshot, and the store on it.
  private static func damaged() throws -> (disk: FaultyFileSystem, store: ProgressStore) {
    let (disk, _) = try StoreTests.sampleDisk(snapshot: true)
    var bytes = try #require(disk.contents(StoreTests.history))
    bytes[20] ^= 1
    disk.put(StoreTests.history, bytes)
    return (disk, try StoreTests.reopen(disk))
  }

  @Test func takingBackWorksBehindOldDamage() throws {
    let (disk, store) = try Self.damaged()
    try store.append([.review(.sample(5, right: true))])
    let before = store.scores
    let answers = try store.append([.review(.sample(6, right: true))])
    try store.append([.undone(events: answers.map(\.id))])
    #expect(store.scores == before)
    store.close()
    let again = try StoreTests.reopen(disk)
    #expect(again.scores == before)
    #expect(again.takeNotices().isEmpty)
  }

  @Test func whatCannotBeTakenBackIsTold() throws {
    let (disk, store) = try Self.damaged()
    let answers = try store.append([.review(.sample(6, right: true))])
    try store.saveSnapshot()
    try store.append([.undone(events: answers.map(\.id))])
    store.close()
    #expect(store.takeNotices() == [.undoneStillCounts(path: StoreTests.history)])
    let again = try StoreTests.reopen(disk, mode: .readOnly)
    #expect(again.takeNotices() == [.undoneStillCounts(path: StoreTests.history)])
  }

  @Test func takingBackDoesNotMakeTheNextStartReadEverything() throws {
    let disk = FaultyFileSystem()
    let (store, _) = try Self.answered(on: disk)
    try store.saveSnapshot()
    let start = try #require(disk.contents(StoreTests.history)).count
    let answers = try store.append([.review(.sample(6, right: true))])
    try store.append([.undone(events: answers.map(\.id))])
    store.close()
    var fileSystem = disk.fileSystem
    let readHistoryFrom = Mutex(Int.max)
    fileSystem.read = { (file, offset, count) throws(FileSystemError) in
      if file.path == StoreTests.history { readHistoryFrom.withLock { $0 = min($0, offset) } }
      return try disk.fileSystem.read(file, offset, count)
    }
    let again = try ProgressStore.open(
      DataFolder(path: "/data"), fileSystem: fileSystem, clock: try TestClock().clock, mode: .readOnly)
    #expect(again.scores == store.scores)
    #expect(readHistoryFrom.withLock { $0 } == start - Snapshot.Through.tailLength)
  }

  @Test func aFlagStaysWithItsNoteUntilItIsTakenAway() throws {
    let disk = FaultyFileSystem()
    let (store, _) = try Self.answered(on: disk)
    try store.append([.flagged(Flagged(fact: "f2", note: "two answers?")), .flagged(Flagged(fact: "f3", note: ""))])
    try store.saveSnapshot()
    try store.append([.unflagged(fact: "f3")])
    store.close()
    let again = try openStore(disk, clock: try TestClock().clock, seed: 5)
    #expect(again.scores.flagged == ["f2": "two answers?"])
  }

  @Test func noOtherAnswerIsLostWhereverTakingBackIsCutOff() throws {
    var runs = 0
    var wasReached = true
    while wasReached {
      runs += 1
      let disk = FaultyFileSystem()
      let (store, answers) = try Self.answered(on: disk)
      disk.plan(.kill, at: runs)
      let saved = try? store.append([.undone(events: [answers[1].id])])
      wasReached = disk.operations >= runs
      disk.restart()
      let again = try openStore(disk, clock: try TestClock().clock, seed: 6)
      #expect(saved == nil || again.scores.facts["f1"] == nil, "killed at operation \(runs)")
      #expect(again.scores.facts["f2"]?.seen == 2, "killed at operation \(runs)")
      again.close()
    }
    #expect(runs > 3)
  }
}
