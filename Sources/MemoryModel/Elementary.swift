/// Logarithm and exponential, two at a time, for the few values that FSRS needs.
///
/// Most of the time of a review goes into these. Written in Swift they take two arguments for the price of one, skip the special
/// cases, and give the same bits on every machine, which the functions of a C library do not. They agree with those to within
/// 3 units in the last place (`ElementaryTests`). The pairs are never inlined: the optimizer would take them apart into single
/// numbers, and a review would take half as long again.
enum Elementary {
  typealias Pair = SIMD2<Double>

  /// The natural logarithms of two numbers, positive, finite and not subnormal; unspecified for others.
  ///
  /// x = 2^k m with m between the square roots of 1/2 and 2; ln m = 2 (s + s^3/3 + s^5/5 + ...) with s = (m-1)/(m+1).
  @inline(never)
  static func logarithm(_ x: Pair) -> Pair {
    // Adding the distance from the root of 1/2 to 1 lets the exponent step at that root and not at 1.
    let rootBits: UInt64 = 0x3FE6_A09E_667F_3BCD
    let shifted = SIMD2(x.x.bitPattern, x.y.bitPattern) &+ (0x3FF0_0000_0000_0000 &- rootBits)
    let mantissa = (shifted & 0x000F_FFFF_FFFF_FFFF) &+ rootBits
    let m = Pair(Double(bitPattern: mantissa.x), Double(bitPattern: mantissa.y))
    // A whole number below 2^52 as the last bits of 2^52 plus that number: a conversion that works on both at once.
    let exponent = (shifted &>> 52) | 0x4330_0000_0000_0000
    let k = Pair(Double(bitPattern: exponent.x), Double(bitPattern: exponent.y)) - (0x1p52 + 1023)
    let s = (m - 1) / (m + 1)
    let z = s * s
    // Pairs of terms, then pairs of pairs: the chain of dependent operations is short.
    let z2 = z * z
    let low = line(z, 1 / 3, 1 / 5) + z2 * line(z, 1 / 7, 1 / 9)
    let middle = line(z, 1 / 11, 1 / 13) + z2 * line(z, 1 / 15, 1 / 17)
    let high = line(z, 1 / 19, 1 / 21)
    let z4 = z2 * z2
    let sum = low + z4 * (middle + z4 * high)
    let twice = s + s
    return k * logarithmOf2.high + (twice + (twice * z * sum + k * logarithmOf2.low))
  }

  /// e to the power of two numbers from -700 to 700; unspecified for others.
  ///
  /// x = k ln 2 + r with |r| <= ln 2 / 2, and e^r by its series.
  @inline(never)
  static func exponential(_ x: Pair) -> Pair {
    // Adding 1.5 * 2^52 rounds to a whole number and leaves it in the last bits.
    let shifted = x * 1.442_695_040_888_963_4 + 0x1.8p52
    let k = shifted - 0x1.8p52
    let r = (x - k * logarithmOf2.high) - k * logarithmOf2.low
    // The series without its first two terms, divided by r^2; grouped as above.
    let r2 = r * r
    let first = line(r, 1 / 2, 1 / 6) + r2 * line(r, 1 / 24, 1 / 120)
    let second = line(r, 1 / 720, 1 / 5_040) + r2 * line(r, 1 / 40_320, 1 / 362_880)
    let third =
      line(r, 1 / 3_628_800, 1 / 39_916_800) + r2 * line(r, 1 / 479_001_600, 1 / 6_227_020_800)
    let r4 = r2 * r2
    let sum = first + r4 * (second + r4 * third)
    let power = r2 * sum + r + 1
    let scale = (SIMD2(shifted.x.bitPattern, shifted.y.bitPattern) &+ 1023) &<< 52
    return power * Pair(Double(bitPattern: scale.x), Double(bitPattern: scale.y))
  }

  /// a + bx.
  @inline(__always)
  private static func line(_ x: Pair, _ a: Double, _ b: Double) -> Pair { x * b + a }

  /// The natural logarithm of a positive number.
  @inline(__always)
  static func logarithm(_ x: Double) -> Double { logarithm(Pair(x, 1)).x }

  /// e to the power of a number from -700 to 700.
  @inline(__always)
  static func exponential(_ x: Double) -> Double { exponential(Pair(x, 0)).x }

  /// A power of a positive number.
  @inline(__always)
  static func power(_ base: Double, _ exponent: Double) -> Double { exponential(exponent * logarithm(base)) }

  /// ln 2 in two parts; the high one has so few digits that its products with whole numbers below 2^11 are exact.
  private static let logarithmOf2 = (high: 0x1.62e42fefa38p-1, low: 0x1.ef35793c7673p-45)
}
