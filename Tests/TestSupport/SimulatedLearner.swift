import Glibc
public import MemoryModel

/// A learner with a true FSRS-6 memory of its own, who guesses what it does not recall.
///
/// The weights of its memory are not the defaults, and each of its facts has random numbers of its own: asking one fact more or
/// earlier does not change what happens to the others, so ways of scheduling can be compared on the same learner.
public struct SimulatedLearner: Sendable {
  /// What happened when a fact was asked.
  public struct Response: Equatable, Sendable {
    /// Whether the answer was right.
    public var right: Bool
    /// Whether the fact was recalled and not guessed.
    public var recalled: Bool
    /// The true chance of recall just before the answer.
    public var trueRecall: Double
  }

  private struct Fact {
    var state: MemoryState?
    var lastDay = 0
    var numbers: SeededNumbers
  }

  /// The true memory.
  public let memory: FSRS6
  /// What a lucky right answer is truly worth.
  public let luckyRating: Rating
  /// The share of facts known before they were ever asked.
  public let knownBefore: Double
  private var facts: [Fact]

  /// Makes a learner.
  ///
  /// - Parameters:
  ///   - facts: how many facts there are.
  ///   - luckyRating: what a lucky right answer is truly worth.
  ///   - knownBefore: the share 0...1 of facts known before they were ever asked.
  ///   - spread: the standard deviation of the logarithm of each weight around its default; 0 for the defaults.
  ///   - seed: decides everything random.
  public init(
    facts: Int, luckyRating: Rating, knownBefore: Double = 0.2, spread: Double = 0.2, seed: UInt64
  ) throws(FSRSParameterError) {
    var numbers = SeededNumbers(seed: seed)
    let values = FSRSParameters().values.map { $0 * exp(spread * Self.normal(using: &numbers)) }
    memory = FSRS6(try FSRSParameters(values))
    self.luckyRating = luckyRating
    self.knownBefore = knownBefore
    self.facts = (0..<facts).map { _ in Fact(numbers: SeededNumbers(seed: numbers.next())) }
  }

  /// The true chance of recall of a fact on a day, in days since any fixed one.
  public func recall(of fact: Int, on day: Int) -> Double {
    guard let state = facts[fact].state else { return knownBefore }
    return memory.retrievability(elapsedDays: Double(day - facts[fact].lastDay), stability: state.stability)
  }

  /// Asks a fact: it is recalled, or else guessed with a chance; the memory moves.
  public mutating func answer(_ fact: Int, on day: Int, guessChance: Double) -> Response {
    let trueRecall = recall(of: fact, on: day)
    // Two numbers are drawn whatever happens, so that the next answer does not depend on this one's luck.
    let recalled = Double.random(in: 0..<1, using: &facts[fact].numbers) < trueRecall
    let lucky = Double.random(in: 0..<1, using: &facts[fact].numbers) < guessChance
    let rating: Rating = recalled ? .good : lucky ? luckyRating : .again
    facts[fact].state = memory.next(facts[fact].state, rating: rating, elapsedDays: day - facts[fact].lastDay)
    facts[fact].lastDay = day
    return Response(right: recalled || lucky, recalled: recalled, trueRecall: trueRecall)
  }

  /// A number of the standard normal distribution, by Box and Muller.
  private static func normal(using numbers: inout SeededNumbers) -> Double {
    let radius = Double.random(in: Double.leastNonzeroMagnitude..<1, using: &numbers)
    let angle = Double.random(in: 0..<1, using: &numbers)
    return (-2 * log(radius)).squareRoot() * cos(2 * .pi * angle)
  }
}
