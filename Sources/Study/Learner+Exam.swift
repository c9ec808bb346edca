public import ContentModel
public import Progress

extension Learner {
  /// The facts that were set aside.
  public var setAside: Set<FactID> { Set(scores.flagged.keys.map { FactID($0.rawValue) }) }

  /// The planned exams that are not over, the nearest first.
  public var comingExams: [ExamPlan] {
    scores.examPlans.filter { $0.day >= today }.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
  }
}
