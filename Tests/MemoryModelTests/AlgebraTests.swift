import MemoryModel
import TestSupport
import Testing

/// What must hold for any weights within their bounds.
@Suite struct AlgebraTests {
  static let seeds: [UInt64] = Array(1...200)

  @Test(arguments: seeds) func intervalAndForgettingCurveAreInverse(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let model = FSRS6(try randomParameters(using: &numbers))
    let stability = randomState(using: &numbers).stability
    let interval = model.interval(stability: stability, desiredRetention: 0.9)
    #expect(relativeError(interval, stability) < 1e-12, "seed \(seed)")
    #expect(abs(model.retrievability(elapsedDays: stability, stability: stability) - 0.9) < 1e-12, "seed \(seed)")
    let retention = Double.random(in: 0.7...0.99, using: &numbers)
    let days = model.interval(stability: stability, desiredRetention: retention)
    #expect(abs(model.retrievability(elapsedDays: days, stability: stability) - retention) < 1e-12, "seed \(seed)")
  }

  @Test(arguments: seeds) func recallFadesWithTime(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let model = FSRS6(try randomParameters(using: &numbers))
    let stability = randomState(using: &numbers).stability
    #expect(model.retrievability(elapsedDays: 0, stability: stability) == 1, "seed \(seed)")
    #expect(model.retrievability(elapsedDays: -5, stability: stability) == 1, "seed \(seed)")
    var last = 1.0
    for days in [1.0, 2, 5, 30, 400, 10_000] {
      let recall = model.retrievability(elapsedDays: days, stability: stability)
      #expect(recall > 0 && recall < last, "seed \(seed), \(days) days")
      last = recall
    }
  }

  @Test(arguments: seeds) func betterRatingsGiveMoreStabilityAndLessDifficulty(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let model = FSRS6(try randomParameters(using: &numbers))
    let state = randomState(using: &numbers)
    for days in [0, 1, 3, 40, 1000] {
      let next = Rating.allCases.map { model.next(state, rating: $0, elapsedDays: days) }
      for (worse, better) in zip(next, next.dropFirst()) {
        #expect(worse.stability <= better.stability, "seed \(seed), \(days) days")
        #expect(worse.difficulty >= better.difficulty, "seed \(seed), \(days) days")
      }
      for state in next {
        #expect(MemoryState.stabilityRange.contains(state.stability), "seed \(seed), \(days) days")
        #expect(MemoryState.difficultyRange.contains(state.difficulty), "seed \(seed), \(days) days")
      }
      let limit = state.stability * (1 + 1e-12)
      if days > 0 { #expect(next[0].stability <= limit, "seed \(seed): a lapse made memory more stable") }
      #expect(next[1].stability * (1 + 1e-12) >= state.stability, "seed \(seed): recall made memory less stable")
    }
  }

  @Test(arguments: seeds) func waitingLongerTeachesMore(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let model = FSRS6(try randomParameters(using: &numbers))
    let state = randomState(using: &numbers)
    for rating in Rating.allCases {
      let stabilities = [1, 2, 7, 60, 2000].map { model.next(state, rating: rating, elapsedDays: $0).stability }
      for (sooner, later) in zip(stabilities, stabilities.dropFirst()) {
        #expect(later >= sooner * (1 - 1e-12), "seed \(seed), \(rating)")
      }
    }
  }

  @Test(arguments: seeds) func lowerRetentionWaitsLonger(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let model = FSRS6(try randomParameters(using: &numbers))
    let stability = randomState(using: &numbers).stability
    let intervals = [0.99, 0.9, 0.8, 0.7].map { model.interval(stability: stability, desiredRetention: $0) }
    for (shorter, longer) in zip(intervals, intervals.dropFirst()) { #expect(shorter < longer, "seed \(seed)") }
    for interval in intervals { #expect(interval > 0, "seed \(seed)") }
  }

  @Test func statesOutOfRangeCountAsTheNearest() {
    let model = FSRS6()
    let pairs: [(MemoryState, MemoryState)] = [
      (MemoryState(stability: 0, difficulty: 0), MemoryState(stability: 0.001, difficulty: 1)),
      (MemoryState(stability: -3, difficulty: 99), MemoryState(stability: 0.001, difficulty: 10)),
      (MemoryState(stability: .infinity, difficulty: 5), MemoryState(stability: 36_500, difficulty: 5)),
      (MemoryState(stability: .nan, difficulty: .nan), MemoryState(stability: 0.001, difficulty: 1)),
    ]
    for (given, nearest) in pairs {
      for rating in Rating.allCases {
        for days in [-4, 0, 12] {
          let next = model.next(given, rating: rating, elapsedDays: days)
          #expect(next == model.next(nearest, rating: rating, elapsedDays: days), "\(given) \(rating) \(days)")
        }
      }
    }
  }
}
