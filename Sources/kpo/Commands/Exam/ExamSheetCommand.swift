import ArgumentParser
import ContentModel
import Progress
import QuestionGenerator
import Study
import Terminal

struct ExamSheetCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "sheet",
    abstract: "One page for the morning of the exam.",
    discussion: """
      What you will most likely have forgotten, by its weight in the exam, and what you took for each other most often.

      Examples:
        kpo exam sheet
        kpo exam sheet > sheet.txt
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var banks: BankOptions

  @Flag(help: "Print JSON; the README lists the keys.")
  var json = false

  func run(in app: App) throws {
    let store = try app.openProgress(global, for: .readOnly)
    let banks = try BankLibrary(app: app, global).banks(banks.bank, store.scores)
    let learner = Learner(store.scores, today: app.clock.today)
    let generators = banks.map(QuestionGenerator.init)
    let planned = StudyPlan(generators, learner: learner).exams(seed: 0).first
    let exam = planned ?? ExamPreparation(.today(app.clock.today, banks.map(\.id)), of: generators, learner: learner)
    let view = ExamSheetView(exam: exam, isPlanned: planned != nil, generators: generators, learner: learner)
    if json {
      try app.result(json: view.json)
    } else {
      try app.result(view.text(app.resultLayout))
    }
  }
}

extension ExamPlan {
  /// An exam that nobody planned, over everything, today.
  fileprivate static func today(_ day: StudyDay, _ banks: [String]) -> ExamPlan {
    ExamPlan(
      id: "today", day: day, banks: banks, sections: [], minutesPerDay: ExamPreparation.usualMinutes,
      pass: ExamPreparation.usualPass)
  }
}
