import Glibc
import TestSupport
import Testing

@testable import MemoryModel

@Suite struct ElementaryTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func logarithmsAreThoseOfTheLibrary(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    var worst = 0.0
    for _ in 0..<1_000 {
      // All orders of magnitude, and the neighbourhood of 1, where the result is small.
      let x = Glibc.exp(Double.random(in: -60...60, using: &numbers))
      let y = Double.random(in: 0.5...2, using: &numbers)
      let result = Elementary.logarithm(SIMD2(x, y))
      worst = max(worst, Self.units(result.x, Glibc.log(x)), Self.units(result.y, Glibc.log(y)))
    }
    #expect(worst <= 3, "seed \(seed)")
    #expect(Elementary.logarithm(1) == 0)
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func exponentialsAreThoseOfTheLibrary(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    var worst = 0.0
    for _ in 0..<1_000 {
      let x = Double.random(in: -700...700, using: &numbers)
      let y = Double.random(in: -5...5, using: &numbers)
      let result = Elementary.exponential(SIMD2(x, y))
      worst = max(worst, Self.units(result.x, Glibc.exp(x)), Self.units(result.y, Glibc.exp(y)))
    }
    #expect(worst <= 3, "seed \(seed)")
    #expect(Elementary.exponential(0) == 1)
  }

  /// A number does not depend on its neighbour or its place.
  @Test func lanesAreIndependent() {
    var numbers = SeededNumbers(seed: 9)
    for _ in 0..<1000 {
      let pair = SIMD2(Double.random(in: 0.1...50, using: &numbers), Double.random(in: 0.1...50, using: &numbers))
      let logarithms = Elementary.logarithm(pair)
      let exponentials = Elementary.exponential(pair)
      #expect(logarithms == SIMD2(Elementary.logarithm(pair.x), Elementary.logarithm(pair.y)), "seed 9")
      #expect(exponentials == SIMD2(Elementary.exponential(pair.x), Elementary.exponential(pair.y)), "seed 9")
    }
  }

  /// The difference in units in the last place; infinite for what is not a number.
  static func units(_ value: Double, _ expected: Double) -> Double {
    value.isNaN ? .infinity : abs(value - expected) / max(expected.ulp, .leastNormalMagnitude)
  }
}
