import ContentModel
import Glibc
import Progress
import QuestionGenerator
import Study
import Terminal

/// Plays a mock exam: shows questions, saves each answer, watches the time, hands in.
@MainActor
struct MockRunner {
  /// How a run came to its end.
  private enum Ending {
    case handedIn(isTimeUp: Bool)
    /// The learner left, or the input ended; the mock stays open.
    case left
    case interrupted
    case terminated(Int32)
  }

  let app: App
  let store: ProgressStore
  let generators: [QuestionGenerator]
  let began: MockBegan
  private var mock: MockExam
  private var log: SittingLog
  private let answers: AnswerReader
  /// The time that had gone when this run began, in milliseconds.
  private let elapsedBefore: Int
  private let started: Duration
  private let isResumed: Bool
  /// When the current question came up, in milliseconds of the mock.
  private var shownAt: Int
  private var isPastFirstInterrupt = false
  private var isWarned = false

  /// Prepares a run; of an open mock it goes on where that was.
  init(
    app: App, store: ProgressStore, generators: [QuestionGenerator], mock: MockExam, began: MockBegan,
    open: OpenMock?, seed: UInt64, keys: Settings.Keys
  ) {
    self.app = app
    self.store = store
    self.generators = generators
    self.mock = mock
    self.began = began
    // An exam completes no names.
    answers = AnswerReader(app: app, keys: keys, commands: MockCommand.summaries, names: [])
    isResumed = open != nil
    elapsedBefore = open?.elapsed ?? 0
    shownAt = elapsedBefore
    started = app.clock.monotonicNow()
    let beginning: [Event] =
      open != nil
      ? []
      : [
        .sittingBegan(SittingBegan(sitting: began.sitting, mode: .exam, banks: began.banks, seed: seed)),
        .mockBegan(began),
      ]
    log = SittingLog(app: app, store: store, beginning: beginning)
  }

  /// Plays until the paper is handed in or left; throws the exit code unless the mock is passed.
  mutating func run() throws {
    // Saved before the first question, so that the same paper comes back whatever happens.
    try log.begin()
    // Where handing in was interrupted, some answers are marked already.
    if store.scores.openMock?.isBeingHandedIn == true { return try handIn(isTimeUp: isTimeUp) }
    try app.talk(view.opening(isResumed: isResumed, isSaving: log.isSaving, elapsed: elapsed, app.talkLayout))
    switch try ask() {
    case .handedIn(let isTimeUp): try handIn(isTimeUp: isTimeUp)
    case .left:
      try pause()
      throw AppExit(code: 1)
    case .interrupted:
      try pause()
      throw AppExit(code: 130)
    case .terminated(let signal):
      try pause()
      throw AppExit(code: 128 + signal)
    }
  }

  private var view: MockView {
    MockView(
      mock: mock, minutes: began.seconds.map { Double($0) / 60 }, pass: began.pass,
      words: ItemView(banks: generators.map(\.bank), keys: answers.keys))
  }

  /// The time that has gone of the mock, in milliseconds; while the machine sleeps it stands still.
  private var elapsed: Int {
    let gone = (app.clock.monotonicNow() - started).components
    return elapsedBefore + Int(gone.seconds) * 1000 + Int(gone.attoseconds / 1_000_000_000_000_000)
  }

  private func say(_ text: SafeText) throws { try app.talk(app.talkLayout.wrap(text)) }

  // MARK: Asking

  private mutating func ask() throws -> Ending {
    try app.talk(view.question(app.talkLayout))
    while true {
      let announcement = mock.nextAnnouncement(after: elapsed)
      switch try nextInput(before: announcement) {
      case .line(let line):
        // What arrives after the time is up is too late.
        if isTimeUp { return .handedIn(isTimeUp: true) }
        isPastFirstInterrupt = false
        if let ending = try handle(line) { return ending }
      case .timedOut:
        if let announcement, elapsed >= announcement { try announce(announcement) }
        if announcement == nil, isTimeUp { return .handedIn(isTimeUp: true) }
      case .endOfInput: return .left
      case .terminated: return .terminated(Signals.terminationSignal ?? SIGTERM)
      case .interrupted:
        if isPastFirstInterrupt { return .interrupted }
        isPastFirstInterrupt = true
        try say("Ctrl-C once more leaves kpo; `kpo exam` goes on later.")
      }
    }
  }

  private var isTimeUp: Bool { mock.timeLeft(elapsed: elapsed).map { $0 <= 0 } ?? false }

  /// Tells the time that is left, and keeps how much has gone.
  private mutating func announce(_ point: Int) throws {
    try say(view.timeLeft(point).styled(.warning))
    try keepTime()
  }

