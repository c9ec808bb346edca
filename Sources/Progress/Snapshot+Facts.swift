import MemoryModel
import StrictJSON

extension FactScore {
  private static let keys = [
    "seen", "right", "wrong", "firstDay", "lastAt", "lastDay", "lastRight", "lastConfidence", "streak", "memory",
    "shown", "taken", "miss",
  ]

  var json: JSONValue {
    var object: JSONObject = [
      "seen": JSONValue(seen), "right": JSONValue(right), "wrong": JSONValue(wrong),
      "firstDay": .string(firstDay.description), "lastAt": .string(lastAt.description),
      "lastDay": .string(lastDay.description), "lastRight": .bool(lastRight),
      "lastConfidence": .string(lastConfidence.rawValue), "streak": JSONValue(streak),
      "memory": .object(memory.json(beside: unknownInMemory)),
    ]
    if !distractors.isEmpty {
      object["shown"] = counts(\.shown)
      object["taken"] = counts(\.taken)
    }
    if let miss { object["miss"] = miss.json }
    object.append(unknown)
    return .object(object)
  }

  /// The numbers of the distractors that are not 0, by the facts they belong to.
  private func counts(_ number: (Distractor) -> Int) -> JSONValue {
    var object = JSONObject()
    for (id, distractor) in distractors.sorted(by: { $0.key < $1.key }) where number(distractor) > 0 {
      object.append(newKey: id.rawValue, JSONValue(number(distractor)))
    }
    return .object(object)
  }

  init(_ reader: MemberReader) throws(ShapeError) {
    self.init(
      firstDay: try reader.day("firstDay"), lastAt: try reader.timestamp("lastAt"), lastDay: try reader.day("lastDay"))
    seen = try reader.count("seen")
    right = try reader.count("right")
    wrong = try reader.count("wrong")
    lastRight = try reader.truth("lastRight")
    lastConfidence = try reader.parsed("lastConfidence", "none, unsure, sure or dont-know") { Confidence(rawValue: $0) }
    streak = try reader.count("streak")
    let memory = try reader.member("memory")
    self.memory = try FactMemory(memory)
    unknownInMemory = memory.object.without(FactMemory.keys)
    if reader.object["miss"] != nil { miss = try Miss(try reader.member("miss")) }
    for (id, shown) in try reader.counts(ifAny: "shown") {
      distractors[Review.FactID(id)] = Distractor(shown: shown)
    }
    for (id, taken) in try reader.counts(ifAny: "taken") {
      guard let shown = distractors[Review.FactID(id)]?.shown, taken <= shown else {
        throw reader.fault("taken/\(id)", "at most as often as \"shown\"")
      }
      distractors[Review.FactID(id)]?.taken = taken
    }
    guard right <= seen, wrong == seen - right else { throw reader.fault("seen", "the sum of \"right\" and \"wrong\"") }
    unknown = reader.object.without(Self.keys)
  }
}

extension FactScore.Miss {
  fileprivate var json: JSONValue {
    var object: JSONObject = ["day": .string(day.description), "wasSure": .bool(wasSure)]
    if let rightOn { object["rightOn"] = .string(rightOn.description) }
    object.append(unknown)
    return .object(object)
  }

  fileprivate init(_ reader: MemberReader) throws(ShapeError) {
    day = try reader.day("day")
    wasSure = try reader.truth("wasSure")
    rightOn = reader.object["rightOn"] == nil ? nil : try reader.day("rightOn")
    unknown = reader.object.without(["day", "wasSure", "rightOn"])
  }
}

extension FactMemory {
  fileprivate static let keys = ["reviews", "lapses", "isRight", "stability", "difficulty", "day", "due", "rightIn"]

  fileprivate func json(beside unknown: JSONObject) -> JSONObject {
    var object: JSONObject = [
      "reviews": JSONValue(reviews), "lapses": JSONValue(lapses), "isRight": .bool(isRight),
    ]
    if let state {
      object["stability"] = .number(state.stability)
      object["difficulty"] = .number(state.difficulty)
    }
    if let lastReviewDay { object["day"] = JSONValue(lastReviewDay) }
    if let dueDay { object["due"] = JSONValue(dueDay) }
    let witnesses = [progress.first, progress.second].compactMap { $0?.json }
    if !witnesses.isEmpty { object["rightIn"] = .array(witnesses) }
    object.append(unknown)
    return object
  }

  fileprivate init(_ reader: MemberReader) throws(ShapeError) {
    var state: MemoryState?
    if reader.object["stability"] != nil || reader.object["difficulty"] != nil {
      state = MemoryState(stability: try reader.number("stability"), difficulty: try reader.number("difficulty"))
    }
    var witnesses: [KnownProgress.Witness] = []
    for value in reader.object["rightIn"] == nil ? [] : try reader.list("rightIn") {
      guard let witness = KnownProgress.Witness(value) else {
        throw reader.fault("rightIn", "a list of forms and days")
      }
      witnesses.append(witness)
    }
    func day(_ key: String) throws(ShapeError) -> Int? {
      reader.object[key] == nil ? nil : try reader.parsedNumber(key, "a whole number") { $0 }
    }
    self.init(
      state: state, lastReviewDay: try day("day"), dueDay: try day("due"),
      reviews: try reader.count("reviews"), lapses: try reader.count("lapses"), isRight: try reader.truth("isRight"),
      progress: KnownProgress(first: witnesses.first, second: witnesses.dropFirst().first))
  }
}

extension KnownProgress.Witness {
  fileprivate var json: JSONValue { [.string(form.rawValue), JSONValue(day)] }

  fileprivate init?(_ value: JSONValue) {
    guard let parts = value.arrayValue, parts.count == 2, let form = parts[0].stringValue, let day = parts[1].intValue
    else { return nil }
    self.init(form: KnownProgress.Form(form), day: day)
  }
}
