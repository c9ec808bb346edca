import QuestionGenerator
import Testing

/// Random numbers and hashes that may never change, since seeds and ids are written down.
@Suite struct SeededRandomTests {
  @Test func isSplitMix64() {
    var random = SeededRandom(seed: 1_234_567)
    #expect(
      (0..<3).map { _ in random.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }

  @Test func drawsStayWithinTheirBounds() {
    var random = SeededRandom(seed: 5)
    for bound in [1, 2, 3, 1_000, .max] {
      #expect((0..<200).allSatisfy { _ in (0..<bound).contains(random.below(bound)) })
    }
    let units = (0..<2_000).map { _ in random.unit() }
    #expect(units.allSatisfy { (0..<1).contains($0) })
    #expect(abs(units.reduce(0, +) / 2_000 - 0.5) < 0.02)
    #expect(random.element(of: [Int]()) == nil)
    #expect(random.element(of: [7]) == 7)
  }

  @Test func everyOrderIsEquallyLikely() {
    var random = SeededRandom(seed: 6)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<6_000 { counts[random.shuffled(1...3), default: 0] += 1 }
    #expect(counts.count == 6)
    // The 0.999 quantile of chi-square with five degrees of freedom.
    #expect(counts.values.reduce(0) { $0 + Double(($1 - 1_000) * ($1 - 1_000)) / 1_000 } < 20.5)
    #expect(random.shuffled([Int]()) == [])
  }

  @Test func hashIsPinned() {
    var hash = StableHash()
    #expect(hash.hexadecimal == "cbf29ce484222325")
    hash.add("ab")
    hash.add("c")
    #expect(hash.hexadecimal == "20ba9b3025a8b421")
    var other = StableHash()
    other.add("a")
    other.add("bc")
    #expect(hash.value != other.value)
  }
}
