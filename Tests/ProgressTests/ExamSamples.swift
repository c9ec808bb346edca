import MemoryModel

@testable import Progress

// Exams and mocks for the tests: papers of three items, of which the second asks three facts.

extension ExamPlan {
  static func sample(_ id: ExamID = "e1", day: Int = 20_800, minutes: Double = 12.5) -> ExamPlan {
    ExamPlan(
      id: id, day: StudyDay(daysSince1970: day), banks: ["kpo"], sections: ["kpo/types"], minutesPerDay: minutes,
      pass: 0.7)
  }
}

extension MockBegan {
  static let paper: [(item: Review.ItemID, facts: [Review.FactID])] = [
    ("i1", ["m1"]), ("i2", ["m2", "m3", "m4"]), ("i3", ["m5"]),
  ]

  static func sample(_ sitting: SittingID = "x1", seconds: Int? = 3600) -> MockBegan {
    MockBegan(
      sitting: sitting, form: "A", banks: ["kpo"], sections: [], kinds: [.multipleChoice, .matching],
      leftOut: ["m9"], items: paper.map(\.item), seconds: seconds, pass: 0.7,
      forecast: ExamForecast(expected: 0.8, low: 0.6, high: 0.9, passChance: 0.75))
  }
}

extension MockQuestion {
  static func sample(
    _ number: Int, _ response: String, flagged: Bool = false, spent: Int = 1000, elapsed: Int = 5000,
    sitting: SittingID = "x1"
  ) -> MockQuestion {
    MockQuestion(
      sitting: sitting, number: number, response: response, isFlagged: flagged, spent: spent, elapsed: elapsed)
  }
}

extension MockHandedIn {
  static func sample(_ sitting: SittingID = "x1", score: Double = 0.75) -> MockHandedIn {
    MockHandedIn(
      sitting: sitting, score: score, passed: true, isTimeUp: false, elapsed: 90_000, brier: 0.125,
      drilled: AnswerCount(asked: 3, right: 2), sealed: AnswerCount(asked: 2, right: 1))
  }
}

extension Review {
  /// The reviews of one item of the paper.
  static func mock(_ number: Int, sitting: SittingID = "x1") -> [Event] {
    let (item, facts) = MockBegan.paper[number - 1]
    return facts.map { fact in
      .review(
        Review(
          sitting: sitting, fact: fact, section: "kpo/types", kind: facts.count > 1 ? .matching : .multipleChoice,
          from: "Type", to: "Service", item: item, rating: .good, right: true, guessChance: 0.25, confidence: .unsure,
          milliseconds: 1000))
    }
  }
}

extension SittingBegan {
  static func mock(_ sitting: SittingID = "x1") -> SittingBegan {
    SittingBegan(sitting: sitting, mode: .exam, banks: ["kpo"], seed: 7)
  }
}

/// Two plans, a mock handed in, and another that was cut off in the middle of handing in its matching item.
let sampleExams: [Event] =
  [.examPlanned(.sample()), .examPlanned(.sample("e2")), .sittingBegan(.mock()), .mockBegan(.sample())]
  + Review.mock(1) + Review.mock(2) + Review.mock(3)
  + [.mockHandedIn(.sample()), .sittingEnded(SittingEnded(sitting: "x1", asked: 5, right: 5))]
  + [.sittingBegan(.mock("x2")), .mockBegan(.sample("x2", seconds: nil))]
  + [
    .mockQuestion(.sample(1, "a", sitting: "x2")), .mockQuestion(.sample(3, "", flagged: true, sitting: "x2")),
    .mockQuestion(.sample(1, "c", spent: 2500, elapsed: 9000, sitting: "x2")),
  ] + Review.mock(1, sitting: "x2") + Review.mock(2, sitting: "x2").dropLast()
