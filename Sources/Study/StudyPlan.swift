import ContentModel
import MemoryModel
import Progress
public import QuestionGenerator

/// Chooses which facts a sitting asks, from what was answered before.
public struct StudyPlan: Sendable {
  /// How many questions a daily quiz has at most unless the learner says otherwise.
  public static let dailyCount = Settings().questions
  /// How many new facts a study day brings unless the learner says otherwise.
  public static let newFactsPerDay = Settings().newFacts
  /// How many contrasts of confused facts open a daily quiz at most.
  static let contrastsPerDay = 3

  let facts: [Fact]
  /// Whom the facts are chosen for.
  public let learner: Learner
  let generators: [QuestionGenerator]

  /// Plans over the facts of some banks; facts that were set aside are never chosen.
  public init(_ generators: [QuestionGenerator], learner: Learner) {
    self.generators = generators
    self.learner = learner
    facts = generators.flatMap(\.bank.facts).filter { !learner.hasSetAside($0.id) }
  }

  // MARK: What could be asked

  /// The facts whose time has come, those most likely forgotten first.
  public var due: [PlannedFact] {
    facts.map(\.id).filter(learner.isDue)
      .map { (fact: $0, recall: learner.recall(of: $0)) }
      .sorted { ($0.recall, $0.fact) < ($1.recall, $1.fact) }
      .map { PlannedFact($0.fact, .due(recall: $0.recall, daysAgo: learner.daysSinceLast($0.fact))) }
  }

  /// The facts answered wrong and not yet right since, then those that were right once on an earlier day.
  ///
  /// In each group the sure-but-wrong come first, then the most recent.
  ///
  /// - Parameter days: only misses of the last so many study days.
  public func missed(days: Int? = nil) -> [PlannedFact] {
    let open = facts.compactMap { fact -> (fact: FactID, miss: FactScore.Miss)? in
      guard let miss = learner.score(of: fact.id)?.miss else { return nil }
      if let days, miss.day.days(until: learner.today) >= days { return nil }
      if let rightOn = miss.rightOn, rightOn >= learner.today { return nil }
      return (fact.id, miss)
    }
    return open.sorted { left, right in
      (left.miss.rightOn == nil ? 0 : 1, left.miss.wasSure ? 0 : 1, right.miss.day, left.fact)
        < (right.miss.rightOn == nil ? 0 : 1, right.miss.wasSure ? 0 : 1, left.miss.day, right.fact)
    }.map {
      PlannedFact($0.fact, .missed(daysAgo: max(0, $0.miss.day.days(until: learner.today)), wasSure: $0.miss.wasSure))
    }
  }

  /// The facts never asked before, the sections taking turns so that neighbours do not prompt each other.
  public func new(using random: inout SeededRandom) -> [PlannedFact] {
    spread(facts.filter { learner.stage(of: $0.id) == .new }, using: &random).map { PlannedFact($0, .new) }
  }

  /// How many new facts this study day may still bring.
  public var newFactsLeft: Int {
    let begun = facts.count {
      learner.stage(of: $0.id) != .new && learner.score(of: $0.id)?.firstDay == learner.today
    }
    return max(0, learner.scores.settings.newFacts - begun)
  }

  /// One side of each pair that was confused, the side that was told apart less often.
  var contrasts: [PlannedFact] {
    let known = Set(facts.map(\.id))
    return learner.scores.openConfusions.compactMap { pair, confusion in
      let sides = [FactID(pair.first.rawValue), FactID(pair.second.rawValue)]
      guard sides.allSatisfy(known.contains) else { return nil }
      // Not on the day of the confusion itself, when the feedback is still in the ear.
      guard confusion.lastDay < learner.today else { return nil }
      let toldApart = [confusion.firstToldApart, confusion.secondToldApart]
      let asked = (toldApart[0] <= toldApart[1] ? [0, 1] : [1, 0]).first { side in
        toldApart[side] < Confusion.timesNeeded && canBeContrasted(sides[side], with: sides[1 - side])
          && learner.score(of: sides[side]).map { $0.lastDay < learner.today } ?? true
      }
      return asked.map { PlannedFact(sides[$0], .confused(with: sides[1 - $0])) }
    }
  }

  private func canBeContrasted(_ fact: FactID, with other: FactID) -> Bool {
    var random = SeededRandom(seed: 0)
    return generators.contains { $0.contrast(fact, with: other, using: &random) != nil }
  }

  // MARK: What is asked

  /// As many missed facts as give none of the others away; the rest stays on the list.
  public func missedSitting(days: Int?, count: Int) -> [PlannedFact] {
    var chosen = SittingFacts(generators: generators, size: count)
    chosen.add(missed(days: days))
    return chosen.facts
  }

  /// The daily quiz: contrasts of what was confused, then what is due, then new facts.
  ///
  /// What is due beyond the size waits for the days after, and as long as it does, nothing new is begun. While an exam is
  /// planned, the quiz is what raises its expected score most instead.
  ///
  /// - Parameters:
  ///   - count: so many questions if there are as many, with more new facts than usual if it takes them; nil for the usual size.
  ///   - minutes: as many questions as fit into so many minutes at the learner's pace.
  public func daily(count: Int? = nil, minutes: Double? = nil, using random: inout SeededRandom) -> [PlannedFact] {
    if !comingExams.isEmpty {
      let exams = exams(seed: random.next())
      guard exams.isEmpty else { return daily(for: exams, count: count, minutes: minutes) }
    }
    let size = count ?? minutes.map(learner.answers(inMinutes:)) ?? learner.scores.settings.questions
    guard size > 0 else { return [] }
    var chosen = SittingFacts(generators: generators, size: size)
    chosen.add(contrasts, atMost: Self.contrastsPerDay)
    chosen.add(due)
    chosen.add(new(using: &random), atMost: count == nil ? newFactsLeft : size)
    return chosen.facts
  }

  /// Facts for free practice, the sections taking turns.
  ///
  /// - Parameters:
  ///   - section: the id of a section to stay within.
  ///   - kinds: the kinds of which one must be able to ask each fact; nil for any.
  public func practice(
    section: String?, kinds: [Item.Kind]? = nil, count: Int, using random: inout SeededRandom
  ) -> [PlannedFact] {
    var pool = facts.filter { section == nil || $0.sectionID == section }
    if let kinds {
      let askable = Set(generators.flatMap { $0.askableFacts(kinds: kinds, inDrills: true) })
      pool.removeAll { !askable.contains($0.id) }
    }
    var chosen = SittingFacts(generators: generators, size: count)
    chosen.add(spread(pool, using: &random).map { PlannedFact($0, .chosen) })
    return chosen.facts
  }

  /// The facts in a drawn order in which each section keeps its share at any length.
  private func spread(_ facts: [Fact], using random: inout SeededRandom) -> [FactID] {
    var turns: [(turn: Double, fact: FactID)] = []
    for group in Dictionary(grouping: facts, by: \.sectionID).sorted(by: { $0.key < $1.key }).map(\.value) {
      for (index, fact) in random.shuffled(group).enumerated() {
        turns.append(((Double(index) + random.unit()) / Double(group.count), fact.id))
      }
    }
    return turns.sorted { ($0.turn, $0.fact) < ($1.turn, $1.fact) }.map(\.fact)
  }
}
