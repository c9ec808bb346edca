import TestSupport
import Testing

@testable import Progress

/// What the learner is told about the files, and when.
@Suite struct NoticeTests {
  @Test func noticesAreTakenOnceAndThoseOfWritingComeLater() throws {
    let (disk, _) = try StoreTests.sampleDisk(snapshot: false)
    disk.put(StoreTests.history, try #require(disk.contents(StoreTests.history)) + [1, 2, 3])
    let store = try StoreTests.reopen(disk)
    #expect(store.takeNotices() == [.incompleteLastLine(path: StoreTests.history, bytes: 3)])
    #expect(store.takeNotices().isEmpty)
    try store.append([.review(.sample(5, right: true))])
    let aside = try #require(disk.files.first { $0.contains("torn") })
    #expect(store.takeNotices() == [.keptAside(path: aside)])
    // Reading anew tells nothing twice.
    disk.put(StoreTests.history, try longerHistory() + [1, 2, 3])
    try store.append([.review(.sample(5, right: true))])
    store.close()
    #expect(!store.takeNotices().contains(.incompleteLastLine(path: StoreTests.history, bytes: 3)))
  }

  static let newer = ReadOnlyReason.newerVersion(path: StoreTests.snapshot, version: 2)

  @Test func aNewerVersionIsToldToReaders() throws {
    let (disk, _) = try StoreTests.sampleDisk(snapshot: false)
    disk.put(StoreTests.snapshot, Array("{\"version\": 2}".utf8))
    let store = try StoreTests.reopen(disk, mode: .readOnly)
    #expect(store.readOnlyReason == .requested)
    #expect(store.takeNotices() == [.readOnly(Self.newer)])
  }

  @Test func aNewerVersionIsToldBesideTheLock() throws {
    let (disk, _) = try StoreTests.sampleDisk(snapshot: false)
    let first = try StoreTests.reopen(disk)
    disk.put(StoreTests.snapshot, Array("{\"version\": 2}".utf8))
    let second = try StoreTests.reopen(disk)
    guard case .lockHeld? = second.readOnlyReason else {
      Issue.record("\(String(describing: second.readOnlyReason))")
      return
    }
    #expect(second.takeNotices().suffix(1) == [.readOnly(Self.newer)])
    first.close()
  }

  @Test(arguments: [false, true]) func aDamagedSnapshotWithoutAHistoryIsNoSilentBeginning(backups: Bool) throws {
    let (disk, _) = try StoreTests.sampleDisk(snapshot: true)
    if backups {
      let store = try StoreTests.reopen(disk)
      try store.append([.review(.sample(5, right: true))])
      store.close()
    }
    try disk.fileSystem.remove(StoreTests.history, .regular)
    disk.put(StoreTests.snapshot, Array("{".utf8))
    let store = try StoreTests.reopen(disk)
    let notices = store.takeNotices()
    #expect(
      notices == [
        .nothingLeft(
          snapshot: StoreTests.snapshot, reason: "the text ends too early (byte 1)", history: StoreTests.history,
          backups: backups ? "/data/backups" : nil)
      ])
    let text = try #require(notices.first).description
    #expect(text.contains("/data/history.jsonl is missing"))
    #expect(text.contains("/data/backups") == backups)
    try store.append([.review(.sample(5, right: true))])
    store.close()
    #expect(disk.files.contains { $0.hasPrefix("/data/progress.json.corrupt-") })
  }

  @Test func aDamagedSnapshotWithAnEmptyHistoryIsNoSilentBeginning() throws {
    let disk = FaultyFileSystem()
    disk.put(StoreTests.history, [])
    disk.put(StoreTests.snapshot, Array("{".utf8))
    let notices = try StoreTests.reopen(disk).takeNotices()
    #expect(
      notices == [
        .snapshotDamaged(path: StoreTests.snapshot, reason: "the text ends too early (byte 1)", events: 0)
      ])
    #expect(try #require(notices.first).description.contains("The history holds no event, so your scores begin anew."))
  }
}
