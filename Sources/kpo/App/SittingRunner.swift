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
  private struct Step {
    let before: Sitting
    let events: [EventID]
    let isAnswer: Bool
  }

  let app: App
  let banks: [Bank]
  let store: ProgressStore
  let id: SittingID
  private var sitting: Sitting
  /// What `:undo` goes back to, one for each answer and each fact set aside.
  private var past: [Step] = []
  private var isPastFirstInterrupt = false
  private var log: SittingLog
  private let words: ItemView

  private let generators: [QuestionGenerator]

  init(
    _ mode: SittingMode, app: App, store: ProgressStore, generators: [QuestionGenerator], plan: [PlannedFact],
    kinds: [Item.Kind], untilRight: Bool, seed: UInt64, itemSeed: UInt64
  ) {
    self.app = app
    self.store = store
    self.generators = generators
    banks = generators.map(\.bank)
    id = SittingID.random(app.randomness)
    let learner = Learner(store.scores, today: app.clock.today)
    sitting = Sitting(
      asking: plan, of: generators, learner: learner, kinds: kinds, untilRight: untilRight, seed: itemSeed)
    words = ItemView(banks: banks)
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
    try app.result(view.score)
    let details = view.details(app.talkLayout, next: nextSteps(after: summary))
    if !details.isEmpty { try app.talk(details) }
    switch ending {
    case .finished, .left: return
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
    while let asked = sitting.current {
      let number = sitting.answeredItems + 1
      try app.talk(words.item(asked, number: number, remaining: sitting.remaining, app.talkLayout))
      let started = app.clock.monotonicNow()
      waiting: while true {
        switch try nextInput(for: asked) {
        case .line(let line):
          isPastFirstInterrupt = false
          switch try handle(line, since: started) {
          case .nextItem: break waiting
          case .sameItem: continue
          case .end: return .left
          }
        case .endOfInput: return .left
        case .terminated: return .terminated(Signals.terminationSignal ?? SIGTERM)
        case .timedOut: continue
        case .interrupted:
          if isPastFirstInterrupt { return .interrupted }
          isPastFirstInterrupt = true
          try say("Ctrl-C once more leaves; everything answered is saved.")
        }
      }
    }
    return .finished
  }

  private func nextInput(for asked: Sitting.Asked) throws -> Input {
    do {
      return try app.lines.nextLine(prompt: words.prompt(asked.item))
    } catch let error as InputError {
      guard case .lineTooLong = error else { throw error }
      try say(error.message)
      return .line("")
    }
  }

  private enum Next {
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
      try say(words.problem(problem))
      return .sameItem
    case .command(let command):
      return try handle(command, asked)
    case .response(let response):
      if case .typed(let typed) = asked.item.body, case .text(let text, _) = response,
        AnswerGrader(typed).grade(text) == .almost, sitting.slip()
      {
        try say("Almost: a few letters are off. Type it again.")
        return .sameItem
      }
      try answer(response, milliseconds: milliseconds(since: started))
      return .nextItem
    }
  }

  private mutating func answer(_ response: Response, milliseconds: Int) throws {
    let before = sitting
    guard let marked = sitting.answer(response) else { return }
    let events = try log.save(
      marked.reviews(sitting: id, milliseconds: milliseconds).map(Event.review))
    past.append(Step(before: before, events: events, isAnswer: true))
    let view = FeedbackView(marked: marked, number: before.answeredItems + 1)
    try app.result(app.output.isInteractive ? app.resultLayout.wrap(view.result, hangingIndent: "   ") : view.result)
    try app.talk(view.explanation(app.talkLayout))
  }

  private mutating func handle(_ command: SittingCommand, _ asked: Sitting.Asked) throws -> Next {
    switch command {
    case .hint:
      guard let index = sitting.hint() else {
        try say(words.noHint(asked.item))
        return .sameItem
      }
      try say(words.hint(index, asked.item))
    case .why: try say(whyText(asked))
    case .read:
      sitting.openBook()
      guard let bank = banks.first(where: { $0.id == asked.item.bankID }),
        let section = bank.section(asked.item.sectionID)
      else { return .sameItem }
      try app.talk(NotesView(bank: bank).section(section, app.talkLayout))
      try say("You have the notes before you, so this question does not count; it comes back later.")
      try app.talk(words.item(asked, number: sitting.answeredItems + 1, remaining: sitting.remaining, app.talkLayout))
    case .flag(let note):
      guard log.isSaving else {
        try say("Nothing can be set aside while progress is only read.")
        return .sameItem
      }
      guard let (fact, note) = flaggedFact(of: asked.item, note) else {
        try say("Say which premise: `:flag 2` sets aside the fact of the second one; words after the number are kept.")
        return .sameItem
      }
      let before = sitting
      let events = try log.save([.flagged(Flagged(fact: Review.FactID(fact.rawValue), note: note))])
      sitting.setAside(fact)
      past.append(Step(before: before, events: events, isAnswer: false))
      try say("This fact is set aside; it is not asked any more. :undo takes that back.")
      return .nextItem
    case .undo:
      guard let step = past.popLast() else {
        try takeBackEarlierAnswer()
        return .sameItem
      }
      try log.save(step.events.isEmpty ? [] : [.undone(events: step.events)])
      sitting = step.before
      try say("Taken back; here is the question again.")
      return .nextItem
    case .quit: return .end
    case .help: try app.talk(words.commands(app.talkLayout))
    }
    return .sameItem
  }

  /// The fact to set aside and the note; in a matching item a number before the note says which premise is meant.
  private func flaggedFact(of item: Item, _ note: String) -> (FactID, note: String)? {
    guard case .matching(let matching) = item.body else { return item.facts.first.map { ($0, note) } }
    let digits = note.prefix { $0.isNumber }
    guard let number = Int(digits), matching.premises.indices.contains(number - 1) else { return nil }
    return (matching.premises[number - 1].fact, String(note.dropFirst(digits.count).drop { $0.isWhitespace }))
  }

  /// Why the last answered fact came and when it returns; before the first answer, why this one comes.
  private func whyText(_ asked: Sitting.Asked) -> SafeText {
    guard let last = past.last(where: \.isAnswer)?.before.current else { return words.reason(asked.reason) }
    let memories = last.item.facts.map { store.scores.facts[Review.FactID($0.rawValue)]?.memory }
    return "The last question: " + words.reason(last.reason) + "\n" + words.returning(memories, today: app.clock.today)
  }

  /// Takes back the last answer of an earlier sitting, if there is one.
  private mutating func takeBackEarlierAnswer() throws {
    guard log.isSaving, let answer = store.scores.recent.answers.last else {
      try say("There is no answer to take back.")
      return
    }
    try log.save([.undone(events: answer.events)])
    let facts = answer.facts.compactMap { fact in
      generators.sentence(for: FactID(fact.rawValue)) ?? fact.rawValue
    }
    try say("Taken back, your answer of \(app.clock.day(at: answer.at)) on this: \(facts.joined(separator: " "))")
  }

  /// Talks in wrapped prose.
  private func say(_ text: SafeText) throws { try app.talk(app.talkLayout.wrap(text)) }

  private func milliseconds(since started: Duration) -> Int {
    let taken = (app.clock.monotonicNow() - started).components
    return Int(taken.seconds) * 1000 + Int(taken.attoseconds / 1_000_000_000_000_000)
  }
}
