import ContentModel
import Progress
import QuestionGenerator
import Study
import Terminal

/// Today's plan in three lines.
struct PlanView {
  let generators: [QuestionGenerator]
  let scores: Scores
  let today: StudyDay

  /// - Parameter isInteractive: whether the plan stands over a prompt, where Enter alone begins the quiz.
  func lines(_ layout: Layout, isInteractive: Bool) -> SafeText {
    let learner = Learner(scores, today: today)
    let plan = StudyPlan(generators, learner: learner)
    var random = SeededRandom(seed: 0)
    let asked = plan.daily(using: &random)
    let title = generators.map(\.bank.title).joined(separator: ", ")
    let facts = generators.flatMap(\.bank.facts).map(\.id)
    let seen = facts.count { learner.score(of: $0) != nil }
    let aside = facts.count(where: learner.hasSetAside)
    let setAside: SafeText = aside == 0 ? "" : ", \(aside) set aside"
    let missed = plan.missed().count
    let next: SafeText =
      asked.isEmpty
      ? "\("practice" as SafeText, .key) asks what you like"
      : (isInteractive ? "\("Enter" as SafeText, .key) or " : "" as SafeText) + "\("daily" as SafeText, .key) asks them"
    return [
      layout.wrap("\(title, .title): \(seen) of \(facts.count) facts seen" + setAside + score),
      layout.wrap(exam(plan) + todayText(asked, plan)),
      layout.wrap(
        next + ", \("missed" as SafeText, .key) what went wrong (\(missed)); "
          + "\("help" as SafeText, .key) lists all commands."),
    ].joined(separator: "\n")
  }

  /// Why the daily quiz has nothing to ask.
  static func nothingLeft(_ plan: StudyPlan) -> SafeText {
    plan.comingExams.isEmpty
      ? "Nothing is due today, and no new fact is left for today."
      : "Today's minutes for the exam are used, or nothing more would raise its score today."
  }

  private var score: SafeText {
    guard let day = scores.days[today] else { return "." }
    return "; today \(day.right) of \(day.asked) right."
  }

  /// The nearest exam, which decides what is asked.
  private func exam(_ plan: StudyPlan) -> SafeText {
    guard let exam = plan.comingExams.first else { return "" }
    return "\("Exam \(ExamPlanView.away(today.days(until: exam.day)))" as SafeText, .strong). "
  }

  private func todayText(_ asked: [PlannedFact], _ plan: StudyPlan) -> SafeText {
    guard !asked.isEmpty else { return Self.nothingLeft(plan) }
    let due = plan.due.count
    var parts: [SafeText] = []
    let forExam = asked.count(where: \.isForExam)
    let confused = asked.count(where: \.isContrast)
    let new = asked.count { $0.reason == .new }
    if confused > 0 { parts.append("\(confused) to tell apart") }
    if forExam > 0 { parts.append("\("\(forExam) to refresh" as SafeText, .due)") }
    if forExam == 0, due > 0 { parts.append("\("\(due) due" as SafeText, .due)") }
    if new > 0 { parts.append("\("\(new) new" as SafeText, .new)") }
    // A wrong answer comes again and takes a second one.
    let answers = asked.reduce(0) { $0 + 2 - plan.learner.recall(of: $1.fact) }
    let minutes = max(1, Int(plan.learner.minutes(forAnswers: answers).rounded(.up)))
    let time: SafeText = minutes == 1 ? "about a minute." : "about \(minutes) minutes."
    let size = scores.settings.questions
    guard due > size, plan.comingExams.isEmpty else { return parts.joined(separator: ", ") + "; " + time }
    let days = (due + size - 1) / size
    return parts.joined(separator: ", ") + "; \(asked.count) today, " + time
      + " At \(size) a day you have caught up in \(days) days."
  }
}

extension PlannedFact {
  fileprivate var isForExam: Bool {
    if case .exam = reason { true } else { false }
  }

  fileprivate var isContrast: Bool {
    if case .confused = reason { true } else { false }
  }
}
