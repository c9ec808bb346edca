import MemoryModel
import StrictJSON
import Testing

@testable import Progress

/// How exams and mocks stand in the history.
@Suite struct ExamEventTests {
  private static func recorded(_ event: Event) throws -> RecordedEvent {
    RecordedEvent(
      sequence: 1, id: "0", at: try #require(Timestamp("2026-11-23T10:00:00Z")), utcOffset: 0,
      day: try #require(StudyDay("2026-11-23")), event: event)
  }

  @Test(
    arguments: [
      (
        .examPlanned(.sample()),
        #""examPlanned","exam":"e1","examDay":"2026-12-13","banks":["kpo"],"sections":["kpo/types"],"#
          + #""minutesPerDay":12.5,"pass":0.7"#
      ),
      (.examDropped("e1"), #""examDropped","exam":"e1""#),
      (
        .mockBegan(.sample()),
        #""mockBegan","sitting":"x1","form":"A","banks":["kpo"],"sections":[],"kinds":["multiple-choice","matching"],"#
          + #""leftOut":["m9"],"items":["i1","i2","i3"],"seconds":3600,"pass":0.7,"expected":0.8,"low":0.6,"high":0.9,"passChance":0.75"#
      ),
      (
        .mockBegan(.sample(seconds: nil)),
        #""mockBegan","sitting":"x1","form":"A","banks":["kpo"],"sections":[],"kinds":["multiple-choice","matching"],"#
          + #""leftOut":["m9"],"items":["i1","i2","i3"],"pass":0.7,"expected":0.8,"low":0.6,"high":0.9,"passChance":0.75"#
      ),
      (
        .mockQuestion(.sample(2, "b?", flagged: true)),
        #""mockQuestion","sitting":"x1","number":2,"response":"b?","flagged":true,"spent":1000,"elapsed":5000"#
      ),
      (
        .mockHandedIn(.sample()),
        #""mockHandedIn","sitting":"x1","score":0.75,"passed":true,"timeUp":false,"elapsed":90000,"brier":0.125,"#
          + #""drilledAsked":3,"drilledRight":2,"sealedAsked":2,"sealedRight":1"#
      ),
      (.mockAbandoned("x1"), #""mockAbandoned","sitting":"x1""#),
    ] as [(Event, String)])
  func linesAreAsDocumentedAndComeBack(_ event: Event, _ members: String) throws {
    let recorded = try Self.recorded(event)
    let line = String(decoding: recorded.line, as: UTF8.self)
    #expect(line.contains(",\"event\":\(members),\"sum\":"))
    #expect(try RecordedEvent(line: recorded.line.dropLast()) == recorded)
  }

  private static let count = "a whole number from 0 to 9007199254740992"

  @Test(
    arguments: [
      (.examPlanned(.sample()), "exam", nil, "a text"),
      (.examPlanned(.sample()), "examDay", "soon", "a day such as 2026-11-23"),
      (.examPlanned(.sample()), "banks", [1], "a list of texts"),
      (.examPlanned(.sample()), "sections", nil, "a list of texts"),
      (.examPlanned(.sample()), "minutesPerDay", 0, "a number from 0.1 to 600.0"),
      (.examPlanned(.sample()), "minutesPerDay", 601, "a number from 0.1 to 600.0"),
      (.examPlanned(.sample()), "minutesPerDay", .number(.nan), "a number"),
      (.examPlanned(.sample()), "pass", 1.01, "a number from 0 to 1"),
      (.examPlanned(.sample()), "pass", .number(.nan), "a number from 0 to 1"),
      (.examDropped("e1"), "exam", 1, "a text"), (.mockBegan(.sample()), "sitting", nil, "a text"),
      (.mockBegan(.sample()), "form", nil, "a text"), (.mockBegan(.sample()), "kinds", ["a", 1], "a list of texts"),
      (.mockBegan(.sample()), "items", "i1", "a list of texts"),
      (.mockBegan(.sample()), "leftOut", 1, "a list of texts"),
      (.mockBegan(.sample()), "items", [], "a list of at least one item"),
      (.mockHandedIn(.sample()), "sealedAsked", 9_007_199_254_740_992, "a whole number from 0 to 100000"),
      (.mockBegan(.sample()), "seconds", 0, "a whole number from 1 to 9007199254740992"),
      (.mockBegan(.sample()), "seconds", .null, "a whole number from 1 to 9007199254740992"),
      (.mockBegan(.sample()), "pass", -0.1, "a number from 0 to 1"),
      (.mockBegan(.sample()), "expected", "0.8", "a number from 0 to 1"),
      (.mockBegan(.sample()), "low", -1, "a number from 0 to 1"),
      (.mockBegan(.sample()), "high", 0.59, "at least \"low\""),
      (.mockBegan(.sample()), "passChance", nil, "a number from 0 to 1"),
      (.mockQuestion(.sample(1, "a")), "number", -1, count),
      (.mockQuestion(.sample(1, "a")), "response", nil, "a text"),
      (.mockQuestion(.sample(1, "a")), "flagged", 0, "true or false"),
      (.mockQuestion(.sample(1, "a")), "spent", 0.5, count), (.mockQuestion(.sample(1, "a")), "elapsed", -1, count),
      (.mockHandedIn(.sample()), "score", 2, "a number from 0 to 1"),
      (.mockHandedIn(.sample()), "passed", nil, "true or false"),
      (.mockHandedIn(.sample()), "timeUp", 1, "true or false"),
      (.mockHandedIn(.sample()), "elapsed", .integer(.max), count),
      (.mockHandedIn(.sample()), "brier", .number(.nan), "a number from 0 to 1"),
      (.mockHandedIn(.sample()), "drilledAsked", -1, "a whole number from 0 to 100000"),
      (.mockHandedIn(.sample()), "drilledRight", 4, "at most \"drilledAsked\""),
      (.mockHandedIn(.sample()), "sealedRight", 3, "at most \"sealedAsked\""),
      (.mockAbandoned("x1"), "sitting", nil, "a text"),
    ] as [(Event, String, JSONValue?, String)])
  func refusesWhatCannotBe(_ event: Event, _ key: String, _ new: JSONValue?, _ expected: String) throws {
    let value = try JSONValue(parsing: try Self.recorded(event).line)
    var object = try #require(value.objectValue).without(["sum"])
    #expect(object[key] != nil)
    object[key] = new
    let covered = Array(JSONValue.object(object).bytes().dropLast())
    let line = covered + Array(",\"sum\":\"\(Checksum.text(covered[...]))\"}\n".utf8)
    #expect(HistoryScan(line, after: 0).badLines.map(\.fault.text) == ["\"\(key)\" is not \(expected)"])
  }

  @Test func numbersThatCannotBeAreMovedSoThatTheLineCanBeRead() throws {
    for (given, share) in [(-1.0, 0.0), (2, 1), (.nan, 0), (.infinity, 1), (0.25, 0.25)] {
      let forecast = ExamForecast(expected: given, low: given, high: given, passChance: given)
      #expect(forecast.expected == share && forecast.low == share && forecast.high == share)
      #expect(forecast.passChance == share)
      let began = MockBegan(
        sitting: "x", form: "", banks: [], sections: [], kinds: [], leftOut: [], items: ["i"], seconds: -5,
        pass: given,
        forecast: ExamForecast(expected: 0.5, low: 0.9, high: given, passChance: 0.5))
      #expect(began.pass == share && began.seconds == 1)
      #expect(began.forecast.low == 0.9 && began.forecast.high == max(0.9, share))
      let handedIn = MockHandedIn(
        sitting: "x", score: given, passed: false, isTimeUp: true, elapsed: -1, brier: given,
        drilled: .init(asked: -1, right: 1), sealed: .init(asked: 1, right: 2))
      #expect(handedIn.score == share && handedIn.brier == share && handedIn.elapsed == 0)
      #expect(handedIn.drilled == .init(asked: 0, right: 0) && handedIn.sealed == .init(asked: 1, right: 1))
      let plan = ExamPlan(
        id: "e", day: StudyDay(daysSince1970: 0), banks: [], sections: [], minutesPerDay: given, pass: given)
      #expect(plan.pass == share && (0.1...600).contains(plan.minutesPerDay))
      let question = MockQuestion(sitting: "x", number: -3, response: "", isFlagged: false, spent: -1, elapsed: .min)
      #expect(question.number == 0 && question.spent == 0 && question.elapsed == 0)
      let events = [Event.mockBegan(began), .mockHandedIn(handedIn), .examPlanned(plan), .mockQuestion(question)]
      for recorded in try events.map(Self.recorded) {
        #expect(try RecordedEvent(line: recorded.line.dropLast()) == recorded)
      }
    }
  }
}
