public import MemoryModel
import StrictJSON

/// All that the history amounts to: the score of each fact, section, study day and sitting.
///
/// A pure value: the same events in the same order give the same scores, wherever and whenever they are replayed.
public struct Scores: Equatable, Sendable {
  /// The score of each fact that was ever answered.
  public internal(set) var facts: [Review.FactID: FactScore] = [:]
  /// The score of each section, such as `kpo/types`; second tries within a sitting do not count.
  public internal(set) var sections: [String: Tally] = [:]
  /// The score of each study day with an answer; second tries within a sitting do not count.
  public internal(set) var days: [StudyDay: Tally] = [:]
  /// The sittings in the order they began.
  public private(set) var sittings: [SittingScore] = []
  /// The chance that a fact never asked is known, learned from the first answers.
  public internal(set) var prior = GuessPrior()
  /// How often an answer was marked as a guess.
  public internal(set) var unsureUses = 0
  /// The score of the answers to each mark, none included; second tries within a sitting do not count.
  public internal(set) var marks: [Confidence: Tally] = [:]
  /// How many typed answers count as right because the learner said so.
  public internal(set) var corrected = 0
  /// The facts that were taken for each other.
  public internal(set) var confusions: [ConfusedPair: Confusion] = [:]
  /// The last answers, which can be taken back.
  public internal(set) var recent = RecentAnswers()
  /// How long an answer takes.
  public internal(set) var pace = LearnerPace()
  /// The facts set aside, each with the learner's note.
  public internal(set) var flagged: [Review.FactID: String] = [:]
  /// The exams planned, in the order they were planned first.
  public internal(set) var examPlans: [ExamPlan] = []
  /// The mock exam that was begun and neither handed in nor given up.
  public internal(set) var openMock: OpenMock?
  /// The mock exams handed in, the oldest first.
  public internal(set) var mocks: [MockScore] = []
  /// What the learner decided about the program.
  public internal(set) var settings = Settings()
  /// What a newer version wrote beside what is kept of the learner.
  var unknownOfLearner = JSONObject()
  private var sittingIndex: [SittingID: Int] = [:]

  /// Scores before the first answer.
  public init() {}

  /// The scores after a run of events, from the first of the history on; events taken back do not count.
  public static func replay(_ events: some Sequence<RecordedEvent>) -> Scores {
    var scores = Scores()
    for event in events.withoutUndone { scores.apply(event) }
    return scores
  }

  /// Takes one more event into account; events must come in the order of the history, each once.
  ///
  /// Taking events back needs all of the history: see ``replay(_:)``.
  public mutating func apply(_ recorded: RecordedEvent) {
    switch recorded.event {
    case .sittingBegan(let began):
      // The first answer of a sitting may have been salvaged where its beginning was not.
      guard sittingIndex[began.sitting] == nil else { return }
      add(
        SittingScore(id: began.sitting, mode: began.mode, banks: began.banks, started: recorded.at, day: recorded.day))
    case .review(let review): count(review, recorded)
    case .sittingEnded(let ended):
      sittings[index(of: ended.sitting, recorded)].hasEnded = true
    case .flagged(let flag): flagged[flag.fact] = flag.note
    case .unflagged(let fact): flagged[fact] = nil
    case .examPlanned(let plan): add(plan)
    case .examDropped(let exam): examPlans.removeAll { $0.id == exam }
    case .mockBegan(let began): openMock = OpenMock(began: began, started: recorded.at)
    case .mockQuestion(let question): openMock?.count(question)
    case .mockHandedIn(let result): handIn(result, on: recorded.day)
    case .mockAbandoned(let sitting):
      if openMock?.began.sitting == sitting { openMock = nil }
    case .setting(let change): settings.apply(change)
    case .undone, .unknown: break
    }
  }

