import MemoryModel
import TestSupport
import Testing

@testable import Progress

/// What was missed, what was taken for each other, and what can be taken back.
@Suite struct MissAndConfusionTests {
  @Test func aMissIsMadeGoodOnlyOnALaterDay() throws {
    var history = MadeHistory()
    func miss() -> FactScore.Miss? { history.scores.facts["f"]?.miss }
    let day = { StudyDay(daysSince1970: 20_780 + $0) }
    history.answer(day: 0)
    #expect(miss() == nil)
    history.answer(right: false, confidence: .sure, day: 1)
    #expect(miss() == FactScore.Miss(day: day(1), wasSure: true))
    history.answer(day: 1, repeated: true)
    history.answer(day: 1)
    #expect(miss() == FactScore.Miss(day: day(1), wasSure: true, rightOn: day(1)))
    // Wrong again: it begins anew.
    history.answer(right: false, day: 4)
    #expect(miss() == FactScore.Miss(day: day(4), wasSure: false))
    history.answer(day: 6)
    #expect(miss() == FactScore.Miss(day: day(4), wasSure: false, rightOn: day(6)))
    // A day before, by a clock that went back, is not a later one.
    history.answer(day: 5)
    #expect(miss()?.rightOn == day(6))
    history.answer(day: 7)
    #expect(miss() == nil)
  }

  @Test func aConfusionIsOpenUntilBothFactsWereToldApartTwice() throws {
    var history = MadeHistory()
    history.answer("b", right: false, day: 0, chosen: "a")
    let pair = try #require(ConfusedPair("a", "b"))
    #expect(pair == ConfusedPair("b", "a") && ConfusedPair("a", "a") == nil)
    func open() -> [ConfusedPair] { history.scores.openConfusions.map(\.pair) }
    #expect(open() == [pair])
    // Right answers to ordinary questions do not show that the two are told apart.
    for _ in 0..<5 { history.answer("a", day: 1) }
    #expect(open() == [pair])
    for fact in ["a", "a", "a", "b"] as [Review.FactID] {
      history.answer(fact, day: 2, against: fact == "a" ? "b" : "a")
      #expect(open() == [pair])
    }
    history.answer("b", day: 3, against: "a")
    #expect(open().isEmpty)
    let confusion = try #require(history.scores.confusions[pair])
    #expect((confusion.count, confusion.firstToldApart, confusion.secondToldApart) == (1, 3, 2))
    // Confused once more, in a contrast or not, they must be told apart from the start.
    history.answer("a", right: false, day: 4, chosen: "b", against: "b")
    #expect(
      history.scores.confusions[pair] == Confusion(count: 2, lastDay: StudyDay(daysSince1970: 20_784), firstAsked: 1))
    #expect(open() == [pair])
  }

  @Test func aContrastOfFactsNeverConfusedAndAChoiceOfTheFactItselfAreNone() {
    var history = MadeHistory()
    history.answer("a", day: 0, against: "b")
    history.answer("a", right: false, day: 0, chosen: "a")
    history.answer("a", right: false, day: 0)
    #expect(history.scores.confusions.isEmpty)
  }

  @Test func whatIsConfusedMostComesFirst() {
    var history = MadeHistory()
    for (fact, other) in [("x", "y"), ("c", "d"), ("a", "b"), ("d", "c")] as [(Review.FactID, Review.FactID)] {
      history.answer(fact, right: false, day: 0, chosen: other)
    }
    #expect(history.scores.openConfusions.map(\.pair.first) == ["c", "a", "x"])
    #expect(history.scores.openConfusions.map(\.confusion.count) == [2, 1, 1])
  }

  @Test func theLastFiftyAnswersAreKeptEachWithAllItsFacts() throws {
    let clock = try TestClock()
    let store = try openStore(FaultyFileSystem(), clock: clock.clock)
    func review(_ fact: Int, item: Int) -> Event {
      .review(
        Review(
          sitting: "s", fact: Review.FactID("f\(fact)"), section: "b/s", kind: .matching, from: "A", to: "B",
          item: Review.ItemID("i\(item)"), rating: .good, right: true, guessChance: 0.25, milliseconds: 1))
    }
    let set = try store.append([review(1, item: 1), review(2, item: 1), review(3, item: 1)])
    #expect(store.scores.recent.answers.map(\.facts) == [["f1", "f2", "f3"]])
    #expect(store.scores.recent.answers.map(\.events) == [set.map(\.id)])
    // The same item once more is another answer.
    try store.append([review(1, item: 1)])
    #expect(store.scores.recent.answers.map(\.facts) == [["f1", "f2", "f3"], ["f1"]])
    for index in 0..<60 { try store.append([review(index, item: index)]) }
    #expect(store.scores.recent.answers.map(\.facts) == (10..<60).map { [Review.FactID("f\($0)")] })
  }

  @Test func answersAreTakenBackAcrossSittingsAndDays() throws {
    let disk = FaultyFileSystem()
    var before: [Scores] = []
    for day in 1...4 {
      let clock = try TestClock("2026-11-2\(day)T10:00:00Z")
      let store = try openStore(disk, clock: clock.clock, seed: UInt64(day))
      let sitting = SittingID("s\(day)")
      try store.append([.sittingBegan(SittingBegan(sitting: sitting, mode: .daily, banks: ["kpo"], seed: 1))])
      for fact in 1...3 {
        before.append(store.scores)
        try store.append([.review(.sample(fact, right: (fact + day) % 3 > 0, sitting: sitting))])
      }
      if day != 3 { try store.saveSnapshot() }
      store.close()
    }
    let store = try openStore(disk, clock: try TestClock("2026-11-30T10:00:00Z").clock, seed: 9)
    for expected in before.reversed() {
      let last = try #require(store.scores.recent.answers.last)
      try store.append([.undone(events: last.events)])
      // Sittings that began later stay begun, with nothing answered.
      #expect(store.scores.facts == expected.facts)
      #expect(store.scores.confusions == expected.confusions)
      #expect(store.scores.prior == expected.prior && store.scores.unsureUses == expected.unsureUses)
      #expect(store.scores.recent == expected.recent && store.scores.pace == expected.pace)
      #expect(store.scores.days == expected.days && store.scores.sections == expected.sections)
    }
    #expect(store.scores.recent.answers.isEmpty && store.scores.facts.isEmpty)
    store.close()
    #expect(try openStore(disk, clock: try TestClock().clock, mode: .readOnly).scores == store.scores)
  }
}
