/// A source of random numbers, passed in so that tests can seed it.
public struct Randomness: Sendable {
  /// The next 64 random bits.
  public var next: @Sendable () -> UInt64

  /// Makes a source.
  public init(next: @escaping @Sendable () -> UInt64) { self.next = next }

  /// The system's random numbers.
  public static let live = Randomness { UInt64.random(in: .min ... .max) }

  /// 64 random bits as 16 hexadecimal digits.
  public func hexadecimal() -> String { paddedHexadecimal(next(), digits: 16) }
}

/// A number in base 16, lower case, filled up with zeros.
func paddedHexadecimal(_ number: some UnsignedInteger, digits: Int) -> String {
  let text = String(number, radix: 16)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}

/// A number in base 10, filled up with zeros.
func padded(_ number: Int, digits: Int) -> String {
  let text = String(number.magnitude)
  return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, digits - text.count)) + text
}
