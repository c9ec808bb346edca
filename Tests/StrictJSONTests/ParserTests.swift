import StrictJSON
import Testing
import TestSupport

@Suite struct ParserTests {
  static let accepted: [(String, JSONValue)] = [
    ("null", .null), (" true ", .bool(true)), ("false\n", .bool(false)), ("0", .integer(0)), ("-12", .integer(-12)),
    ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)), ("-0", .number(-0.0)),
    ("1.5", .number(1.5)), ("1e3", .number(1000)), ("-2.5E-3", .number(-0.0025)), ("\"\"", .string("")),
    (#""a\"\\\/\b\f\n\r\t""#, .string("a\"\\/\u{8}\u{C}\n\r\t")), (#""\u00e9\ud83d\ude00x""#, .string("é😀x")),
    ("\"é😀\u{7F}\"", .string("é😀\u{7F}")), ("[]", []), ("[1, [2]]", [1, [2]]), ("{}", .object([:])),
    (#"{"b": 1, "a": {"c": null}}"#, ["b": 1, "a": ["c": nil]]), (#""\u0000""#, .string("\0")),
  ]

  @Test(arguments: accepted) func accepts(_ text: String, _ value: JSONValue) throws {
    #expect(try JSONValue(parsing: text) == value)
  }

  static let rejected: [(String, JSONError.Reason, Int)] = [
    ("", .unexpectedEnd, 0), (" ", .unexpectedEnd, 1), ("1 2", .trailingBytes, 2), ("nul", .unexpectedEnd, 3),
    ("nulx", .unexpectedByte(0x78), 3), ("[1,]", .unexpectedByte(0x5D), 3), ("[1", .unexpectedEnd, 2),
    ("{\"a\":1,}", .unexpectedByte(0x7D), 7), ("{a:1}", .unexpectedByte(0x61), 1),
    ("{\"a\" 1}", .unexpectedByte(0x31), 5),
    (#"{"a":1,"b":2,"a":3}"#, .duplicateKey("a"), 13), (#"{"a":1,"\u0061":3}"#, .duplicateKey("a"), 7),
    ("01", .invalidNumber, 0), ("-", .unexpectedEnd, 1), ("1.", .unexpectedEnd, 2), ("1.x", .invalidNumber, 2),
    ("1e", .unexpectedEnd, 2), ("+1", .unexpectedByte(0x2B), 0), (".5", .unexpectedByte(0x2E), 0),
    ("9223372036854775808", .numberOutOfRange, 0), ("[1e400]", .numberOutOfRange, 1), ("NaN", .unexpectedByte(0x4E), 0),
    ("\"a\nb\"", .controlCharacter(10), 2), ("\"\\n\u{0}\"", .controlCharacter(0), 3), ("\"abc", .unexpectedEnd, 4),
    (#""\x""#, .invalidEscape, 1), (#""\u12g4""#, .invalidEscape, 5), (#""\ud800""#, .loneSurrogate, 1),
    (#""\ud800\u0041""#, .loneSurrogate, 1), (#""\udc00""#, .loneSurrogate, 1), ("\0", .unexpectedByte(0), 0),
    ("\u{FEFF}1", .unexpectedByte(0xEF), 0), ("<<<<<<< HEAD", .unexpectedByte(0x3C), 0),
  ]

  @Test(arguments: rejected) func rejects(_ text: String, _ reason: JSONError.Reason, _ offset: Int) {
    #expect(throws: JSONError(reason, offset: offset)) { try JSONValue(parsing: text) }
  }

  @Test(arguments: [
    [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xE2, 0x82, 0x22],
  ])
  func rejectsInvalidUTF8(_ bytes: [UInt8]) {
    #expect(throws: JSONError(.invalidUTF8, offset: 1)) { try JSONValue(parsing: bytes) }
  }

  @Test func keepsTheLimits() throws {
    let deepest = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(throws: Never.self) { try JSONValue(parsing: deepest) }
    #expect(throws: JSONError(.tooDeep(limit: 64), offset: 64)) { try JSONValue(parsing: "[\(deepest)]") }
    let nested = String(repeating: "{\"a\":", count: 100_000)
    #expect(throws: JSONError(.tooDeep(limit: 64), offset: 64 * 5)) { try JSONValue(parsing: nested) }
    #expect(throws: JSONError(.tooLarge(bytes: 5, limit: 4), offset: 4)) {
      try JSONValue(parsing: "12345", limits: JSONLimits(bytes: 4))
    }
  }

  @Test func findsDuplicatesAmongManyKeys() throws {
    let members = (0..<1000).map { "\"k\($0)\":\($0)" }
    let value = try JSONValue(parsing: "{\(members.joined(separator: ","))}")
    #expect(value.objectValue?.members.count == 1000)
    #expect(value["k999"] == 999)
    for repeated in [0, 31, 32, 33, 999] {
      let text = "{\((members + ["\"k\(repeated)\":0"]).joined(separator: ","))}"
      #expect(
        throws: JSONError(.duplicateKey("k\(repeated)"), offset: text.utf8.count - "\"k\(repeated)\":0}".utf8.count)
      ) {
        try JSONValue(parsing: text)
      }
    }
  }

  @Test func neverTrapsOnChangedBytes() throws {
    let seed = UInt64.random(in: .min ... .max)
    print("seed \(seed)")
    var numbers = SeededNumbers(seed: seed)
    let text = Array(#"{"a":[1,-2.5e3,"x\u00e9\ud83d\ude00"],"b":{"c":null,"d":true},"e":"é"}"#.utf8)
    for length in text.indices { #expect(throws: JSONError.self) { try JSONValue(parsing: text[..<length]) } }
    for _ in 0..<5000 {
      var changed = text
      for _ in 0..<Int.random(in: 1...4, using: &numbers) {
        changed[Int.random(in: changed.indices, using: &numbers)] = UInt8.random(in: 0...255, using: &numbers)
      }
      // What is still accepted must read the same after writing.
      if let value = try? JSONValue(parsing: changed) {
        #expect(try JSONValue(parsing: value.bytes()) == value)
        #expect(try JSONValue(parsing: value.bytes(.pretty)) == value)
      }
    }
  }

  @Test func saysWhatIsWrong() {
    #expect("\(JSONError(.duplicateKey("a\"b"), offset: 3))" == #"a key comes twice: "a\"b" (byte 3)"#)
    #expect("\(JSONError(.unexpectedByte(0x5D), offset: 0))" == #""]" cannot stand here (byte 0)"#)
    #expect("\(JSONError(.unexpectedByte(0), offset: 9))" == "byte 0x00 cannot stand here (byte 9)")
  }
}
