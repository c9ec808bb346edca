import ContentModel
import MemoryModel
public import Progress
import QuestionGenerator

extension Learner {
  /// The planned exams that are not over, the nearest first.
  public var comingExams: [ExamPlan] {
    scores.examPlans.filter { $0.day >= today }.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
  }
}

extension StudyPlan {
  /// The coming exams over the banks that are studied.
  ///
  /// - Parameter seed: draws the order of facts that are worth the same.
  public func exams(seed: UInt64) -> [ExamPreparation] {
    learner.comingExams.filter { exam in
      exam.banks.allSatisfy { id in generators.contains { $0.bank.id == id } }
    }.map { ExamPreparation($0, of: generators, learner: learner, seed: seed) }
  }

  /// The daily quiz while exams are planned: what raises the expected score most for the time it takes.
  ///
  /// The nearest exam chooses first, each within its minutes of the day; the answers already given today are taken off.
  /// What is left of the time goes to what is due elsewhere.
  ///
  /// - Parameters:
  ///   - exams: those that are not over, the nearest first.
  ///   - count: so many questions, if there are as many.
  ///   - minutes: as many questions as fit into so many minutes, instead of the minutes of the plans.
  func daily(
    for exams: [ExamPreparation], count: Int? = nil, minutes: Double? = nil
  ) -> [PlannedFact] {
    var left = Double(exams.reduce(0) { $0 + $1.answersPerDay } - answersToday)
    if let size = count ?? minutes.map(learner.answers(inMinutes:)) { left = Double(size) }
    guard left >= 1 else { return [] }
    var chosen = Selection(generators: generators, size: count ?? Int(left))
    let confused = Dictionary(contrasts.map { ($0.fact, $0) }) { first, _ in first }
    for exam in exams {
      let share = count != nil || minutes != nil ? left : min(left, Double(exam.answersPerDay))
      let wanted = exam.worthAsking.map { fact in
        if let contrast = confused[fact] { return contrast }
        if learner.stage(of: fact) == .new { return PlannedFact(fact, .new) }
        return PlannedFact(fact, .exam(daysLeft: exam.daysLeft, recall: learner.recall(of: fact, on: exam.plan.day)))
      }
      let before = chosen.facts.count
      chosen.add(wanted, answers: count == nil ? share : .infinity, cost: exam.expectedAnswers)
      left -= chosen.facts[before...].reduce(0) { $0 + exam.expectedAnswers(of: $1.fact) }
    }
    chosen.add(due, answers: count == nil ? left : .infinity)
    return chosen.facts
  }

  /// How many answers today has taken; a fact that was missed today came twice.
  private var answersToday: Int {
    learner.scores.facts.values.filter { $0.lastDay == learner.today }
      .reduce(0) { $0 + ($1.miss?.day == learner.today ? 2 : 1) }
  }
}
