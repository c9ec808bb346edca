import MemoryModel
import TestSupport
import Testing

@Suite struct FuzzTests {
  @Test(arguments: [(3, 2...4), (10, 8...12), (30, 27...33), (100, 93...107)])
  func rangesOfTheReference(days: Int, range: ClosedRange<Int>) {
    #expect(FSRS6.fuzzRange(days: days, elapsedDays: 0) == range)
  }

  @Test(arguments: [0, 1, 2]) func shortIntervalsStay(days: Int) {
    #expect(FSRS6.fuzzRange(days: days, elapsedDays: 0) == max(1, days)...max(1, days))
    #expect(FSRS6.fuzzed(days: days, elapsedDays: 0, u: 0.999) == max(1, days))
  }

  @Test func aLongerIntervalStaysLongerThanTheLast() {
    #expect(FSRS6.fuzzRange(days: 10, elapsedDays: 9) == 10...12)
    #expect(FSRS6.fuzzRange(days: 10, elapsedDays: 10) == 8...12)
    #expect(FSRS6.fuzzRange(days: 10, elapsedDays: 50) == 8...12)
  }

  @Test func theMaximumHolds() {
    #expect(FSRS6.fuzzRange(days: 100, elapsedDays: 0, maximum: 100) == 93...100)
    // The width is that of the interval wished for, its middle that of the one allowed.
    #expect(FSRS6.fuzzRange(days: 200, elapsedDays: 0, maximum: 100) == 88...100)
    #expect(FSRS6.fuzzRange(days: 100, elapsedDays: 0, maximum: 1) == 1...1)
    #expect(FSRS6.fuzzRange(days: .max, elapsedDays: 0, maximum: .max - 1).upperBound >= 36_500)
  }

  @Test func everyDayOfTheRangeIsEquallyLikely() {
    var counts: [Int: Int] = [:]
    for step in 0..<1000 {
      counts[FSRS6.fuzzed(days: 10, elapsedDays: 0, u: (Double(step) + 0.5) / 1000), default: 0] += 1
    }
    #expect(counts == [8: 200, 9: 200, 10: 200, 11: 200, 12: 200])
  }

  @Test(arguments: 1...100 as ClosedRange<UInt64>) func choicesStayInTheRange(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let days = Int.random(in: 1...40_000, using: &numbers)
    let elapsed = Int.random(in: 0...40_000, using: &numbers)
    let maximum = Int.random(in: 1...40_000, using: &numbers)
    let range = FSRS6.fuzzRange(days: days, elapsedDays: elapsed, maximum: maximum)
    #expect(range.lowerBound >= 1 && range.upperBound <= maximum, "seed \(seed)")
    for u in [-1, 0, 0.5, 1 - Double.ulpOfOne, 1, .nan, Double.random(in: 0..<1, using: &numbers)] {
      let chosen = FSRS6.fuzzed(days: days, elapsedDays: elapsed, maximum: maximum, u: u)
      #expect(range.contains(chosen), "seed \(seed), u \(u)")
    }
  }
}
