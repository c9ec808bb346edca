import StrictJSON

extension JSONObject {
  /// Appends members whose keys are known to be new.
  mutating func append(_ other: JSONObject) {
    for member in other.members { append(newKey: member.key, member.value) }
  }
}

extension Tally {
  var json: JSONValue {
    var object: JSONObject = ["asked": JSONValue(asked), "right": JSONValue(right)]
    object.append(unknown)
    return .object(object)
  }

  init(_ reader: MemberReader) throws(ShapeError) {
    asked = try reader.count("asked")
    right = try reader.count("right")
    guard right <= asked else { throw reader.fault("right", "at most \"asked\"") }
    unknown = reader.object.without(["asked", "right"])
  }
}

extension SittingScore {
  var json: JSONValue {
    var object: JSONObject = [
      "id": .string(id.rawValue), "mode": .string(mode.rawValue), "banks": JSONValue(banks),
      "started": .string(started.description), "day": .string(day.description), "asked": JSONValue(asked),
      "right": JSONValue(right), "ended": .bool(hasEnded),
    ]
    object.append(unknown)
    return .object(object)
  }

  init(_ reader: MemberReader) throws(ShapeError) {
    id = SittingID(try reader.text("id"))
    mode = SittingMode(try reader.text("mode"))
    banks = try reader.texts("banks")
    started = try reader.timestamp("started")
    day = try reader.day("day")
    tally = try Tally(reader)
    tally.unknown = [:]
    hasEnded = try reader.truth("ended")
    unknown = reader.object.without(["id", "mode", "banks", "started", "day", "asked", "right", "ended"])
  }
}
