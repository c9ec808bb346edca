/// Lets whole characters through, byte by byte, and puts U+FFFD in the place of what is not UTF-8.
///
/// Readline 8.2 loops for ever, or crashes, when some of its commands meet a broken character in the line.
struct UTF8Repair {
  /// The beginning of a character, which waits for its other bytes.
  private var beginning: [UInt8] = []

  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// Takes a byte, and returns those that are known to be whole characters now.
  mutating func take(_ byte: UInt8) -> [UInt8] {
    guard let first = beginning.first else {
      switch byte {
      case 0x00...0x7F: return [byte]
      case 0xC2...0xF4: beginning = [byte]
      default: return Self.replacement
      }
      return []
    }
    guard (beginning.count > 1 ? 0x80...0xBF : Self.secondBytes(after: first)).contains(byte) else {
      beginning = []
      return Self.replacement + take(byte)
    }
    beginning.append(byte)
    guard beginning.count == (first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4) else { return [] }
    defer { beginning = [] }
    return beginning
  }

  /// Some second bytes would make a character too long, a surrogate, or one beyond the last.
  private static func secondBytes(after first: UInt8) -> ClosedRange<UInt8> {
    switch first {
    case 0xE0: 0xA0...0xBF
    case 0xED: 0x80...0x9F
    case 0xF0: 0x90...0xBF
    case 0xF4: 0x80...0x8F
    default: 0x80...0xBF
    }
  }
}
