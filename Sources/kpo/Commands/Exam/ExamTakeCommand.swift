import ArgumentParser
import ContentModel
import Progress
import QuestionGenerator
import Study
import Terminal

struct ExamTakeCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "take",
    abstract: "Take a mock exam, or go on with the one that was interrupted.",
    discussion: """
      The questions are shared out by the weights of the sections. Nothing is marked until you hand in; the time runs \
      by a clock that stands still while the machine sleeps. The name of a form is all that its paper is drawn from: \
      the same form of the same bank has the same questions everywhere, except for facts that you have set aside.

      Exit codes: 0 passed, 1 not passed or not handed in.

      Examples:
        kpo exam
        kpo exam --questions 20 --minutes 15
        kpo exam --form C --sections types providers --pass 0.6
        kpo exam --kinds multiple-choice,short-answer
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var paper: PaperOptions
  @OptionGroup var keys: KeyOptions

  @Flag(help: "Give up the mock exam that was interrupted; none of its answers count.")
  var abandon = false

  func run(in app: App) throws {
    let store = try app.openProgress(global, for: .readWrite, command: "kpo exam")
    defer { store.close() }
    if abandon { return try abandonMock(in: store, app) }
    if let open = store.scores.openMock {
      guard !paper.areGiven else {
        throw AppError.usage(
          "A mock exam is open: form \(open.began.form), \(open.answered) of \(open.began.items.count) answered. "
            + "`kpo exam` goes on with it, `kpo exam --abandon` gives it up.")
      }
      try resume(open, in: store, app)
    } else {
      try begin(in: store, app)
    }
  }

  @MainActor
  private func abandonMock(in store: ProgressStore, _ app: App) throws {
    guard let open = store.scores.openMock else { throw AppError.usage("No mock exam is open.") }
    try store.append([.mockAbandoned(open.began.sitting)])
    try store.saveSnapshot()
    try app.tellNotices(of: store)
    try app.result(app.resultLayout.wrap("The mock exam with form \(line: open.began.form) is given up."))
  }

  @MainActor
  private func resume(_ open: OpenMock, in store: ProgressStore, _ app: App) throws {
    let draft = try PaperDraft(
      resuming: open.began, banks: paper.banks, BankLibrary(app: app, global), store.scores, app.clock.today)
    let mock: MockExam
    do throws(MockExam.ResumeError) {
      mock = try MockExam(resuming: open, paper: draft.paper)
    } catch {
      throw AppError.usage(
        "The open mock exam, form \(open.began.form), cannot go on: its bank has changed since. "
          + "`kpo exam --abandon` gives it up.")
    }
    var runner = MockRunner(
      app: app, store: store, generators: draft.generators, mock: mock, began: open.began, open: open, seed: 0,
      keys: keys.keys ?? store.scores.settings.keys)
    try runner.run()
  }

  @MainActor
  private func begin(in store: ProgressStore, _ app: App) throws {
    let seed = app.randomness.next()
    let draft = try PaperDraft(paper, BankLibrary(app: app, global), store.scores, app.clock.today, seed: seed)
    guard !draft.paper.entries.isEmpty else { throw AppError.nothingToAsk("There is nothing to ask here.") }
    let began = draft.began(sitting: .random(app.randomness), minutes: paper.minutes)
    let mock = MockExam(draft.paper, limit: began.seconds)
    var runner = MockRunner(
      app: app, store: store, generators: draft.generators, mock: mock, began: began, open: nil, seed: seed,
      keys: keys.keys ?? store.scores.settings.keys)
    try runner.run()
  }
}

extension OpenMock {
  /// How many questions have an answer.
  fileprivate var answered: Int { questions.values.count { $0.responses.last?.isEmpty == false } }
}
