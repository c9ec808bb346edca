public import ContentModel
public import MemoryModel
public import Progress
public import QuestionGenerator

/// A planned exam as it looks today: what to study for it, and what to expect.
public struct ExamPreparation: Sendable {
  /// How many questions a mock exam has, and how many a forecast supposes, unless something else is said.
  public static let usualQuestions = 40
  /// How many minutes a day an exam's plan takes unless the learner says otherwise.
  public static let usualMinutes = 15.0
  /// The share of right answers that passes unless the learner says otherwise.
  public static let usualPass = 0.7

  /// The plan.
  public let plan: ExamPlan
  /// What the exam asks from.
  public let blueprint: ExamBlueprint
  /// How many answers a day the plan's minutes allow at the learner's pace.
  public let answersPerDay: Int
  private let facts: [FactID]
  private let indexOfFact: [FactID: Int]
  private let planner: ExamPlanner
  private let learner: Learner

  /// Looks at a plan.
  ///
  /// - Parameters:
  ///   - generators: one for each bank of the program; the plan says which of them count.
  ///   - kinds: the kinds of item the exam will ask; nil for multiple choice, and others where that cannot ask a fact.
  ///   - excluded: the facts that stay out of the exam; those set aside unless others are given.
  ///   - seed: draws the order of facts that are worth the same, such as all the new ones of a section.
  public init(
    _ plan: ExamPlan, of generators: [QuestionGenerator], learner: Learner, kinds: [Item.Kind]? = nil,
    excluding excluded: Set<FactID>? = nil, seed: UInt64 = 0
  ) {
    self.plan = plan
    self.learner = learner
    let generators = generators.filter { plan.banks.contains($0.bank.id) }
    blueprint = ExamBlueprint(
      generators, sections: plan.sections, excluding: excluded ?? learner.setAside,
      kinds: kinds ?? Item.Kind.allCases)
    answersPerDay = learner.answers(inMinutes: plan.minutesPerDay)
    var random = SeededRandom(seed: seed)
    let asked = random.shuffled(
      blueprint.sections.enumerated().flatMap { index, section in section.facts.map { (fact: $0, section: index) } })
    facts = asked.map(\.fact)
    indexOfFact = Dictionary(zip(facts, facts.indices)) { first, _ in first }
    let examFacts = asked.map { fact, section in
      let memory = learner.score(of: fact)?.memory
      return ExamFact(
        state: memory?.state, lastReviewDay: memory?.lastReviewDay, section: section,
        guessChance: Self.guessChance(of: fact, kinds, generators))
    }
    planner = ExamPlanner(
      facts: examFacts, sectionShares: blueprint.sections.map(\.share), examDay: plan.day.daysSince1970,
      evidence: learner.scores.evidence)
  }

  private static func guessChance(
    of fact: FactID, _ kinds: [Item.Kind]?, _ generators: [QuestionGenerator]
  ) -> Double {
    guard let generator = generators.first(where: { $0.contains(fact) }) else { return 0 }
    let usual = generator.guessChance(of: fact, kinds: kinds ?? [.multipleChoice])
    return usual ?? generator.guessChance(of: fact, kinds: Item.Kind.allCases) ?? 0
  }

  /// Days until the exam; 0 on its day, negative when it is over.
  public var daysLeft: Int { learner.today.days(until: plan.day) }

  /// How many facts the exam may ask.
  public var factCount: Int { facts.count }

  /// How many of them were asked before.
  public var seenCount: Int { facts.count { learner.stage(of: $0) != .new } }

  // MARK: What to study

  /// How many of the day's answers are left: its facts asked today are taken off, those missed twice.
  public var answersLeft: Int {
    let given = facts.compactMap(learner.score).filter { $0.lastDay == learner.today }
      .reduce(0) { $0 + ($1.miss?.day == learner.today ? 2 : 1) }
    return max(0, answersPerDay - given)
  }

  /// The facts worth asking today, those first that raise the expected score most for the time they take.
  public var worthAsking: [FactID] { planner.ranked(on: today).map { facts[$0] } }

  /// How many answers a fact is expected to take today, those included that a wrong one costs; 1 for a fact of no exam.
  func expectedAnswers(of fact: FactID) -> Double {
    indexOfFact[fact].map { planner.expectedAnswers(of: $0, on: today) } ?? 1
  }

  /// The facts most at risk on the day of the exam, by what they weigh, each with its chance of recall then.
  public func mostAtRisk(_ count: Int) -> [(fact: FactID, recall: Double)] {
    let day = max(learner.today, plan.day)
    return facts.enumerated().map { index, fact -> (fact: FactID, recall: Double, risk: Double) in
      let recall = learner.recall(of: fact, on: day)
      return (fact, recall, planner.share(of: index) * (1 - recall))
    }
    .sorted { ($1.risk, $0.fact) < ($0.risk, $1.fact) }.prefix(count).map { ($0.fact, $0.recall) }
  }

  // MARK: What to expect

  /// What to expect if nothing more is studied.
  public func forecast(questions: Int = usualQuestions) -> ExamForecast {
    planner.forecast(questions: questions, pass: plan.pass)
  }

  /// The days until the exam if the learner keeps to the plan, and what to expect then.
  public func outlook(questions: Int = usualQuestions) -> ExamOutlook {
    planner.outlook(
      from: today, answersPerDay: Double(answersPerDay), answersLeft: Double(answersLeft), questions: questions,
      pass: plan.pass, seed: 0)
  }

  private var today: Int { learner.today.daysSince1970 }
}
