import Glibc
import TestSupport
import Testing

@testable import Progress

/// A mock exam from its plan to handing in, with a fault at every single operation, and then on from where it was cut off.
@Suite struct MockFaultTests {
  private static let questions: [MockQuestion] = [
    .sample(1, "a", elapsed: 1000), .sample(2, "1b 2a 3c?", flagged: true, elapsed: 2000),
    .sample(1, "c", elapsed: 3000), .sample(2, "", elapsed: 4000), .sample(3, "?", elapsed: 5000),
  ]
  /// What they leave of each question.
  private static let responses = [1: ["a", "c"], 2: ["1b 2a 3c?", ""], 3: ["?"]]

  /// Does what is not done yet by the scores, as a program does after a restart; returns the ids that were confirmed.
  private static func goOn(_ disk: FaultyFileSystem, seed: UInt64) throws -> Set<EventID> {
    let clock = try TestClock("2026-11-2\(seed)T10:00:00Z").clock
    guard let store = try? openStore(disk, at: FaultSweepTests.folder, clock: clock, seed: seed) else { return [] }
    defer { store.close() }
    var confirmed: Set<EventID> = []
    func save(_ events: [Event]) {
      if let saved = try? store.append(events) { confirmed.formUnion(saved.map(\.id)) }
    }
    guard store.scores.mocks.isEmpty else { return [] }
    if store.scores.openMock == nil {
      save([.examPlanned(.sample()), .sittingBegan(.mock()), .mockBegan(.sample())])
    }
    let elapsed = store.scores.openMock?.elapsed ?? 0
    for question in questions where question.elapsed > elapsed { save([.mockQuestion(question)]) }
    try? store.saveSnapshot()
    for number in 1...3 {
      let reviewed = store.scores.openMock?.reviewedFacts[MockBegan.paper[number - 1].item] ?? []
      save(
        Review.mock(number).filter {
          guard case .review(let review) = $0 else { return false }
          return !reviewed.contains(review.fact)
        })
    }
    save([.mockHandedIn(.sample()), .sittingEnded(SittingEnded(sitting: "x1", asked: 5, right: 5))])
    return confirmed
  }

  private static let facts = MockBegan.paper.flatMap(\.facts)

  @Test(arguments: ["restart", "power cut", "power cut with torn writes"])
  func nothingIsLostAndNothingDoubled(_ ending: String) throws {
    var interrupted = 0
    var cutInsideAnItem = 0
    for fault in [.error(ENOSPC, forEver: true), .kill] as [FaultyFileSystem.Fault] {
      var operation = 0
      var reachedTheEnd = false
      while !reachedTheEnd {
        operation += 1
        let disk = FaultyFileSystem()
        disk.plan(fault, at: operation)
        let confirmed = try Self.goOn(disk, seed: 4)
        reachedTheEnd = disk.operations < operation
        ending == "restart" ? disk.restart() : disk.losePower(tearing: ending != "power cut")
        let explanation = "\(fault) at operation \(operation), \(ending)"
        let lost = confirmed.subtracting(try FaultSweepTests.found(disk, explanation))
        #expect(lost.isEmpty, "\(explanation)")
        if reachedTheEnd { #expect(confirmed.count == 15, "\(explanation)") }

        let between = try Self.scores(disk)
        let answered = Set(Self.facts.filter { between.facts[$0] != nil })
        if between.mocks.isEmpty, !answered.isEmpty {
          interrupted += 1
          if answered.contains("m2"), !answered.contains("m4") { cutInsideAnItem += 1 }
          let mock = try #require(between.openMock, "\(explanation)")
          #expect(mock.questions.mapValues(\.responses) == Self.responses, "\(explanation)")
          #expect(mock.reviewedFacts.values.reduce([]) { $0.union($1) } == answered, "\(explanation)")
        }

        _ = try Self.goOn(disk, seed: 5)
        let scores = try Self.scores(disk)
        #expect(scores.mocks.map(\.result) == [.sample()] && scores.openMock == nil, "\(explanation)")
        #expect(scores.examPlans == [.sample()], "\(explanation)")
        #expect(Self.facts.allSatisfy { scores.facts[$0]?.seen == 1 }, "\(explanation)")
        #expect(scores.sittings.first { $0.id == "x1" }?.asked == 5, "\(explanation)")
        // Three answers marked as guesses, and the one of the restart between.
        #expect(scores.unsureUses == 3 && scores.pace.answers == 4, "\(explanation)")
        #expect(scores.recent.answers.flatMap(\.facts) == ["f7"], "\(explanation)")
      }
    }
    print("handing in was interrupted \(interrupted) times by \(ending), inside an item \(cutInsideAnItem) times")
    #expect(interrupted > 10)
    // Without a torn write the disk has all reviews of an item or none.
    #expect((cutInsideAnItem > 0) == (ending != "power cut"))
  }

  private static func scores(_ disk: FaultyFileSystem) throws -> Scores {
    let store = try openStore(
      disk, at: FaultSweepTests.folder, clock: try TestClock().clock, mode: .readOnly, seed: 6)
    #expect(store.takeNotices().isEmpty)
    return store.scores
  }
}
