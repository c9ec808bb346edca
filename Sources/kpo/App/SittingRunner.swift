import ContentModel
import Glibc
import MemoryModel
import Progress
import QuestionGenerator
import Study
import Terminal

/// Plays a sitting with a learner: shows items, reads answers, saves each before its feedback is shown.
@MainActor
struct SittingRunner {
  /// How a sitting came to its end.
  enum Ending {
    /// Everything planned was asked.
    case finished
    /// The learner ended it, or the input did.
    case left
    /// Ctrl-C, twice.
    case interrupted
    /// The program was told to stop by this signal.
    case terminated(Int32)
  }

  /// The state before an answer or before a fact was set aside, and the events that were saved then.
  struct Step {
    let before: Sitting
    let events: [EventID]
    /// The answer; nil if a fact was set aside.
    var marked: MarkedItem?
    /// The time taken for the answer.
    var milliseconds = 0

    /// Whether the answer was typed and marked wrong, so that the learner may know better.
    var canBeCorrected: Bool {
      guard let answer = marked?.answers.first else { return false }
      return answer.grade != nil && !answer.isRight
    }
  }

  let app: App
  let banks: [Bank]
  let store: ProgressStore
  let id: SittingID
  var sitting: Sitting
  /// What `:undo` goes back to, one for each answer and each fact set aside.
  var past: [Step] = []
  private var isPastFirstInterrupt = false
  var log: SittingLog
  let words: ItemView
  private let answers: AnswerReader

  let generators: [QuestionGenerator]

  init(
    _ mode: SittingMode, app: App, store: ProgressStore, generators: [QuestionGenerator], plan: [PlannedFact],
    kinds: [Item.Kind], untilRight: Bool, seed: UInt64, itemSeed: UInt64, keys: Settings.Keys
  ) {
    self.app = app
    self.store = store
    self.generators = generators
    banks = generators.map(\.bank)
    id = SittingID.random(app.randomness)
    let learner = Learner(store.scores, today: app.clock.today)
    sitting = Sitting(
      asking: plan, of: generators, learner: learner, kinds: kinds, untilRight: untilRight, seed: itemSeed)
    words = ItemView(banks: banks, keys: keys)
    answers = AnswerReader(
      app: app, keys: keys, commands: SittingCommand.summaries, names: banks.flatMap(\.names).map(\.text))
    let began = SittingBegan(sitting: id, mode: mode, banks: banks.map(\.id), seed: seed)
    log = SittingLog(app: app, store: store, beginning: [.sittingBegan(began)])
  }

  /// Plays to the end; throws if the sitting cannot go on, or with the exit code of an interruption.
  mutating func run() throws {
    guard sitting.current != nil else { throw AppError.nothingToAsk("There is nothing to ask here.") }
    let ending = try ask()
    let sections = sectionOfFact
    let summary = SittingSummary(sitting.answers) { sections[$0] ?? "" }
    if log.hasBegun {
      try log.save([.sittingEnded(SittingEnded(sitting: id, asked: summary.total.asked, right: summary.total.right))])
    }
    try log.saveSnapshot()
    let view = SummaryView(
      summary: summary, generators: generators, isSaved: log.isSaving, leeches: leeches)
    if app.output.isInteractive { try app.talk() }
    try app.result(app.output.isInteractive ? app.resultLayout.wrap(view.score) : view.score)
    let details = view.details(app.talkLayout, next: nextSteps(after: summary))
    if !details.isEmpty { try app.talk(details) }
    switch ending {
    case .finished, .left: try log.expectSaved(asked: summary.total.asked)
    case .interrupted: throw AppExit(code: 130)
    case .terminated(let signal): throw AppExit(code: 128 + signal)
    }
  }

  private var sectionOfFact: [FactID: String] {
    Dictionary(banks.flatMap { bank in bank.facts.map { ($0.id, "\(bank.id)/\($0.sectionID)") } }) { first, _ in first }
  }

  /// The facts of this sitting that are forgotten again and again.
  private var leeches: [FactID] {
    var seen: Set<FactID> = []
    return sitting.answers.map(\.fact).filter { fact in
      seen.insert(fact).inserted && store.scores.facts[Review.FactID(fact.rawValue)]?.memory.isLeech == true
    }
  }

