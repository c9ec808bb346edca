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
  /// The facts set aside, each with the learner's note.
  public internal(set) var flagged: [Review.FactID: String] = [:]
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
    case .review(let review):
      facts[review.fact, default: FactScore(lastAt: recorded.at, lastDay: recorded.day)].count(review, recorded)
      guard !review.repeated else { return }
      sections[review.section, default: Tally()].count(review.right)
      days[recorded.day, default: Tally()].count(review.right)
      sittings[index(of: review.sitting, recorded)].tally.count(review.right)
    case .sittingEnded(let ended):
      sittings[index(of: ended.sitting, recorded)].hasEnded = true
    case .flagged(let flag): flagged[flag.fact] = flag.note
    case .unflagged(let fact): flagged[fact] = nil
    case .undone, .unknown: break
    }
  }

  /// The facts whose last answer was wrong, the most recent first.
  public var lastMissed: [Review.FactID] {
    facts.filter { !$0.value.lastRight }
      .sorted { ($1.value.lastAt, $0.key) < ($0.value.lastAt, $1.key) }
      .map(\.key)
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
    for key in facts.keys { scores.facts[key]?.unknown = [:] }
    for key in sections.keys { scores.sections[key]?.unknown = [:] }
    for key in days.keys { scores.days[key]?.unknown = [:] }
    for index in sittings.indices { scores.sittings[index].unknown = [:] }
    return scores
  }

  /// Takes over what newer versions wrote beside the same facts, sections, days and sittings.
  mutating func adoptUnknown(from other: Scores) {
    for (key, score) in other.facts where !score.unknown.isEmpty { facts[key]?.unknown = score.unknown }
    for (key, tally) in other.sections where !tally.unknown.isEmpty { sections[key]?.unknown = tally.unknown }
    for (key, tally) in other.days where !tally.unknown.isEmpty { days[key]?.unknown = tally.unknown }
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

/// How many answers were given and how many were right.
public struct Tally: Equatable, Sendable {
  /// The answers given.
  public internal(set) var asked = 0
  /// The right ones among them.
  public internal(set) var right = 0
  /// What a newer version wrote beside.
  var unknown = JSONObject()

  /// A tally of nothing.
  public init() {}

  mutating func count(_ isRight: Bool) {
    asked += 1
    if isRight { right += 1 }
  }
}

/// The answers to one fact.
public struct FactScore: Equatable, Sendable {
  /// How often it was answered, second tries within a sitting included.
  public internal(set) var seen = 0
  /// How many of these answers were right.
  public internal(set) var right = 0
  /// How many of these answers were wrong.
  public internal(set) var wrong = 0
  /// The moment of the last answer.
  public internal(set) var lastAt: Timestamp
  /// The study day of the last answer.
  public internal(set) var lastDay: StudyDay
  /// Whether the last answer was right.
  public internal(set) var lastRight = false
  /// What the learner said about the last answer.
  public internal(set) var lastConfidence = Review.Confidence.none
  /// Right answers since the last wrong one, without second tries within a sitting.
  public internal(set) var streak = 0
  /// What a newer version wrote beside.
  var unknown = JSONObject()

  init(lastAt: Timestamp, lastDay: StudyDay) {
    self.lastAt = lastAt
    self.lastDay = lastDay
  }

  mutating func count(_ review: Review, _ recorded: RecordedEvent) {
    seen += 1
    if review.right { right += 1 } else { wrong += 1 }
    lastAt = recorded.at
    lastDay = recorded.day
    lastRight = review.right
    lastConfidence = review.confidence
    if !review.right {
      streak = 0
    } else if !review.repeated {
      streak += 1
    }
  }
}

/// One sitting and its score.
public struct SittingScore: Equatable, Sendable {
  /// The sitting's id.
  public let id: SittingID
  /// The way it was begun.
  public let mode: SittingMode
  /// The ids of the banks it asked from.
  public let banks: [String]
  /// The moment it began.
  public let started: Timestamp
  /// The study day it began on.
  public let day: StudyDay
  /// The answers, one for each fact; second tries do not count.
  public internal(set) var tally = Tally()
  /// Whether it came to its end or was left with a command, rather than cut off.
  public internal(set) var hasEnded = false
  /// What a newer version wrote beside.
  var unknown = JSONObject()

  /// The answers that count.
  public var asked: Int { tally.asked }
  /// The right ones among them.
  public var right: Int { tally.right }

  init(id: SittingID, mode: SittingMode, banks: [String], started: Timestamp, day: StudyDay) {
    self.id = id
    self.mode = mode
    self.banks = banks
    self.started = started
    self.day = day
  }
}
