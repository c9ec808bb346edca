import Synchronization
import TestSupport
import Testing

@testable import Progress

/// What happens if someone, perhaps a file synchronizer, changes the history between its loading and the first answer.
@Suite struct ChangedUnderneathTests {
  /// Appends an answer and checks that nothing of the history that was put in place is missing.
  private func expectAppended(_ store: ProgressStore, to expected: [UInt8], on disk: FaultyFileSystem) throws {
    let saved = try store.append([.review(.sample(6, right: false))])
    store.close()
    let bytes = try #require(disk.contents(StoreTests.history))
    #expect(bytes.starts(with: expected))
    let scan = HistoryScan(bytes, after: 0)
    #expect(scan.isComplete && scan.ending == .complete)
    #expect(scan.events.suffix(1) == saved[...])
    #expect(store.scores == Scores.replay(scan.events))
    let again = try StoreTests.reopen(disk, mode: .readOnly)
    #expect(again.scores == store.scores)
  }

  @Test(arguments: [false, true]) func anotherHistoryIsReadAnew(snapshot: Bool) throws {
    let (disk, _) = try StoreTests.sampleDisk(snapshot: snapshot)
    let store = try StoreTests.reopen(disk)
    let longer = try longerHistory()
    disk.put(StoreTests.history, longer)
    try expectAppended(store, to: longer, on: disk)
  }

  @Test func anotherHistoryIsNotCutByTheLengthOfATornLine() throws {
    let (disk, _) = try StoreTests.sampleDisk(snapshot: false)
    disk.put(StoreTests.history, try #require(disk.contents(StoreTests.history)) + Array("{\"seq\":8".utf8))
    let store = try StoreTests.reopen(disk)
    let longer = try longerHistory()
    disk.put(StoreTests.history, longer)
    try expectAppended(store, to: longer, on: disk)
  }

  @Test func anEndThatArrivesInPlaceIsReadToo() throws {
    let (disk, _) = try StoreTests.sampleDisk(snapshot: true)
    let whole = try #require(disk.contents(StoreTests.history))
    let (other, _) = try StoreTests.sampleDisk(snapshot: false)
    let longer = try openStore(other, clock: try TestClock().clock, seed: 3)
    try longer.append([.review(.sample(5, right: true))])
    longer.close()
    let grown = try #require(other.contents(StoreTests.history))
    #expect(grown.starts(with: whole))
    let store = try StoreTests.reopen(disk)
    let file = try disk.fileSystem.open(StoreTests.history, .append)
    try disk.fileSystem.writeAll(Array(grown.dropFirst(whole.count)), to: file)
    disk.fileSystem.close(file)
    try expectAppended(store, to: grown, on: disk)
  }

  @Test func aHistoryThatAppearsIsReadAnew() throws {
    let disk = FaultyFileSystem()
    disk.put("/data/note.txt", [])
    let store = try StoreTests.reopen(disk)
    let longer = try longerHistory()
    disk.put(StoreTests.history, longer)
    try expectAppended(store, to: longer, on: disk)
  }

  @Test func aHistoryThatVanishesIsTold() throws {
    let (disk, scores) = try StoreTests.sampleDisk(snapshot: true)
    let store = try StoreTests.reopen(disk)
    try disk.fileSystem.remove(StoreTests.history, .regular)
    #expect(try store.append([.review(.sample(5, right: true))]).map(\.sequence) == [8])
    store.close()
    #expect(store.takeNotices() == [.historyMissing(path: StoreTests.history)])
    #expect(try StoreTests.reopen(disk, mode: .readOnly).scores.facts.count == scores.facts.count + 1)
  }

  @Test(arguments: [false, true]) func whatANewerVersionPutInPlaceIsLeftAlone(afterFirst: Bool) throws {
    let (disk, _) = try StoreTests.sampleDisk(snapshot: true)
    let store = try StoreTests.reopen(disk)
    if afterFirst { try store.append([.review(.sample(5, right: true))]) }
    let longer = try longerHistory()
    let newer = Array("{\"version\": 2}".utf8)
    disk.put(StoreTests.history, longer)
    disk.put(StoreTests.snapshot, newer)
    let reason = ReadOnlyReason.newerVersion(path: StoreTests.snapshot, version: 2)
    #expect(throws: ProgressError.readOnly(reason)) { try store.append([.review(.sample(6, right: true))]) }
    #expect(throws: ProgressError.readOnly(reason)) { try store.append([.review(.sample(6, right: true))]) }
    store.close()
    #expect(disk.contents(StoreTests.history) == longer)
    #expect(disk.contents(StoreTests.snapshot) == newer)
  }

  @Test func aHistoryThatNeverRestsIsLeftAlone() throws {
    let (disk, _) = try StoreTests.sampleDisk(snapshot: false)
    let changes = Mutex(0)
    var fileSystem = disk.fileSystem
    fileSystem.open = { (path, purpose) throws(FileSystemError) in
      if path == StoreTests.history, purpose == .append {
        disk.put(path, (disk.contents(path) ?? []) + Array("x\n".utf8))
        changes.withLock { $0 += 1 }
      }
      return try disk.fileSystem.open(path, purpose)
    }
    let store = try ProgressStore.open(
      DataFolder(path: "/data"), fileSystem: fileSystem, clock: try TestClock().clock, randomness: .seeded(4),
      mode: .readWrite)
    let before = try #require(disk.contents(StoreTests.history))
    let failure = FileSystemError(.write, path: StoreTests.history, reason: .keepsChanging)
    #expect(throws: ProgressError.file(failure)) { try store.append([.review(.sample(5, right: true))]) }
    store.close()
    let left = before + Array(String(repeating: "x\n", count: changes.withLock { $0 }).utf8)
    #expect(disk.contents(StoreTests.history) == left)
  }
}