  private func nextSteps(after summary: SittingSummary) -> SafeText {
    let open = summary.missed.count - summary.mended
    if summary.total.asked == 0 { return "Next: `kpo daily` when you have a minute." }
    if open > 0 { return "Next: `kpo missed` asks what is still wrong; `kpo read SECTION` shows the notes." }
    return "Next: `kpo match` for a change, or `kpo stats` to see how far you are."
  }

  // MARK: Asking

  private mutating func ask() throws -> Ending {
    while true {
      if let ending = try askQuestions() ?? offerCorrection() { return ending }
    }
  }

  /// Asks until nothing is left, or returns how it ended before.
  private mutating func askQuestions() throws -> Ending? {
    while let asked = sitting.current {
      let number = sitting.answeredItems + 1
      try app.talk(words.item(asked, number: number, remaining: sitting.remaining, app.talkLayout))
      let started = app.clock.monotonicNow()
      waiting: while true {
        switch try nextInput(prompt: words.prompt(asked.item), for: asked.item) {
        case .line(let line):
          isPastFirstInterrupt = false
          switch try handle(line, since: started) {
          case .nextItem: break waiting
          case .sameItem: continue
          case .end: return .left
          }
        case .endOfInput: return .left
        case .timedOut: continue
        case .terminated: return .terminated(Signals.terminationSignal ?? SIGTERM)
        case .interrupted: if try isSecondInterrupt() { return .interrupted }
        }
      }
    }
    return nil
  }

  /// Whether Ctrl-C was typed twice; says after the first that once more leaves.
  mutating func isSecondInterrupt() throws -> Bool {
    defer { isPastFirstInterrupt = true }
    if !isPastFirstInterrupt {
      try say("Ctrl-C once more leaves kpo; everything answered is saved. Ctrl-D ends only the sitting.")
    }
    return isPastFirstInterrupt
  }

  /// The next line; one that is too long is told and counts as empty.
  func nextInput(prompt: SafeText, for item: Item? = nil) throws -> Input {
    try answers.next(prompt: prompt, for: item)
  }

  /// What comes after a line.
  enum Next {
    case nextItem
    case sameItem
    case end
  }

  private mutating func handle(_ line: String, since started: Duration) throws -> Next {
    guard let asked = sitting.current else { return .nextItem }
    switch AnswerParser.read(line, for: asked.item) {
    case .empty:
      try say(words.howToAnswer(asked.item))
      return .sameItem
    case .unclear(let problem):
      try say(words.problem(problem, asked.item))
      return .sameItem
    case .command(let command):
      return try handle(command, asked)
    case .response(let response):
      if let slip = Self.slip(response, to: asked.item), sitting.slip() {
        try say(slip)
        return .sameItem
      }
      try answer(response, milliseconds: milliseconds(since: started))
      return .nextItem
    }
  }

  /// What is said of a typed answer that is not right but so near that it may be typed again.
  private static func slip(_ response: Response, to item: Item) -> SafeText? {
    guard case .typed(let typed) = item.body, case .text(let text, _) = response else { return nil }
    switch AnswerGrader(typed).grade(text) {
    case .almost: return "Almost: a few letters are off. Type it again."
    case .otherName(let name) where typed.closeNames.contains(name):
      return "Close: \(name) is another form or comes near, but not what is asked for. Type it again."
    case .exact, .right, .otherName, .wrong: return nil
    }
  }

  private mutating func answer(_ response: Response, milliseconds: Int) throws {
    let before = sitting
    guard let marked = sitting.answer(response) else { return }
    let events = try log.save(
      marked.reviews(sitting: id, milliseconds: milliseconds).map(Event.review))
    past.append(Step(before: before, events: events, marked: marked, milliseconds: milliseconds))
    let view = FeedbackView(marked: marked, number: before.answeredItems + 1)
    try tell(view.result)
    try app.talk(view.explanation(app.talkLayout))
  }

  /// Tells a result; in one line for other programs.
  func tell(_ result: SafeText) throws {
    try app.result(app.output.isInteractive ? app.resultLayout.wrap(result, hangingIndent: "   ") : result)
  }

  /// Talks in wrapped prose.
  func say(_ text: SafeText) throws { try app.talk(app.talkLayout.wrap(text)) }

  private func milliseconds(since started: Duration) -> Int {
    let taken = (app.clock.monotonicNow() - started).components
    return Int(taken.seconds) * 1000 + Int(taken.attoseconds / 1_000_000_000_000_000)
  }
}
