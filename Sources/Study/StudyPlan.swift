public import ContentModel
public import Progress
public import QuestionGenerator

/// Chooses which facts a sitting asks, from what was answered before.
public struct StudyPlan: Sendable {
  /// How many questions a daily quiz has unless the learner says otherwise.
  public static let dailyCount = 10
  /// How many new facts a daily quiz brings at most, unless nothing else is left to ask.
  public static let newFactsPerDay = 8

  private let facts: [Fact]
  private let scores: Scores
  private let today: StudyDay

  /// Plans over the facts of some banks; facts that were set aside are never chosen.
  public init(_ banks: [Bank], scores: Scores, today: StudyDay) {
    facts = banks.flatMap(\.facts).filter { scores.flagged[Review.FactID($0.id.rawValue)] == nil }
    self.scores = scores
    self.today = today
  }

  /// The facts whose last answer was wrong: sure-but-wrong ones first, then the most recent.
  public var missed: [PlannedFact] {
    let known = Set(facts.map(\.id))
    let missed = scores.lastMissed.map { FactID($0.rawValue) }.filter(known.contains)
    let sureButWrong = missed.filter { score(of: $0)?.lastConfidence == .sure }
    let others = missed.filter { score(of: $0)?.lastConfidence != .sure }
    return (sureButWrong + others).map { PlannedFact($0, .missed(daysAgo: daysSinceLast($0))) }
  }

  /// The facts never asked before, the sections taking turns so that neighbours do not prompt each other.
  public func new(using random: inout SeededRandom) -> [PlannedFact] {
    let unseen = facts.filter { score(of: $0.id) == nil }
    var turns: [(turn: Double, fact: FactID)] = []
    for group in Dictionary(grouping: unseen, by: \.sectionID).sorted(by: { $0.key < $1.key }).map(\.value) {
      // Spreading each section evenly over the whole run keeps the shares of the sections at any length.
      for (index, fact) in random.shuffled(group).enumerated() {
        turns.append(((Double(index) + random.unit()) / Double(group.count), fact.id))
      }
    }
    return turns.sorted { ($0.turn, $0.fact) < ($1.turn, $1.fact) }.map { PlannedFact($0.fact, .new) }
  }

  /// The facts answered right last time, those asked least recently first.
  public func known(using random: inout SeededRandom) -> [PlannedFact] {
    let seen = random.shuffled(facts.map(\.id).filter { score(of: $0)?.lastRight == true })
    return seen.enumerated().sorted { left, right in
      (-daysSinceLast(left.element), left.offset) < (-daysSinceLast(right.element), right.offset)
    }.map { PlannedFact($0.element, .review(daysAgo: daysSinceLast($0.element))) }
  }

  /// The daily quiz: missed facts for up to half of it, then facts last asked before today, then new ones.
  public func daily(count: Int, using random: inout SeededRandom) -> [PlannedFact] {
    guard count > 0 else { return [] }
    let missed = missed.prefix(max(1, count / 2))
    let new = new(using: &random)
    let known = known(using: &random)
    let older = known.filter { $0.reason != .review(daysAgo: 0) }
    let freshCount = min(new.count, Self.newFactsPerDay, max(0, count - missed.count))
    let reviewCount = min(older.count, max(0, count - missed.count - (freshCount + 1) / 2))
    let chosen = Array(missed) + older.prefix(reviewCount)
    let fresh = new.prefix(count - chosen.count)
    let rest = known.filter { !chosen.contains($0) }.prefix(count - chosen.count - fresh.count)
    return random.shuffled(chosen + fresh + rest)
  }

  private func score(of fact: FactID) -> FactScore? {
    scores.facts[Review.FactID(fact.rawValue)]
  }

  private func daysSinceLast(_ fact: FactID) -> Int {
    score(of: fact).map { max(0, $0.lastDay.days(until: today)) } ?? 0
  }
}

extension StudyPlan {
  /// One fact for each matching drill, the tables taking turns; a drill asks the other facts of its table beside it.
  ///
  /// - Parameters:
  ///   - section: the id of a section to stay within.
  ///   - count: how many drills are wanted; fewer facts come back only if no drill can be made at all.
  public func forMatching(
    _ generators: [QuestionGenerator], section: String?, count: Int, using random: inout SeededRandom
  ) -> [PlannedFact] {
    var turns = generators.flatMap { generator in
      var seen: Set<[FactID]> = []
      return generator.forms.filter { section == nil || $0.asked.sectionID == section }
        .map { $0.facts.map(\.id) }.filter { seen.insert($0).inserted }
        .map { (generator, $0) }
    }
    turns = random.shuffled(turns).map { generator, table in
      (generator, random.shuffled(table.filter { scores.flagged[Review.FactID($0.rawValue)] == nil }))
    }
    var chosen: [FactID] = []
    while chosen.count < count, !turns.isEmpty {
      let (generator, table) = turns.removeFirst()
      // A table in which eight facts make no drill is not worth more trying.
      guard let fact = table.prefix(8).first(where: { isMatchable($0, generator) }) else { continue }
      chosen.append(fact)
      turns.append((generator, table.filter { $0 != fact }))
    }
    return chosen.map { PlannedFact($0, .chosen) }
  }

  private func isMatchable(_ fact: FactID, _ generator: QuestionGenerator) -> Bool {
    var random = SeededRandom(seed: 0)
    return generator.item(asking: fact, kinds: [.matching], using: &random) != nil
  }
}
