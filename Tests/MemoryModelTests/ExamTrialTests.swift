import MemoryModel
import TestSupport
import Testing

/// What planning is worth, and whether forecasts hold, on simulated learners: `kpo-bench exam` prints the whole table.
@Suite struct ExamTrialTests {
  static let seeds: [UInt64] = [1, 2, 3]

  static func meanScore(_ trial: ExamTrial, _ rule: ExamTrial.Rule) throws -> Double {
    let score = try seeds.reduce(0) { try $0 + trial.run(rule, seed: $1).score } / Double(seeds.count)
    print("\(rule), seeds \(seeds): \(score)")
    return score
  }

  /// With few answers for so many facts, and with twice as many.
  @Test(arguments: [5, 10], [true, false])
  func thePlannerBeatsOtherWays(answersPerDay: Int, ideal: Bool) throws {
    var trial = ideal ? ExamTrial.ideal(lessons: true) : ExamTrial()
    (trial.facts, trial.days, trial.answersPerDay) = (60, 20, answersPerDay)
    let planned = try Self.meanScore(trial, .planner)
    for rule in [ExamTrial.Rule.retention(0.9), .retention(0.8), .random] {
      #expect(try planned > Self.meanScore(trial, rule))
    }
  }

  /// Who began all facts in time has nothing new to leave out on the last day.
  @Test func theLastDayCostsNothingIfTimeWasEnough() throws {
    var trial = ExamTrial()
    (trial.facts, trial.days, trial.answersPerDay) = (60, 20, 10)
    #expect(try abs(Self.meanScore(trial, .planner) - Self.meanScore(trial, .gain)) < 0.005)
  }

  @Test func bandsHoldFourOfFiveScores() throws {
    var trial = ForecastTrial()
    (trial.facts, trial.days, trial.answersPerDay, trial.includesOutlooks) = (40, 10, 8, false)
    for (name, score) in try trial.scores(seeds: 1..<151, questions: 20) {
      print("\(name), seeds 1...150: in the band \(score.coverage), bias \(score.bias), Brier \(score.brier)")
      #expect((0.7...0.9).contains(score.coverage), "\(name)")
      #expect(abs(score.bias) < 0.04, "\(name)")
      // Who says one half every time has a quarter.
      #expect(score.brier < 0.2, "\(name)")
    }
  }

  @Test func aTrialIsRepeatable() throws {
    var trial = ExamTrial()
    (trial.facts, trial.days, trial.answersPerDay) = (40, 5, 8)
    let result = try trial.run(.random, seed: 5)
    #expect(try trial.run(.random, seed: 5) == result)
    #expect(try trial.run(.random, seed: 6) != result)
  }
}
