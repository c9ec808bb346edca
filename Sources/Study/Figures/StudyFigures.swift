public import ContentModel
public import MemoryModel
public import Progress

/// What the answers so far amount to, for the facts of some banks: the figures behind the pictures.
///
/// A pure value of banks, scores and day. Days, sittings and marks count the answers in all banks.
public struct StudyFigures: Sendable {
  /// The score of one section.
  public struct Section: Equatable, Sendable {
    /// The bank and section, such as `kpo/types`.
    public let id: String
    /// Its title.
    public let title: String
    /// How many facts it has.
    public let facts: Int
    /// How many of them were ever answered.
    public let seen: Int
    /// The answers in it.
    public let tally: Tally
  }

  /// The day they are for.
  public let today: StudyDay
  /// The sections in the order of the banks.
  public let sections: [Section]
  /// How many facts the banks have.
  public let factCount: Int
  /// The scores of the facts that were ever answered, in the order of the banks.
  public let answered: [FactScore]
  /// The sittings with an answer that counts, the oldest first.
  public let sittings: [SittingScore]
  /// The study days with an answer that counts, the oldest first.
  public var days: [(day: StudyDay, tally: Tally)] { tallies.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
  private let tallies: [StudyDay: Tally]
  /// The days in a row.
  public let streaks: StudyStreaks
  /// How many facts come back on which day.
  public let load: LoadForecast
  /// The mean chance of recall of the facts answered, today and on the days after it, if none is asked any more.
  public let recall: [Double]
  /// The answers by what the learner said about them, as far as there are any.
  public let marks: [(mark: Confidence, tally: Tally)]
  /// How many typed answers count as right because the learner said so.
  public let corrected: Int
  /// The pairs of facts that are most often confused.
  public let confusions: ConfusionMatrix
  /// Whether there are answers in other banks than these.
  public let hasOtherBanks: Bool
  /// How many new facts a study day brings at most, as the learner decided.
  public let newFactsPerDay: Int

  /// How many days ahead are looked at, today included.
  public static let daysAhead = 30

  /// Takes the figures of some banks.
  public init(_ banks: [Bank], learner: Learner) {
    let scores = learner.scores
    let facts = banks.flatMap(\.facts).map(\.id)
    today = learner.today
    newFactsPerDay = scores.settings.newFacts
    sections = banks.flatMap { bank in
      let factsBySection = Dictionary(grouping: bank.facts, by: \.sectionID)
      return bank.sections.map { section in
        let facts = factsBySection[section.id, default: []]
        let id = "\(bank.id)/\(section.id)"
        return Section(
          id: id, title: section.title, facts: facts.count, seen: facts.count { learner.score(of: $0.id) != nil },
          tally: scores.sections[id] ?? Tally())
      }
    }
    factCount = facts.count
    answered = facts.compactMap(learner.score)
    sittings = scores.sittings.filter { $0.asked > 0 }
    tallies = scores.days
    streaks = StudyStreaks(of: scores.days.keys, today: learner.today)
    load = LoadForecast(of: facts, learner: learner, days: Self.daysAhead)
    recall = Self.recall(of: answered, from: learner.today)
    marks = Confidence.allCases.compactMap { mark in scores.marks[mark].map { (mark, $0) } }
    corrected = scores.corrected
    confusions = ConfusionMatrix(of: scores.openConfusions, among: Set(facts))
    let shown = Set(sections.map(\.id))
    hasOtherBanks = !scores.sections.keys.allSatisfy(shown.contains)
  }

  /// How many answers the sections count.
  public var asked: Int { sections.reduce(0) { $0 + $1.tally.asked } }
  /// How many of them were right.
  public var right: Int { sections.reduce(0) { $0 + $1.tally.right } }

  /// How many answers a study day had.
  public func answers(on day: StudyDay) -> Int { tallies[day]?.asked ?? 0 }

  private static func recall(of facts: [FactScore], from today: StudyDay) -> [Double] {
    let memories = facts.map(\.memory).filter { $0.state != nil }
    guard !memories.isEmpty else { return [] }
    return (0...daysAhead).map { day in
      let chances = memories.compactMap { $0.recall(on: today.daysSince1970 + day, model: Scores.model) }
      return chances.reduce(0, +) / Double(memories.count)
    }
  }
}
