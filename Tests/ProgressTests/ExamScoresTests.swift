import MemoryModel
import TestSupport
import Testing

@testable import Progress

/// What plans and mock exams amount to.
@Suite struct ExamScoresTests {
  private static func scores(_ events: [Event]) -> Scores {
    var history = MadeHistory()
    for event in events { history.add(event, day: 0) }
    return history.scores
  }

  @Test func plansStayInTheirOrderUntilTheyAreDropped() {
    var events: [Event] = [.examPlanned(.sample("b")), .examPlanned(.sample("a")), .examPlanned(.sample("c"))]
    #expect(Self.scores(events).examPlans.map(\.id) == ["b", "a", "c"])
    events.append(.examPlanned(.sample("b", minutes: 30)))
    #expect(Self.scores(events).examPlans == [.sample("b", minutes: 30), .sample("a"), .sample("c")])
    events += [.examDropped("a"), .examDropped("none")]
    #expect(Self.scores(events).examPlans.map(\.id) == ["b", "c"])
  }

  @Test func aMockIsOpenWithWhatWasDoneLast() throws {
    let mock = try #require(
      Self.scores([
        .sittingBegan(.mock()), .mockBegan(.sample()), .mockQuestion(.sample(2, "b?", spent: 700, elapsed: 900)),
        .mockQuestion(.sample(1, "", flagged: true, spent: 50, elapsed: 950)),
      ]).openMock)
    #expect(mock.began == .sample())
    #expect(mock.started == Timestamp(seconds: 20_780 * 86_400 + 43_201))
    #expect(mock.questions.keys.sorted() == [1, 2])
    #expect(mock.questions[2]?.responses == ["b?"] && mock.questions[2]?.spent == 700)
    #expect(mock.questions[1]?.responses == [] && mock.questions[1]?.isFlagged == true)
    #expect(mock.elapsed == 950)
    #expect(!mock.isBeingHandedIn)
  }

  @Test(arguments: [
    (["a"], ["a"]), (["a", "a"], ["a"]), (["a", "b?", "a"], ["a", "b?", "a"]), (["a", ""], ["a", ""]),
    (["", "a"], ["a"]), (["", ""], []), (["a", "", "", "a"], ["a", "", "a"]),
  ]) func responsesAreKeptAsTheyChange(_ given: [String], _ kept: [String]) {
    let scores = Self.scores([.mockBegan(.sample())] + given.map { .mockQuestion(.sample(1, $0)) })
    #expect(scores.openMock?.questions[1]?.responses == kept)
  }

  @Test func whatIsNotOfTheOpenPaperCountsForNothing() {
    let open = Self.scores([.mockBegan(.sample())])
    let more: [Event] = [
      .mockQuestion(.sample(0, "a")), .mockQuestion(.sample(4, "a")), .mockQuestion(.sample(.max, "a")),
      .mockQuestion(.sample(1, "a", sitting: "x2")), .mockHandedIn(.sample("x2")), .mockAbandoned("x2"),
    ]
    #expect(Self.scores([.mockBegan(.sample())] + more) == open)
    #expect(Self.scores(more) == Scores())
  }

  @Test func anotherBeginningGivesTheOpenMockUp() {
    let scores = Self.scores([
      .mockBegan(.sample()), .mockQuestion(.sample(1, "a")), .mockBegan(.sample("x2")), .mockHandedIn(.sample()),
    ])
    #expect(scores.openMock?.began.sitting == "x2")
    #expect(scores.openMock?.questions.isEmpty == true)
    #expect(scores.mocks.isEmpty)
    #expect(Self.scores([.mockBegan(.sample()), .mockAbandoned("x1")]).openMock == nil)
  }

  @Test func handingInClosesAMockWithItsScore() throws {
    var history = MadeHistory()
    for (day, sitting) in [(0, "x1"), (3, "x2")] as [(Int, SittingID)] {
      history.add(.mockBegan(.sample(sitting)), day: day)
      history.add(.mockHandedIn(.sample(sitting, score: day == 0 ? 0.75 : 0.95)), day: day)
    }
    let scores = history.scores
    #expect(scores.openMock == nil)
    #expect(scores.mocks.map(\.result.sitting) == ["x1", "x2"])
    #expect(scores.mocks.map(\.day.daysSince1970) == [20_780, 20_783])
    #expect(scores.mocks.map(\.isInsideBand) == [true, false])
    let mock = try #require(scores.mocks.first)
    #expect((mock.form, mock.questions, mock.pass) == ("A", 3, 0.7))
    #expect(mock.forecast == MockBegan.sample().forecast && mock.result == .sample())
  }

  @Test func reviewsOfAMockCountButCannotBeTakenBackOneByOne() throws {
    var history = MadeHistory()
    history.begin("s", .daily, day: 0)
    history.answer("f", day: 0)
    let before = history.scores
    for event in [.sittingBegan(.mock()), .mockBegan(.sample())] + Review.mock(2) { history.add(event, day: 1) }
    let scores = history.scores
    #expect(scores.recent == before.recent)
    #expect(scores.openMock?.isBeingHandedIn == true)
    #expect(scores.openMock?.reviewedFacts == ["i2": ["m2", "m3", "m4"]])
    #expect(scores.sittings.last?.asked == 3)
    #expect(scores.days[StudyDay(daysSince1970: 20_781)]?.right == 3)
    // The same evidence as in any other sitting.
    var daily = MadeHistory()
    daily.answer("f", day: 0)
    for case .review(let review) in Review.mock(2) {
      daily.answer(review.fact, chance: 0.25, confidence: .unsure, day: 1, kind: .matching)
    }
    #expect(scores.facts["m2"]?.memory == daily.scores.facts["m2"]?.memory)
    // One answer, although it has three reviews.
    #expect(scores.unsureUses == 1)
    #expect(scores.pace.answers == 2)
    #expect(scores.pace.milliseconds == 2000)
    for event in Review.mock(1) + [.mockHandedIn(.sample())] { history.add(event, day: 1) }
    #expect(history.scores.unsureUses == 2 && history.scores.pace.answers == 3)
    #expect(history.scores.recent == before.recent)
  }

  @Test func reviewsOfAMockThatIsNotOpenCannotBeTakenBackEither() {
    let scores = Self.scores([.sittingBegan(.mock())] + Review.mock(1))
    #expect(scores.recent.answers.isEmpty && scores.openMock == nil)
    #expect(scores.facts["m1"]?.seen == 1 && scores.pace.answers == 1)
    // Its beginning alone is enough to know it by.
    #expect(Self.scores([.mockBegan(.sample())] + Review.mock(1)).recent.answers.isEmpty)
  }

  @Test func everyEventCanBeTakenBack() throws {
    for index in sampleExams.indices {
      let disk = FaultyFileSystem()
      let store = try openStore(disk, clock: try TestClock().clock)
      let recorded = try store.append(sampleExams)
      if index % 2 == 0 { try store.saveSnapshot() }
      try store.append([.undone(events: [recorded[index].id])])
      store.close()
      let left = recorded.indices.filter { $0 != index }.map { recorded[$0] }
      #expect(store.scores == Scores.replay(left), "\(sampleExams[index])")
      #expect(store.scores != Scores.replay(recorded), "\(sampleExams[index])")
      #expect(try StoreTests.reopen(disk).scores == store.scores, "\(sampleExams[index])")
    }
  }
}
