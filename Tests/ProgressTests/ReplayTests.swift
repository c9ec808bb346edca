import MemoryModel
import StrictJSON
import TestSupport
import Testing

@testable import Progress

/// The same history gives the same snapshot, however it was read.
@Suite struct ReplayTests {
  /// Random events of all sorts on rising and sometimes falling days, saved by several runs of the program.
  private static func liveStore(_ seed: UInt64, on disk: FaultyFileSystem) throws -> ProgressStore {
    var numbers = SeededNumbers(seed: seed)
    let clock = try TestClock("2026-01-01T10:00:00Z")
    var store = try openStore(disk, clock: clock.clock, seed: seed)
    var day = StudyDay(daysSince1970: 20_500)
    for sitting in 0..<25 {
      day = day.adding(days: .random(in: -1...6, using: &numbers))
      try clock.set("\(day)T\(Int.random(in: 10...23, using: &numbers)):00:00Z")
      let id = SittingID("s\(sitting)")
      let mode = [SittingMode.daily, .missed, .match, .practice, .exam].randomElement(using: &numbers) ?? .daily
      try store.append([.sittingBegan(SittingBegan(sitting: id, mode: mode, banks: ["kpo"], seed: seed))])
      for _ in 0..<Int.random(in: 0...12, using: &numbers) {
        let item = Int.random(in: 0...999, using: &numbers)
        try store.append(
          (0..<(mode == .match || mode == .exam ? 4 : 1)).map { _ in .review(review(id, item, &numbers)) })
        let exams = try store.append(exams(id, mode, &numbers))
        if Int.random(in: 0..<9, using: &numbers) == 0, let last = exams.last {
          try store.append([.undone(events: [last.id])])
        }
        if Int.random(in: 0..<9, using: &numbers) == 0, let last = store.scores.recent.answers.last {
          try store.append([.undone(events: last.events)])
        }
        if Int.random(in: 0..<20, using: &numbers) == 0 {
          let fact = Review.FactID("f\(item % 30)")
          try store.append([
            store.scores.flagged[fact] == nil ? .flagged(Flagged(fact: fact, note: "n")) : .unflagged(fact: fact)
          ])
        }
        if Int.random(in: 0..<20, using: &numbers) == 0 {
          let retention = ["0.7", "0.9", "0.97", nil].randomElement(using: &numbers) ?? nil
          try store.append([.setting(SettingChange(key: "retention", value: retention))])
        }
      }
      try store.append([.sittingEnded(SittingEnded(sitting: id, asked: 1, right: 1))])
      if Bool.random(using: &numbers) { try store.saveSnapshot() }
      if Bool.random(using: &numbers) {
        store.close()
        store = try openStore(disk, clock: clock.clock, seed: numbers.next())
      }
    }
    return store
  }

  /// Something done with an exam, and in a mock with its questions; sometimes nothing.
  private static func exams(_ sitting: SittingID, _ mode: SittingMode, _ numbers: inout SeededNumbers) -> [Event] {
    let exam = ExamID("e\(Int.random(in: 0..<3, using: &numbers))")
    let minutes = Double.random(in: 1...90, using: &numbers)
    let question = MockQuestion.sample(
      .random(in: 0...4, using: &numbers), ["", "a", "b?"].randomElement(using: &numbers) ?? "",
      flagged: Bool.random(using: &numbers), elapsed: .random(in: 0...9000, using: &numbers), sitting: sitting)
    let events: [Event] =
      switch Int.random(in: 0..<16, using: &numbers) {
      case 0...1: [.examPlanned(.sample(exam, minutes: minutes))]
      case 2: [.examDropped(exam)]
      case 3..<7 where mode == .exam: [.mockBegan(.sample(sitting))]
      case 7..<12 where mode == .exam: [.mockQuestion(question)]
      case 12 where mode == .exam: [.mockAbandoned(sitting)]
      case 13... where mode == .exam: [.mockHandedIn(.sample(sitting))]
      default: []
      }
    return events
  }

  private static func review(_ sitting: SittingID, _ item: Int, _ numbers: inout SeededNumbers) -> Review {
    let fact = Int.random(in: 0..<30, using: &numbers)
    let right = Int.random(in: 0..<3, using: &numbers) > 0
    let other = Review.FactID("f\(Int.random(in: 0..<30, using: &numbers))")
    return Review(
      sitting: sitting, fact: Review.FactID("f\(fact)"), section: "kpo/s\(fact % 4)",
      kind: [.multipleChoice, .matching, .shortAnswer].randomElement(using: &numbers) ?? .matching, from: "A",
      to: fact % 2 == 0 ? "B" : "C", item: Review.ItemID("i\(item)"), rating: right ? .good : .again, right: right,
      guessChance: [0, 1, 0.25, 1.0 / 3, .random(in: 0...1, using: &numbers)].randomElement(using: &numbers) ?? 0,
      confidence: Confidence.allCases.randomElement(using: &numbers) ?? .none,
      milliseconds: .random(in: 0...200_000, using: &numbers), chosen: "x", chosenFact: right ? nil : other,
      against: Bool.random(using: &numbers) ? other : nil, repeated: Int.random(in: 0..<5, using: &numbers) == 0,
      shown: (0..<Int.random(in: 0..<4, using: &numbers)).map { _ in
        Review.FactID("f\(Int.random(in: 0..<30, using: &numbers))")
      },
      taken: Int.random(in: 0..<4, using: &numbers) == 0 ? [other] : [],
      corrected: right && Int.random(in: 0..<9, using: &numbers) == 0)
  }

  @Test(arguments: UInt64(1)...12) func theHistoryGivesTheSameSnapshotByteForByte(seed: UInt64) throws {
    let disk = FaultyFileSystem()
    let store = try Self.liveStore(seed, on: disk)
    // One more answer, so that there is something to save.
    try store.append([.review(.sample(1, right: true))])
    try store.saveSnapshot()
    store.close()
    let live = try #require(disk.contents(StoreTests.snapshot))
    let history = try #require(disk.contents(StoreTests.history))
    let scan = HistoryScan(history, after: 0)
    #expect(scan.isComplete && scan.events.count > 50)
    var replayed = Snapshot(through: .init(sequence: scan.lastSequence), scores: Scores.replay(scan.events))
    replayed.through.reach(endOf: history)
    #expect(replayed.bytes == live, "seed \(seed)")
    #expect(try Snapshot(live).scores == store.scores, "seed \(seed)")
    #expect(try Snapshot(live).bytes == live, "seed \(seed)")
    #expect(try ProgressCheck(DataFolder(path: "/data"), fileSystem: disk.fileSystem).findings.isEmpty)
    #expect(store.takeNotices().isEmpty, "seed \(seed)")
  }

  @Test func withoutTheSnapshotEverythingComesBack() throws {
    let disk = FaultyFileSystem()
    let store = try Self.liveStore(99, on: disk)
    store.close()
    try? disk.fileSystem.remove(StoreTests.snapshot, .regular)
    let again = try openStore(disk, clock: try TestClock().clock, mode: .readOnly)
    #expect(again.scores == store.scores)
    #expect(!again.scores.confusions.isEmpty && !again.scores.recent.answers.isEmpty && again.scores.unsureUses > 10)
    #expect(!again.scores.examPlans.isEmpty && !again.scores.mocks.isEmpty)
  }
}
