import MemoryModel
import TestSupport
import Testing

/// What the rule is worth, on simulated learners with three options: `kpo-bench evidence` prints the whole table.
@Suite struct EvidenceTrialTests {
  static let seeds: [UInt64] = [1, 2, 3]

  /// The divergence of predicted from true recall, for plain FSRS, q = 0 and q = 1.
  static func divergences(lucky: Rating, guessChance: Double = 1.0 / 3) throws -> [Double] {
    var trial = EvidenceTrial()
    trial.luckyRating = lucky
    trial.guessChance = guessChance
    return try [EvidenceTrial.Rule.plain, .evidence(q: 0), .evidence(q: 1)].map { rule in
      var total = RecallScore()
      for seed in seeds { total.add(try trial.score(rule, scheduledBy: .evidence(q: 1), seed: seed)) }
      print("lucky is \(lucky), chance \(guessChance), seeds \(seeds), \(rule): KL \(total.divergence)")
      return total.divergence
    }
  }

  @Test func worthAgain() throws {
    let values = try Self.divergences(lucky: .again)
    let (plain, logarithmic, linear) = (values[0], values[1], values[2])
    #expect(logarithmic < linear && linear < plain)
  }

  @Test func worthHard() throws {
    let values = try Self.divergences(lucky: .hard)
    // The cautious default is nearer to the truth than either of the others would be at its worst.
    #expect(values[2] < 0.006 && values[2] < values[1])
  }

  @Test func worthGood() throws {
    let values = try Self.divergences(lucky: .good)
    let (plain, logarithmic, linear) = (values[0], values[1], values[2])
    #expect(plain < 1e-9)
    #expect(linear < 0.006 && linear < logarithmic)
  }

  @Test func typedAnswersMakeNoDifference() throws {
    for value in try Self.divergences(lucky: .again, guessChance: 0) { #expect(value < 1e-9) }
  }

  @Test func aTrialIsRepeatable() throws {
    let trial = EvidenceTrial()
    let score = try trial.score(.evidence(q: 0.5), seed: 5)
    #expect(try trial.score(.evidence(q: 0.5), seed: 5) == score)
    #expect(try trial.score(.evidence(q: 0.5), seed: 6) != score)
  }

  /// A learner asked by a model that knows it recalls about as often as was wished.
  ///
  /// All facts begin as known: a fact missed at first falls below 0.9 within hours, and the next day is the soonest to ask again.
  @Test func retentionIsNearTheDesiredOne() throws {
    var trial = EvidenceTrial()
    trial.guessChance = 0
    trial.knownBefore = 1
    var total = RecallScore()
    for seed in Self.seeds { total.add(try trial.score(.plain, seed: seed)) }
    print("retention \(total.recalledShare) over \(total.count) reviews, seeds \(Self.seeds)")
    #expect(abs(total.recalledShare - 0.9) < 0.03)
  }
}
