import ContentModel
import MemoryModel
public import Progress
import QuestionGenerator

extension StudyPlan {
  /// The planned exams over the banks that are studied, the nearest first.
  public var comingExams: [ExamPlan] {
    learner.comingExams.filter { exam in
      exam.banks.allSatisfy { id in generators.contains { $0.bank.id == id } }
    }
  }

  /// The same exams as they look today, without those that have nothing to ask.
  ///
  /// - Parameter seed: draws the order of facts that are worth the same.
  public func exams(seed: UInt64) -> [ExamPreparation] {
    comingExams.map { ExamPreparation($0, of: generators, learner: learner, seed: seed) }.filter { $0.factCount > 0 }
  }

  /// The daily quiz while exams are planned: what raises the expected score most for the time it takes.
  ///
  /// The nearest exam chooses first, each within what is left of its minutes of the day. If exams leave time, what is due
  /// elsewhere takes it.
  ///
  /// - Parameters:
  ///   - exams: those that are not over, the nearest first.
  ///   - count: so many questions, if there are as many.
  ///   - minutes: as many questions as fit into so many minutes, instead of the minutes of the plans.
  func daily(for exams: [ExamPreparation], count: Int? = nil, minutes: Double? = nil) -> [PlannedFact] {
    let given = (count ?? minutes.map(learner.answers(inMinutes:))).map(Double.init)
    var left = given ?? Double(exams.reduce(0) { $0 + $1.answersLeft })
    guard left >= 1 else { return [] }
    var chosen = SittingFacts(generators: generators, size: count ?? Int(left))
    for exam in exams {
      let before = chosen.facts.count
      // With a number of questions it does not matter how many answers they take.
      let answers = count != nil ? .infinity : given != nil ? left : min(left, Double(exam.answersLeft))
      chosen.add(wanted(for: exam), answers: answers, cost: exam.expectedAnswers)
      left -= chosen.facts[before...].reduce(0) { $0 + exam.expectedAnswers(of: $1.fact) }
    }
    chosen.add(due, answers: count != nil ? .infinity : left)
    return chosen.facts
  }

  /// The facts worth asking for an exam, each with the reason that the learner is told.
  private func wanted(for exam: ExamPreparation) -> [PlannedFact] {
    let confused = Dictionary(contrasts.map { ($0.fact, $0) }) { first, _ in first }
    return exam.worthAsking.map { fact in
      if let contrast = confused[fact] { return contrast }
      if learner.stage(of: fact) == .new { return PlannedFact(fact, .new) }
      return PlannedFact(fact, .exam(daysLeft: exam.daysLeft, recall: learner.recall(of: fact, on: exam.plan.day)))
    }
  }
}
