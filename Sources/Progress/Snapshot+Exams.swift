import MemoryModel
import StrictJSON

/// What the snapshot keeps of exams and mocks; a snapshot of before there were any has none of these members.
extension Scores {
  static let examKeys = ["exams", "openMock", "mocks"]

  func writeExams(to object: inout JSONObject) {
    object["exams"] = .array(
      examPlans.map { plan in
        var object = JSONObject()
        plan.write(to: &object)
        object.append(plan.unknown)
        return .object(object)
      })
    if let openMock { object["openMock"] = openMock.json }
    object["mocks"] = .array(mocks.map(\.json))
  }

  mutating func readExams(_ reader: MemberReader) throws(ShapeError) {
    for plan in try reader.members(ifAny: "exams") {
      var exam = try ExamPlan(plan)
      guard !examPlans.contains(where: { $0.id == exam.id }) else { throw plan.fault("exam", "an id of its own") }
      exam.unknown = plan.object.without(ExamPlan.keys)
      examPlans.append(exam)
    }
    if reader.object["openMock"] != nil { openMock = try OpenMock(try reader.member("openMock")) }
    for mock in try reader.members(ifAny: "mocks") { mocks.append(try MockScore(mock)) }
  }
}

extension OpenMock {
  private static let keys = MockBegan.keys + ["started", "questions", "current", "elapsed", "reviewed"]

  fileprivate var json: JSONValue {
    var object = JSONObject()
    began.write(to: &object)
    object["started"] = .string(started.description)
    object["questions"] = .array(
      questions.sorted { $0.key < $1.key }.map { number, question in
        var object: JSONObject = [
          "number": JSONValue(number), "responses": JSONValue(question.responses),
          "flagged": .bool(question.isFlagged), "spent": JSONValue(question.spent),
        ]
        object.append(question.unknown)
        return .object(object)
      })
    object["current"] = JSONValue(current)
    object["elapsed"] = JSONValue(elapsed)
    // Each a list of the item and its facts.
    object["reviewed"] = .array(
      reviewedFacts.sorted { $0.key < $1.key }.map { item, facts in
        JSONValue([item.rawValue] + facts.sorted().map(\.rawValue))
      })
    object.append(unknown)
    return .object(object)
  }

  fileprivate init(_ reader: MemberReader) throws(ShapeError) {
    began = try MockBegan(reader)
    started = try reader.timestamp("started")
    current = try reader.count("current")
    elapsed = try reader.count("elapsed")
    unknown = reader.object.without(Self.keys)
    for member in try reader.members(ifAny: "questions") {
      let number = try member.count("number")
      guard began.items.indices.contains(number - 1), questions[number] == nil else {
        throw member.fault("number", "the number of a question, each once")
      }
      var question = Question()
      question.responses = try member.texts("responses")
      question.isFlagged = try member.truth("flagged")
      question.spent = try member.count("spent")
      question.unknown = member.object.without(["number", "responses", "flagged", "spent"])
      questions[number] = question
    }
    for value in try reader.list("reviewed") {
      let texts = (value.arrayValue ?? []).compactMap(\.stringValue)
      guard let item = texts.first, texts.count == value.arrayValue?.count, reviewedFacts[Review.ItemID(item)] == nil
      else { throw reader.fault("reviewed", "a list of items with their facts, each item once") }
      reviewedFacts[Review.ItemID(item)] = Set(texts.dropFirst().map { Review.FactID($0) })
    }
  }
}

extension MockScore {
  private static let keys = MockHandedIn.keys + ExamForecast.keys + ["form", "day", "questions", "pass"]

  fileprivate var json: JSONValue {
    var object = JSONObject()
    result.write(to: &object)
    object["form"] = .string(form)
    object["day"] = .string(day.description)
    object["questions"] = JSONValue(questions)
    object["pass"] = .number(pass)
    forecast.write(to: &object)
    object.append(unknown)
    return .object(object)
  }

  fileprivate init(_ reader: MemberReader) throws(ShapeError) {
    result = try MockHandedIn(reader)
    form = try reader.text("form")
    day = try reader.day("day")
    questions = try reader.count("questions")
    pass = try reader.probability("pass")
    forecast = try ExamForecast(reader)
    unknown = reader.object.without(Self.keys)
  }
}
