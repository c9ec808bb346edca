import ContentModel
import Interchange
import Progress
import QuestionGenerator
import Study

/// A paper drawn for this learner, and what it was drawn from.
@MainActor
struct PaperDraft {
  let generators: [QuestionGenerator]
  let exam: ExamPreparation
  let kinds: [Item.Kind]
  let paper: ExamPaper

  /// Draws the paper that the options ask for; what they leave open comes from the nearest planned exam.
  ///
  /// - Parameter seed: draws the name of the form, if none is given.
  init(_ options: PaperOptions, _ library: BankLibrary, _ scores: Scores, _ today: StudyDay, seed: UInt64) throws {
    let banks = try library.banks(options.banks.bank, scores)
    generators = banks.map(QuestionGenerator.init)
    kinds = try options.chosenKinds()
    let questions = try options.checkedQuestions()
    let learner = Learner(scores, today: today)
    // The paper of a form is the same whatever is planned.
    let isOpen = options.banks.bank.isEmpty && options.sections.isEmpty && options.form == nil
    let planned = isOpen ? StudyPlan(generators, learner: learner).exams(seed: 0).first?.plan : nil
    let plan = ExamPlan(
      id: "mock", day: today, banks: planned?.banks ?? banks.map(\.id),
      sections: try planned?.sections ?? banks.qualifiedSections(options.sections),
      minutesPerDay: ExamPreparation.usualMinutes, pass: options.pass ?? planned?.pass ?? ExamPreparation.usualPass)
    exam = ExamPreparation(plan, of: generators, learner: learner, kinds: kinds)
    var random = SeededRandom(seed: seed)
    paper = ExamPaper(
      form: options.form ?? ExamPaper.formName(using: &random), blueprint: exam.blueprint, generators: generators,
      questions: questions, kinds: kinds)
  }

  /// Draws the paper of an open mock exam once more.
  ///
  /// - Parameter options: the banks that the command names, which may be files.
  init(
    resuming began: MockBegan, banks options: BankOptions, _ library: BankLibrary, _ scores: Scores, _ today: StudyDay
  ) throws {
    let known = try library.names()
    let names = options.bank.isEmpty ? began.banks.filter(known.contains) : options.bank
    let banks = try library.banks(named: names).filter { began.banks.contains($0.id) }
    guard banks.count == began.banks.count else {
      throw AppError.usage(
        "The open mock exam asks from \(began.banks.joined(separator: ", ")). Name its file: `kpo exam --bank FILE`; "
          + "or give it up with `kpo exam --abandon`.")
    }
    generators = banks.map(QuestionGenerator.init)
    kinds = began.kinds.compactMap { Item.Kind(rawValue: $0.rawValue) }
    let plan = ExamPlan(
      id: "mock", day: today, banks: began.banks, sections: began.sections,
      minutesPerDay: ExamPreparation.usualMinutes, pass: began.pass)
    exam = ExamPreparation(
      plan, of: generators, learner: Learner(scores, today: today), kinds: kinds,
      excluding: Set(began.leftOut.map { FactID($0.rawValue) }))
    paper = ExamPaper(
      form: began.form, blueprint: exam.blueprint, generators: generators, questions: began.items.count, kinds: kinds)
  }

  /// The event that begins a mock exam with this paper.
  func began(sitting: SittingID, minutes: Double?) -> MockBegan {
    return MockBegan(
      sitting: sitting, form: paper.form, banks: exam.plan.banks, sections: exam.plan.sections,
      kinds: kinds.map { Review.Kind($0.rawValue) },
      leftOut: exam.blueprint.excluded.sorted().map { Review.FactID($0.rawValue) },
      items: paper.entries.map { Review.ItemID($0.item.id) },
      seconds: minutes.map { Int(($0 * 60).rounded()) }, pass: exam.plan.pass,
      forecast: exam.forecast(questions: paper.entries.count))
  }

  /// The paper as it is printed.
  func printed(minutes: Double?) -> PrintedPaper {
    let banks = generators.map(\.bank).filter { exam.plan.banks.contains($0.id) }
    return PrintedPaper(
      title: banks.map(\.title).joined(separator: ", "), form: paper.form, language: banks.first?.language ?? "en",
      minutes: minutes, pass: exam.plan.pass,
      questions: paper.entries.map { entry in
        let bank = banks.first { $0.id == entry.item.bankID }
        let section = bank?.section(entry.item.sectionID)?.title ?? entry.item.sectionID
        return PrintedPaper.Question(item: entry.item, section: section)
      })
  }
}
