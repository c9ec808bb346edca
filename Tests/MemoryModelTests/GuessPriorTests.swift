import MemoryModel
import TestSupport
import Testing

@Suite struct GuessPriorTests {
  @Test func withoutAnswersItIsThreeTenths() { #expect(abs(GuessPrior().probability - 0.3) < 1e-15) }

  @Test func itFollowsTheFormula() {
    var prior = GuessPrior()
    prior.add(right: true, guessChance: 0.25)
    prior.add(right: false, guessChance: 0.25)
    prior.add(right: true, guessChance: 0)
    // (1.5 + 0.75 - 0.25 + 1) / (5 + 0.75 + 0.75 + 1)
    #expect(abs(prior.probability - 3.0 / 7.5) < 1e-15)
    #expect(GuessPrior(rightBeyondGuessing: prior.rightBeyondGuessing, weight: prior.weight) == prior)
  }

  @Test func itStaysWithinItsLimits() {
    var low = GuessPrior()
    var high = GuessPrior()
    for _ in 0..<1000 {
      low.add(right: false, guessChance: 0.5)
      high.add(right: true, guessChance: 0)
    }
    #expect(low.probability == 0.02 && high.probability == 0.98)
    low.add(right: true, guessChance: 1)
    #expect(low.probability == 0.02)
    #expect(GuessPrior(rightBeyondGuessing: .nan, weight: -.infinity) == GuessPrior())
  }

  @Test(arguments: [0.1, 0.4, 0.8], [1.0 / 3, 0.5]) func itFindsTheShareKnown(share: Double, chance: Double) {
    var numbers = SeededNumbers(seed: 7)
    var prior = GuessPrior()
    for _ in 0..<20_000 {
      let isKnown = Double.random(in: 0..<1, using: &numbers) < share
      let isLucky = Double.random(in: 0..<1, using: &numbers) < chance
      prior.add(right: isKnown || isLucky, guessChance: chance)
    }
    // The standard error is below 0.006.
    #expect(abs(prior.probability - share) < 0.025, "seed 7")
  }
}
