import Glibc
import TestSupport
import Testing

@testable import Progress

/// Merging into a data folder.
@Suite struct ProgressMergeTests {
  private static let other = "/stick/history.jsonl"

  /// A folder with a sitting and its snapshot, and the history of another machine beside it.
  private func disk() throws -> FaultyFileSystem {
    let disk = FaultyFileSystem()
    let store = try openStore(disk, clock: try TestClock("2026-11-22T10:00:00Z").clock)
    for events in sampleAnswers { try store.append(events) }
    try store.saveSnapshot()
    store.close()
    let second = FaultyFileSystem()
    let stick = try openStore(second, clock: try TestClock("2026-11-22T10:00:02Z").clock, seed: 9)
    try stick.append(sampleExams)
    stick.close()
    disk.put(Self.other, try #require(second.contents("/data/history.jsonl")))
    return disk
  }

  private func merge(
    _ disk: FaultyFileSystem, _ others: [String] = [other]
  ) throws -> ProgressMerge.Report {
    try ProgressMerge(
      folder: DataFolder(path: "/data"), fileSystem: disk.fileSystem,
      clock: try TestClock("2026-11-23T10:00:00Z").clock, randomness: .seeded(3)
    ).perform(others, command: "kpo progress merge")
  }

  private func ids(_ disk: FaultyFileSystem, _ path: String = "/data/history.jsonl") -> Set<EventID> {
    Set(HistoryScan(disk.contents(path) ?? [], after: 0).events.map(\.id))
  }

  @Test func theScoresAreThoseOfAllEventsAndASecondTimeChangesNothing() throws {
    let disk = try disk()
    let before = try #require(disk.contents("/data/history.jsonl"))
    let stick = disk.contents(Self.other)
    let report = try merge(disk)
    #expect(report.hasChanged)
    #expect(report.plan.sources.map(\.newEvents) == [7, sampleExams.count])
    #expect(disk.contents(Self.other) == stick)
    #expect(disk.contents(try #require(report.backup) + "/history.jsonl") == before)
    let check = try ProgressCheck(DataFolder(path: "/data"), fileSystem: disk.fileSystem)
    #expect(check.findings.isEmpty)
    #expect(check.events == 7 + sampleExams.count)
    let store = try openStore(disk, clock: try TestClock().clock)
    #expect(store.takeNotices().isEmpty)
    #expect(store.scores.openMock?.began.sitting == "x2")
    #expect(store.scores.facts.count > 4)
    store.close()

    // The lock file tells who came last.
    let files = disk.files.filter { !$0.hasSuffix("/lock") }
    let contents = files.map { disk.contents($0) }
    #expect(try !merge(disk).hasChanged)
    #expect(disk.files.filter { !$0.hasSuffix("/lock") } == files)
    #expect(files.map { disk.contents($0) } == contents)
  }

  @Test func planningWritesNothing() throws {
    let disk = try disk()
    let files = disk.files.map { disk.contents($0) }
    let plan = try ProgressMerge(folder: DataFolder(path: "/data"), fileSystem: disk.fileSystem).plan([Self.other])
    #expect(plan.merged.count == 7 + sampleExams.count)
    #expect(disk.files.map { disk.contents($0) } == files)
  }

  @Test func aFaultAnywhereLeavesTheOldOrTheNew() throws {
    let start = try disk()
    let old = ids(start)
    let all = old.union(ids(start, Self.other))
    var runs = 0
    var differences = 0
    for fault in [.error(ENOSPC, forEver: false), .error(EIO, forEver: true), .shortWrite, .kill]
      as [FaultyFileSystem.Fault]
    {
      for tearing in [nil, false, true] {
        var operation = 0
        var reachedTheEnd = false
        while !reachedTheEnd {
          operation += 1
          runs += 1
          let disk = FaultyFileSystem(copying: start)
          disk.plan(fault, at: operation)
          let done = try? merge(disk)
          reachedTheEnd = disk.operations < operation
          if let tearing { disk.losePower(tearing: tearing) } else { disk.restart() }
          let explanation = "\(fault) at \(operation), power cut \(tearing.map { "tearing \($0)" } ?? "none")"
          let found = ids(disk)
          let isWhole = found == all || done == nil && found == old
          #expect(isWhole, "\(explanation)")
          differences += isWhole ? 0 : 1
          let store = try openStore(disk, clock: try TestClock("2026-11-23T12:00:00Z").clock, mode: .readOnly)
          let scan = HistoryScan(disk.contents("/data/history.jsonl") ?? [], after: 0)
          #expect(scan.isComplete && scan.ending == .complete, "\(explanation)")
          #expect(store.scores == Scores.replay(scan.events), "\(explanation)")
          _ = try merge(disk)
          #expect(ids(disk) == all, "\(explanation)")
          #expect(!disk.files.contains { $0.contains(".new-") }, "\(explanation)")
        }
      }
    }
    #expect(runs > 300)
    print("\(runs) faults tried in a merge, \(differences) differences found")
  }

  @Test func damagedLinesAreKeptAsideAndOthersWithoutHistoryRefused() throws {
    let disk = try disk()
    let own = try #require(disk.contents("/data/history.jsonl"))
    disk.put("/data/history.jsonl", own + Array("{\"seq\":8,".utf8))
    disk.put(Self.other, try #require(disk.contents(Self.other)) + Array("<<<<<<< HEAD\n".utf8))
    let report = try merge(disk)
    #expect(report.plan.hasDoubts)
    #expect(report.plan.sources[1].reading.badLines == [sampleExams.count + 1])
    #expect(
      report.keptAside.compactMap { disk.contents($0) }.map { String(decoding: $0, as: UTF8.self) } == ["{\"seq\":8,"])
    #expect(ids(disk).count == 7 + sampleExams.count)
    disk.put("/stick/notes.txt", Array("dear diary\n".utf8))
    #expect(throws: MergeError.notHistory(path: "/stick/notes.txt")) { try merge(disk, ["/stick/notes.txt"]) }
    #expect(throws: MergeError.noHistory(path: "/stick/none")) { try merge(disk, ["/stick/none"]) }
  }

  @Test func anotherProgramKeepsItFromWriting() throws {
    let disk = try disk()
    let store = try openStore(disk, clock: try TestClock().clock)
    let before = ids(disk)
    do {
      _ = try merge(disk)
      Issue.record("merged in spite of the lock")
    } catch let error as MergeError {
      guard case .progress(.readOnly(.lockHeld)) = error else { throw error }
    }
    #expect(ids(disk) == before)
    store.close()
  }

  @Test func intoADamagedHistoryNothingIsMerged() throws {
    let start = try disk()
    let own = try #require(start.contents("/data/history.jsonl"))
    let lines = own.split(separator: UInt8(ascii: "\n"))
    for damage in [nil, own.dropLast(lines[lines.count - 1].count + 1), own.dropFirst(20)] {
      let disk = FaultyFileSystem(copying: start)
      if let damage {
        disk.put("/data/history.jsonl", Array(damage))
      } else {
        try disk.fileSystem.remove("/data/history.jsonl", .regular)
      }
      let files = disk.files.filter { !$0.hasSuffix("/lock") }.map { disk.contents($0) }
      #expect(throws: MergeError.damagedHere(path: "/data/history.jsonl")) { try merge(disk) }
      #expect(disk.files.filter { !$0.hasSuffix("/lock") }.map { disk.contents($0) } == files)
    }
  }

  @Test func whatOnlyTheSnapshotCountsAfterARepairIsNotMergedAway() throws {
    let disk = try disk()
    let own = try #require(disk.contents("/data/history.jsonl"))
    disk.put("/data/history.jsonl", Array(own.dropFirst(20)))
    _ = try RepairTests.repair(disk)
    #expect(throws: MergeError.lostEvents(path: "/data/history.jsonl")) { try merge(disk) }
    // The other way round all that is left arrives, and no mark.
    let other = ProgressMerge(
      folder: DataFolder(path: "/stick"), fileSystem: disk.fileSystem, clock: try TestClock().clock,
      randomness: .seeded(4))
    _ = try other.perform(["/data"], command: "test")
    let check = try ProgressCheck(DataFolder(path: "/stick"), fileSystem: disk.fileSystem)
    #expect(check.findings.isEmpty)
    #expect(check.events == 6 + sampleExams.count)
  }

  @Test func aSnapshotIsNotTakenForOneOfAnotherHistoryWithLinesOfTheSameLength() throws {
    let clock = try TestClock("2026-11-22T10:00:00Z")
    let disk = FaultyFileSystem()
    let store = try openStore(disk, clock: clock.clock)
    let first = try store.append([.review(.sample(1, right: true))])
    try store.append([.review(.sample(3, right: true))])
    try store.saveSnapshot()
    store.close()
    // A synchronizer puts the union with another machine's history in place, whose answer comes in between.
    let own = try #require(disk.contents("/data/history.jsonl"))
    var other = try #require(first.first)
    other.id = "00000000000000ff"
    other.at = Timestamp(microseconds: other.at.microseconds + 500_000)
    other.event = .review(.sample(5, right: true))
    let merged = HistoryReading(own).history.merging(HistoryReading(other.line).history)
    #expect(merged.order.dropFirst().first == other.id)
    let bytes = merged.bytes()
    #expect(bytes[own.count - 1] == UInt8(ascii: "\n"), "the snapshot ends with a line of both histories")
    disk.put("/data/history.jsonl", bytes)
    let again = try openStore(disk, clock: clock.clock, mode: .readOnly)
    #expect(again.scores == Scores.replay(HistoryScan(bytes, after: 0).events))
    #expect(again.scores.facts.keys.sorted() == ["f1", "f3", "f5"])
  }
}