  private mutating func count(_ review: Review, _ recorded: RecordedEvent) {
    let sitting = index(of: review.sitting, recorded)
    let isFirst = facts[review.fact] == nil
    var fact = facts[review.fact] ?? FactScore(first: recorded)
    fact.count(review, recorded)
    // Free practice does not move the schedule, unless it shows that a fact is forgotten.
    if sittings[sitting].mode != .practice || !review.right {
      fact.memory.review(
        day: recorded.day.daysSince1970, answer: review.answer, form: review.form, evidence: evidence,
        schedule: FactMemory.Schedule(desiredRetention: settings.retention),
        fuzz: Self.fuzz(review.fact, reviews: fact.memory.reviews))
    }
    facts[review.fact] = fact
    // These say what the next answers prove, so they change after the answer itself was taken.
    if isFirst {
      // Who says "I don't know" has not tried to guess.
      let guessChance = review.confidence == .dontKnow ? 0 : review.guessChance
      prior.add(right: review.answer.countsAsRight, guessChance: guessChance)
    }
    countConfusion(review, on: recorded.day)
    // A matching item gives several reviews, but it is one answer, with one mark.
    if beginsAnswer(review, recorded, mode: sittings[sitting].mode) {
      if review.confidence == .unsure { unsureUses += 1 }
      pace.count(milliseconds: review.milliseconds)
    } else {
      pace.lengthenLast(milliseconds: review.milliseconds)
    }
    if review.corrected { corrected += 1 }
    guard !review.repeated else { return }
    marks[review.confidence, default: Tally()].count(review.right)
    sections[review.section, default: Tally()].count(review.right)
    days[recorded.day, default: Tally()].count(review.right)
    sittings[sitting].tally.count(review.right)
  }

  /// The rule that says what the next answer proves.
  public var evidence: Evidence { Evidence(model: Self.model, prior: prior, unsureUses: unsureUses) }

  /// The memory model with the parameters in use.
  public static let model = FSRS6()

  /// The number that spreads a due day, the same in every replay.
  private static func fuzz(_ fact: Review.FactID, reviews: Int) -> Double {
    Double(Checksum.crc32(Array("\(fact.rawValue)#\(reviews)".utf8)[...])) / 0x1p32
  }

  private mutating func index(of sitting: SittingID, _ recorded: RecordedEvent) -> Int {
    if let index = sittingIndex[sitting] { return index }
    add(SittingScore(id: sitting, mode: .unknown, banks: [], started: recorded.at, day: recorded.day))
    return sittings.count - 1
  }

  /// Appends a sitting whose id is new.
  mutating func add(_ sitting: SittingScore) {
    sittingIndex[sitting.id] = sittings.count
    sittings.append(sitting)
  }

  /// The same scores without what newer versions wrote beside them.
  var withoutUnknown: Scores {
    var scores = self
    for key in facts.keys {
      scores.facts[key]?.unknown = [:]
      scores.facts[key]?.unknownInMemory = [:]
      scores.facts[key]?.miss?.unknown = [:]
    }
    for key in confusions.keys { scores.confusions[key]?.unknown = [:] }
    for index in recent.answers.indices { scores.recent.answers[index].unknown = [:] }
    scores.forgetUnknownOfExams()
    scores.unknownOfLearner = [:]
    for key in sections.keys { scores.sections[key]?.unknown = [:] }
    for key in days.keys { scores.days[key]?.unknown = [:] }
    for key in marks.keys { scores.marks[key]?.unknown = [:] }
    for index in sittings.indices { scores.sittings[index].unknown = [:] }
    return scores
  }

  /// Takes over what newer versions wrote beside the same facts, sections, days and sittings.
  mutating func adoptUnknown(from other: Scores) {
    for (key, score) in other.facts {
      facts[key]?.unknown = score.unknown
      facts[key]?.unknownInMemory = score.unknownInMemory
      if let miss = score.miss { facts[key]?.miss?.unknown = miss.unknown }
    }
    for (key, confusion) in other.confusions { confusions[key]?.unknown = confusion.unknown }
    for answer in other.recent.answers where !answer.unknown.isEmpty {
      for index in recent.answers.indices where recent.answers[index].events == answer.events {
        recent.answers[index].unknown = answer.unknown
      }
    }
    adoptUnknownOfExams(from: other)
    unknownOfLearner = other.unknownOfLearner
    for (key, tally) in other.sections where !tally.unknown.isEmpty { sections[key]?.unknown = tally.unknown }
    for (key, tally) in other.days where !tally.unknown.isEmpty { days[key]?.unknown = tally.unknown }
    for (key, tally) in other.marks where !tally.unknown.isEmpty { marks[key]?.unknown = tally.unknown }
    for sitting in other.sittings where !sitting.unknown.isEmpty {
      if let index = sittingIndex[sitting.id] { sittings[index].unknown = sitting.unknown }
    }
  }

  func hasSitting(_ id: SittingID) -> Bool { sittingIndex[id] != nil }
}

extension RecordedEvent {
  /// Whether it takes earlier events back.
  var takesBack: Bool {
    guard case .undone = event else { return false }
    return true
  }
}

extension Sequence where Element == RecordedEvent {
  /// The events that no later one took back.
  var withoutUndone: [RecordedEvent] {
    let undone = Set(
      flatMap { recorded -> [EventID] in
        guard case .undone(let events) = recorded.event else { return [] }
        return events
      })
    return filter { !undone.contains($0.id) }
  }
}
