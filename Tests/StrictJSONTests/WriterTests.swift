import StrictJSON
import Testing
import TestSupport

@Suite struct WriterTests {
  @Test func writesCompact() {
    let value: JSONValue = ["b": [1, 2.5, true, nil], "a": ["x": "y"], "empty": [], "none": [:]]
    #expect(value.text() == #"{"b":[1,2.5,true,null],"a":{"x":"y"},"empty":[],"none":{}}"#)
  }

  @Test func writesPretty() {
    let value: JSONValue = ["b": [1, ["c": 2]], "empty": [], "none": [:]]
    let expected = """
      {
        "b": [
          1,
          {
            "c": 2
          }
        ],
        "empty": [],
        "none": {}
      }
      """
    #expect(value.text(.pretty) == expected)
  }

  @Test func escapesWhatATerminalWouldObey() throws {
    let text = "\"\\/\n\t\r\u{8}\u{C}\u{1B}\u{7F}\u{9B}\u{202E}\u{2066}é😀‍"
    let expected = #""\"\\/\n\t\r\b\f\u001b\u007f\u009b\u202e\u2066é😀‍""#
    #expect(JSONValue.string(text).text() == expected)
    #expect(try JSONValue(parsing: expected) == .string(text))
  }

  @Test(arguments: [0.1, -0.0, 1e16, .leastNonzeroMagnitude, 1.7976931348623157e308, 1.0 / 3, 100, -1e-7])
  func doublesComeBack(_ number: Double) throws {
    let value = try JSONValue(parsing: JSONValue.number(number).text())
    #expect(value.doubleValue?.bitPattern == number.bitPattern)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity]) func writesNullForWhatIsNoNumber(_ number: Double) {
    #expect(JSONValue.number(number).text() == "null")
  }

  @Test func randomValuesComeBack() throws {
    let seed = UInt64.random(in: .min ... .max)
    print("seed \(seed)")
    var numbers = SeededNumbers(seed: seed)
    for _ in 0..<500 {
      let value = randomValue(depth: 0, &numbers)
      #expect(try JSONValue(parsing: value.bytes()) == value)
      #expect(try JSONValue(parsing: value.bytes(.pretty)) == value)
    }
  }

  private func randomText(_ numbers: inout SeededNumbers) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...12, using: &numbers) {
      let upper: UInt32 = [0x7F, 0x2FF, 0x2070, 0x10FFFF].randomElement(using: &numbers) ?? 0x7F
      if let scalar = Unicode.Scalar(UInt32.random(in: 0...upper, using: &numbers)) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private func randomValue(depth: Int, _ numbers: inout SeededNumbers) -> JSONValue {
    switch Int.random(in: 0...(depth < 4 ? 6 : 4), using: &numbers) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &numbers))
    case 2: return .integer(Int64.random(in: .min ... .max, using: &numbers))
    case 3:
      let number = Double(bitPattern: numbers.next())
      return .number(number.isFinite ? number : 0.5)
    case 4: return .string(randomText(&numbers))
    case 5:
      return .array((0..<Int.random(in: 0...4, using: &numbers)).map { _ in randomValue(depth: depth + 1, &numbers) })
    default:
      var object = JSONObject()
      for _ in 0..<Int.random(in: 0...4, using: &numbers) {
        object[randomText(&numbers)] = randomValue(depth: depth + 1, &numbers)
      }
      return .object(object)
    }
  }
}

@Suite struct ValueTests {
  @Test func accessorsGiveOnlyTheirOwnType() {
    let value: JSONValue = ["t": true, "i": 3, "n": 2.5, "s": "x", "a": [1], "o": ["k": nil]]
    #expect(value["t"]?.boolValue == true)
    #expect(value["i"]?.intValue == 3)
    #expect(value["i"]?.doubleValue == 3)
    #expect(value["n"]?.doubleValue == 2.5)
    #expect(value["n"]?.intValue == nil)
    #expect(value["s"]?.stringValue == "x")
    #expect(value["a"]?[0] == 1)
    #expect(value["a"]?[1] == nil)
    #expect(value["o"]?["k"] == JSONValue.null)
    #expect(value["missing"] == nil)
    #expect(value["s"]?["k"] == nil)
  }

  @Test func objectsKeepTheirOrder() {
    var object: JSONObject = ["b": 1, "a": 2]
    object["c"] = 3
    object["b"] = 4
    #expect(object.members.map(\.key) == ["b", "a", "c"])
    object["a"] = nil
    #expect(object == ["b": 4, "c": 3])
    #expect(object.without(["c"]) == ["b": 4])
    #expect(object != ["c": 3, "b": 4])
  }
}
