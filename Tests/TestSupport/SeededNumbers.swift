public import Progress
import Synchronization

/// Random numbers that are the same for the same seed (SplitMix64), for tests that print their seed.
public struct SeededNumbers: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Begins the numbers of a seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }
}

extension Randomness {
  /// A source that gives the numbers of a seed.
  public static func seeded(_ seed: UInt64) -> Randomness {
    let numbers = SharedNumbers(seed: seed)
    return Randomness { numbers.next() }
  }
}

private final class SharedNumbers: Sendable {
  private let numbers: Mutex<SeededNumbers>

  init(seed: UInt64) { numbers = Mutex(SeededNumbers(seed: seed)) }

  func next() -> UInt64 { numbers.withLock { $0.next() } }
}
