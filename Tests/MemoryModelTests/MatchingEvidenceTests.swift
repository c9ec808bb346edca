import MemoryModel
import TestSupport
import Testing

@Suite struct MatchingEvidenceTests {
  /// Plays every way a set can be answered, and compares what was known in each with what the formula says.
  @Test(arguments: [(1, 0), (1, 2), (2, 0), (2, 2), (3, 0), (3, 1), (4, 0), (4, 1)], [1, 2, 3] as [UInt64])
  func everyWayToAnswer(size: (pairs: Int, extra: Int), seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let recalls = (0..<size.pairs).map { _ in Double.random(in: 0.05...0.98, using: &numbers) }
    var probability: [[Int]: Double] = [:]
    var known: [[Int]: [Double]] = [:]
    for subset in 0..<(1 << size.pairs) {
      let isKnown = (0..<size.pairs).map { subset >> $0 & 1 == 1 }
      let prior = zip(recalls, isKnown).reduce(1) { $0 * ($1.1 ? $1.0 : 1 - $1.0) }
      let ways = Self.ways(isKnown, responses: size.pairs + size.extra)
      for way in ways {
        let share = prior / Double(ways.count)
        probability[way, default: 0] += share
        for pair in 0..<size.pairs where isKnown[pair] {
          known[way, default: [Double](repeating: 0, count: size.pairs)][pair] += share
        }
      }
    }
    #expect(abs(probability.values.reduce(0, +) - 1) < 1e-12)
    for (way, total) in probability {
      let right = way.enumerated().map { $0.offset == $0.element }
      let result = Evidence.matchingProbabilities(recalls: recalls, right: right, extraResponses: size.extra)
      for pair in 0..<size.pairs {
        let expected = (known[way]?[pair] ?? 0) / total
        #expect(abs(result[pair] - expected) < 1e-12, "seed \(seed), answered \(way), pair \(pair)")
      }
    }
  }

  /// All assignments of responses in which the known pairs are right.
  static func ways(_ isKnown: [Bool], responses: Int) -> [[Int]] {
    var result: [[Int]] = [[]]
    for pair in isKnown.indices {
      result = result.flatMap { begun in
        (isKnown[pair] ? [pair] : Array(0..<responses)).filter { response in
          // A response is free if it is neither taken nor needed by a known pair.
          !begun.contains(response) && (isKnown[pair] || response >= isKnown.count || !isKnown[response])
        }.map { begun + [$0] }
      }
    }
    return result
  }

  @Test func certainAndHopelessPairs() {
    let result = Evidence.matchingProbabilities(
      recalls: [1, 0, 0.5, 0.5], right: [true, true, true, false], extraResponses: 0)
    #expect(result[0] == 1 && result[1] == 0 && result[3] == 0)
    #expect(result[2] > 0.5 && result[2] < 1)
    #expect(Evidence.matchingProbabilities(recalls: [], right: [], extraResponses: 3) == [])
    let many = Evidence.matchingProbabilities(
      recalls: [Double](repeating: 0.4, count: 60), right: [Bool](repeating: true, count: 60), extraResponses: 0)
    for p in many { #expect(p > 0.4 && p <= 1) }
  }

  @Test func aSetMovesEachOfItsFacts() {
    let evidence = Evidence()
    let state = MemoryState(stability: 5, difficulty: 5)
    let pairs = [
      Evidence.Pair(state: state, elapsedDays: 5, right: true),
      Evidence.Pair(state: nil, elapsedDays: 0, right: true),
      Evidence.Pair(state: state, elapsedDays: 8, right: false),
      Evidence.Pair(state: state, elapsedDays: 8, right: true, confidence: .dontKnow),
    ]
    let outcomes = evidence.update(pairs: pairs, extraResponses: 1)
    let recalls = pairs.map { evidence.predictedRecall(state: $0.state, elapsedDays: $0.elapsedDays) }
    let expected = Evidence.matchingProbabilities(
      recalls: recalls, right: [true, true, false, false], extraResponses: 1)
    #expect(outcomes.map(\.probabilityKnown) == expected)
    #expect(outcomes[2].state == evidence.model.next(state, rating: .again, elapsedDays: 8))
    #expect(outcomes[3].state == outcomes[2].state)
    for outcome in outcomes { #expect(outcome.isEvidence) }
  }

  @Test func theUnsureMarkLowersOnlyWhenInUse() {
    func known(_ uses: Int, _ confidence: Confidence) -> Double {
      let pair = Evidence.Pair(state: MemoryState(stability: 5, difficulty: 5), elapsedDays: 5, right: true)
      var marked = pair
      marked.confidence = confidence
      return Evidence(unsureUses: uses).update(pairs: [marked, pair, pair], extraResponses: 0)[0].probabilityKnown
    }
    #expect(known(9, .unsure) == known(9, .none))
    #expect(known(10, .unsure) < known(10, .none) - 0.1)
    #expect(known(10, .none) > known(9, .none))
  }

  @Test func pairsThatCannotBeMissedProveNothing() {
    let evidence = Evidence()
    let fresh = Evidence.Pair(state: nil, elapsedDays: 0, right: true)
    let certain = Evidence.Pair(state: MemoryState(stability: 5, difficulty: 5), elapsedDays: 0, right: true)
    func prove(_ pairs: [Evidence.Pair], extraResponses: Int = 0) -> [Bool] {
      evidence.update(pairs: pairs, extraResponses: extraResponses).map(\.isEvidence)
    }
    #expect(prove([fresh]) == [false])
    #expect(prove([fresh], extraResponses: 1) == [true])
    #expect(prove([certain, fresh, certain]) == [true, false, true])
    #expect(prove([fresh, fresh]) == [true, true])
    #expect(prove([certain, certain]) == [true, true])
  }

  @Test func chancesOnePairAtATime() {
    #expect(Evidence.pairGuessChance(otherRecalls: []) == 1)
    #expect(Evidence.pairGuessChance(otherRecalls: [0, 0, 0]) == 0.25)
    #expect(Evidence.pairGuessChance(otherRecalls: [1, 1]) == 1)
    #expect(Evidence.pairGuessChance(otherRecalls: [0.5, 0.5], extraResponses: 2) == 0.25)
  }
}
