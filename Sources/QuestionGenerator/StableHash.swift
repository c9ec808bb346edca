/// The 64-bit FNV-1a hash (Fowler, Noll and Vo), for ids and for seeds that have names.
public struct StableHash: Sendable {
  /// The hash of what was added so far.
  public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Starts with nothing added.
  public init() {}

  /// An evenly spread number that belongs to some texts, for seeds and for orders that have names.
  public static func spread(_ texts: String...) -> UInt64 {
    var hash = StableHash()
    for text in texts { hash.add(text) }
    // The hash alone differs little for texts that differ at their ends only.
    var random = SeededRandom(seed: hash.value)
    return random.next()
  }

  /// Adds a text and marks its end, so that "ab", "c" differs from "a", "bc".
  public mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0xFF)
  }

  private mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// The hash as 16 hexadecimal digits.
  public var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
