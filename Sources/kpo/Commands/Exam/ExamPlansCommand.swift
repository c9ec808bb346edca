import ArgumentParser
import MemoryModel
import Progress
import StrictJSON
import Study
import Terminal

struct ExamPlansCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "plans",
    abstract: "List the planned exams and the mocks that were taken.",
    discussion: """
      Examples:
        kpo exam plans
        kpo exam plans --json
      """)

  @OptionGroup var global: GlobalOptions

  @Flag(help: "Print JSON; the README lists the keys.")
  var json = false

  func run(in app: App) throws {
    let store = try app.openProgress(global, for: .readOnly)
    let exams = store.scores.listedExams
    if json {
      let plans = exams.map { $0.json(today: app.clock.today) }
      return try app.result(json: ["plans": .array(plans), "mocks": .array(store.scores.mocks.map(\.json))])
    }
    if exams.isEmpty {
      let advice: SafeText =
        "No exam is planned. `kpo exam plan --date \(app.clock.today.adding(days: 22))` plans one."
      try app.result(app.resultLayout.wrap(advice))
    } else {
      let rows = exams.enumerated().map { index, exam -> [SafeText] in
        let sections = exam.sections.isEmpty ? exam.banks : exam.sections
        return [
          "\(index + 1)", "\(exam.day)", ExamPlanView.away(app.clock.today.days(until: exam.day)),
          "\(line: sections.joined(separator: ", "))", "\(Minutes(exam.minutesPerDay))", "\(Percent(exam.pass))",
        ]
      }
      try app.result(
        app.resultLayout.table(
          header: ["No.", "Day", "When", "From", "A day", "Passes"], rows: rows, alignments: [.right]))
    }
    let mocks = store.scores.mocks
    guard let record = MockRecordView(mocks: mocks).text else { return }
    let rows = mocks.suffix(Self.shownMocks).map { mock -> [SafeText] in
      [
        "\(mock.day)", "\(line: mock.form)", "\(mock.questions)", "\(Percent(mock.result.score))",
        mock.result.passed ? "passed" : "not passed",
        "\(Percent.range(mock.forecast.low, mock.forecast.high))",
      ]
    }
    let table = app.resultLayout.table(
      header: ["Mock", "Form", "Questions", "Score", "Result", "Forecast"], rows: rows,
      alignments: [.left, .left, .right, .right, .left, .right])
    try app.result("\n" + table + "\n" + app.resultLayout.wrap(record))
  }

  private static let shownMocks = 10
}

struct ExamDropCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "drop",
    abstract: "Forget a planned exam; what you learned stays.",
    discussion: """
      Examples:
        kpo exam drop 1              the exam that `kpo exam plans` lists as number 1
        kpo exam drop 2026-12-15
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: "The exam's number in `kpo exam plans`, or its day.")
  var exam: String

  func run(in app: App) throws {
    let store = try app.openProgress(global, for: .readWrite, command: "kpo exam drop")
    defer { store.close() }
    let dropped = try found(in: store.scores.listedExams)
    try store.append([.examDropped(dropped.id)])
    try store.saveSnapshot()
    try app.tellNotices(of: store)
    try app.result(app.resultLayout.wrap("The exam on \(dropped.day) is forgotten; what you learned stays."))
  }

  private func found(in exams: [ExamPlan]) throws -> ExamPlan {
    if let number = Int(exam), number >= 1, number <= exams.count { return exams[number - 1] }
    let onDay = StudyDay(exam).map { day in exams.filter { $0.day == day } } ?? []
    if let only = onDay.first, onDay.count == 1 { return only }
    throw AppError.usage(
      onDay.isEmpty
        ? "No planned exam is `\(exam)`. `kpo exam plans` lists them with their numbers."
        : "\(onDay.count) exams are planned for \(exam). `kpo exam plans` lists them with their numbers.")
  }
}

extension ExamPlan {
  fileprivate func json(today: StudyDay) -> JSONValue {
    [
      "day": .string("\(day)"), "daysLeft": JSONValue(today.days(until: day)), "banks": JSONValue(banks),
      "sections": JSONValue(sections), "minutesPerDay": .number(minutesPerDay), "pass": .number(pass),
    ]
  }
}

extension MockScore {
  fileprivate var json: JSONValue {
    [
      "day": .string("\(day)"), "form": .string(form), "questions": JSONValue(questions),
      "score": .number(result.score), "passed": .bool(result.passed), "low": .number(forecast.low),
      "high": .number(forecast.high),
    ]
  }
}

extension Scores {
  /// The planned exams in the order of the list, by day.
  var listedExams: [ExamPlan] { examPlans.sorted { ($0.day, $0.id) < ($1.day, $1.id) } }
}
