import MemoryModel
import TestSupport
import Testing

@Suite struct ParametersTests {
  @Test func noValuesAreTheDefaults() throws {
    #expect(try FSRSParameters([]) == FSRSParameters())
    #expect(try FSRSParameters(FSRSParameters().values) == FSRSParameters())
    #expect(FSRSParameters()[20] == 0.1542)
    #expect(FSRSParameters().values.count == FSRSParameters.count)
  }

  @Test func valuesAreMovedIntoTheirBounds() throws {
    let bounds = FSRSParameters.bounds()
    #expect(try FSRSParameters([Double](repeating: -1e9, count: 21)).values == bounds.map(\.lowerBound))
    #expect(try FSRSParameters([Double](repeating: 1e9, count: 21)).values == bounds.map(\.upperBound))
    #expect(bounds[19] == 0.01...0.8)
    #expect(bounds[17] == 0...2)
    for (value, bound) in zip(FSRSParameters().values, bounds) { #expect(bound.contains(value)) }
  }

  @Test func nineteenValuesGetTheOldForgettingCurve() throws {
    let old = Array(FSRSParameters().values.prefix(19))
    // w19 = 0 is moved to its lower bound.
    #expect(try FSRSParameters(old).values == old + [0.01, 0.5])
  }

  @Test func seventeenValuesGetTheNewDifficulty() throws {
    var old = Array(FSRSParameters().values.prefix(17))
    old[4] = 5
    old[5] = 1
    old[6] = 0.9
    let new = try FSRSParameters(old)
    #expect(new[4] == 7)
    #expect(abs(new[5] - 0.46209812037329684) < 1e-15)  // ln(4)/3
    #expect(new[6] == 1.4)
    #expect(new.values[17...] == [0, 0, 0.01, 0.5])
    #expect(Array(new.values[..<4]) == Array(old[..<4]) && Array(new.values[7..<17]) == Array(old[7...]))
  }

  @Test(arguments: [1, 4, 16, 18, 20, 22, 100]) func otherCountsAreRefused(count: Int) {
    #expect(throws: FSRSParameterError.wrongCount(count)) { try FSRSParameters([Double](repeating: 1, count: count)) }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity]) func numbersThatAreNotFiniteAreRefused(value: Double) {
    for count in [17, 19, 21] {
      var values = [Double](repeating: 1, count: count)
      values[7] = value
      #expect(throws: FSRSParameterError.notFinite(index: 7)) { try FSRSParameters(values) }
    }
  }

  @Test func errorsSayWhatToDo() {
    #expect(
      "\(FSRSParameterError.wrongCount(20))"
        == "There are 20 memory parameters, but FSRS has 21 (19 or 17 in older versions). "
        + "Give all of them, or none for the defaults.")
    #expect(
      "\(FSRSParameterError.notFinite(index: 3))"
        == "Memory parameter w3 is not a finite number, so nothing can be computed with it. "
        + "Give a number there, or no parameters for the defaults.")
  }

  @Test func relearningStepsLowerTheSameDayWeights() throws {
    func limit(_ w11: Double, _ w13: Double, _ w14: Double, _ steps: Int) -> Double {
      FSRSParameters.sameDayLimit(w11: w11, w13: w13, w14: w14, relearningSteps: steps)
    }
    #expect(limit(1.4835, 0.2629, 1.6483, 1) == 2)
    // The square root of -(ln 1.4835 + ln(2^0.2629 - 1) + 0.3 * 1.6483) / 2, computed apart.
    #expect(abs(limit(1.4835, 0.2629, 1.6483, 2) - 0.6004) < 0.0001)
    // Logarithms of numbers that are not positive.
    #expect(limit(-1, 0.2629, 1.6483, 2) == 0.1)
    #expect(limit(1.4835, -1, 1.6483, 2) == 0.1)
    #expect(limit(0, 0.2629, 1.6483, 2) == 2)
    // Everything else unclipped: w14 is far beyond its bound.
    #expect(limit(5, 0.9, 40, 2) == 0.1)
    var values = FSRSParameters().values
    values[17] = 1.9
    values[18] = 1.9
    let clipped = try FSRSParameters(values, relearningSteps: 2)
    #expect(clipped[17] == limit(values[11], values[13], values[14], 2) && clipped[18] == clipped[17])
    #expect(try FSRSParameters(values)[17] == 1.9)
  }

  /// An SM-2 card recalled when due multiplies its interval by its ease, and so does the state made from it.
  @Test(arguments: 1...100 as ClosedRange<UInt64>) func statesFromSM2KeepTheEase(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let model = FSRS6()
    let ease = Double.random(in: 1.3...3, using: &numbers)
    let interval = Int.random(in: 1...300, using: &numbers)
    let retention = Double.random(in: 0.75...0.97, using: &numbers)
    let state = try #require(model.state(ease: ease, interval: Double(interval), retention: retention))
    let recall = model.retrievability(elapsedDays: Double(interval), stability: state.stability)
    #expect(abs(recall - retention) < 1e-9, "seed \(seed)")
    let ratio = model.next(state, rating: .good, elapsedDays: interval).stability / state.stability
    switch state.difficulty {
    case 1: #expect(ratio <= ease * (1 + 1e-9), "seed \(seed)")
    case 10: #expect(ratio >= ease * (1 - 1e-9), "seed \(seed)")
    default: #expect(relativeError(ratio, ease) < 1e-9, "seed \(seed)")
    }
  }

  @Test func statesFromSM2NeedSensibleNumbers() throws {
    let model = FSRS6()
    #expect(model.state(ease: 2.5, interval: 10, retention: 1) == nil)
    #expect(model.state(ease: .nan, interval: 10, retention: 0.9) == nil)
    #expect(abs(try #require(model.state(ease: 2.5, interval: 0, retention: 0.9)).stability - 0.001) < 1e-15)
  }
}