  /// Waits for a line, but no longer than until the time is told next or is up.
  private func nextInput(before announcement: Int?) throws -> Input {
    let now = elapsed
    let wait = announcement.map { max(0, $0 - now) } ?? mock.timeLeft(elapsed: now)
    return try answers.next(
      prompt: view.prompt, for: mock.paper.entries[mock.current].item, timeout: wait.map { .milliseconds($0) },
      keepsPartialLine: announcement != nil)
  }

  /// Does what a line says; returns how the mock ends, if it does.
  private mutating func handle(_ line: String) throws -> Ending? {
    let item = mock.paper.entries[mock.current].item
    switch MockCommand.read(line, for: item) {
    case .empty: try say(view.words.howToAnswer(item))
    case .unclear(let problem): try say(view.words.problem(problem, item))
    case .notANumber(let text): try say(view.noQuestion(text))
    case .command(let command): return try handle(command)
    case .response(let response): try answer(response)
    }
    return nil
  }

  private mutating func answer(_ response: Response) throws {
    let index = mock.current
    spendTime()
    mock.answer(response)
    try save(index)
    isWarned = false
    let typed = mock.typedAnswer(index) ?? ""
    if mock.unanswered.isEmpty {
      try say(
        "\(index + 1): \(line: typed, .key). Every question has an answer; :sheet shows them, :hand-in ends the mock.")
    } else {
      try say("\(index + 1): \(line: typed, .key)")
      try app.talk(view.question(app.talkLayout))
    }
  }

  private mutating func handle(_ command: MockCommand) throws -> Ending? {
    defer { if command != .handIn { isWarned = false } }
    switch command {
    case .next: try move("This is the last question; :prev goes back.") { $0.next() }
    case .previous: try move("This is the first question; :next goes on.") { $0.previous() }
    case .go(let number): try move(view.noQuestion("\(number)")) { $0.go(to: number) }
    case .flag:
      mock.toggleFlag()
      spendTime()
      try save(mock.current)
      try say(
        mock.isFlagged(mock.current)
          ? "Question \(mock.current + 1) is flagged; :sheet shows what is."
          : "Question \(mock.current + 1) is no longer flagged.")
    case .sheet: try app.talk(view.sheet(app.talkLayout))
    case .time: try say(view.timeLeft(elapsed))
    case .handIn:
      guard mock.unanswered.isEmpty || isWarned else {
        isWarned = true
        try say(view.unansweredWarning)
        return nil
      }
      return .handedIn(isTimeUp: false)
    case .quit: return .left
    case .help: try app.talk(view.commands(app.talkLayout))
    }
    return nil
  }

  /// Goes to another question, or says why there is none.
  private mutating func move(_ atEnd: SafeText = "", _ step: (inout MockExam) -> Bool) throws {
    spendTime()
    guard step(&mock) else {
      try say(atEnd)
      return
    }
    try save(mock.current)
    try app.talk(view.question(app.talkLayout))
  }

  // MARK: Saving

  /// Counts the time since the question came up as spent on it.
  private mutating func spendTime() {
    let now = elapsed
    mock.spend(now - shownAt)
    shownAt = now
  }

  private mutating func save(_ index: Int) throws {
    try log.save([.mockQuestion(mock.record(of: index, sitting: began.sitting, elapsed: elapsed))])
  }

  /// Saves how much time has gone.
  private mutating func keepTime() throws {
    spendTime()
    try save(mock.current)
  }

  /// Keeps the time that has gone, and says how to go on.
  private mutating func pause() throws {
    try keepTime()
    try log.saveSnapshot()
    let open = mock.unanswered.count
    let waits: SafeText = "\(open) of \(mock.paper.entries.count) questions are open."
    try say(
      log.isSaving
        ? "The mock waits: " + waits + " \(view.timeLeft(elapsed)) `kpo exam` goes on with it."
        : "This mock was not saved; see the note above.")
  }

  private mutating func handIn(isTimeUp: Bool) throws {
    spendTime()
    // Seen before anything of this mock is counted.
    let learner = Learner(store.scores, today: app.clock.today)
    let open = store.scores.openMock
    let report = MockReport(mock, isTimeUp: isTimeUp, learner: learner, pass: began.pass)
    let result = report.handedIn(sitting: began.sitting, elapsed: elapsed)
    let reviews = report.reviews(sitting: began.sitting, skipping: open)
    try log.save(
      reviews.map(Event.review) + [
        .sittingEnded(SittingEnded(sitting: began.sitting, asked: report.asked, right: report.right)),
        .mockHandedIn(result),
      ])
    try log.saveSnapshot()
    if isTimeUp { try say("The time is up; the paper is handed in.") }
    let view = MockReportView(
      report: report, forecast: began.forecast, mocks: store.scores.mocks, generators: generators,
      isSaved: log.isSaving)
    if app.output.isInteractive { try app.talk() }
    try app.result(app.output.isInteractive ? app.resultLayout.wrap(view.score) : view.score)
    try app.talk(view.details(app.talkLayout))
    if !report.passed { throw AppExit(code: 1) }
  }
}
