import MemoryModel
import TestSupport
import Testing

@testable import Progress

/// A history made by hand: answers on days, each an event of its own.
struct MadeHistory {
  private(set) var events: [RecordedEvent] = []

  /// Adds an event on a study day; 0 is 2026-11-23.
  mutating func add(_ event: Event, day: Int, offset: Int = 0) {
    let number = 20_780 + day
    events.append(
      RecordedEvent(
        sequence: events.count + 1, id: EventID("e\(events.count + 1)"),
        at: Timestamp(seconds: number * 86_400 + 43_200 + events.count), utcOffset: offset,
        day: StudyDay(daysSince1970: number), event: event))
  }

  /// Adds an answer.
  mutating func answer(
    _ fact: Review.FactID = "f", right: Bool = true, chance: Double = 0, confidence: Confidence = .none, day: Int,
    kind: Review.Kind = .multipleChoice, to: String = "Service", sitting: SittingID = "s", chosen: Review.FactID? = nil,
    against: Review.FactID? = nil, repeated: Bool = false, milliseconds: Int = 1000
  ) {
    add(
      .review(
        Review(
          sitting: sitting, fact: fact, section: "kpo/types", kind: kind, from: "Type", to: to, item: "i",
          rating: right ? .good : .again, right: right, guessChance: chance, confidence: confidence,
          milliseconds: milliseconds, chosenFact: chosen, against: against, repeated: repeated)), day: day)
  }

  /// Adds the beginning of a sitting.
  mutating func begin(_ sitting: SittingID, _ mode: SittingMode, day: Int) {
    add(.sittingBegan(SittingBegan(sitting: sitting, mode: mode, banks: ["kpo"], seed: 1)), day: day)
  }

  var scores: Scores { Scores.replay(events) }
}

/// How answers move the memory of facts.
@Suite struct MemoryTests {
  private static let model = FSRS6()

  /// The memory of the one fact after answers that were given on some days.
  private func memory(_ build: (inout MadeHistory) -> Void) throws -> FactMemory {
    var history = MadeHistory()
    build(&history)
    return try #require(history.scores.facts["f"]).memory
  }

  @Test func aFirstAnswerThatIsWrongOrNotKnownIsAgain() throws {
    for (confidence, right) in [(Confidence.none, false), (.sure, false), (.unsure, false), (.dontKnow, false)] {
      let memory = try memory { $0.answer(right: right, chance: 0.25, confidence: confidence, day: 0) }
      #expect(memory.state == Self.model.next(nil, rating: .again, elapsedDays: 0))
      #expect(memory.lapses == 0 && !memory.isRight && memory.reviews == 1)
    }
  }

  @Test func aTypedRightAnswerIsGood() throws {
    let memory = try memory { $0.answer(chance: 0, day: 0, kind: .shortAnswer) }
    #expect(memory.state == Self.model.next(nil, rating: .good, elapsedDays: 0))
    #expect(memory.isRight && memory.lastReviewDay == 20_780)
  }

  @Test func aRightAnswerOutOfFourMovesTheStateByBayesRule() throws {
    let memory = try memory {
      $0.answer(chance: 0, day: 0)
      $0.answer(chance: 0.25, day: 9)
    }
    let first = Self.model.next(nil, rating: .good, elapsedDays: 0)
    let recall = Self.model.retrievability(elapsedDays: 9, stability: first.stability)
    let known = recall / (recall + (1 - recall) / 4)
    let good = Self.model.next(first, rating: .good, elapsedDays: 9)
    let again = Self.model.next(first, rating: .again, elapsedDays: 9)
    let state = try #require(memory.state)
    #expect(abs(state.stability - (known * good.stability + (1 - known) * again.stability)) < 1e-9)
    #expect(abs(state.difficulty - (known * good.difficulty + (1 - known) * again.difficulty)) < 1e-9)
    #expect(state.stability > again.stability && state.stability < good.stability)
  }

  @Test func aFirstAnswerIsWeighedByWhatOtherFirstAnswersShowed() throws {
    // c = 1/4 and p0 = (1.5 + sum of y-c) / (5 + sum of 1-c); the answer itself must not count for itself.
    for (before, recall) in [([], 0.3), ([true, true], 3.0 / 6.5), ([false], 1.25 / 5.75)] {
      let memory = try memory {
        for (index, right) in before.enumerated() {
          $0.answer(Review.FactID("other\(index)"), right: right, chance: 0.25, day: 0)
          // Repeats are no first answers.
          $0.answer(Review.FactID("other\(index)"), chance: 0.25, day: 0)
        }
        $0.answer(chance: 0.25, day: 0)
      }
      let known = recall / (recall + (1 - recall) / 4)
      let good = Self.model.next(nil, rating: .good, elapsedDays: 0).stability
      let again = Self.model.next(nil, rating: .again, elapsedDays: 0).stability
      #expect(abs(try #require(memory.state).stability - (known * good + (1 - known) * again)) < 1e-9, "\(before)")
    }
  }

