import Glibc
import TestSupport
import Testing

@testable import MemoryModel

@Suite struct EvidenceTests {
  static let seeds: [UInt64] = Array(1...100)

  /// A rule with random weights and q, a state (in every fifth case none) and days since the last review.
  static func randomCase(_ seed: UInt64) throws -> (
    evidence: Evidence, state: MemoryState?, days: Int, numbers: SeededNumbers
  ) {
    var numbers = SeededNumbers(seed: seed)
    let evidence = Evidence(
      model: FSRS6(try randomParameters(using: &numbers)), mixingExponent: Double.random(in: 0...1, using: &numbers),
      unsureUses: Int.random(in: 0...20, using: &numbers))
    let state = seed.isMultiple(of: 5) ? nil : randomState(using: &numbers)
    return (evidence, state, Int.random(in: 0...50, using: &numbers), numbers)
  }

  @Test(arguments: seeds) func answersThatCannotBeGuessedArePlainFSRS(seed: UInt64) throws {
    let (evidence, state, days, _) = try Self.randomCase(seed)
    for confidence in Confidence.allCases {
      for right in [true, false] {
        let answer = Answer(right: right, guessChance: 0, confidence: confidence)
        let outcome = evidence.update(state: state, elapsedDays: days, answer: answer)
        #expect(
          outcome.state == evidence.model.next(state, rating: answer.rating, elapsedDays: days),
          "seed \(seed), \(confidence), \(right)")
        #expect(outcome.probabilityKnown == (answer.countsAsRight ? 1 : 0), "seed \(seed)")
      }
    }
  }

  @Test(arguments: seeds) func wrongAndNotKnownAreAgain(seed: UInt64) throws {
    let (evidence, state, days, _) = try Self.randomCase(seed)
    let again = evidence.model.next(state, rating: .again, elapsedDays: days)
    let answers =
      Confidence.allCases.map { Answer(right: false, guessChance: 0.5, confidence: $0) } + [
        Answer(right: true, guessChance: 0.5, confidence: .dontKnow), Answer(right: false, guessChance: 1),
        Answer(right: true, guessChance: 1, confidence: .dontKnow),
      ]
    for answer in answers {
      let outcome = evidence.update(state: state, elapsedDays: days, answer: answer)
      #expect(outcome.state == again && outcome.probabilityKnown == 0 && outcome.isEvidence, "seed \(seed), \(answer)")
    }
  }

  @Test(arguments: seeds) func aGuessableAnswerLiesBetweenAgainAndGood(seed: UInt64) throws {
    var (evidence, state, days, numbers) = try Self.randomCase(seed)
    let chance = Double.random(in: 0.01...0.99, using: &numbers)
    let answer = Answer(right: true, guessChance: chance)
    let good = evidence.model.next(state, rating: .good, elapsedDays: days)
    let again = evidence.model.next(state, rating: .again, elapsedDays: days)
    let outcome = evidence.update(state: state, elapsedDays: days, answer: answer)
    let next = try #require(outcome.state)
    let low = min(again.stability, good.stability) * (1 - 1e-12)
    let high = max(again.stability, good.stability) * (1 + 1e-12)
    #expect((low...high).contains(next.stability), "seed \(seed)")
    let p = outcome.probabilityKnown
    #expect(relativeError(next.difficulty, p * good.difficulty + (1 - p) * again.difficulty) < 1e-12, "seed \(seed)")
    let recall = evidence.predictedRecall(state: state, elapsedDays: days)
    #expect(p >= recall * (evidence.unsureUses < 10 ? 1 - 1e-12 : 0), "seed \(seed): a right answer lowered p")
    if state != nil, days == 0 { #expect(next == good, "seed \(seed): recall on the same day is certain") }
  }

  @Test func probabilityByBayesRule() {
    let silent = Evidence(unsureUses: 9)
    let marking = Evidence(unsureUses: 10)
    func p(_ evidence: Evidence, _ recall: Double, _ chance: Double, _ confidence: Confidence = .none) -> Double {
      evidence.probabilityKnown(
        recall: recall, answer: Answer(right: true, guessChance: chance, confidence: confidence))
    }
    #expect(abs(p(silent, 0.5, 0.25) - 0.8) < 1e-15)
    #expect(abs(p(silent, 0.9, 1.0 / 3) - 27.0 / 28) < 1e-15)
    #expect(p(silent, 0.5, 0.25, .unsure) == p(silent, 0.5, 0.25))
    // 0.5 * 0.05 / (0.5 * 0.05 + 0.5 * 0.25 * 0.5) and the same with 0.95.
    #expect(abs(p(marking, 0.5, 0.25, .unsure) - 0.025 / 0.0875) < 1e-15)
    #expect(abs(p(marking, 0.5, 0.25) - 0.475 / 0.5375) < 1e-15)
    #expect(p(marking, 0.5, 0.25, .sure) == p(marking, 0.5, 0.25))
    #expect(p(silent, 0, 0) == 1)
    #expect(p(silent, 0, 0.5) == 0)
    #expect(p(silent, 1, 1) == 1)
  }

  @Test func forcedAnswersProveNothing() {
    let evidence = Evidence()
    let state = MemoryState(stability: 4, difficulty: 6)
    for before in [nil, state] {
      let outcome = evidence.update(state: before, elapsedDays: 9, answer: Answer(right: true, guessChance: 1))
      #expect(outcome.state == before && !outcome.isEvidence)
      #expect(outcome.probabilityKnown == evidence.predictedRecall(state: before, elapsedDays: 9))
    }
  }

  @Test func powerMeans() {
    func mean(_ x: Double, _ y: Double, _ weight: Double, _ exponent: Double) -> Double {
      Evidence.powerMean(x, y, weight: weight, exponent: exponent)
    }
    #expect(mean(9, 1, 0.25, 1) == 3)
    #expect(abs(mean(9, 1, 0.5, 0) - 3) < 1e-14)
    // (0.5 * 3 + 0.5 * 1)^2
    #expect(abs(mean(9, 1, 0.5, 0.5) - 4) < 1e-14)
    #expect(abs(mean(7, 7, 0.3, 0.4) - 7) < 1e-14)
    let exponents = [0, 1e-12, 1e-9, 1e-6, 1e-3, 0.1, 0.5, 0.9, 0.999_999, 1]
    let means = exponents.map { mean(800, 0.01, 0.7, $0) }
    for (lower, higher) in zip(means, means.dropFirst()) { #expect(lower <= higher * (1 + 1e-12)) }
    #expect(relativeError(means[3], means[0]) < 1e-3 && relativeError(means[8], means[9]) < 1e-3)
    // The switch to the limit is not a step.
    #expect(relativeError(mean(800, 0.01, 0.7, 0.99e-9), mean(800, 0.01, 0.7, 1.01e-9)) < 1e-7)
  }

  @Test func answersAndRulesKeepTheirRanges() {
    #expect(Answer(right: true, guessChance: -2).guessChance == 0)
    #expect(Answer(right: true, guessChance: 7).guessChance == 1)
    #expect(Answer(right: true, guessChance: .nan).guessChance == 0)
    #expect(Evidence(mixingExponent: 3).mixingExponent == 1)
    #expect(Evidence(mixingExponent: -1).mixingExponent == 0)
    #expect(Evidence.predictedRight(recall: 0.4, guessChance: 0.25) == 0.55)
  }

  @Test func theCautiousRuleIsTheDefault() { #expect(Evidence().mixingExponent == 1) }
}
