import TestSupport
import Testing

@testable import Progress

/// The union of histories as a pure value.
@Suite struct HistoryMergeTests {
  private static let rounds: UInt64 = 300

  @Test(arguments: [false, true])
  func orderAndNumberOfMergesDoNotMatter(damaged: Bool) throws {
    var events = 0
    for seed in 0..<Self.rounds {
      var random = RandomHistories(seed: seed)
      let histories = random.machines(damaged: damaged).map { HistoryReading($0).history }
      let (a, b, c) = (histories[0], histories[1], histories[2])
      let all = a.merging(b).merging(c)
      #expect(a.merging(b) == b.merging(a), "seed \(seed)")
      #expect(a.merging(b.merging(c)) == all, "seed \(seed)")
      #expect(a.merging(a) == a && all.merging(b) == all, "seed \(seed)")
      // The same through the files, which is what other machines see.
      #expect(HistoryReading(all.bytes()).history == all, "seed \(seed)")
      #expect(Set(all.order) == Set(histories.flatMap(\.order)) && all.order.count == all.count, "seed \(seed)")
      events += all.count
    }
    #expect(events > Int(Self.rounds) * 10)
  }

  @Test func noMachineSeesItsOwnEventsInAnotherOrder() throws {
    var moved = 0
    for seed in 0..<Self.rounds {
      var random = RandomHistories(seed: seed)
      let files = random.machines(damaged: false)
      let all = files.reduce(History()) { $0.merging(HistoryReading($1).history) }
      let merged = HistoryScan(all.bytes(), after: 0)
      for file in files {
        let own = HistoryReading(file).history.order
        #expect(all.order.filter(Set(own).contains) == own, "seed \(seed)")
        #expect(HistoryReading(file).history.bytes() == file, "seed \(seed)")
        if !all.order.starts(with: own) { moved += 1 }
      }
      #expect(merged.sequenceFaults.isEmpty, "seed \(seed)")
    }
    #expect(moved > 100)
  }

  @Test func clocksThatGoForwardGiveTheOrderOfTime() throws {
    let (one, other) = try (machine(seed: 1, "2026-11-23T10:00:00Z"), machine(seed: 2, "2026-11-23T10:00:02Z"))
    let merged = HistoryScan(one.merging(other).bytes(), after: 0).events
    #expect(merged.count == 14)
    #expect(merged.map(\.at) == merged.map(\.at).sorted())
    #expect(merged.map(\.sequence) == Array(1...14))
    #expect(Set(merged.prefix(6).map(\.id)).intersection(other.order).count > 0)
  }

  @Test func whatANewerVersionWroteStaysByteForByte() throws {
    let members = #""id":"00ff","at":"2026-11-23T10:00:02.500Z","event":"dreamt","of":[1.50,1e3,1234567890123456789]"#
    let newer = HistoryLine.bytes(sequence: 1, members: Array(members.utf8))
    let one = try machine(seed: 1, "2026-11-23T10:00:00Z")
    let text = String(decoding: one.merging(HistoryReading(newer).history).bytes(), as: UTF8.self)
    #expect(text.contains(members + #","sum":""#))
    #expect(HistoryReading(Array(text.utf8)).history.count == 8)
    // The same in another order of members: meaning the same, as far as we can write it.
    let turned = RecordedEvent.sealed(Array(#"{"id":"00fe","seq":3,"at":"2026-11-23T10:00:02.500Z","x":1"#.utf8))
    let reading = HistoryReading(turned)
    #expect(reading.badLines.isEmpty)
    #expect(
      String(decoding: reading.history.bytes(), as: UTF8.self)
        .hasPrefix(#"{"seq":1,"id":"00fe","at":"2026-11-23T10:00:02.500Z","x":1,"sum":""#))
  }

  @Test func equalIDsWithOtherContentsAreReportedAndTheLongerStays() throws {
    func line(_ more: String) -> [UInt8] {
      HistoryLine.bytes(
        sequence: 1, members: Array(#""id":"00ff","at":"2026-11-23T10:00:00.000Z","event":"x"\#(more)"#.utf8))
    }
    let plan = MergePlan([("a", line(#","more":1"#)), ("b", line("")), ("c", line(#","more":1"#))])
    #expect(plan.differing == ["00ff"])
    #expect(plan.hasDoubts)
    #expect(plan.merged.bytes() == line(#","more":1"#))
    #expect(plan.outdone == line(""))
    // Also within one file.
    let both = MergePlan([("a", line("") + line(#","more":1"#) + line(""))])
    #expect(both.differing == ["00ff"])
    #expect(both.merged == plan.merged)
    #expect(both.outdone == line("") + line(""))
  }

  @Test func aFileWithConflictMarkersIsUnitedFromBothSides() throws {
    let base = try machine(seed: 1, "2026-11-23T10:00:00Z").bytes()
    let ours = base + (try tail("2026-11-24T10:00:00Z", after: 7, seed: 2))
    let theirs = base + (try tail("2026-11-24T10:00:01Z", after: 7, seed: 3))
    let conflict =
      base + Array("<<<<<<< HEAD\n".utf8) + ours.dropFirst(base.count) + Array("=======\n".utf8)
      + theirs.dropFirst(base.count) + Array(">>>>>>> laptop\n".utf8)
    let reading = HistoryReading(conflict)
    #expect(reading.history == HistoryReading(ours).history.merging(HistoryReading(theirs).history))
    #expect(reading.badLines.count == 3)
    #expect(reading.history.count == 21)
  }

  @Test func aHistoryOfHundredThousandEventsInHostileOrderIsWalked() throws {
    // Each event lies behind the one before it: a tree as deep as the history is long.
    let lines = (0..<100_000).compactMap { index in
      let at = Timestamp(seconds: 1_763_800_000 - index)
      return HistoryLine(
        HistoryLine.bytes(sequence: index + 1, members: Array(#""id":"\#(index)","at":"\#(at)""#.utf8)).dropLast())
    }
    let history = History(lines)
    #expect(history.order == lines.map(\.id))
  }

  /// The sample sitting on a machine whose clock goes on by a second with each look.
  private func machine(seed: UInt64, _ start: String) throws -> History {
    let disk = FaultyFileSystem()
    let store = try openStore(disk, clock: try TestClock(start).clock, seed: seed)
    for events in sampleAnswers { try store.append(events) }
    store.close()
    return HistoryReading(try #require(disk.contents("/data/history.jsonl"))).history
  }

  private func tail(_ start: String, after sequence: Int, seed: UInt64) throws -> [UInt8] {
    let lines = try machine(seed: seed, start).bytes().split(separator: UInt8(ascii: "\n")).map {
      try #require(HistoryLine($0))
    }
    return lines.flatMap { HistoryLine.bytes(sequence: $0.sequence + sequence, members: $0.members) }
  }
}
