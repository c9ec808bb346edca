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
