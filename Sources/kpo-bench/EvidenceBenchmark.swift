import ArgumentParser
import MemoryModel
import TestSupport

/// How well recall is predicted when answers may be guesses.
struct EvidenceBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence", abstract: "Predicted against true recall of simulated learners who guess.",
    discussion: """
      A lucky right answer is truly worth Again, Hard or Good; nobody knows which, so all three are shown. All rules predict the \
      same reviews, scheduled by q = 1; with --own-schedule each schedules its own, and only the last three columns can be \
      compared. Lower is better, for bias nearer to 0. The best log loss possible is below the one shown by the last column.
      """)

  @Option(help: "The first seed.") var seed: UInt64 = 1
  @Option(help: "How many learners, with consecutive seeds.") var learners = 5
  @Option(help: "How many facts each learns.") var facts = 500
  @Option(help: "How many days each studies.") var days = 90
  @Option(help: "The chance 0...1 of guessing right.") var guessChance = 1.0 / 3
  @Option(help: "The share 0...1 of facts known before.") var knownBefore = 0.2

  @Flag(help: "Let each rule schedule the reviews that it predicts.") var ownSchedule = false

  func validate() throws {
    guard learners >= 1, facts >= 1, days >= 1 else {
      throw ValidationError("Learners, facts and days are at least 1.")
    }
    guard (0...1).contains(guessChance), (0...1).contains(knownBefore) else {
      throw ValidationError("A chance or a share is a number from 0 to 1.")
    }
  }

  func run() throws {
    print("\(facts) facts, \(days) days, guess chance \(fixed(guessChance)), \(learners) learners from seed \(seed)")
    let rules: [(name: String, rule: EvidenceTrial.Rule)] = [
      ("plain FSRS", .plain), ("q = 0", .evidence(q: 0)), ("q = 1", .evidence(q: 1)),
    ]
    for knowsTrueParameters in [true, false] {
      print("\nThe rule has the \(knowsTrueParameters ? "learner's true" : "default") parameters.")
      print("lucky is  rule        reviews  log loss  calibration      bias  KL to true")
      for lucky in [Rating.again, .hard, .good] {
        for (name, rule) in rules {
          var trial = EvidenceTrial()
          trial.facts = facts
          trial.days = days
          trial.guessChance = guessChance
          trial.knownBefore = knownBefore
          trial.luckyRating = lucky
          trial.knowsTrueParameters = knowsTrueParameters
          var total = RecallScore()
          let scheduler: EvidenceTrial.Rule? = ownSchedule ? nil : .evidence(q: 1)
          for learner in 0..<UInt64(learners) {
            total.add(try trial.score(rule, scheduledBy: scheduler, seed: seed &+ learner))
          }
          let cells = [
            padded("\(lucky)", 8, left: true), padded(name, 10, left: true), padded("\(total.count)", 8),
            padded(fixed(total.logLoss), 8), padded(fixed(total.calibrationError), 11), padded(fixed(total.bias), 8),
            padded(fixed(total.divergence), 10),
          ]
          print(cells.joined(separator: "  "))
        }
      }
    }
  }
}

/// A number with four decimals.
func fixed(_ value: Double) -> String {
  let scaled = Int((abs(value) * 10_000).rounded())
  let decimals = String(scaled % 10_000)
  let zeros = String(repeating: "0", count: 4 - decimals.count)
  return (value < 0 && scaled > 0 ? "-" : "") + "\(scaled / 10_000).\(zeros)\(decimals)"
}

/// Text filled up with spaces.
func padded(_ text: String, _ width: Int, left: Bool = false) -> String {
  let spaces = String(repeating: " ", count: max(0, width - text.count))
  return left ? text + spaces : spaces + text
}
