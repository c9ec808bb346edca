import StrictJSON

/// Takes members out of an object and tells which one is not as expected.
struct MemberReader {
  /// The largest number that is read: nobody answers as often, every reader of JSON knows it, and one more still fits.
  static let largestCount = 1 << 53

  let object: JSONObject
  let path: String

  init(_ value: JSONValue, path: String) throws(ShapeError) {
    guard case .object(let object) = value else { throw ShapeError(path: path, expected: "an object") }
    self.object = object
    self.path = path
  }

  func fault(_ key: String, _ expected: String) -> ShapeError {
    ShapeError(path: path.isEmpty ? key : "\(path)/\(key)", expected: expected)
  }

  func count(_ key: String) throws(ShapeError) -> Int {
    try parsedNumber(key, "a whole number from 0 to \(Self.largestCount)") {
      (0...Self.largestCount).contains($0) ? $0 : nil
    }
  }

  func probability(_ key: String) throws(ShapeError) -> Double {
    guard let value = object[key]?.doubleValue, (0...1).contains(value) else {
      throw fault(key, "a number from 0 to 1")
    }
    return value
  }

  func text(_ key: String) throws(ShapeError) -> String {
    guard let value = object[key]?.stringValue else { throw fault(key, "a text") }
    return value
  }

  func number(_ key: String) throws(ShapeError) -> Double {
    guard let value = object[key]?.doubleValue, value.isFinite else { throw fault(key, "a number") }
    return value
  }

  func list(_ key: String) throws(ShapeError) -> [JSONValue] {
    guard let values = object[key]?.arrayValue else { throw fault(key, "a list") }
    return values
  }

  /// The objects of a list, none if there is no such member.
  func members(ifAny key: String) throws(ShapeError) -> [MemberReader] {
    var readers: [MemberReader] = []
    for (index, value) in (object[key] == nil ? [] : try list(key)).enumerated() {
      readers.append(try MemberReader(value, path: "\(path.isEmpty ? key : "\(path)/\(key)")/\(index)"))
    }
    return readers
  }

  func optionalText(_ key: String) throws(ShapeError) -> String? {
    guard let value = object[key] else { return nil }
    guard let text = value.stringValue else { throw fault(key, "a text") }
    return text
  }

  func truth(_ key: String) throws(ShapeError) -> Bool {
    guard let value = object[key]?.boolValue else { throw fault(key, "true or false") }
    return value
  }

  func texts(_ key: String) throws(ShapeError) -> [String] {
    guard let values = object[key]?.arrayValue else { throw fault(key, "a list of texts") }
    let texts = values.compactMap(\.stringValue)
    guard texts.count == values.count else { throw fault(key, "a list of texts") }
    return texts
  }

  /// A list of texts, empty if there is no such member.
  func texts(ifAny key: String) throws(ShapeError) -> [String] { object[key] == nil ? [] : try texts(key) }

  /// The counts of an object by its keys, none if there is no such member.
  func counts(ifAny key: String) throws(ShapeError) -> [String: Int] {
    guard object[key] != nil else { return [:] }
    let reader = try member(key)
    var counts: [String: Int] = [:]
    for member in reader.object.members { counts[member.key] = try reader.count(member.key) }
    return counts
  }

  /// A value made from a text, such as a day.
  func parsed<Value>(_ key: String, _ expected: String, _ parse: (String) -> Value?) throws(ShapeError) -> Value {
    guard let value = object[key]?.stringValue.flatMap(parse) else { throw fault(key, expected) }
    return value
  }

  /// A value made from a whole number, such as a rating.
  func parsedNumber<Value>(_ key: String, _ expected: String, _ parse: (Int) -> Value?) throws(ShapeError) -> Value {
    guard let value = object[key]?.intValue.flatMap(parse) else { throw fault(key, expected) }
    return value
  }

  func timestamp(_ key: String) throws(ShapeError) -> Timestamp {
    try parsed(key, "a time such as 2026-11-23T10:00:00.123Z") { Timestamp($0) }
  }

  func day(_ key: String) throws(ShapeError) -> StudyDay {
    try parsed(key, "a day such as 2026-11-23") { StudyDay($0) }
  }

  func member(_ key: String) throws(ShapeError) -> MemberReader {
    guard let value = object[key] else { throw fault(key, "an object") }
    return try MemberReader(value, path: path.isEmpty ? key : "\(path)/\(key)")
  }
}
