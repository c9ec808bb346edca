import MemoryModel
import StrictJSON

// The members of exams and mocks in the history; the snapshot writes the same ones. They are called after what the structs call
// them, except where the record around them has a member of that name.

extension ExamPlan {
  static let keys = ["exam", "examDay", "banks", "sections", "minutesPerDay", "pass"]

  func write(to object: inout JSONObject) {
    object["exam"] = .string(id.rawValue)
    object["examDay"] = .string(day.description)
    object["banks"] = JSONValue(banks)
    object["sections"] = JSONValue(sections)
    object["minutesPerDay"] = .number(minutesPerDay)
    object["pass"] = .number(pass)
  }

  init(_ reader: MemberReader) throws(ShapeError) {
    let minutes = try reader.number("minutesPerDay")
    guard Self.minutes.contains(minutes) else {
      throw reader.fault("minutesPerDay", "a number from \(Self.minutes.lowerBound) to \(Self.minutes.upperBound)")
    }
    self.init(
      id: ExamID(try reader.text("exam")), day: try reader.day("examDay"), banks: try reader.texts("banks"),
      sections: try reader.texts("sections"), minutesPerDay: minutes, pass: try reader.probability("pass"))
  }
}

extension ExamForecast {
  static let keys = ["expected", "low", "high", "passChance"]

  func write(to object: inout JSONObject) {
    object["expected"] = .number(expected)
    object["low"] = .number(low)
    object["high"] = .number(high)
    object["passChance"] = .number(passChance)
  }

  init(_ reader: MemberReader) throws(ShapeError) {
    self.init(
      expected: try reader.probability("expected"), low: try reader.probability("low"),
      high: try reader.probability("high"), passChance: try reader.probability("passChance"))
    guard try reader.probability("high") == high else { throw reader.fault("high", "at least \"low\"") }
  }
}

extension MockBegan {
  static let keys =
    ["sitting", "form", "banks", "sections", "kinds", "leftOut", "items", "seconds", "pass"]
    + ExamForecast.keys

  func write(to object: inout JSONObject) {
    object["sitting"] = .string(sitting.rawValue)
    object["form"] = .string(form)
    object["banks"] = JSONValue(banks)
    object["sections"] = JSONValue(sections)
    object["kinds"] = JSONValue(kinds.map(\.rawValue))
    object["leftOut"] = JSONValue(leftOut.map(\.rawValue))
    object["items"] = JSONValue(items.map(\.rawValue))
    if let seconds { object["seconds"] = JSONValue(seconds) }
    object["pass"] = .number(pass)
    forecast.write(to: &object)
  }

  init(_ reader: MemberReader) throws(ShapeError) {
    let seconds =
      reader.object["seconds"] == nil
      ? nil
      : try reader.parsedNumber("seconds", "a whole number from 1 to \(MemberReader.largestCount)") {
        (1...MemberReader.largestCount).contains($0) ? $0 : nil
      }
    guard try !reader.texts("items").isEmpty else { throw reader.fault("items", "a list of at least one item") }
    self.init(
      sitting: SittingID(try reader.text("sitting")), form: try reader.text("form"), banks: try reader.texts("banks"),
      sections: try reader.texts("sections"), kinds: try reader.texts("kinds").map { Review.Kind($0) },
      leftOut: try reader.texts("leftOut").map { Review.FactID($0) },
      items: try reader.texts("items").map { Review.ItemID($0) }, seconds: seconds,
      pass: try reader.probability("pass"), forecast: try ExamForecast(reader))
  }
}

extension MockQuestion {
  func write(to object: inout JSONObject) {
    object["sitting"] = .string(sitting.rawValue)
    object["number"] = JSONValue(number)
    object["response"] = .string(response)
    object["flagged"] = .bool(isFlagged)
    object["spent"] = JSONValue(spent)
    object["elapsed"] = JSONValue(elapsed)
  }

  init(_ reader: MemberReader) throws(ShapeError) {
    self.init(
      sitting: SittingID(try reader.text("sitting")), number: try reader.count("number"),
      response: try reader.text("response"), isFlagged: try reader.truth("flagged"),
      spent: try reader.count("spent"), elapsed: try reader.count("elapsed"))
  }
}

extension MockHandedIn {
  static let keys = [
    "sitting", "score", "passed", "timeUp", "elapsed", "brier", "drilledAsked", "drilledRight", "sealedAsked",
    "sealedRight",
  ]
  /// No paper has as many questions; more would be counted for ever.
  private static let mostAnswers = 100_000

  func write(to object: inout JSONObject) {
    object["sitting"] = .string(sitting.rawValue)
    object["score"] = .number(score)
    object["passed"] = .bool(passed)
    object["timeUp"] = .bool(isTimeUp)
    object["elapsed"] = JSONValue(elapsed)
    object["brier"] = .number(brier)
    object["drilledAsked"] = JSONValue(drilled.asked)
    object["drilledRight"] = JSONValue(drilled.right)
    object["sealedAsked"] = JSONValue(sealed.asked)
    object["sealedRight"] = JSONValue(sealed.right)
  }

  init(_ reader: MemberReader) throws(ShapeError) {
    func number(_ key: String) throws(ShapeError) -> Int {
      try reader.parsedNumber(key, "a whole number from 0 to \(Self.mostAnswers)") {
        (0...Self.mostAnswers).contains($0) ? $0 : nil
      }
    }
    func count(_ asked: String, _ right: String) throws(ShapeError) -> AnswerCount {
      let count = AnswerCount(asked: try number(asked), right: try number(right))
      guard try number(right) == count.right else { throw reader.fault(right, "at most \"\(asked)\"") }
      return count
    }
    self.init(
      sitting: SittingID(try reader.text("sitting")), score: try reader.probability("score"),
      passed: try reader.truth("passed"), isTimeUp: try reader.truth("timeUp"), elapsed: try reader.count("elapsed"),
      brier: try reader.probability("brier"), drilled: try count("drilledAsked", "drilledRight"),
      sealed: try count("sealedAsked", "sealedRight"))
  }
}
