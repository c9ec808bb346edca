import QuestionGenerator
import Study
import Terminal

/// What a mock exam says before it is handed in.
struct MockView {
  let mock: MockExam
  let minutes: Double?
  let pass: Double
  let words: ItemView

  private var count: Int { mock.paper.entries.count }

  /// What the mock is, and how it works.
  func opening(isResumed: Bool, isSaving: Bool, elapsed: Int, _ layout: Layout) -> SafeText {
    let time: SafeText = minutes.map { "in \(Minutes($0))" } ?? "without a time limit"
    let head: SafeText =
      "\("Mock exam" as SafeText, .title), form \(line: mock.paper.form, .key): \(count) questions " + time
      + "; \(Percent(pass)) passes."
    let how: SafeText =
      isResumed
      ? "It goes on where it was: \(count - mock.unanswered.count) of \(count) answered. " + timeLeft(elapsed)
      : "Nothing is marked before you hand in, and answers may be changed. "
        + (isSaving ? "Every answer is saved; if you leave, `kpo exam` goes on. " : "") + ":help lists the commands."
    return layout.wrap(head) + "\n" + layout.wrap(how)
  }

  /// The current question with what was answered so far.
  func question(_ layout: Layout) -> SafeText {
    let entry = mock.paper.entries[mock.current]
    let flagged: SafeText = mock.isFlagged(mock.current) ? ", flagged" : ""
    let head: SafeText = "Question \(mock.current + 1) of \(count)" + flagged
    var parts = ["", layout.wrap(head.styled(.faint)), layout.wrap("\(entry.item.stem, .strong)")]
    parts.append(ItemView.choices(entry.item, layout))
    if let typed = mock.typedAnswer(mock.current) { parts.append(layout.wrap("Your answer: \(line: typed, .key)")) }
    return parts.joined(separator: "\n")
  }

  var prompt: SafeText { "\("\(mock.current + 1)/\(count)" as SafeText, .prompt)> " }

  /// The answer sheet: each question with its answer.
  func sheet(_ layout: Layout) -> SafeText {
    let cells = mock.sheet.map { entry -> SafeText in
      let flag: SafeText = entry.isFlagged ? "*" : ""
      return "\(entry.number) " + (entry.answer.map { "\(line: Self.shortened($0))" } ?? "-") + flag
    }
    let width = (cells.map(\.columns).max() ?? 0) + 3
    let perLine = max(1, layout.proseWidth / width)
    let lines = stride(from: 0, to: cells.count, by: perLine).map { start in
      cells[start..<min(start + perLine, cells.count)].map { Layout.pad($0, to: width) }.joined()
    }
    let flagged = mock.sheet.filter(\.isFlagged).map(\.number)
    var parts = lines
    parts.append(
      layout.wrap(
        mock.unanswered.isEmpty ? "Every question has an answer." : "Without an answer: \(Self.list(mock.unanswered)).")
    )
    if !flagged.isEmpty { parts.append(layout.wrap("Flagged (*): \(Self.list(flagged)).")) }
    return parts.joined(separator: "\n")
  }

  private static func shortened(_ text: String) -> String { text.count > 14 ? "\(text.prefix(12)).." : text }

  /// Numbers in rising order, three or more neighbours as `7 to 40`.
  static func list(_ numbers: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound == number - 1 {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.flatMap { run in
      run.count > 2 ? ["\(run.lowerBound) to \(run.upperBound)"] : run.map(String.init)
    }.joined(separator: ", ")
  }

  /// What is said before a paper with open questions is handed in.
  var unansweredWarning: SafeText {
    let open = mock.unanswered
    let what: SafeText = open.count == 1 ? "1 question has no answer: " : "\(open.count) questions have no answer: "
    return what + "\(Self.list(open)). :hand-in once more hands in all the same; "
      + ":go \(open.first ?? 1) goes to the first."
  }

  /// Why `:go` goes nowhere.
  func noQuestion(_ text: String) -> SafeText {
    text.isEmpty
      ? "Say which question: they go from 1 to \(count), such as :go \(count)."
      : "There is no question `\(line: ItemView.excerpt(text))`. They go from 1 to \(count), such as :go \(count)."
  }

  // MARK: Time

  /// How much time is left, in a sentence.
  func timeLeft(_ elapsed: Int) -> SafeText {
    guard let left = mock.timeLeft(elapsed: elapsed) else { return "There is no time limit." }
    return "\(Self.duration(left)) left."
  }

  /// Milliseconds in words, such as `1 hour 5 minutes` or `40 seconds`.
  static func duration(_ milliseconds: Int) -> String {
    let seconds = (max(0, milliseconds) + 500) / 1000
    func count(_ number: Int, _ unit: String) -> String { "\(number) \(unit)\(number == 1 ? "" : "s")" }
    if seconds < 60 { return count(seconds, "second") }
    let minutes = seconds / 60
    if minutes < 60 {
      return seconds % 60 == 0 || minutes >= 10
        ? count(minutes, "minute") : "\(count(minutes, "minute")) \(count(seconds % 60, "second"))"
    }
    return minutes % 60 == 0
      ? count(minutes / 60, "hour") : "\(count(minutes / 60, "hour")) \(count(minutes % 60, "minute"))"
  }

  func commands(_ layout: Layout) -> SafeText {
    let answers = layout.wrap(words.howToAnswer(mock.paper.entries[mock.current].item))
    let rows = MockCommand.summaries.map { word, effect -> SafeText in
      layout.wrap("\(effect)", firstIndent: Layout.pad("\(":\(word)", .key)", to: 10), hangingIndent: "          ")
    }
    return ([answers] + rows).joined(separator: "\n")
  }
}
