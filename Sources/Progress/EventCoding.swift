import MemoryModel
import StrictJSON

/// Why a line of the history is not an event.
enum LineFault: Error, Equatable {
  /// The checksum is missing, not at its place or not that of the line.
  case checksum
  /// The line is not JSON although its checksum is right.
  case json(JSONError)
  /// A known event lacks a member or has one of the wrong type.
  case shape(ShapeError)
  /// The number is so far beyond the one before that counting on from it could come to an end.
  case number(Int)

  var text: String {
    switch self {
    case .checksum: "the checksum does not match: the line was changed or cut"
    case .json(let error): error.description
    case .shape(let error): error.description
    case .number(let number): "no history has as many events as its number \(number) says"
    }
  }
}

extension RecordedEvent {
  /// `,"sum":"` and 8 digits and `"}`.
  private static let sumLength = 18

  /// The event as a line of the history, with the newline; the checksum covers all that stands before `,"sum"`.
  var line: [UInt8] {
    var object: JSONObject = [
      "seq": JSONValue(sequence), "id": .string(id.rawValue), "at": .string(at.description),
      "offset": JSONValue(utcOffset), "day": .string(day.description), "event": .string(event.name),
    ]
    event.write(to: &object)
    return Self.sealed(Array(JSONValue.object(object).bytes().dropLast()))
  }

  /// A line without its end, completed by the checksum and the newline.
  static func sealed(_ covered: [UInt8]) -> [UInt8] { covered + ",\"sum\":\"\(Checksum.text(covered[...]))\"}\n".utf8 }

  /// What the checksum at the end of a line covers; nil if it is not that of the line.
  static func coveredByChecksum(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let covered = line.dropLast(sumLength)
    guard line.count > sumLength,
      line.suffix(sumLength).elementsEqual(",\"sum\":\"\(Checksum.text(covered))\"}".utf8)
    else { return nil }
    return covered
  }

  /// Reads a line without its newline.
  init(line: ArraySlice<UInt8>) throws(LineFault) {
    guard Self.coveredByChecksum(line) != nil else { throw .checksum }
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(parsing: line)
    } catch {
      throw .json(error)
    }
    do throws(ShapeError) {
      let reader = try MemberReader(value, path: "")
      sequence = try reader.parsedNumber("seq", "a whole number from 1 to \(MemberReader.largestCount)") {
        (1...MemberReader.largestCount).contains($0) ? $0 : nil
      }
      id = EventID(try reader.text("id"))
      at = try reader.timestamp("at")
      utcOffset = try reader.parsedNumber("offset", "an offset in seconds") {
        (-86_400...86_400).contains($0) ? $0 : nil
      }
      day = try reader.day("day")
      event = try Event(reader)
    } catch {
      throw .shape(error)
    }
  }
}

extension Event {
  /// The name that stands in the history.
  var name: String {
    switch self {
    case .sittingBegan: "sittingBegan"
    case .review: "review"
    case .sittingEnded: "sittingEnded"
    case .flagged: "flagged"
    case .unflagged: "unflagged"
    case .examPlanned: "examPlanned"
    case .examDropped: "examDropped"
    case .mockBegan: "mockBegan"
    case .mockQuestion: "mockQuestion"
    case .mockHandedIn: "mockHandedIn"
    case .mockAbandoned: "mockAbandoned"
    case .setting: "setting"
    case .undone: "undone"
    case .unknown(let name): name
    }
  }

  fileprivate func write(to object: inout JSONObject) {
    switch self {
    case .sittingBegan(let began):
      object["sitting"] = .string(began.sitting.rawValue)
      object["mode"] = .string(began.mode.rawValue)
      object["banks"] = JSONValue(began.banks)
      // As text, because many readers of JSON keep only 53 bits of a number.
      object["seed"] = .string(String(began.seed))
    case .review(let review): review.write(to: &object)
    case .sittingEnded(let ended):
      object["sitting"] = .string(ended.sitting.rawValue)
      object["asked"] = JSONValue(ended.asked)
      object["right"] = JSONValue(ended.right)
    case .flagged(let flagged):
      object["fact"] = .string(flagged.fact.rawValue)
      object["note"] = .string(flagged.note)
    case .unflagged(let fact): object["fact"] = .string(fact.rawValue)
    case .examPlanned(let plan): plan.write(to: &object)
    case .examDropped(let exam): object["exam"] = .string(exam.rawValue)
    case .mockBegan(let began): began.write(to: &object)
    case .mockQuestion(let question): question.write(to: &object)
    case .mockHandedIn(let result): result.write(to: &object)
    case .mockAbandoned(let sitting): object["sitting"] = .string(sitting.rawValue)
    case .setting(let change):
      object["key"] = .string(change.key)
      if let value = change.value { object["value"] = .string(value) }
    case .undone(let events): object["events"] = JSONValue(events.map(\.rawValue))
    case .unknown: break
    }
  }

