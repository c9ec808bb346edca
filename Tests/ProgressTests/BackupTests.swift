@testable import Progress
import TestSupport
import Testing

@Suite struct BackupTests {
  @Test func firstWriteOfADayCopiesWhatWasThere() throws {
    let (disk, _) = try StoreTests.sampleDisk(snapshot: true)
    let history = disk.contents(StoreTests.history)
    let snapshot = disk.contents(StoreTests.snapshot)
    #expect(!disk.files.contains { $0.contains("backups") })
    for hour in ["10", "11"] {
      let store = try StoreTests.reopen(disk, at: "2026-11-24T\(hour):00:00Z")
      try store.append([.review(.sample(5, right: true))])
      store.close()
    }
    let copies = disk.files.filter { $0.contains("backups") }
    #expect(copies.count == 2)
    let folder = try #require(copies.first).dropLast("/history.jsonl".count)
    #expect(folder.hasPrefix("/data/backups/2026-11-24T10-00-0"))
    #expect(disk.contents("\(folder)/history.jsonl") == history)
    #expect(disk.contents("\(folder)/progress.json") == snapshot)
  }

  @Test func aStudyDayBeginsAtFour() throws {
    let (disk, _) = try StoreTests.sampleDisk(snapshot: false)
    // The wall clock of the tests is one hour ahead of UTC: 03:30, then 04:30.
    for (moment, copies) in [("2026-11-24T02:30:00Z", 1), ("2026-11-24T03:30:00Z", 2), ("2026-11-25T02:30:00Z", 2)] {
      let store = try StoreTests.reopen(disk, at: moment)
      try store.append([.review(.sample(5, right: true))])
      store.close()
      #expect(disk.files.count { $0.hasSuffix("Z/history.jsonl") } == copies)
    }
  }

  @Test func aProgramThatRunsOvernightMakesACopyOnTheNextDay() throws {
    let disk = FaultyFileSystem()
    let clock = try TestClock("2026-11-23T10:00:00Z")
    let store = try openStore(disk, clock: clock.clock)
    try store.append(sampleAnswers[0])
    let yesterday = disk.contents(StoreTests.history)
    for (moment, copies) in [("2026-11-24T02:30:00Z", 0), ("2026-11-24T03:30:00Z", 1), ("2026-11-24T10:00:00Z", 1)] {
      try clock.set(moment)
      try store.append([.review(.sample(5, right: true))])
      #expect(disk.files.count { $0.hasSuffix("Z/history.jsonl") } == copies, "\(moment)")
    }
    store.close()
    let copy = try #require(disk.files.first { $0.hasSuffix("Z/history.jsonl") })
    #expect(try #require(disk.contents(copy)).starts(with: try #require(yesterday)))
    #expect(HistoryScan(try #require(disk.contents(copy)), after: 0).events.count == 2)
  }

  @Test func keepsDaysWeeksAndMonths() throws {
    let last = try #require(Timestamp("2026-11-23T10:00:00Z"))
    let all =
      (0..<800).map { Timestamp(seconds: last.seconds - $0 * 86_400) } + [Timestamp(seconds: last.seconds - 3600)]
    let kept = BackupRotation.kept(all) { StudyDay(at: $0, utcOffset: 0) }.sorted(by: >)
    let days = kept.map { StudyDay(at: $0, utcOffset: 0).description }
    #expect(
      days.prefix(7) == [
        "2026-11-23", "2026-11-22", "2026-11-21", "2026-11-20", "2026-11-19", "2026-11-18", "2026-11-17",
      ])
    // Sundays, as the last days of earlier weeks, and the last days of earlier months.
    #expect(days.dropFirst(7).prefix(3) == ["2026-11-15", "2026-11-08", "2026-10-31"])
    #expect(days.last == "2025-12-31")
    #expect(days.count == 7 + 2 + 11)
    #expect(kept.first == last)
  }

  @Test func removesOnlyItsOwnCopies() throws {
    let (disk, _) = try StoreTests.sampleDisk(snapshot: false)
    disk.put("/data/backups/2020-01-01T00-00-00Z/history.jsonl", [1])
    disk.put("/data/backups/2020-01-01T00-00-00Z/note.txt", [2])
    disk.put("/data/backups/mine/history.jsonl", [3])
    disk.put("/data/backups/.unfinished-1/history.jsonl", [4])
    let clock = try TestClock("2026-01-01T10:00:00Z")
    let backup = Backup(
      folder: DataFolder(path: "/data"), fileSystem: disk.fileSystem, clock: clock.clock, randomness: .seeded(4))
    for day in 0..<40 {
      try clock.set("\(try #require(StudyDay("2026-01-01")).adding(days: day * 20))T10:00:00Z")
      #expect(try backup.makeOncePerDay() != nil)
      #expect(try backup.makeOncePerDay() == nil)
    }
    // Twenty days apart: 7 days, among which the weeks are, and 12 months.
    #expect(try backup.moments().count == 7 + 8)
    #expect(disk.contents("/data/backups/2020-01-01T00-00-00Z/note.txt") == [2])
    #expect(disk.contents("/data/backups/mine/history.jsonl") == [3])
    #expect(!disk.files.contains { $0.contains("unfinished") })
  }

  @Test func aFailedCopyDoesNotKeepTheAnswerFromBeingSaved() throws {
    let (disk, _) = try StoreTests.sampleDisk(snapshot: false)
    var fileSystem = disk.fileSystem
    fileSystem.makeFolder = { path throws(FileSystemError) in throw FileSystemError(.makeFolder, path: path, errno: 28)
    }
    let store = try ProgressStore.open(
      DataFolder(path: "/data"), fileSystem: fileSystem, clock: try TestClock("2026-11-24T10:00:00Z").clock,
      randomness: .seeded(5), mode: .readWrite)
    try store.append([.review(.sample(5, right: true))])
    store.close()
    #expect(store.notices == [.backupFailed(FileSystemError(.makeFolder, path: "/data/backups", errno: 28))])
    #expect(HistoryScan(try #require(disk.contents(StoreTests.history)), after: 0).events.count == 8)
  }
}
