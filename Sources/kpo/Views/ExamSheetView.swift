import ContentModel
import MemoryModel
import Progress
import QuestionGenerator
import Study
import Terminal

/// One page for the morning of the exam: what is most at risk, and what is easily confused.
struct ExamSheetView {
  let exam: ExamPreparation
  /// Whether the learner planned this exam.
  let isPlanned: Bool
  let generators: [QuestionGenerator]
  let learner: Learner

  /// How many facts and how many confusions fit on a page.
  private static let facts = 15
  private static let confusions = 10

  func text(_ layout: Layout) -> SafeText {
    let title = generators.map(\.bank).filter { exam.plan.banks.contains($0.id) }.map(\.title).joined(separator: ", ")
    let day: SafeText = isPlanned ? ", exam on \(exam.plan.day), \(ExamPlanView.away(exam.daysLeft))" : ""
    let forecast = exam.forecast()
    let expected: SafeText =
      "As things stand you can expect \(Percent(forecast.expected)), "
      + "8 of 10 times \(Percent.range(forecast.low, forecast.high))."
    let risks = exam.mostAtRisk(Self.facts).compactMap { fact, recall -> SafeText? in
      generators.sentence(for: fact).map { "\($0) \("(\(Percent(recall)))" as SafeText, .faint)" }
    }
    var parts = [
      layout.wrap("\(line: title, .title)" + day) + "\n" + layout.wrap(expected),
      layout.wrap("\("Most at risk" as SafeText, .strong), by weight; in brackets the chance that you recall it then")
        + "\n" + layout.bullets(risks),
    ]
    if !confusions.isEmpty {
      let pairs = confusions.map { one, other in
        layout.bullets(["\(one)"]) + "\n" + layout.wrap("\(other)", firstIndent: "  ", hangingIndent: "  ")
      }
      parts.append("\("Taken for each other" as SafeText, .strong)\n" + pairs.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n")
  }

  /// The facts most often taken for each other, two and two.
  private var confusions: [(String, String)] {
    learner.scores.openConfusions.compactMap { pair, _ -> (String, String)? in
      guard let one = generators.sentence(for: FactID(pair.first.rawValue)),
        let other = generators.sentence(for: FactID(pair.second.rawValue))
      else {
        return nil
      }
      return (one, other)
    }.prefix(Self.confusions).map { $0 }
  }
}
