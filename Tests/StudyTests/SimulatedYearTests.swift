import ContentModel
import MemoryModel
import QuestionGenerator
import Study
import Synchronization
import TestSupport
import Testing

@testable import Progress

/// The day that a clock shows.
private final class Today: Sendable {
  let day: Mutex<Int>
  init(_ day: Int) { self.day = Mutex(day) }
}

/// A learner with a true memory of its own studies every day through the sittings and the store of the program.
private struct SimulatedYear {
  private(set) var answers = 0
  private(set) var dueReviews = 0
  private(set) var dueRecalled = 0
  /// The sums of the true and the predicted chance of recall at reviews of what was due.
  private(set) var trueRecall = 0.0
  private(set) var predictedRecall = 0.0
  private(set) var kinds: [Item.Kind: Int] = [:]

  private let generator: QuestionGenerator
  private let numbers: [FactID: Int]
  /// Whether free practice fills each day up to twenty answers.
  private let isPractising: Bool
  private var learner: SimulatedLearner

  init(luckyRating: Rating, spread: Double, isPractising: Bool, seed: UInt64) throws {
    self.isPractising = isPractising
    generator = QuestionGenerator(try kpoBank())
    learner = try SimulatedLearner(
      facts: generator.bank.facts.count, luckyRating: luckyRating, spread: spread, seed: seed)
    numbers = Dictionary(uniqueKeysWithValues: generator.bank.facts.enumerated().map { ($1.id, $0) })
  }

  /// Five evenings in one run of the program, each with twenty answers, repeats among them.
  mutating func studyFiveDays(from first: Int, seed: UInt64, disk: FaultyFileSystem) throws {
    let today = Today(first)
    let clock = StudyClock(
      now: { Timestamp(seconds: (20_780 + today.day.withLock { $0 }) * 86_400 + 64_800) }, utcOffset: { _ in 3600 },
      monotonicNow: { .zero }, sleep: { _ in })
    let store = try ProgressStore.open(
      DataFolder(path: "/data"), fileSystem: disk.fileSystem, clock: clock, randomness: .seeded(seed), mode: .readWrite)
    defer { store.close() }
    for day in first..<first + 5 {
      today.day.withLock { $0 = day }
      try study(on: day, seed: seed &+ UInt64(day), after: store.scores) { try store.append($0) }
    }
    try store.saveSnapshot()
  }

  /// The same without a disk.
  mutating func study(on day: Int, seed: UInt64, scores: inout Scores) throws {
    let before = scores
    try study(on: day, seed: seed, after: before) { events in
      for event in events {
        scores.apply(
          RecordedEvent(
            sequence: 1, id: "e", at: Timestamp(seconds: (20_780 + day) * 86_400), utcOffset: 0,
            day: StudyDay(daysSince1970: 20_780 + day), event: event))
      }
    }
  }

  private mutating func study(
    on day: Int, seed: UInt64, after scores: Scores, save: ([Event]) throws -> Void
  ) throws {
    let begin = Learner(scores, today: StudyDay(daysSince1970: 20_780 + day))
    var random = SeededRandom(seed: seed)
    let plan = StudyPlan([generator], learner: begin).daily(using: &random)
    // What twenty answers leave over goes into free practice.
    var left = try sit(.daily, plan, begin, day: day, seed: seed, answers: 20, save)
    if left > 0, isPractising {
      let practice = StudyPlan([generator], learner: begin).practice(section: nil, count: left, using: &random)
      left = try sit(.practice, practice, begin, day: day, seed: seed, answers: left, save)
    }
    answers += 20 - left
  }

  /// One sitting, until so many answers are given; tells how many are left.
  private mutating func sit(
    _ mode: SittingMode, _ plan: [PlannedFact], _ begin: Learner, day: Int, seed: UInt64, answers: Int,
    _ save: ([Event]) throws -> Void
  ) throws -> Int {
    let id = SittingID("\(mode)-\(day)")
    var sitting = Sitting(
      asking: plan, of: [generator], learner: begin, kinds: [.multipleChoice, .shortAnswer], seed: seed)
    var given = 0
    try save([.sittingBegan(SittingBegan(sitting: id, mode: mode, banks: ["kpo"], seed: seed))])
    while given < answers, let asked = sitting.current, let marked = sitting.answer(respond(to: asked, on: day)) {
      try save(marked.reviews(sitting: id, milliseconds: 7000).map(Event.review))
      given += 1
    }
    try save([.sittingEnded(SittingEnded(sitting: id, asked: given, right: sitting.answers.count(where: \.isRight)))])
    return answers - given
  }

