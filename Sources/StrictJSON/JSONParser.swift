/// How much a JSON text may ask of us.
public struct JSONLimits: Equatable, Sendable {
  /// The most bytes a text may have.
  public var bytes: Int
  /// The most arrays and objects around one value.
  public var depth: Int

  /// Makes limits; the defaults are 64 MiB and 64 levels.
  public init(bytes: Int = 64 << 20, depth: Int = 64) {
    self.bytes = bytes
    self.depth = depth
  }
}

extension JSONValue {
  /// Reads one JSON value, strictly by RFC 8259 and with no key twice in an object.
  ///
  /// Keys are compared as Swift compares strings, so two spellings of one text (é as one scalar or as two) count as equal:
  /// a dictionary could not hold both.
  /// - Throws: ``JSONError`` with the byte offset of the fault.
  public init(parsing bytes: some Sequence<UInt8>, limits: JSONLimits = JSONLimits()) throws(JSONError) {
    // `Result` carries the typed error through the standard library's rethrowing functions.
    let result =
      bytes.withContiguousStorageIfAvailable { JSONParser.parse($0, limits) }
      ?? Array(bytes).withUnsafeBufferPointer { JSONParser.parse($0, limits) }
    self = try result.get()
  }

  /// Reads one JSON value from a text.
  /// - Throws: ``JSONError`` with the byte offset of the fault.
  public init(parsing text: String, limits: JSONLimits = JSONLimits()) throws(JSONError) {
    try self.init(parsing: text.utf8, limits: limits)
  }
}

/// Recursive descent over bytes; the depth limit bounds the stack.
struct JSONParser {
  let bytes: UnsafeBufferPointer<UInt8>
  let limits: JSONLimits
  var position = 0

  static func parse(_ bytes: UnsafeBufferPointer<UInt8>, _ limits: JSONLimits) -> Result<JSONValue, JSONError> {
    guard bytes.count <= limits.bytes else {
      return .failure(JSONError(.tooLarge(bytes: bytes.count, limit: limits.bytes), offset: limits.bytes))
    }
    var parser = JSONParser(bytes: bytes, limits: limits)
    do throws(JSONError) {
      let value = try parser.value(depth: 0)
      parser.skipSpace()
      guard parser.position == bytes.count else { throw parser.error(.trailingBytes) }
      return .success(value)
    } catch {
      return .failure(error)
    }
  }

  func error(_ reason: JSONError.Reason) -> JSONError { JSONError(reason, offset: position) }

  /// The byte at the position, or nil at the end.
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  func unexpected() -> JSONError {
    guard let byte = next else { return error(.unexpectedEnd) }
    return error(.unexpectedByte(byte))
  }

  mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    skipSpace()
    guard let byte = next else { throw error(.unexpectedEnd) }
    switch byte {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return .object(try object(depth: depth + 1))
    case UInt8(ascii: "["): return .array(try array(depth: depth + 1))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: throw unexpected()
    }
  }

  mutating func literal(_ text: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
    for index in 0..<text.utf8CodeUnitCount {
      guard next == text.utf8Start[index] else { throw unexpected() }
      position += 1
    }
    return value
  }

  mutating func array(depth: Int) throws(JSONError) -> [JSONValue] {
    guard depth <= limits.depth else { throw error(.tooDeep(limit: limits.depth)) }
    position += 1
    var elements: [JSONValue] = []
    skipSpace()
    if next == UInt8(ascii: "]") {
      position += 1
      return elements
    }
    while true {
      elements.append(try value(depth: depth))
      skipSpace()
      switch next {
      case UInt8(ascii: ","): position += 1
      case UInt8(ascii: "]"):
        position += 1
        return elements
      default: throw unexpected()
      }
    }
  }

  mutating func object(depth: Int) throws(JSONError) -> JSONObject {
    guard depth <= limits.depth else { throw error(.tooDeep(limit: limits.depth)) }
    position += 1
    var members: [JSONObject.Member] = []
    // Comparing with each key before is fastest for few keys; a set keeps many keys from costing their square.
    var seen: Set<String> = []
    var hasOnlyASCIIKeys = true
    skipSpace()
    if next == UInt8(ascii: "}") {
      position += 1
      return JSONObject(uniqueMembers: members)
    }
    members.reserveCapacity(8)
    while true {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw unexpected() }
      let start = position
      let key = try string()
      if members.count == 32 { seen = Set(members.map(\.key)) }
      hasOnlyASCIIKeys = hasOnlyASCIIKeys && key.utf8.allSatisfy { $0 < 0x80 }
      let isNew: Bool
      if members.count >= 32 {
        isNew = seen.insert(key).inserted
      } else if hasOnlyASCIIKeys {
        isNew = !members.contains { hasSameText($0.key, key) }
      } else {
        isNew = !members.contains { $0.key == key }
      }
      guard isNew else { throw JSONError(.duplicateKey(key), offset: start) }
      skipSpace()
      guard next == UInt8(ascii: ":") else { throw unexpected() }
      position += 1
      members.append(JSONObject.Member(key: key, value: try value(depth: depth)))
      skipSpace()
      switch next {
      case UInt8(ascii: ","): position += 1
      case UInt8(ascii: "}"):
        position += 1
        return JSONObject(uniqueMembers: members)
      default: throw unexpected()
      }
    }
  }
}
