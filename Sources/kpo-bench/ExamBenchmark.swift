import ArgumentParser
import MemoryModel
import TestSupport

/// What planning for an exam is worth, and whether its forecasts hold.
struct ExamBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exam", abstract: "Simulated learners who study for an exam: their scores, and the forecasts of them.",
    discussion: """
      Scores are the expected share of right answers on the exam day, known to the simulation. All ways of study have as many \
      answers a day, repeats of wrong ones included. An ideal learner remembers as the model says and cannot guess; after lessons \
      seven of ten first answers are right, but facts never asked count as not known. The others guess one of three, know a \
      fifth before, and have weights a fifth off. "All new" is the planner that begins facts on the last day too; 0.9 and 0.8 \
      are desired retentions, what is due first and then new facts.
      """)

  @Option(help: "The first seed.") var seed: UInt64 = 1
  @Option(help: "How many learners for each score, with consecutive seeds.") var learners = 4
  @Option(help: "How many learners for the forecasts, with consecutive seeds.") var examinees = 400
  @Option(help: "How many questions the exams have.") var questions = 40

  func validate() throws {
    guard learners >= 1, examinees >= 1, questions >= 1 else {
      throw ValidationError("Learners, examinees and questions are at least 1.")
    }
  }

  func run() throws {
    try printScores("Ideal learners after lessons", .ideal(lessons: true))
    try printScores("Ideal learners who know nothing before", .ideal(lessons: false))
    try printScores("Learners who guess and differ from the model", ExamTrial())
    try printForecasts()
  }

  private func printScores(_ title: String, _ base: ExamTrial) throws {
    let rules: [(name: String, rule: ExamTrial.Rule)] = [
      ("planner", .planner), ("all new", .gain), ("0.9", .retention(0.9)), ("0.8", .retention(0.8)),
      ("random", .random),
    ]
    print("\(title), \(learners) from seed \(seed)")
    let names = rules.map { padded($0.name, 8) }
    print((["facts  days  answers/day"] + names + ["answers of planner"]).joined(separator: "  "))
    for (facts, days, answersPerDay) in [(500, 30, 40), (1000, 60, 60), (1000, 60, 100), (2000, 90, 80), (200, 7, 40)] {
      var trial = base
      (trial.facts, trial.days, trial.answersPerDay) = (facts, days, answersPerDay)
      var cells = [padded("\(facts)", 5), padded("\(days)", 4), padded("\(answersPerDay)", 11)]
      var answers = 0
      for (_, rule) in rules {
        var score = 0.0
        for learner in 0..<UInt64(learners) {
          let result = try trial.run(rule, seed: seed &+ learner)
          score += result.score / Double(learners)
          if rule == .planner { answers += result.answers }
        }
        cells.append(padded(fixed(score), 8))
      }
      cells.append(padded("\(answers / learners)", 18))
      print(cells.joined(separator: "  "))
    }
    print("")
  }

  private func printForecasts() throws {
    print("Forecasts of exams with \(questions) questions, \(examinees) learners from seed \(seed)")
    print("forecast made               in the band      bias  error  band width  Brier of passing")
    for (name, score) in try ForecastTrial().scores(seeds: seed..<(seed &+ UInt64(examinees)), questions: questions) {
      let cells = [
        padded(name, 26, left: true), padded(fixed(score.coverage), 11), padded(fixed(score.bias), 8),
        padded(fixed(score.error), 6), padded(fixed(score.width), 10), padded(fixed(score.brier), 16),
      ]
      print(cells.joined(separator: "  "))
    }
  }
}
