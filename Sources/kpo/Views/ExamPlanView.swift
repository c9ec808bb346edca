import ContentModel
import MemoryModel
import Progress
import QuestionGenerator
import StrictJSON
import Study
import Terminal

/// A planned exam: what to expect, the days until it, and what helps most.
struct ExamPlanView {
  let exam: ExamPreparation
  let generators: [QuestionGenerator]
  private let outlook: ExamOutlook
  private let now: ExamForecast

  /// How many facts are named whose review gains most.
  private static let bestFacts = 5
  /// A longer table leaves days out.
  private static let longestTable = 31

  init(exam: ExamPreparation, generators: [QuestionGenerator]) {
    self.exam = exam
    self.generators = generators
    outlook = exam.outlook()
    now = exam.forecast()
  }

  func text(_ layout: Layout) -> SafeText {
    var parts = [layout.wrap(head), forecast(layout)]
    if !outlook.days.isEmpty { parts.append(days(layout)) }
    if !best.isEmpty {
      parts.append(
        layout.wrap("\("These help your score most now" as SafeText, .strong)") + "\n" + layout.bullets(best))
    }
    return parts.joined(separator: "\n\n")
  }

  private var plan: ExamPlan { exam.plan }

  private var head: SafeText {
    let sections: SafeText =
      plan.sections.isEmpty ? "" : ", from \(line: plan.sections.joined(separator: ", "))"
    return "\("Exam on \(plan.day)" as SafeText, .title), \(Self.away(exam.daysLeft)): "
      + "\(line: plan.banks.joined(separator: ", "))" + sections
      + "; \(exam.seenCount) of \(exam.factCount) facts seen. \(Percent(plan.pass)) passes. "
      + "\(Minutes(plan.minutesPerDay)) a day make about \(exam.answersPerDay) answers."
  }

  static func away(_ days: Int) -> SafeText {
    switch days {
    case 0: "today"
    case 1: "tomorrow"
    case 2...: "in \(days) days"
    default: "over"
    }
  }

  private func forecast(_ layout: Layout) -> SafeText {
    let title: SafeText =
      "\("Forecast" as SafeText, .strong) for \(ExamPreparation.usualQuestions) questions of multiple choice"
    let guess: SafeText =
      exam.seenCount == 0
      ? "\nNothing is known about you yet, so this supposes that you know 3 facts of 10 and guess the others." : ""
    return layout.wrap(title + guess) + "\n"
      + layout.table(
        header: ["If you", "Score", "8 of 10 times", "Passes"],
        rows: [
          ["keep to \(Minutes(plan.minutesPerDay)) a day"] + cells(outlook.forecast),
          ["stop now"] + cells(now),
        ], alignments: [.left, .right, .right, .right])
  }

  private func cells(_ forecast: ExamForecast) -> [SafeText] {
    [
      "\(Percent(forecast.expected))", "\(Percent.range(forecast.low, forecast.high))",
      "\(Percent(forecast.passChance))",
    ]
  }

  private func days(_ layout: Layout) -> SafeText {
    let all = outlook.days
    let shown = all.indices.filter { Self.isShown($0, of: all.count) }.map { all[$0] }
    let perAnswer = plan.minutesPerDay / Double(max(1, exam.answersPerDay))
    let rows = shown.map { row($0, minutesPerAnswer: perAnswer) }
    let table = layout.table(
      header: ["Day", "Minutes", "New", "Reviews", "Score"], rows: rows,
      alignments: [.left, .right, .right, .right, .right])
    let some: SafeText = shown.count < all.count ? " Not every day is shown." : ""
    let note = "Score: what to expect in the exam if you study until that day." + some
    return table + "\n" + layout.wrap(note)
  }

  /// A long table has the first two weeks, then one day a week, and the last days.
  private static func isShown(_ index: Int, of count: Int) -> Bool {
    count <= longestTable || index < 14 || index % 7 == 0 || index >= count - 3
  }

  private func row(_ day: ExamOutlook.Day, minutesPerAnswer: Double) -> [SafeText] {
    let minutes = Int((day.answers * minutesPerAnswer).rounded())
    return [
      "\(StudyDay(daysSince1970: day.day))", "\(minutes)", "\(Int(day.new.rounded()))",
      "\(Int(day.reviews.rounded()))", "\(Percent(day.expectedScore))",
    ]
  }

  private var best: [SafeText] {
    exam.worthAsking.prefix(Self.bestFacts).compactMap { fact in
      generators.sentence(for: fact).map { "\($0)" }
    }
  }

  /// The same as JSON; the keys are documented in the README.
  var json: JSONValue {
    var object: JSONObject = [
      "day": .string("\(plan.day)"), "daysLeft": JSONValue(exam.daysLeft), "banks": JSONValue(plan.banks),
      "sections": JSONValue(plan.sections), "minutesPerDay": .number(plan.minutesPerDay), "pass": .number(plan.pass),
    ]
    object["facts"] = JSONValue(exam.factCount)
    object["seen"] = JSONValue(exam.seenCount)
    object["answersPerDay"] = JSONValue(exam.answersPerDay)
    object["questions"] = JSONValue(ExamPreparation.usualQuestions)
    object["ifKept"] = outlook.forecast.json
    object["ifStopped"] = now.json
    object["days"] = .array(outlook.days.map(\.json))
    object["best"] = JSONValue(exam.worthAsking.prefix(Self.bestFacts).map(\.rawValue))
    return .object(object)
  }
}

extension ExamOutlook.Day {
  fileprivate var json: JSONValue {
    [
      "day": JSONValue("\(StudyDay(daysSince1970: day))"), "new": .number(new), "reviews": .number(reviews),
      "answers": .number(answers), "expectedScore": .number(expectedScore),
    ]
  }
}

extension ExamForecast {
  fileprivate var json: JSONValue {
    [
      "expected": .number(expected), "low": .number(low), "high": .number(high), "passChance": .number(passChance),
    ]
  }
}

/// A time as `15 minutes` or `1 minute`.
struct Minutes: CustomStringConvertible {
  let description: String

  init(_ minutes: Double) {
    let number = minutes == minutes.rounded() ? "\(Int(minutes))" : "\((minutes * 10).rounded() / 10)"
    description = number == "1" ? "1 minute" : "\(number) minutes"
  }
}

extension Percent {
  /// Two shares as `51 to 73 %`.
  static func range(_ low: Double, _ high: Double) -> String {
    "\(Int((low * 100).rounded())) to \(Int((high * 100).rounded())) %"
  }
}
