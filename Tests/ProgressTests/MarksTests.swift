import MemoryModel
import StrictJSON
import TestSupport
import Testing

@testable import Progress

/// The answers by their marks, those counted right by the learner's word, and which of two facts was asked when confused.
@Suite struct MarksTests {
  private func review(
    _ fact: Review.FactID, right: Bool, _ confidence: Confidence = .none, chosen: Review.FactID? = nil,
    repeated: Bool = false, corrected: Bool = false
  ) -> Event {
    .review(
      Review(
        sitting: "s", fact: fact, section: "kpo/types", kind: .multipleChoice, from: "A", to: "B", item: "i",
        rating: right ? .good : .again, right: right, guessChance: 0, confidence: confidence, milliseconds: 1000,
        chosenFact: chosen, repeated: repeated, corrected: corrected))
  }

  private var events: [Event] {
    [
      review("a", right: true, .sure), review("a", right: false, .sure, chosen: "b"), review("b", right: true, .unsure),
      review("b", right: false, chosen: "a"), review("b", right: false, chosen: "a"), review("c", right: true),
      review("c", right: false, .dontKnow), review("c", right: true, .sure, repeated: true),
      review("c", right: true, corrected: true), review("c", right: true, repeated: true, corrected: true),
    ]
  }

  private func numbers(_ scores: Scores) -> [Confidence: [Int]] { scores.marks.mapValues { [$0.asked, $0.right] } }

  @Test func marksAreCountedWithoutSecondTries() throws {
    var history = MadeHistory()
    for event in events { history.add(event, day: 0) }
    let scores = history.scores
    #expect(numbers(scores) == [.sure: [2, 1], .unsure: [1, 1], .none: [4, 2], .dontKnow: [1, 0]])
    #expect(scores.corrected == 2)
    let pair = try #require(ConfusedPair("a", "b"))
    let confusion = try #require(scores.confusions[pair])
    #expect((confusion.count, confusion.firstAsked) == (3, 1))
  }

  @Test func marksAddUpToTheAnswersOfTheDays() {
    let seed = UInt64.random(in: 0 ... .max)
    var numbers = SeededNumbers(seed: seed)
    var history = MadeHistory()
    var expected: [Confidence: [Int]] = [:]
    var corrected = 0
    for _ in 0..<300 {
      let confidence = Confidence.allCases[Int.random(in: 0..<4, using: &numbers)]
      let (right, repeated, isCorrected) = (
        Bool.random(using: &numbers), Bool.random(using: &numbers), Int.random(in: 0..<9, using: &numbers) == 0
      )
      history.add(
        review(
          Review.FactID("f\(Int.random(in: 0..<9, using: &numbers))"), right: right, confidence, repeated: repeated,
          corrected: isCorrected),
        day: Int.random(in: 0..<30, using: &numbers))
      if isCorrected { corrected += 1 }
      if !repeated {
        expected[confidence, default: [0, 0]] = [expected[confidence]?[0] ?? 0, expected[confidence]?[1] ?? 0]
      }
      if !repeated { expected[confidence]?[0] += 1 }
      if !repeated, right { expected[confidence]?[1] += 1 }
    }
    let scores = history.scores
    #expect(self.numbers(scores) == expected, "seed \(seed)")
    #expect(scores.corrected == corrected, "seed \(seed)")
    #expect(scores.days.values.reduce(0) { $0 + $1.asked } == expected.values.reduce(0) { $0 + $1[0] }, "seed \(seed)")
  }

  /// A disk with these events and their snapshot.
  private func disk() throws -> (disk: FaultyFileSystem, scores: Scores, value: JSONValue) {
    let disk = FaultyFileSystem()
    let store = try openStore(disk, clock: try TestClock().clock)
    try store.append(events)
    try store.saveSnapshot()
    store.close()
    return (disk, store.scores, try JSONValue(parsing: try #require(disk.contents(StoreTests.snapshot))))
  }

  @Test func theSnapshotKeepsThem() throws {
    let (disk, scores, value) = try disk()
    let snapshot = try Snapshot(try #require(disk.contents(StoreTests.snapshot)))
    #expect(snapshot.scores == scores && snapshot.through.coversAll)
    #expect(value["marks"]?["sure"] == ["asked": 2, "right": 1])
    #expect(value["learner"]?["corrected"] == 2)
    #expect(value["confusions"]?[0]?["firstAsked"] == 1)
  }

  @Test func aSnapshotOfBeforeThereWereMarksIsCountedAnew() throws {
    let (disk, scores, value) = try disk()
    var old = try #require(value.objectValue)
    old = old.without(["marks"])
    old["learner"] = .object(try #require(old["learner"]?.objectValue).without(["corrected"]))
    old["through"] = .object(try #require(old["through"]?.objectValue).without(["marks"]))
    let confusions = try #require(old["confusions"]?.arrayValue)
    old["confusions"] = .array(try confusions.map { .object(try #require($0.objectValue).without(["firstAsked"])) })
    let read = try Snapshot(sealedSnapshot(.object(old)))
    #expect(read.scores.marks.isEmpty && read.scores.corrected == 0 && !read.through.coversAll)
    disk.put(StoreTests.snapshot, sealedSnapshot(.object(old)))
    let store = try StoreTests.reopen(disk)
    #expect(store.scores == scores && store.notices.isEmpty)
    store.close()
  }

  @Test func aSnapshotThatAnOlderProgramWentOnWithIsCountedAnew() throws {
    let (disk, scores, value) = try disk()
    var old = ScoresTests.replacing(["marks", "sure", "asked"], in: value, with: 1)
    old = ScoresTests.replacing(["through", "marks"], in: old, with: 1)
    disk.put(StoreTests.snapshot, sealedSnapshot(old))
    let store = try StoreTests.reopen(disk)
    #expect(store.scores == scores && store.notices.isEmpty)
    store.close()
  }

  @Test func whatCannotBeIsRefused() throws {
    let value = try disk().value
    for (path, wrong) in [
      (["marks", "sure", "right"], 3), (["learner", "corrected"], -1), (["through", "marks"], 99),
    ] as [([String], JSONValue)] {
      #expect(throws: SnapshotFault.self) {
        try Snapshot(sealedSnapshot(ScoresTests.replacing(path[...], in: value, with: wrong)))
      }
    }
    var confusion = try #require(value["confusions"]?[0]?.objectValue)
    confusion["firstAsked"] = 4
    #expect(throws: SnapshotFault.self) {
      try Snapshot(sealedSnapshot(ScoresTests.replacing(["confusions"], in: value, with: [.object(confusion)])))
    }
  }

  @Test func takingAnAnswerBackTakesItsMarkBack() throws {
    let disk = FaultyFileSystem()
    let store = try openStore(disk, clock: try TestClock().clock)
    let wrong = try store.append([review("a", right: false, .sure, chosen: "b")])
    try store.append([.undone(events: wrong.map(\.id)), review("a", right: true, .unsure, corrected: true)])
    #expect(numbers(store.scores) == [.unsure: [1, 1]] && store.scores.corrected == 1)
    store.close()
  }
}
