/// A planned exam over some facts: which to ask on a day, so that the expected score rises most.
///
/// The score is the share of right answers to questions drawn from the sections by their shares. One answer to a fact raises the
/// expected score by its share times the rise of its recall on the exam day, (1-c) of which the guess chance c leaves to knowing.
/// With T days to the exam, e days since the last review and p = R(e, S),
///
///     after = p R(T, S_good) + (1-p) R(T, S_again, right again on the same day)
///     gain  = share (1-c) (after - R(T+e, S)) / (1 + (1-p)),
///
/// because a wrong answer comes again on the same day and costs a second one. A fact never asked counts as not known now, and
/// p is the prior. In simulations of a week and more, asking by gain beats fixed desired retentions with as many answers
/// (`kpo-bench exam`).
public struct ExamPlanner: Sendable {
  /// The least rise of the expected right answers to a fact that is worth an answer.
  ///
  /// With answers in plenty this saved up to 6 % of them and cost 0.03 points of 100 in simulations; 0.01 cost up to half a point.
  static let leastGain = 0.002

  /// The facts that the exam may ask.
  public internal(set) var facts: [ExamFact]
  /// The day of the exam, in days since 1970-01-01.
  public let examDay: Int
  /// The memory model and the chance that a fact never asked is known.
  public internal(set) var evidence: Evidence

  /// The part of the exam of each section with facts; the sum is 1.
  let sectionShares: [Double]
  private let shares: [Double]

  /// Plans an exam.
  ///
  /// - Parameters:
  ///   - facts: the facts that the exam may ask.
  ///   - sectionShares: the part of the exam of each section. They are scaled so that the sections with facts sum to 1; negative
  ///     ones and NaN count as 0. If nothing is left, all facts count alike.
  ///   - examDay: the day of the exam, in days since 1970-01-01.
  ///   - evidence: the memory model and the prior.
  public init(facts: [ExamFact], sectionShares: [Double], examDay: Int, evidence: Evidence) {
    self.facts = facts
    self.examDay = examDay
    self.evidence = evidence
    var counts = [Int](repeating: 0, count: sectionShares.count)
    for fact in facts where counts.indices.contains(fact.section) { counts[fact.section] += 1 }
    let weights = zip(sectionShares, counts).map { $1 > 0 ? $0.clamped(to: 0...1e9) : 0 }
    let total = weights.reduce(0, +)
    guard total > 0 else {
      self.sectionShares = counts.map { Double($0) / Double(max(1, facts.count)) }
      shares = [Double](repeating: 1 / Double(max(1, facts.count)), count: facts.count)
      return
    }
    let scaled = weights.map { $0 / total }
    self.sectionShares = scaled
    shares = facts.map { counts.indices.contains($0.section) ? scaled[$0.section] / Double(counts[$0.section]) : 0 }
  }

  /// The part of the exam that a fact stands for: that of its section, divided by the section's facts.
  public func share(of fact: Int) -> Double { shares[fact] }

  /// How much the expected score rises for each answer, if a fact is asked on a day; 0 after the exam.
  public func gain(of index: Int, on day: Int) -> Double {
    guard day <= examDay else { return 0 }
    let fact = facts[index]
    let model = evidence.model
    let elapsedDays = fact.elapsedDays(on: day)
    let daysLeft = Double(daysLeft(from: day))
    func recall(after state: MemoryState) -> Double {
      model.retrievability(elapsedDays: daysLeft, stability: state.stability)
    }
    let known = evidence.predictedRecall(state: fact.state, elapsedDays: elapsedDays)
    let good = model.next(fact.state, rating: .good, elapsedDays: elapsedDays)
    let again = model.next(fact.state, rating: .again, elapsedDays: elapsedDays)
    let repeated = model.next(again, rating: .good, elapsedDays: 0)
    let now = fact.state.map {
      model.retrievability(elapsedDays: daysLeft + Double(elapsedDays), stability: $0.stability)
    }
    let after = known * recall(after: good) + (1 - known) * recall(after: repeated)
    return shares[index] * (1 - fact.guessChance) * (after - (now ?? 0)) / (2 - known)
  }

  /// The answers that asking a fact takes on average, 1...2: a wrong one comes again the same day.
  public func expectedAnswers(of fact: Int, on day: Int) -> Double { 2 - recall(of: fact, on: day) }

  /// The facts worth asking on a day, by their gain, best first; none after the exam.
  ///
  /// In the last days that puts the weak and heavy facts first. A rule of its own for these days cost score in simulations: 0.3
  /// points of 100 with facts ordered by share and chance to be forgotten, up to 13 with all facts seen before anything new.
  ///
  /// No fact is asked twice a day. On the day before the exam and on its own nothing new is begun, which costs nothing if all facts
  /// were begun in time, and a few points of 100 if not; only who has begun nothing at all begins even then.
  public func ranked(on day: Int) -> [Int] {
    let beginsFacts = daysLeft(from: day) > 1 || facts.allSatisfy { $0.state == nil }
    var ranking: [(fact: Int, gain: Double)] = []
    for index in facts.indices where !facts[index].wasReviewed(on: day) {
      guard beginsFacts || facts[index].state != nil else { continue }
      let gain = gain(of: index, on: day)
      if gain > Self.leastGain * shares[index] { ranking.append((index, gain)) }
    }
    // The order of the facts settles ties, so that the same day brings the same plan.
    ranking.sort { ($1.gain, $0.fact) < ($0.gain, $1.fact) }
    return ranking.map(\.fact)
  }

  /// The predicted chance of recall on a day, the prior for a fact never asked.
  func recall(of fact: Int, on day: Int) -> Double {
    evidence.predictedRecall(state: facts[fact].state, elapsedDays: facts[fact].elapsedDays(on: day))
  }

  /// Whole days to the exam, at least 0.
  func daysLeft(from day: Int) -> Int {
    max(0, Int(Int32(clamping: examDay)) - Int(Int32(clamping: day)))
  }
}
