/// Why a text is not the JSON we accept, and where.
public struct JSONError: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Reason: Equatable, Sendable {
    /// The text ends before the value does.
    case unexpectedEnd
    /// A byte that cannot stand here.
    case unexpectedByte(UInt8)
    /// Something follows the value.
    case trailingBytes
    /// A member's name comes twice in one object.
    case duplicateKey(String)
    /// A control character stands unescaped in a string.
    case controlCharacter(UInt8)
    /// A string is not UTF-8.
    case invalidUTF8
    /// A backslash with a letter that means nothing.
    case invalidEscape
    /// One half of a surrogate pair.
    case loneSurrogate
    /// Digits that do not make a JSON number.
    case invalidNumber
    /// A number beyond 64-bit integers or finite doubles.
    case numberOutOfRange
    /// Arrays and objects nested deeper than the limit.
    case tooDeep(limit: Int)
    /// More bytes than the limit.
    case tooLarge(bytes: Int, limit: Int)
  }

  /// What is wrong.
  public let reason: Reason
  /// The place, in bytes from the beginning.
  public let offset: Int

  /// Makes an error.
  public init(_ reason: Reason, offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}

extension JSONError: CustomStringConvertible {
  /// The reason and the place in words, such as "a key comes twice: "a" (byte 12)".
  public var description: String { "\(reason.text) (byte \(offset))" }
}

extension JSONError.Reason {
  /// The reason in words, without a full stop.
  public var text: String {
    switch self {
    case .unexpectedEnd: "the text ends too early"
    case .unexpectedByte(let byte) where (0x21...0x7E).contains(byte):
      "\"\(Character(Unicode.Scalar(byte)))\" cannot stand here"
    case .unexpectedByte(let byte): "byte 0x\(hexadecimal(byte)) cannot stand here"
    case .trailingBytes: "something follows the value"
    case .duplicateKey(let key): "a key comes twice: \(JSONValue.string(key).text())"
    case .controlCharacter(let byte): "a control character (0x\(hexadecimal(byte))) stands in a string"
    case .invalidUTF8: "a string is not UTF-8"
    case .invalidEscape: "a backslash is followed by something that has no meaning"
    case .loneSurrogate: "a \\u escape is one half of a surrogate pair"
    case .invalidNumber: "a number is written in a way JSON does not know"
    case .numberOutOfRange: "a number is too large"
    case .tooDeep(let limit): "values are nested deeper than \(limit) levels"
    case .tooLarge(let bytes, let limit): "the text has \(bytes) bytes, and the limit is \(limit)"
    }
  }
}

private func hexadecimal(_ byte: UInt8) -> String {
  (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
}
