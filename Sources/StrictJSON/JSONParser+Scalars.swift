// Strings and numbers, where most bytes of a history are.

extension JSONParser {
  mutating func string() throws(JSONError) -> String {
    position += 1
    let start = position
    // Most strings have no escapes: one scan, one validation, one copy.
    var end = start
    var anyByte: UInt8 = 0
    while end < bytes.count, bytes[end] >= 0x20, bytes[end] != UInt8(ascii: "\""), bytes[end] != UInt8(ascii: "\\") {
      anyByte |= bytes[end]
      end += 1
    }
    position = end
    switch next {
    case UInt8(ascii: "\""):
      position += 1
      let part = bytes[start..<end]
      // ASCII needs no validation, which is the dearest part.
      if anyByte < 0x80 { return String(decoding: UnsafeBufferPointer(rebasing: part), as: UTF8.self) }
      return try validated(part, at: start)
    case UInt8(ascii: "\\"): return try stringWithEscapes(from: start)
    case let byte?: throw error(.controlCharacter(byte))
    case nil: throw error(.unexpectedEnd)
    }
  }

  private func validated(_ part: Slice<UnsafeBufferPointer<UInt8>>, at offset: Int) throws(JSONError) -> String {
    guard let text = String(validating: UnsafeBufferPointer(rebasing: part), as: UTF8.self) else {
      throw JSONError(.invalidUTF8, offset: offset)
    }
    return text
  }

  private mutating func stringWithEscapes(from start: Int) throws(JSONError) -> String {
    var text = try validated(bytes[start..<position], at: start)
    var runStart = position
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        text += try validated(bytes[runStart..<position], at: runStart)
        position += 1
        return text
      case UInt8(ascii: "\\"):
        text += try validated(bytes[runStart..<position], at: runStart)
        text.unicodeScalars.append(try escape())
        runStart = position
      case 0x00..<0x20: throw error(.controlCharacter(byte))
      default: position += 1
      }
    }
    throw error(.unexpectedEnd)
  }

  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    let start = position
    position += 1
    guard let letter = next else { throw error(.unexpectedEnd) }
    position += 1
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw JSONError(.invalidEscape, offset: start)
    }
    let first = try hexadecimalUnit()
    if let scalar = Unicode.Scalar(UInt32(first)) { return scalar }
    // A surrogate: only a high one with a low one right behind it makes a character.
    guard first < 0xDC00, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    else { throw JSONError(.loneSurrogate, offset: start) }
    position += 2
    let second = try hexadecimalUnit()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
    else { throw JSONError(.loneSurrogate, offset: start) }
    return scalar
  }

  private mutating func hexadecimalUnit() throws(JSONError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = next else { throw error(.unexpectedEnd) }
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: throw error(.invalidEscape)
      }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }

  mutating func number() throws(JSONError) -> JSONValue {
    let start = position
    if next == UInt8(ascii: "-") { position += 1 }
    let whole = position
    try digits()
    guard bytes[whole] != UInt8(ascii: "0") || position == whole + 1 else {
      throw JSONError(.invalidNumber, offset: start)
    }
    var isInteger = true
    if next == UInt8(ascii: ".") {
      isInteger = false
      position += 1
      try digits()
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      isInteger = false
      position += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
      try digits()
    }
    // Only digits, signs, a point and an exponent are left here: decoding cannot fail.
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
    if isInteger, text != "-0" {
      guard let value = Int64(text) else { throw JSONError(.numberOutOfRange, offset: start) }
      return .integer(value)
    }
    guard let value = Double(text), value.isFinite else { throw JSONError(.numberOutOfRange, offset: start) }
    return .number(value)
  }

  private mutating func digits() throws(JSONError) {
    let start = position
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    guard position > start else { throw next == nil ? error(.unexpectedEnd) : error(.invalidNumber) }
  }
}
