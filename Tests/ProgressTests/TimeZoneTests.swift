import MemoryModel
import Synchronization
import TestSupport
import Testing

@testable import Progress

/// Study days, due days and streaks where clocks are changed.
@Suite struct TimeZoneTests {
  /// Answers one fact rightly, by typing, at each of some moments; each is a run of the program of its own.
  private func scores(
    _ moments: [String], utcOffset: @escaping @Sendable (Timestamp) -> Int
  ) throws -> (scores: Scores, memories: [FactMemory], days: [String]) {
    let disk = FaultyFileSystem()
    var memories: [FactMemory] = []
    var days: [String] = []
    for (index, text) in moments.enumerated() {
      let moment = try #require(Timestamp(text))
      var clock = try TestClock().clock
      clock.now = { moment }
      clock.utcOffset = utcOffset
      let store = try openStore(disk, clock: clock, seed: UInt64(index + 1))
      let events = try store.append([
        .review(
          Review(
            sitting: "s", fact: "f", section: "b/s", kind: .shortAnswer, from: "A", to: "B",
            item: Review.ItemID("i\(index)"), rating: .good, right: true, guessChance: 0, milliseconds: 1000))
      ])
      days += events.map { "\($0.day)" }
      try store.saveSnapshot()
      store.close()
      memories.append(try #require(store.scores.facts["f"]).memory)
    }
    let store = try openStore(disk, clock: try TestClock().clock, mode: .readOnly)
    #expect(store.takeNotices().isEmpty)
    return (store.scores, memories, days)
  }

  /// The memory after right answers with whole days between them.
  private func memory(daysBetween: [Int], from first: Int) -> FactMemory {
    var history = MadeHistory()
    var day = first - 20_780
    history.answer(day: day, kind: .shortAnswer)
    for days in daysBetween {
      day += days
      history.answer(day: day, kind: .shortAnswer)
    }
    return history.scores.facts["f"]?.memory ?? FactMemory()
  }

  private func expectSameState(_ memory: FactMemory, daysBetween: [Int]) throws {
    let first = try #require(memory.lastReviewDay) - daysBetween.reduce(0, +)
    #expect(memory.state == self.memory(daysBetween: daysBetween, from: first).state)
  }

  @Test(arguments: [
    // 23:30 each evening and 01:30 after midnight, over the night of 2026-03-29 that lacks an hour.
    (
      ["2026-03-27T22:30:00Z", "2026-03-28T22:30:00Z", "2026-03-29T21:30:00Z", "2026-03-30T21:30:00Z"],
      ["2026-03-27", "2026-03-28", "2026-03-29", "2026-03-30"], [1, 1, 1]
    ),
    // 04:30 by the wall clock on three mornings: the second begins only 23 hours after the first.
    (
      ["2026-03-28T03:30:00Z", "2026-03-29T02:30:00Z", "2026-03-30T02:30:00Z"],
      ["2026-03-28", "2026-03-29", "2026-03-30"], [1, 1]
    ),
    // 03:59 and 04:00 on the morning of the change are two days, as on any other.
    (["2026-03-29T01:59:00Z", "2026-03-29T02:00:00Z"], ["2026-03-28", "2026-03-29"], [1]),
    // The night of 2026-10-25 has 02:30 twice; both belong to the day before.
    (
      ["2026-10-24T22:30:00Z", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T03:00:00Z"],
      ["2026-10-24", "2026-10-24", "2026-10-24", "2026-10-25"], [0, 0, 1]
    ),
    // 04:30 each morning: the second begins 25 hours after the first.
    (
      ["2026-10-24T02:30:00Z", "2026-10-25T03:30:00Z", "2026-10-26T03:30:00Z"],
      ["2026-10-24", "2026-10-25", "2026-10-26"], [1, 1]
    ),
  ]) func overBothChangesInBerlin(_ moments: [String], _ days: [String], _ daysBetween: [Int]) throws {
    let (scores, memories, recorded) = try scores(moments, utcOffset: TimeTests.berlin)
    #expect(recorded == days)
    #expect(scores.days.keys.sorted().map { "\($0)" } == Set(days).sorted())
    try expectSameState(try #require(memories.last), daysBetween: daysBetween)
    #expect(scores.facts["f"]?.streak == moments.count)
    for memory in memories { #expect(try #require(memory.dueDay) > memory.lastReviewDay ?? .max) }
  }

  static let apia: @Sendable (Timestamp) -> Int = { $0 < Timestamp(seconds: 1_325_239_200) ? -36_000 : 50_400 }

  @Test func overTheDayThatApiaDidNotHave() throws {
    // 20:00 on December 28, 29, 31 and January 1 by the wall clock; between the second and third lie 24 hours.
    let moments = ["2011-12-29T06:00:00Z", "2011-12-30T06:00:00Z", "2011-12-31T06:00:00Z", "2012-01-01T06:00:00Z"]
    let (scores, memories, days) = try scores(moments, utcOffset: Self.apia)
    #expect(days == ["2011-12-28", "2011-12-29", "2011-12-31", "2012-01-01"])
    // By the calendar two days passed: one day more than by the clock, which no memory feels, and never one less.
    try expectSameState(try #require(memories.last), daysBetween: [1, 2, 1])
    #expect(scores.facts["f"]?.streak == 4)
    // What was due on the day that never came is due on the day after.
    let due = try #require(memories[1].dueDay)
    let third = try #require(StudyDay("2011-12-31"))
    let skipped = FactMemory(
      state: memories[1].state, lastReviewDay: memories[1].lastReviewDay, dueDay: third.daysSince1970 - 1)
    #expect(due > 0 && skipped.isDue(on: third.daysSince1970))
  }

  @Test func someoneWhoTravelsKeepsTheStreakAndTheDueDay() throws {
    // Berlin in the evening, then Los Angeles: the wall clock goes back by nine hours.
    let flight = try #require(Timestamp("2026-07-02T12:00:00Z"))
    let (scores, memories, days) = try scores(
      ["2026-07-01T18:00:00Z", "2026-07-02T05:00:00Z", "2026-07-02T20:00:00Z", "2026-07-03T06:00:00Z"],
      utcOffset: { $0 < flight ? 7200 : -25_200 })
    #expect(days == ["2026-07-01", "2026-07-02", "2026-07-02", "2026-07-02"])
    #expect(scores.facts["f"]?.streak == 4)
    try expectSameState(try #require(memories.last), daysBetween: [1, 0, 0])
  }

  @Test func aClockThatGoesBackNeverGivesANegativeInterval() throws {
    let moments = [
      "2026-11-23T10:00:00Z", "2026-11-26T10:00:00Z", "2020-01-01T10:00:00Z", "1999-12-31T10:00:00Z",
      "2026-11-27T10:00:00Z", "2060-01-01T10:00:00Z", "2026-11-28T10:00:00Z",
    ]
    let (scores, memories, _) = try scores(moments, utcOffset: { _ in 0 })
    for memory in memories {
      let state = try #require(memory.state)
      #expect(state.stability > 0 && state.stability.isFinite && (1...10).contains(state.difficulty))
      #expect(try #require(memory.dueDay) > memory.lastReviewDay ?? .max)
      for day in [-100_000, 0, 20_000, 40_000] {
        #expect(memory.elapsedDays(on: day) >= 0)
        #expect((0...1).contains(try #require(memory.recall(on: day, model: Scores.model))))
      }
    }
    // Steps back count as the same day.
    #expect(
      memories[2].state == Scores.model.next(memories[1].state, rating: .good, elapsedDays: 0))
    #expect(scores.facts["f"]?.streak == 7)
    #expect(scores.days.count == 7)
  }
}
