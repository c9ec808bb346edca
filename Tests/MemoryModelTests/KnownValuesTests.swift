import MemoryModel
import Testing

/// Values computed with py-fsrs 6.3.2 and the default weights.
@Suite struct KnownValuesTests {
  @Test func aSequenceOfMixedGrades() throws {
    let model = FSRS6()
    let reviews: [(Rating, days: Int, recall: Double?, stability: Double, difficulty: Double)] = [
      (.good, 0, nil, 2.306500000, 2.118103970), (.good, 2, 0.909493256, 10.964332336, 2.111214236),
      (.again, 11, 0.899776718, 1.538337236, 7.392238132), (.good, 0, 1, 1.571197263, 7.380074264),
      (.hard, 1, 0.927961056, 2.788727269, 8.245999577), (.easy, 5, 0.855200147, 12.420721646, 7.645122741),
      (.good, 30, 0.829243784, 38.348401639, 7.632705988),
    ]
    var state: MemoryState?
    for (index, review) in reviews.enumerated() {
      if let recall = review.recall {
        let before = try #require(state)
        let predicted = model.retrievability(elapsedDays: Double(review.days), stability: before.stability)
        #expect(abs(predicted - recall) < 1e-9, "review \(index)")
      }
      let next = model.next(state, rating: review.0, elapsedDays: review.days)
      #expect(relativeError(next.stability, review.stability) < 1e-9, "review \(index)")
      #expect(relativeError(next.difficulty, review.difficulty) < 1e-9, "review \(index)")
      state = next
    }
  }

  @Test func intervalsOfAFactAlwaysRecalled() {
    let model = FSRS6()
    var state = model.next(nil, rating: .good, elapsedDays: 0)
    var intervals: [Int] = []
    for _ in 0..<8 {
      let days = model.days(stability: state.stability, desiredRetention: 0.9)
      intervals.append(days)
      state = model.next(state, rating: .good, elapsedDays: days)
    }
    #expect(intervals == [2, 11, 46, 163, 497, 1346, 3292, 7398])
  }

  @Test func wholeDaysAreLimited() {
    let model = FSRS6()
    #expect(model.days(stability: 0.001, desiredRetention: 0.9) == 1)
    #expect(model.days(stability: 2.5, desiredRetention: 0.9) == 3)
    #expect(model.days(stability: 36_500, desiredRetention: 0.7) == 36_500)
    #expect(model.days(stability: 500, desiredRetention: 0.9, maximum: 100) == 100)
    #expect(model.days(stability: 500, desiredRetention: 0.9, maximum: -3) == 1)
    #expect(model.days(stability: .nan, desiredRetention: 0.9) == 1)
    #expect(model.days(stability: 10, desiredRetention: 0) == 36_500)
    #expect(model.days(stability: 10, desiredRetention: 1) == 1)
  }
}
