import ArgumentParser
import ContentModel
import Progress
import QuestionGenerator
import StrictJSON
import Study
import Terminal

struct ExamPlanCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Plan an exam, or show the days until it.",
    discussion: """
      While an exam is planned, `kpo daily` asks what raises its expected score most for the time it takes. Days that \
      you miss are made up for: the plan is made anew each day. In the last three days weak and heavy facts come first, \
      and on the last day nothing new, unless you have begun nothing at all.

      Examples:
        kpo exam plan --date 2026-12-15
        kpo exam plan --date 2026-12-15 --minutes-per-day 20 --pass 0.6
        kpo exam plan --date 2026-12-15 --sections types providers
        kpo exam plan                        the days until each planned exam
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var banks: BankOptions

  @Option(help: ArgumentHelp("The day of the exam, such as 2026-12-15.", valueName: "day"))
  var date: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Ask only from these sections; the weights of the bank share the exam out.", valueName: "section"))
  var sections: [String] = []

  @Option(help: ArgumentHelp("How long you want to study a day, 15 minutes unless given.", valueName: "minutes"))
  var minutesPerDay: Double?

  @Option(help: ArgumentHelp("The share of points that passes, 0.7 unless given.", valueName: "share"))
  var pass: Double?

  @Flag(help: "Print JSON; the README lists the keys.")
  var json = false

  func validate() throws {
    if let minutesPerDay, !(0.1...600).contains(minutesPerDay) {
      throw ValidationError("--minutes-per-day goes from 0.1 to 600.")
    }
    if let pass, !(0.01...1).contains(pass) {
      throw ValidationError("--pass is a share from 0.01 to 1, such as 0.7 for 70 %.")
    }
    if date == nil, !sections.isEmpty || minutesPerDay != nil || pass != nil {
      throw ValidationError("Say the day of the exam, too: --date 2026-12-15.")
    }
  }

  func run(in app: App) throws {
    let day = try date.map { try Self.day($0, today: app.clock.today) }
    let store = try app.openProgress(global, for: day == nil ? .readOnly : .readWrite, command: "kpo exam plan")
    defer { store.close() }
    let banks = try BankLibrary(app: app, global).banks(banks.bank, store.scores)
    let generators = banks.map(QuestionGenerator.init)
    var exams = exams(of: generators, store.scores, app)
    if let day {
      let plan = try plan(on: day, banks, among: exams.map(\.plan), app)
      guard ExamPreparation(plan, of: generators, learner: Learner(Scores(), today: day)).factCount > 0 else {
        throw AppError.usage("These sections have nothing to ask: \(sections.joined(separator: ", ")).")
      }
      try store.append([.examPlanned(plan)])
      try store.saveSnapshot()
      try app.tellNotices(of: store)
      let isNew = !exams.contains { $0.plan.id == plan.id }
      let others = exams.count(where: { $0.plan.id != plan.id })
      let told: SafeText =
        isNew ? "The exam is planned; `kpo daily` works towards it." : "The plan of this exam is changed."
      let also: SafeText =
        others == 0
        ? "" : " \(others + 1) exams are planned now, and the nearest chooses first; `kpo exam drop` forgets one."
      try app.talk(app.talkLayout.wrap(told + also))
      exams = self.exams(of: generators, store.scores, app).filter { $0.plan.id == plan.id }
    }
    guard !exams.isEmpty else {
      let elsewhere = Learner(store.scores, today: app.clock.today).comingExams.first
      throw AppError.nothingToAsk(
        elsewhere.map {
          "The exam on \($0.day) asks from \($0.banks.joined(separator: ", ")). Name the file: --bank FILE."
        }
          ?? "No exam is ahead. `kpo exam plan --date \(app.clock.today.adding(days: 22))` plans one.")
    }
    if exams.contains(where: { $0.daysLeft > 60 }) { try app.talk("Looking ahead...") }
    let views = exams.map { ExamPlanView(exam: $0, generators: generators) }
    if json {
      try app.result(json: .array(views.map(\.json)))
    } else {
      try app.result(views.map { $0.text(app.resultLayout) }.joined(separator: "\n\n"))
      if let record = MockRecordView(mocks: store.scores.mocks).text {
        try app.result("\n" + app.resultLayout.wrap(record))
      }
    }
  }

  @MainActor
  private func exams(of generators: [QuestionGenerator], _ scores: Scores, _ app: App) -> [ExamPreparation] {
    StudyPlan(generators, learner: Learner(scores, today: app.clock.today)).exams(seed: 0)
  }

  @MainActor
  private func plan(on day: StudyDay, _ banks: [Bank], among plans: [ExamPlan], _ app: App) throws -> ExamPlan {
    let sections = try banks.qualifiedSections(sections)
    let ids = banks.map(\.id).filter { id in
      sections.isEmpty || sections.contains { $0.hasPrefix("\(id)/") }
    }
    let old = plans.first { $0.day == day && $0.banks == ids && $0.sections == sections }
    return ExamPlan(
      id: old?.id ?? .random(app.randomness), day: day, banks: ids, sections: sections,
      minutesPerDay: minutesPerDay ?? old?.minutesPerDay ?? ExamPreparation.usualMinutes,
      pass: pass ?? old?.pass ?? ExamPreparation.usualPass)
  }

  private static func day(_ text: String, today: StudyDay) throws -> StudyDay {
    guard let day = StudyDay(text) else {
      throw AppError.usage("`\(text)` is no day. Write year, month and day, such as \(today.adding(days: 22)).")
    }
    guard day >= today else { throw AppError.usage("\(day) is over: today is \(today).") }
    guard today.days(until: day) <= 3650 else { throw AppError.usage("\(day) is more than ten years away.") }
    return day
  }
}
