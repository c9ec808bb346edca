@testable import Progress
import TestSupport
import Testing

/// Putting a dated copy in the place of the present.
@Suite struct RestoreTests {
  static let name = "2026-11-23T11-00-00Z"

  static func restore(_ disk: FaultyFileSystem, _ name: String = name) throws -> ProgressRestore? {
    try ProgressRestore(
      name, in: DataFolder(path: "/data"), fileSystem: disk.fileSystem,
      clock: try TestClock("2026-11-23T20:00:00Z").clock, randomness: .seeded(41))
  }

  /// A copy of the sample sitting, and a present that went on by one answer.
  static func disk() throws -> (disk: FaultyFileSystem, history: [UInt8], scores: Scores) {
    let (disk, history, scores) = try RepairTests.disk(withCopy: true)
    let store = try openStore(disk, clock: try TestClock("2026-11-23T12:00:00Z").clock, seed: 8)
    try store.append([.review(.sample(12, right: true))])
    try store.saveSnapshot()
    store.close()
    return (disk, history, scores)
  }

  @Test func lookingTellsWhatWouldChangeAndChangesNothing() throws {
    let (disk, _, _) = try Self.disk()
    let files = disk.files
    let before = files.map { disk.contents($0) }
    let restore = try #require(try Self.restore(disk))
    #expect(restore.present?.answers == 5)
    #expect(restore.copy.answers == 4)
    #expect(restore.eventsLeftOut == 1)
    #expect(restore.isCopySound)
    #expect(!restore.changesNothing)
    #expect(disk.files == files)
    #expect(files.map { disk.contents($0) } == before)
  }

  @Test(arguments: ["sound", "damaged", "history missing", "all missing"])
  func thePresentIsKeptAndTheCopyTakesItsPlace(_ present: String) throws {
    let (start, history, scores) = try Self.disk()
    let now = try #require(start.contents(StoreTests.history))
    let disk = FaultyFileSystem()
    for path in start.files {
      if path == StoreTests.history, present.contains("missing") { continue }
      if path == StoreTests.snapshot, present == "all missing" { continue }
      disk.put(path, try #require(start.contents(path)))
    }
    if present == "damaged" {
      disk.put(StoreTests.history, Array(now.dropFirst(20)))
      disk.put(StoreTests.snapshot, [0, 0])
    }
    let old = disk.contents(StoreTests.history)
    var restore = try #require(try Self.restore(disk))
    try restore.run()
    #expect(disk.contents(StoreTests.history) == history)
    #expect(disk.contents(StoreTests.snapshot) == start.contents("\(RepairTests.copy)/progress.json"))
    #expect(try RepairTests.check(disk).findings.isEmpty)
    #expect(try StoreTests.reopen(disk, mode: .readOnly).scores == scores)
    #expect(disk.contents("\(RepairTests.copy)/history.jsonl") == history)
    if let old {
      let kept = disk.files.filter { $0.contains("backups") && $0.hasSuffix("history.jsonl") }
      #expect(kept.contains { disk.contents($0) == old })
      #expect(restore.steps.contains { if case .backedUp = $0 { true } else { false } })
    }
    #expect(try #require(try Self.restore(disk)).changesNothing)
  }

  @Test func aRestoreCanBeTakenBackWithinTheSameSecond() throws {
    let (disk, _, _) = try Self.disk()
    let now = try #require(disk.contents(StoreTests.history))
    var first = try #require(try Self.restore(disk))
    try first.run()
    guard case .backedUp(let path)? = first.steps.first else {
      Issue.record("\(first.steps)")
      return
    }
    let name = try #require(path.split(separator: "/").last.map(String.init))
    var second = try #require(try Self.restore(disk, name))
    try second.run()
    #expect(disk.contents(StoreTests.history) == now)
    #expect(disk.files.count { $0.contains("backups") && $0.hasSuffix("history.jsonl") } == 3)
  }

  @Test func aDamagedCopyIsToldAndAnUnknownNameIsNone() throws {
    let (disk, history, _) = try Self.disk()
    disk.put("\(RepairTests.copy)/history.jsonl", Array(history.dropFirst(9)))
    #expect(try #require(try Self.restore(disk)).isCopySound == false)
    for name in ["", "..", "2026-11-23", "2026-11-22T11-00-00Z", "../backups/\(Self.name)"] {
      #expect(try Self.restore(disk, name) == nil, "\(name)")
    }
  }

  @Test func theListReadsEachCopyBack() throws {
    let (disk, history, _) = try Self.disk()
    disk.put("/data/backups/2026-11-22T01-00-00Z/history.jsonl", Array(history.dropFirst(9)))
    disk.put("/data/backups/notes/history.jsonl", [])
    let backup = Backup(
      folder: DataFolder(path: "/data"), fileSystem: disk.fileSystem, clock: try TestClock().clock,
      randomness: .seeded(1))
    let copies = try backup.copies()
    #expect(copies.map(\.name) == [Self.name, "2026-11-22T01-00-00Z"])
    // Two in the morning, by a wall clock one hour ahead, belongs to the day before.
    #expect(copies.map(\.day) == [StudyDay("2026-11-23"), StudyDay("2026-11-21")])
    #expect(copies.map(\.isSound) == [true, false])
    #expect(copies.map { $0.summary?.answers }.first == 4)
    #expect(copies.last?.bytes == history.count - 9)
    #expect(try backup.bestCopy() == copies.first)
  }
}
