import MemoryModel
import StrictJSON
import TestSupport
import Testing

@testable import Progress

/// Which wrong options were shown beside a fact's answer, and which were taken for it.
@Suite struct DistractorTests {
  private func review(
    _ fact: Review.FactID, right: Bool = true, chosen: Review.FactID? = nil, shown: [Review.FactID] = [],
    taken: [Review.FactID] = [], corrected: Bool = false
  ) -> Review {
    Review(
      sitting: "s", fact: fact, section: "b/s", kind: .multipleResponse, from: "A", to: "B", item: "i",
      rating: right ? .good : .again, right: right, guessChance: 0.5, milliseconds: 1, chosenFact: chosen, shown: shown,
      taken: taken, corrected: corrected)
  }

  private func scores(_ reviews: [Review]) -> Scores {
    var history = MadeHistory()
    for review in reviews { history.add(.review(review), day: 0) }
    return history.scores
  }

  @Test func showingsAndTakingsAreCountedForEachFact() {
    let scores = scores([
      review("a", shown: ["b", "c"]), review("a", right: false, chosen: "b", shown: ["b", "d"]),
      review("b", shown: ["a"]),
      // A fact is no distractor of its own, and what stands twice was shown once.
      review("a", shown: ["a", "c", "c"]),
    ])
    #expect(
      scores.facts["a"]?.distractors == [
        "b": .init(shown: 2, taken: 1), "c": .init(shown: 2), "d": .init(shown: 1),
      ])
    #expect(scores.facts["b"]?.distractors == ["a": .init(shown: 1)])
  }

  @Test func whatAHistoryOfBeforeDoesNotTellCountsForNothing() {
    // The option that was chosen then is a confusion all the same.
    let scores = scores([review("a", right: false, chosen: "b")])
    #expect(scores.facts["a"]?.distractors == [:])
    #expect(scores.openConfusions.map(\.pair) == [ConfusedPair("a", "b")])
  }

  @Test func wrongOptionsTakenBesideRightOnesAreConfusionsToo() {
    let scores = scores([
      review("a", chosen: "a", shown: ["x", "y"], taken: ["x"]),
      review("b", right: false, shown: ["x", "y"], taken: ["y", "x"]),
    ])
    #expect(
      Set(scores.confusions.keys) == Set([("a", "x"), ("b", "y"), ("b", "x")].compactMap { ConfusedPair($0, $1) }))
    #expect(scores.facts["a"]?.distractors == ["x": .init(shown: 1, taken: 1), "y": .init(shown: 1)])
    #expect(scores.facts["b"]?.distractors == ["x": .init(shown: 1, taken: 1), "y": .init(shown: 1, taken: 1)])
    #expect(scores.facts["a"]?.right == 1 && scores.facts["b"]?.wrong == 1)
  }

  @Test func aReviewIsKeptWithAllOfIt() throws {
    for event in [
      Event.review(review("a", right: false, chosen: "b", shown: ["b", "c"], taken: ["c"])),
      .review(review("a", corrected: true)), .review(review("a")),
    ] {
      let recorded = RecordedEvent(
        sequence: 1, id: "e", at: Timestamp(seconds: 0), utcOffset: 0, day: StudyDay(daysSince1970: 0), event: event)
      #expect(try RecordedEvent(line: recorded.line.dropLast()[...]) == recorded)
    }
  }

  @Test func emptyMembersAreNotWritten() throws {
    let recorded = RecordedEvent(
      sequence: 1, id: "e", at: Timestamp(seconds: 0), utcOffset: 0, day: StudyDay(daysSince1970: 0),
      event: .review(review("a")))
    let line = try JSONValue(parsing: String(decoding: recorded.line, as: UTF8.self))
    for key in ["shown", "taken", "corrected"] { #expect(line[key] == nil) }
  }

  @Test func theSnapshotKeepsTheNumbersAndOnlyThoseThatAreNotZero() throws {
    let scores = scores([review("a", right: false, chosen: "b", shown: ["b", "c"]), review("z")])
    let snapshot = Snapshot(through: .init(sequence: 2, offset: 9), scores: scores)
    #expect(try Snapshot(snapshot.bytes) == snapshot)
    let facts = try JSONValue(parsing: snapshot.bytes)["facts"]
    #expect(facts?["a"]?["shown"] == ["b": 1, "c": 1])
    #expect(facts?["a"]?["taken"] == ["b": 1])
    #expect(facts?["z"]?["shown"] == nil && facts?["z"]?["taken"] == nil)
  }

  @Test func aSnapshotThatAnOlderProgramWentOnWithIsCountedAnew() throws {
    let disk = FaultyFileSystem()
    let store = try openStore(disk, clock: try TestClock().clock)
    try store.append([.review(review("a", shown: ["b"])), .review(review("a", shown: ["b"]))])
    try store.saveSnapshot()
    store.close()
    // It kept the numbers as they stood after the first answer.
    var value = try JSONValue(parsing: try #require(disk.contents(StoreTests.snapshot)))
    value = ScoresTests.replacing(["facts", "a", "shown", "b"], in: value, with: 1)
    value = ScoresTests.replacing(["through", "distractors"], in: value, with: 1)
    disk.put(StoreTests.snapshot, sealedSnapshot(value))
    let again = try StoreTests.reopen(disk)
    #expect(again.scores == store.scores && again.notices.isEmpty)
    #expect(again.scores.facts["a"]?.distractors == ["b": .init(shown: 2)])
    again.close()
  }

  @Test func anAnswerTakenBackAndCorrectedCountsOnceAndAsRight() throws {
    let disk = FaultyFileSystem()
    let store = try openStore(disk, clock: try TestClock().clock)
    let wrong = try store.append([.review(review("a", right: false, chosen: "b"))])
    try store.append([.undone(events: wrong.map(\.id)), .review(review("a", corrected: true))])
    let fact = try #require(store.scores.facts["a"])
    #expect((fact.seen, fact.right, fact.wrong) == (1, 1, 0))
    #expect(fact.miss == nil && store.scores.confusions.isEmpty && store.scores.recent.answers.count == 1)
    store.close()
  }
}
