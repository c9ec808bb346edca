import Glibc
@testable import Progress
import TestSupport
import Testing

/// Repair and restore with every fault at every operation: what was readable before is readable after, and a second try works.
@Suite struct CareSweepTests {
  /// The damage a repair begins with.
  enum Damage: CaseIterable {
    case lineWithCopy, lineWithoutCopy, tornAndBadSnapshot, numbersTwice, historyGone

    func disk() throws -> FaultyFileSystem {
      let (disk, history, _) = try RepairTests.disk(withCopy: self == .lineWithCopy || self == .historyGone)
      var lines = history.split(separator: 10).map { Array($0) + [10] }
      switch self {
      case .lineWithCopy, .lineWithoutCopy:
        lines[3][20] ^= 1
      case .tornAndBadSnapshot:
        lines[6].removeLast(9)
        disk.put(StoreTests.snapshot, Array("{\"version\": 1".utf8))
      case .numbersTwice:
        lines.insert(HistoryLine.bytes(sequence: 4, members: Array(Self.other.utf8)), at: 5)
      case .historyGone:
        lines = []
      }
      disk.put(StoreTests.history, Array(lines.joined()))
      return disk
    }

    static let other =
      #""id":"other","at":"2026-11-23T10:00:00.000Z","offset":0,"day":"2026-11-23","event":"unflagged","fact":"f1""#
  }

  /// The faults, and whether the power fails after them; which error it is makes no difference here but for EINTR.
  private static let faults: [(fault: FaultyFileSystem.Fault, losesPower: Bool)] = [
    (.error(ENOSPC, forEver: false), false), (.error(EIO, forEver: true), false),
    (.error(EINTR, forEver: false), false), (.shortWrite, false), (.kill, false), (.kill, true),
  ]

  /// What can be read: the ids of events, and how many answers count.
  private struct Readable {
    let ids: Set<EventID>
    let copied: Set<EventID>
    let answers: Int

    init(_ disk: FaultyFileSystem) throws {
      ids = Set(RepairTests.ids(disk.contents(StoreTests.history)))
      copied = Set(
        disk.files.filter { $0.contains("Z/history.jsonl") }.flatMap { RepairTests.ids(disk.contents($0)) })
      let store = try StoreTests.reopen(disk, mode: .readOnly)
      answers = ProgressSummary(store.scores).answers
    }
  }

  /// Runs something with every fault at every operation; returns how many runs there were and how many events were lost.
  private func sweep(
    _ start: FaultyFileSystem, _ play: (FaultyFileSystem) throws -> Void,
    lost: (FaultyFileSystem, String) throws -> Int
  ) throws -> (runs: Int, lost: Int) {
    var count = (runs: 0, lost: 0)
    for (fault, losesPower) in Self.faults {
      var operation = 0
      var reachedTheEnd = false
      while !reachedTheEnd {
        operation += 1
        count.runs += 1
        let disk = FaultyFileSystem(copying: start)
        disk.plan(fault, at: operation)
        // What went wrong is told by what is found afterwards.
        try? play(disk)
        reachedTheEnd = disk.operations < operation
        losesPower ? disk.losePower(tearing: true) : disk.restart()
        count.lost += try lost(disk, "\(fault) at operation \(operation)\(losesPower ? ", then a power cut" : "")")
      }
    }
    return count
  }

  @Test(arguments: Damage.allCases) func aRepairLosesNothingReadable(_ damage: Damage) throws {
    let start = try damage.disk()
    let before = try Readable(start)
    let mended = FaultyFileSystem(copying: start)
    _ = try RepairTests.repair(mended)
    let best = try Readable(mended)
    let count = try sweep(start) {
      _ = try RepairTests.repair($0)
    } lost: { disk, explanation in
      let after = try Readable(disk)
      #expect(after.answers >= before.answers, "\(explanation), \(damage)")
      #expect(after.copied.isSuperset(of: before.copied), "\(explanation), \(damage)")
      _ = try RepairTests.repair(disk)
      #expect(try !RepairTests.check(disk).foundDamage, "\(explanation), \(damage)")
      let last = try Readable(disk)
      #expect(last.ids.isSuperset(of: before.ids) && last.answers == best.answers, "\(explanation), \(damage)")
      let missing = before.ids.subtracting(after.ids).count
      #expect(missing == 0, "\(explanation), \(damage)")
      return missing
    }
    print("\(count.runs) faults tried in a repair of \(damage), \(count.lost) readable events lost")
    #expect(count.runs > 300)
  }

  @Test(arguments: ["sound", "damaged"]) func aRestoreLosesNothingReadable(_ present: String) throws {
    let (start, history, scores) = try RestoreTests.disk()
    if present == "damaged" {
      let now = try #require(start.contents(StoreTests.history))
      start.put(StoreTests.history, Array(now.dropFirst(20)))
    }
    let before = try Readable(start)
    let everything = before.ids.union(before.copied)
    let count = try sweep(start) { disk in
      var restore = try RestoreTests.restore(disk)
      try restore?.run()
    } lost: { disk, explanation in
      let after = try Readable(disk)
      #expect(after.copied.isSuperset(of: before.copied), "\(explanation)")
      #expect(after.answers >= min(before.answers, 4), "\(explanation)")
      var restore = try #require(try RestoreTests.restore(disk))
      if !restore.changesNothing { try restore.run() }
      #expect(disk.contents(StoreTests.history) == history, "\(explanation)")
      #expect(try StoreTests.reopen(disk, mode: .readOnly).scores == scores, "\(explanation)")
      let last = try Readable(disk)
      let missing = [after, last].map { everything.subtracting($0.ids.union($0.copied)).count }.reduce(0, +)
      #expect(missing == 0, "\(explanation)")
      return missing
    }
    print("\(count.runs) faults tried in a restore over \(present) files, \(count.lost) readable events lost")
    #expect(count.runs > 300)
  }
}
