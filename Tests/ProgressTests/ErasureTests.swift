import Glibc
import TestSupport
import Testing

@testable import Progress

/// Removing all progress, and exporting it without the learner.
@Suite struct ErasureTests {
  private static let copy = "/data-erased"

  private func disk() throws -> FaultyFileSystem {
    let disk = FaultyFileSystem()
    let store = try openStore(disk, clock: try TestClock("2026-11-22T10:00:00Z").clock)
    try store.append(sampleAnswers[0])
    try store.saveSnapshot()
    store.close()
    let later = try openStore(disk, clock: try TestClock("2026-11-23T10:00:00Z").clock, seed: 2)
    try later.append(sampleAnswers[1])
    later.close()
    for name in [
      "history.jsonl.corrupt-2026-11-23T10-00-00Z", "progress.json.corrupt-2026-11-23T10-00-00Z-00112233aabbccdd",
    ] { disk.put("/data/\(name)", [1]) }
    disk.put("/data/.progress.json.new-0011223344556677", [2])
    return disk
  }

  private func erase(_ disk: FaultyFileSystem, copy: String? = copy) throws -> ProgressErasure.Plan {
    try ProgressErasure(
      folder: DataFolder(path: "/data"), fileSystem: disk.fileSystem, clock: try TestClock().clock,
      randomness: .seeded(1)
    ).erase(copyingTo: copy, command: "kpo progress erase")
  }

  @Test func allOfOursGoesAndTheCopyIsADataFolder() throws {
    let disk = try disk()
    let history = disk.contents("/data/history.jsonl")
    let plan = try erase(disk)
    #expect(plan.foreign.isEmpty && plan.files.count == 8, "\(plan.files)")
    #expect(!disk.files.contains { $0.hasPrefix("/data/") })
    #expect(try disk.fileSystem.statusAtPath("/data") == nil)
    #expect(disk.contents(Self.copy + "/history.jsonl") == history)
    #expect(disk.files.count { $0.hasPrefix(Self.copy) } == plan.files.count - 2)
    let store = try openStore(disk, at: Self.copy, clock: try TestClock().clock, mode: .readOnly)
    #expect(store.scores.facts.count == 1)
  }

  @Test func whatIsNotOursStays() throws {
    let disk = try disk()
    let foreign = [
      "/data/history.jsonl.mine", "/data/letters/history.jsonl", "/data/backups/notes.txt",
      "/data/backups/2026-11-23T10-00-02Z/diary.txt",
    ]
    for path in foreign { disk.put(path, [3]) }
    _ = try erase(disk, copy: nil)
    #expect(disk.files == foreign.sorted())
    #expect(try erase(disk, copy: nil).files == ["lock"])
  }

  @Test func aFaultWhileCopyingErasesNothing() throws {
    let start = try disk()
    var operation = 0
    var failed = 0
    while true {
      operation += 1
      let disk = FaultyFileSystem(copying: start)
      disk.plan(.error(ENOSPC, forEver: false), at: operation)
      let erased = try? erase(disk)
      if disk.operations < operation { break }
      disk.restart()
      // Whatever happens, the history is in one of the two places, whole.
      let places = ["/data", Self.copy].compactMap { disk.contents("\($0)/history.jsonl") }
      #expect(places.contains(try #require(start.contents("/data/history.jsonl"))), "operation \(operation)")
      if erased == nil { failed += 1 }
    }
    #expect(failed > 30)
  }

  @Test func anAnonymousHistoryTellsWhatWasAskedButNotWho() throws {
    let disk = FaultyFileSystem()
    let store = try openStore(disk, clock: try TestClock().clock)
    let answers = try sampleAnswers.flatMap { try store.append($0) }
    try store.append([.undone(events: [answers[1].id]), .flagged(Flagged(fact: "f2", note: "ask Anna"))])
    try store.append(sampleExams + [.mockQuestion(.sample(2, "typed by Anna", sitting: "x2"))])
    store.close()
    let newer = #""id":"00ff","at":"2026-11-23T12:00:00.000Z","event":"dreamt","of":"Anna""#
    let bytes =
      try #require(disk.contents("/data/history.jsonl"))
      + HistoryLine.bytes(sequence: 99, members: Array(newer.utf8))
    let history = HistoryReading(bytes).history
    let anonymous = AnonymousHistory(history)
    #expect(anonymous.leftOut == 1)
    #expect(anonymous.history.count == history.count - 1)
    let text = String(decoding: anonymous.history.bytes(), as: UTF8.self)
    let secrets =
      answers.map(\.id.rawValue) + ["Anna", "Équity", "dreamt", "18446744073709551615", "x2", "T10:", "T11:"]
    for secret in secrets { #expect(!text.contains(secret), "\(secret)") }
    // What was learned is the same, but for the clock.
    let scan = HistoryScan(anonymous.history.bytes(), after: 0)
    #expect(scan.isComplete)
    let (known, whole) = (Scores.replay(scan.events), store.scores)
    #expect(known.facts.mapValues(\.seen) == whole.facts.mapValues(\.seen))
    #expect(known.days == whole.days && known.sittings.count == whole.sittings.count)
    #expect(known.examPlans.count == 2 && known.mocks.count == 1 && known.openMock != nil)
    #expect(known.facts["f1"] == nil)
  }
}
