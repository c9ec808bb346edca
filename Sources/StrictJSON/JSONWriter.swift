/// How a JSON value is laid out.
public enum JSONLayout: Equatable, Sendable {
  /// On one line without spaces.
  case compact
  /// One member or element a line, two spaces a level.
  case pretty
}

extension JSONValue {
  /// The value as JSON text, without a newline at the end.
  ///
  /// Members keep their order and doubles are written so that reading gives the same value; one that is not finite becomes
  /// `null`. Control characters (C0, DEL, C1), line separators and direction marks are escaped, so a terminal shows them as text.
  public func text(_ layout: JSONLayout = .compact) -> String {
    String(decoding: bytes(layout), as: UTF8.self)
  }

  /// The value as UTF-8 JSON text, without a newline at the end; see ``text(_:)``.
  public func bytes(_ layout: JSONLayout = .compact) -> [UInt8] {
    var writer = JSONWriter(layout: layout)
    writer.write(self, level: 0)
    return writer.output
  }
}

struct JSONWriter {
  let layout: JSONLayout
  var output: [UInt8] = []

  init(layout: JSONLayout) { self.layout = layout }

  mutating func write(_ value: JSONValue, level: Int) {
    switch value {
    case .null: output += "null".utf8
    case .bool(let truth): output += (truth ? "true" : "false").utf8
    case .integer(let number): output += String(number).utf8
    case .number(let number): output += (number.isFinite ? number.description : "null").utf8
    case .string(let text): write(text)
    case .array(let elements):
      writeGroup("[", "]", elements, level: level) { $0.write($1, level: level + 1) }
    case .object(let object):
      writeGroup("{", "}", object.members, level: level) { writer, member in
        writer.write(member.key)
        writer.output += (writer.layout == .pretty ? ": " : ":").utf8
        writer.write(member.value, level: level + 1)
      }
    }
  }

  private mutating func writeGroup<Element>(
    _ open: String, _ close: String, _ elements: [Element], level: Int,
    writeElement: (inout JSONWriter, Element) -> Void
  ) {
    output += open.utf8
    for (index, element) in elements.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      breakLine(level: level + 1)
      writeElement(&self, element)
    }
    if !elements.isEmpty { breakLine(level: level) }
    output += close.utf8
  }

  private mutating func breakLine(level: Int) {
    guard layout == .pretty else { return }
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
  }

  private mutating func write(_ text: String) {
    output.append(UInt8(ascii: "\""))
    // 0xC2, 0xD8 and 0xE2 lead the characters beyond ASCII that are escaped; most texts have none and are copied whole.
    let isPlain = text.utf8.allSatisfy {
      $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F && $0 != 0xC2 && $0 != 0xD8 && $0 != 0xE2
    }
    if isPlain {
      output += text.utf8
    } else {
      for scalar in text.unicodeScalars { write(scalar) }
    }
    output.append(UInt8(ascii: "\""))
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x22: output += "\\\"".utf8
    case 0x5C: output += "\\\\".utf8
    case 0x08: output += "\\b".utf8
    case 0x09: output += "\\t".utf8
    case 0x0A: output += "\\n".utf8
    case 0x0C: output += "\\f".utf8
    case 0x0D: output += "\\r".utf8
    case 0x00..<0x20, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
      let digits = String(scalar.value, radix: 16)
      output += "\\u".utf8
      output += String(repeating: "0", count: 4 - digits.count).utf8
      output += digits.utf8
    default: output += String(scalar).utf8
    }
  }
}
