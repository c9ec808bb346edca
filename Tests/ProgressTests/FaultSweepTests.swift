import Glibc
@testable import Progress
import TestSupport
import Testing

/// Plays a short script against every fault at every single operation and compares what was confirmed with what a restart finds.
@Suite struct FaultSweepTests {
  static let faults: [FaultyFileSystem.Fault] =
    [ENOSPC, EDQUOT, EIO, EROFS, EMFILE].flatMap { [.error($0, forEver: false), .error($0, forEver: true)] }
    + [.error(EINTR, forEver: false), .shortWrite, .kill]

  /// Two folders deep, so that names above the data folder can get lost as well.
  static let folder = "/share/kpo"

  /// The folders a script begins with: none, one with a sitting and its snapshot, one with a torn history and a damaged snapshot.
  enum Beginning: CaseIterable {
    case nothing, sitting, damage

    func disk() throws -> (FaultyFileSystem, Set<EventID>) {
      let disk = FaultyFileSystem()
      guard self != .nothing else { return (disk, []) }
      let folder = FaultSweepTests.folder
      let store = try openStore(disk, at: folder, clock: try TestClock("2026-11-22T10:00:00Z").clock, seed: 5)
      var saved = try store.append(sampleAnswers[0] + sampleAnswers[1])
      try store.saveSnapshot()
      saved += try store.append(sampleAnswers[2])
      store.close()
      if self == .damage {
        let history = try #require(disk.contents("\(folder)/history.jsonl"))
        disk.put("\(folder)/history.jsonl", history + Array("{\"seq\":6,\"id\":\"00".utf8))
        disk.put("\(folder)/progress.json", Array("{\"version\": 1".utf8))
      }
      return (disk, Set(saved.map(\.id)))
    }
  }

  /// Opens, answers, saves the snapshot, answers again; returns the ids of the events that were confirmed.
  static func play(_ disk: FaultyFileSystem, seed: UInt64 = 9) throws -> Set<EventID> {
    var confirmed: Set<EventID> = []
    let clock = try TestClock().clock
    guard let store = try? openStore(disk, at: folder, clock: clock, seed: seed) else { return [] }
    for (index, answer) in sampleAnswers.enumerated() {
      if let saved = try? store.append(answer) { confirmed.formUnion(saved.map(\.id)) }
      if index == 2 { try? store.saveSnapshot() }
    }
    store.close()
    return confirmed
  }

  /// What a program finds that starts on the disk as it is now.
  static func found(_ disk: FaultyFileSystem, _ explanation: String) throws -> Set<EventID> {
    let store = try openStore(disk, at: folder, clock: try TestClock("2026-11-23T11:00:00Z").clock, seed: 13)
    #expect(store.readOnlyReason == nil, "\(explanation)")
    let scan = HistoryScan(disk.contents("\(folder)/history.jsonl") ?? [], after: 0)
    #expect(scan.isComplete, "\(explanation)")
    #expect(store.scores == Scores.replay(scan.events), "\(explanation)")
    // Going on must work, and lose nothing either.
    let more = try store.append([.review(.sample(7, right: true))])
    store.close()
    #expect(!disk.files.contains { $0.contains(".new-") }, "\(explanation)")
    let last = HistoryScan(disk.contents("\(folder)/history.jsonl") ?? [], after: 0)
    #expect(last.isComplete && last.ending == .complete, "\(explanation)")
    #expect(last.events.map(\.id) == (scan.events + more).map(\.id), "\(explanation)")
    return Set(scan.events.map(\.id))
  }

  @Test(arguments: Beginning.allCases) func nothingConfirmedIsEverLost(_ beginning: Beginning) throws {
    var runs = 0
    var differences = 0
    let (start, before) = try beginning.disk()
    for fault in Self.faults {
      for ending in ["restart", "power cut", "power cut with torn writes"] {
        var operation = 0
        var reachedTheEnd = false
        while !reachedTheEnd {
          operation += 1
          let disk = FaultyFileSystem(copying: start)
          disk.plan(fault, at: operation)
          let confirmed = try Self.play(disk).union(before)
          // One run beyond the last operation shows that the script works without a fault.
          reachedTheEnd = disk.operations < operation
          ending == "restart" ? disk.restart() : disk.losePower(tearing: ending != "power cut")
          let explanation = "\(fault) at operation \(operation), \(ending), beginning with \(beginning)"
          let lost = confirmed.subtracting(try Self.found(disk, explanation))
          #expect(lost.isEmpty, "\(explanation)")
          differences += lost.isEmpty ? 0 : 1
          if reachedTheEnd { #expect(confirmed.count == before.count + 7, "\(explanation)") }
          runs += 1
        }
      }
    }
    print("\(runs) faults tried beginning with \(beginning), \(differences) differences found")
    #expect(runs > 500)
  }

  @Test(arguments: Beginning.allCases, [false, true])
  func nothingConfirmedAfterARestartIsLostInAPowerCut(_ beginning: Beginning, tearing: Bool) throws {
    var runs = 0
    var differences = 0
    let (start, before) = try beginning.disk()
    var reachedTheEnd = false
    while !reachedTheEnd {
      runs += 1
      let disk = FaultyFileSystem(copying: start)
      disk.plan(.kill, at: runs)
      let first = try Self.play(disk)
      reachedTheEnd = disk.operations < runs
      disk.restart()
      let second = try Self.play(disk, seed: 10)
      disk.losePower(tearing: tearing)
      let explanation = "killed at operation \(runs), then a power cut, beginning with \(beginning)"
      #expect(second.count == 7, "\(explanation)")
      let lost = before.union(first).union(second).subtracting(try Self.found(disk, explanation))
      #expect(lost.isEmpty, "\(explanation)")
      differences += lost.isEmpty ? 0 : 1
    }
    print(
      "\(runs) kills with a power cut after the restart tried beginning with \(beginning), \(differences) differences found"
    )
    #expect(runs > 50)
  }
}
