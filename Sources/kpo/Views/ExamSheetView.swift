import ContentModel
import MemoryModel
import Progress
import QuestionGenerator
import StrictJSON
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
    let risks = risks.map { risk -> SafeText in
      "\(risk.sentence) \("(\(Percent(risk.recall)))" as SafeText, .faint)"
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

  /// The same as JSON; the keys are documented in the README.
  var json: JSONValue {
    let forecast = exam.forecast()
    let risks = risks.map { risk -> JSONValue in
      ["fact": .string(risk.fact.rawValue), "sentence": .string(risk.sentence), "recall": .number(risk.recall)]
    }
    return [
      "day": .string("\(exam.plan.day)"), "daysLeft": JSONValue(exam.daysLeft), "planned": .bool(isPlanned),
      "expected": .number(forecast.expected), "low": .number(forecast.low), "high": .number(forecast.high),
      "risks": .array(risks),
      "confusions": .array(confusions.map { .array([.string($0.0), .string($0.1)]) }),
    ]
  }

  /// What will most likely be forgotten, by its weight.
  private var risks: [(fact: FactID, sentence: String, recall: Double)] {
    exam.mostAtRisk(Self.facts).compactMap { fact, recall in
      generators.sentence(for: fact).map { (fact, $0, recall) }
    }
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
