/// Random numbers that are the same on every machine and with every version of Swift for the same seed.
///
/// This is SplitMix64 (Steele, Lea and Flood 2014). The standard library's `shuffled(using:)` may change between
/// versions, so shuffling and drawing are defined here.
public struct SeededRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts the sequence that belongs to a seed.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// An evenly drawn number from 0 up to but not including `bound`, which must be positive.
  public mutating func below(_ bound: Int) -> Int {
    // The high half of a 128-bit product is even to within 2^-64 of each outcome's share (Lemire 2019).
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// An evenly drawn number in [0, 1).
  public mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// The elements in an evenly drawn order.
  public mutating func shuffled<Element>(_ elements: some Collection<Element>) -> [Element] {
    var result = Array(elements)
    for index in stride(from: result.count - 1, to: 0, by: -1) { result.swapAt(index, below(index + 1)) }
    return result
  }

  /// One evenly drawn element, or nil if there is none.
  public mutating func element<Element>(of elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[below(elements.count)]
  }
}
