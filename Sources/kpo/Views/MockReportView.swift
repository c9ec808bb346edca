import ContentModel
import MemoryModel
import Progress
import QuestionGenerator
import Study
import Terminal

/// The result of a mock exam.
struct MockReportView {
  let report: MockReport
  let forecast: ExamForecast
  /// The mocks that were handed in, this one last.
  let mocks: [MockScore]
  let generators: [QuestionGenerator]
  let isSaved: Bool

  /// The score in one line.
  var score: SafeText {
    let points = Self.number(report.total.points)
    let word: SafeText =
      report.passed ? "\("passed" as SafeText, .right)" : "\("not passed" as SafeText, .wrong)"
    return "Score: \(points) of \(report.total.questions) points (\(Percent(report.total.share))), " + word
  }

  /// Everything beside the score, each part with its heading.
  func details(_ layout: Layout) -> SafeText {
    var parts: [SafeText] = []
    parts.append(layout.wrap(forecastText))
    if report.sections.count > 1 {
      parts.append(table("Section", report.sections.map { (generators.sectionTitle($0.id), $0.points) }, layout))
    }
    if report.kinds.count > 1 {
      parts.append(table("Kind", report.kinds.map { ("\($0.kind.rawValue)", $0.points) }, layout))
    }
    parts += [pace, changes, marks, sealed].compactMap { $0 }.map { layout.wrap($0) }
    if !report.missed.isEmpty {
      let missed = report.missed.map { self.missed($0, layout) }
      parts.append("\("Missed" as SafeText, .strong)\n" + missed.joined(separator: "\n\n"))
    }
    if let record = MockRecordView(mocks: mocks).text { parts.append(layout.wrap(record)) }
    if !isSaved { parts.append(layout.wrap("This mock was not saved; see the note above.")) }
    parts.append(layout.wrap(nextStep))
    return parts.map { "\n" + $0 }.joined(separator: "\n")
  }

  private var forecastText: SafeText {
    let isInside = forecast.holds(report.total.share)
    return "The forecast was \(Percent(forecast.expected)), 8 of 10 times "
      + "\(Percent.range(forecast.low, forecast.high)): \(isInside ? "the score lies inside" : "the score lies outside")."
  }

  private func table(_ name: SafeText, _ rows: [(SafeText, MockReport.Points)], _ layout: Layout) -> SafeText {
    layout.table(
      header: [name, "Points", "%"],
      rows: rows.map { [$0, "\(Self.number($1.points)) of \($1.questions)", "\(Percent($1.share))"] },
      alignments: [.left, .right, .right])
  }

  private var pace: SafeText? {
    let thirds = report.pace.map { MockView.duration($0) }
    guard thirds.count == 3 else { return nil }
    return
      "\("Pace" as SafeText, .strong): \(thirds[0]) a question in the first third, \(thirds[1]) in the second, \(thirds[2]) in the last."
  }

  private var changes: SafeText? {
    let changes = report.changes
    let total = changes.rightToWrong + changes.wrongToRight + changes.others
    guard total > 0 else { return nil }
    let what: SafeText = total == 1 ? "1 answer was changed" : "\(total) answers were changed"
    return "\("Changed" as SafeText, .strong): " + what
      + ": \(changes.wrongToRight) from wrong to right, \(changes.rightToWrong) from right to wrong."
  }

  private var marks: SafeText? {
    let unsure = report.unsure
    let sure = report.sureButWrong.count
    guard unsure.asked > 0 || sure > 0 else { return nil }
    return "\("Marked" as SafeText, .strong): \(unsure.right) of \(unsure.asked) guesses (?) right; "
      + "\(sure) sure (!) but wrong."
  }

  /// Whether the learner knows the facts or only the questions that drills ask.
  private var sealed: SafeText? {
    let comparison = SealedComparison(mocks.map(\.result))
    guard comparison.isBeyondChance else { return nil }
    func share(_ count: MockHandedIn.AnswerCount) -> SafeText {
      "\(Percent(count.right, of: count.asked)) (\(count.right) of \(count.asked))"
    }
    return "\("Known facts" as SafeText, .strong): seen forms " + share(comparison.drilled) + ", sealed "
      + share(comparison.sealed) + ": you are learning the questions. Say each answer to yourself before you look at "
      + "the options."
  }

  /// A missed question: what was answered, what is right, and why.
  private func missed(_ question: MockReport.Question, _ layout: Layout) -> SafeText {
    let feedback = FeedbackView(marked: question.marked, number: question.number)
    let result: SafeText =
      question.isAnswered
      ? feedback.result
      : "\(question.number). \("Open" as SafeText, .wrong)"
        + (question.marked.answers.count == 1 ? ": the answer is \(line: question.marked.answers[0].right)" : "")
    return layout.wrap("\(question.asked.item.stem, .faint)") + "\n" + layout.wrap(result, hangingIndent: "   ") + "\n"
      + feedback.explanation(layout)
  }

  private var nextStep: SafeText {
    if report.missed.isEmpty { return "Next: `kpo exam plan` shows what to expect now." }
    return "Next: `kpo missed` asks what went wrong; `kpo exam plan` shows what to expect now."
  }

  /// Points, with one decimal where they are not whole.
  private static func number(_ points: Double) -> String {
    let tenths = Int((points * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