  private mutating func respond(to asked: Sitting.Asked, on day: Int) -> Response {
    let fact = asked.item.facts[0]
    kinds[asked.item.kind, default: 0] += 1
    let chance = asked.item.choice.map { 1 / Double($0.options.count) } ?? 0
    let truth = learner.answer(numbers[fact] ?? 0, on: day, guessChance: chance)
    if case .due(let recall, _) = asked.reason {
      dueReviews += 1
      dueRecalled += truth.recalled ? 1 : 0
      trueRecall += truth.trueRecall
      predictedRecall += recall
    }
    return truth.right ? .right(asked.item) : .wrong(asked.item)
  }
}

@Suite struct SimulatedYearTests {
  @Test func aYearReplayedFromItsHistoryIsTheSameByteForByte() throws {
    let disk = FaultyFileSystem()
    var year = try SimulatedYear(luckyRating: .good, spread: 0.2, isPractising: true, seed: 11)
    for week in 0..<73 { try year.studyFiveDays(from: week * 5, seed: UInt64(11_000 + week), disk: disk) }
    let snapshot = try #require(disk.contents("/data/progress.json"))
    let history = try #require(disk.contents("/data/history.jsonl"))
    let scan = HistoryScan(history, after: 0)
    #expect(scan.isComplete)
    var replayed = Snapshot(through: .init(sequence: scan.lastSequence), scores: Scores.replay(scan.events))
    replayed.through.reach(endOf: history)
    #expect(replayed.bytes == snapshot)
    let recalls = Double(year.dueRecalled) / Double(max(1, year.dueReviews))
    print(
      "a year: \(year.answers) answers, \(scan.events.count) events, \(history.count) bytes of history, "
        + "\(snapshot.count) bytes of snapshot, kinds \(year.kinds), \(year.dueReviews) due reviews, recalled \(recalls), "
        + "known \(replayed.scores.facts.values.count { $0.memory.stage == .known }) of \(replayed.scores.facts.count), "
        + "leeches \(replayed.scores.facts.values.count { $0.memory.isLeech })")
    // A question with several right options asks several of the day's facts at once.
    #expect((365 * 17...365 * 20).contains(year.answers))
    #expect(year.kinds[.shortAnswer, default: 0] > 100 && year.kinds[.multipleChoice, default: 0] > 100)
    // The copies of the days are rotated.
    #expect(replayed.scores.sittings.count { $0.mode == .daily } == 365)
    #expect(disk.files.count { $0.hasPrefix("/data/backups/") } < 60)
  }

  /// Learners whose memory has the model's own weights, for whom a lucky answer is worth some rating.
  ///
  /// Recall is what truly happened, not whether the answer was right: lucky answers do not count.
  @Test(arguments: [Rating.good, .hard, .again]) func recallOfWhatIsDueIsNearTheDesiredRetention(
    luckyRating: Rating
  ) throws {
    var reviews = 0
    var trueRecall = 0.0
    var predicted = 0.0
    var recalled = 0
    for seed in UInt64(1)...2 {
      var year = try SimulatedYear(luckyRating: luckyRating, spread: 0, isPractising: false, seed: seed)
      var scores = Scores()
      for day in 0..<120 { try year.study(on: day, seed: seed * 1000 + UInt64(day), scores: &scores) }
      reviews += year.dueReviews
      trueRecall += year.trueRecall
      predicted += year.predictedRecall
      recalled += year.dueRecalled
    }
    let retention = trueRecall / Double(reviews)
    print(
      "lucky answers worth \(luckyRating): \(reviews) due reviews, true recall \(retention), "
        + "recalled \(Double(recalled) / Double(reviews)), predicted \(predicted / Double(reviews))")
    #expect(reviews > 500)
    if luckyRating == .again {
      // The model takes a lucky answer for a little knowledge; where it is worth nothing at all, recall falls short.
      withKnownIssue("lucky answers that teach nothing") { #expect(abs(retention - 0.9) <= 0.03) }
    } else {
      #expect(abs(retention - 0.9) <= 0.03)
    }
  }
}