  fileprivate init(_ reader: MemberReader) throws(ShapeError) {
    switch try reader.text("event") {
    case "sittingBegan":
      self = .sittingBegan(
        SittingBegan(
          sitting: SittingID(try reader.text("sitting")), mode: SittingMode(try reader.text("mode")),
          banks: try reader.texts("banks"), seed: try reader.parsed("seed", "a whole number in quotes") { UInt64($0) }))
    case "review": self = .review(try Review(reader))
    case "sittingEnded":
      self = .sittingEnded(
        SittingEnded(
          sitting: SittingID(try reader.text("sitting")), asked: try reader.count("asked"),
          right: try reader.count("right")))
    case "flagged":
      self = .flagged(Flagged(fact: Review.FactID(try reader.text("fact")), note: try reader.text("note")))
    case "unflagged": self = .unflagged(fact: Review.FactID(try reader.text("fact")))
    case "examPlanned": self = .examPlanned(try ExamPlan(reader))
    case "examDropped": self = .examDropped(ExamID(try reader.text("exam")))
    case "setting":
      self = .setting(SettingChange(key: try reader.text("key"), value: try reader.optionalText("value")))
    case "mockBegan": self = .mockBegan(try MockBegan(reader))
    case "mockQuestion": self = .mockQuestion(try MockQuestion(reader))
    case "mockHandedIn": self = .mockHandedIn(try MockHandedIn(reader))
    case "mockAbandoned": self = .mockAbandoned(SittingID(try reader.text("sitting")))
    case "undone": self = .undone(events: try reader.texts("events").map { EventID($0) })
    case let name: self = .unknown(name: name)
    }
  }
}

extension Review {
  fileprivate func write(to object: inout JSONObject) {
    object["sitting"] = .string(sitting.rawValue)
    object["fact"] = .string(fact.rawValue)
    object["section"] = .string(section)
    object["kind"] = .string(kind.rawValue)
    object["from"] = .string(from)
    object["to"] = .string(to)
    object["item"] = .string(item.rawValue)
    object["rating"] = JSONValue(rating.rawValue)
    object["right"] = .bool(right)
    object["guess"] = .number(guessChance)
    object["confidence"] = .string(confidence.rawValue)
    object["milliseconds"] = JSONValue(milliseconds)
    if let chosen { object["chosen"] = .string(chosen) }
    if let chosenFact { object["chosenFact"] = .string(chosenFact.rawValue) }
    if let against { object["against"] = .string(against.rawValue) }
    object["repeated"] = .bool(repeated)
    if !shown.isEmpty { object["shown"] = JSONValue(shown.map(\.rawValue)) }
    if !taken.isEmpty { object["taken"] = JSONValue(taken.map(\.rawValue)) }
    if corrected { object["corrected"] = true }
  }

  fileprivate init(_ reader: MemberReader) throws(ShapeError) {
    self.init(
      sitting: SittingID(try reader.text("sitting")), fact: FactID(try reader.text("fact")),
      section: try reader.text("section"), kind: Kind(try reader.text("kind")), from: try reader.text("from"),
      to: try reader.text("to"), item: ItemID(try reader.text("item")),
      rating: try reader.parsedNumber("rating", "a rating from 1 to 4") { Rating(rawValue: $0) },
      right: try reader.truth("right"), guessChance: try reader.probability("guess"),
      confidence: try reader.parsed("confidence", "none, unsure, sure or dont-know") { Confidence(rawValue: $0) },
      milliseconds: try reader.count("milliseconds"), chosen: try reader.optionalText("chosen"),
      chosenFact: try reader.optionalText("chosenFact").map { FactID($0) },
      against: try reader.optionalText("against").map { FactID($0) }, repeated: try reader.truth("repeated"),
      shown: try reader.texts(ifAny: "shown").map { FactID($0) },
      taken: try reader.texts(ifAny: "taken").map { FactID($0) },
      corrected: reader.object["corrected"] == nil ? false : try reader.truth("corrected"))
  }
}
