import ArgumentParser
import Glibc
import MemoryModel
import TestSupport

/// How many reviews a second the memory model computes on one core.
struct MemoryBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memory", abstract: "Reviews a second of the memory model, on one core.")

  @Option(help: "How many reviews in a round.") var reviews = 10_000_000
  @Option(help: "How many rounds.") var rounds = 5

  func validate() throws {
    guard reviews >= 1, rounds >= 1 else { throw ValidationError("Reviews and rounds are at least 1.") }
  }

  func run() throws {
    let model = FSRS6()
    let evidence = Evidence()
    // Nine of ten answers right, and days as they come when facts are reviewed when due, drawn before the clock starts.
    var numbers = SeededNumbers(seed: 1)
    let grades: [Rating] = (0..<4096).map { _ in
      let number = Double.random(in: 0..<1, using: &numbers)
      return number < 0.1 ? .again : number < 0.2 ? .hard : number < 0.9 ? .good : .easy
    }
    let gaps = (0..<4096).map { _ in Int.random(in: 1...60, using: &numbers) }
    let states = 64
    report("next") { count in
      var memory = [MemoryState](repeating: model.next(nil, rating: .good, elapsedDays: 0), count: states)
      for index in 0..<count {
        memory[index % states] = model.next(
          memory[index % states], rating: grades[index & 4095], elapsedDays: gaps[index & 4095])
      }
      return memory.reduce(0) { $0 + $1.stability }
    }
    report("evidence, guess chance 1/3") { count in
      var memory = [MemoryState](repeating: model.next(nil, rating: .good, elapsedDays: 0), count: states)
      for index in 0..<count {
        let answer = Answer(right: grades[index & 4095] != .again, guessChance: 1.0 / 3)
        let outcome = evidence.update(
          state: memory[index % states], elapsedDays: gaps[index & 4095], answer: answer)
        if let state = outcome.state { memory[index % states] = state }
      }
      return memory.reduce(0) { $0 + $1.stability }
    }
  }

  private func report(_ name: String, _ work: (Int) throws -> Double) rethrows {
    var rates: [Double] = []
    var check = 0.0
    for _ in 0..<rounds {
      let start = processorSeconds()
      check += try work(reviews)
      rates.append(Double(reviews) / (processorSeconds() - start) / 1e6)
    }
    rates.sort()
    let text = [rates[rates.count / 2], rates[0], rates[rates.count - 1]].map(fixed)
    let rate = "median \(text[0]), least \(text[1]), most \(text[2]) million reviews a second"
    print("\(name): \(rate) (check \(fixed(check)))")
  }
}

/// The seconds that this program has run on a processor; unlike the time of day, other programs do not lengthen it much.
private func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