  @Test func theMarkOfAGuessCountsOnceItWasUsedTenTimes() throws {
    func stability(uses: Int, _ confidence: Confidence) throws -> Double {
      try #require(
        try memory { history in
          history.answer(chance: 0, day: 0)
          for index in 0..<uses {
            // Ten answers to one fact, so that what is expected of new facts stays the same.
            history.answer(index == 0 ? "f" : "g", chance: 1, confidence: .unsure, day: 0)
          }
          history.answer(chance: 0.25, confidence: confidence, day: 9)
        }.state
      ).stability
    }
    let plain = try stability(uses: 0, .none)
    #expect(try stability(uses: 9, .none) == plain && stability(uses: 9, .unsure) == plain)
    #expect(try stability(uses: 10, .none) > plain)
    #expect(try stability(uses: 10, .unsure) < plain)
  }

  @Test func aForcedAnswerProvesNothingButIsCounted() throws {
    var history = MadeHistory()
    history.answer(chance: 0, day: 0)
    let before = try #require(history.scores.facts["f"])
    history.answer(chance: 1, day: 9)
    let after = try #require(history.scores.facts["f"])
    #expect(after.memory == before.memory)
    #expect(after.seen == 2 && after.right == 2 && after.lastDay > before.lastDay)
  }

  @Test func practiceMovesTheScheduleOnlyByAWrongAnswer() throws {
    var history = MadeHistory()
    history.begin("d", .daily, day: 0)
    history.answer(chance: 0, day: 0, sitting: "d")
    let before = try #require(history.scores.facts["f"]).memory
    history.begin("p", .practice, day: 5)
    history.answer(chance: 0.25, day: 5, sitting: "p")
    history.answer("new", chance: 0.25, day: 5, sitting: "p")
    #expect(history.scores.facts["f"]?.memory == before)
    #expect(history.scores.facts["new"]?.memory == FactMemory())
    #expect(history.scores.facts["f"]?.seen == 2)
    history.answer(right: false, chance: 0.25, day: 5, sitting: "p")
    let after = try #require(history.scores.facts["f"]).memory
    #expect(after.state == Self.model.next(before.state, rating: .again, elapsedDays: 5))
    #expect(after.lapses == 1 && after.stage == .learning)
    // The same answers in any other mode move it.
    for mode in [SittingMode.daily, .missed, .match, .exam] {
      var other = MadeHistory()
      other.answer(chance: 0, day: 0)
      other.begin("p", mode, day: 5)
      other.answer(chance: 0.25, day: 5, sitting: "p")
      #expect(other.scores.facts["f"]?.memory != before, "\(mode)")
    }
  }

  @Test func knownTakesTwoFormsOnTwoDays() throws {
    func stage(_ second: (inout MadeHistory) -> Void) throws -> Stage {
      try memory {
        $0.answer(chance: 0.25, day: 0)
        second(&$0)
      }.stage
    }
    #expect(try stage { $0.answer(chance: 0, day: 0, kind: .shortAnswer) } != .known)
    #expect(try stage { $0.answer(chance: 0.25, day: 3) } != .known)
    #expect(try stage { $0.answer(chance: 0, day: 3, kind: .shortAnswer) } == .known)
    #expect(try stage { $0.answer(chance: 0.25, day: 3, to: "Task") } == .known)
    #expect(try stage { $0.answer(chance: 0.25, confidence: .unsure, day: 3, to: "Task") } != .known)
  }

  @Test func afterEightLapsesAFactIsALeech() throws {
    var history = MadeHistory()
    for lapse in 1...8 {
      history.answer(chance: 0, day: lapse * 10)
      history.answer(right: false, day: lapse * 10 + 2)
      // Wrong again is no other lapse.
      history.answer(right: false, day: lapse * 10 + 2, repeated: true)
      let memory = try #require(history.scores.facts["f"]).memory
      #expect(memory.lapses == lapse)
      #expect(memory.isLeech == (lapse == 8))
    }
  }

  @Test func theDueDayIsSpreadTheSameInEveryReplayAndDifferentlyForEachFact() throws {
    var history = MadeHistory()
    for fact in 0..<60 {
      for day in [0, 2, 13] { history.answer(Review.FactID("f\(fact)"), chance: 0, day: day) }
    }
    let dueDays = (0..<60).compactMap { history.scores.facts[Review.FactID("f\($0)")]?.memory.dueDay }
    #expect(Set(dueDays).count > 3)
    #expect(history.scores == history.scores)
    let state = try #require(history.scores.facts["f0"]?.memory.state)
    let days = Self.model.days(stability: state.stability, desiredRetention: 0.9)
    let range = FSRS6.fuzzRange(days: days, elapsedDays: 11)
    #expect(dueDays.allSatisfy { range.contains($0 - 20_780 - 13) })
  }

  @Test func thePaceFollowsTheLastAnswersAndNoPauseSpoilsIt() {
    var history = MadeHistory()
    for milliseconds in [4000, 8000] { history.answer(day: 0, milliseconds: milliseconds) }
    #expect(history.scores.pace == LearnerPace(answers: 2, milliseconds: 6000))
    history.answer(day: 0, milliseconds: .max)
    #expect(history.scores.pace.milliseconds == 44_000)
    for _ in 0..<500 { history.answer(day: 1, milliseconds: 5000) }
    #expect(abs(history.scores.pace.milliseconds - 5000) < 10)
  }
}
