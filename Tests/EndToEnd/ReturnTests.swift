import StrictJSON
import TestSupport
import Testing

/// What comes back, and when: days go by in `KPO_NOW`.
@Suite struct ReturnTests {
  let sandbox: Sandbox
  let bank: String

  init() throws {
    sandbox = try Sandbox()
    bank = try sandbox.write(Sandbox.capitals, to: "capitals.md")
  }

  private func daily(_ count: Int = 1, seed: Int = 1) -> [String] {
    ["daily", "--bank", bank, "--count", "\(count)", "--seed", "\(seed)"]
  }

  /// The days until a fact returns, from the answer to `:why`.
  private func daysUntilReturn(_ told: String) throws -> Int {
    if told.contains("It returns tomorrow.") { return 1 }
    let match = try #require(told.firstMatch(of: /returns in ([0-9]+) days,/), "\(told)")
    return try #require(Int(match.1))
  }

  @Test func aFactReturnsOnItsDueDayAndNotBefore() throws {
    var day = 0
    var fact: String?
    for _ in 0..<4 {
      let right = try sandbox.question(daily(2), on: day).rightLine
      let told = try sandbox.run(daily(2), on: day, answers: [right, ":why"]).errorText
      let asked = try #require(try sandbox.reviews().texts("fact").last)
      #expect(fact == nil || asked == fact)
      fact = asked
      let days = try daysUntilReturn(told)
      if days > 1 { #expect(told.contains("It returns in \(days) days, on \(Sandbox.date(of: day + days)).")) }
      // The day before, something new is asked in its place.
      if days > 1 {
        let early = try sandbox.run(daily(), on: day + days - 1, answers: [":why"]).errorText
        #expect(early.contains("A new fact"), "\(early)")
      }
      day += days
      let due = try sandbox.run(daily(), on: day, answers: [":why"]).errorText.replacing("\n", with: " ")
      let ago = days == 1 ? "yesterday" : "\(days) days ago"
      #expect(due.contains("It was due: last asked \(ago), its chance to be recalled had faded to "), "\(due)")
    }
    #expect(day >= 7, "intervals grow")
  }

  @Test func theReasonAndTheReturnAreTwoLines() throws {
    let told = try sandbox.run(daily(2), on: 0, answers: ["?", ":why", ":quit"]).errorText
    #expect(told.contains("\nThe last question: A new fact: you had not been asked it before.\nIt returns tomorrow.\n"))
    // A fact that was set aside meanwhile is not the last answered one.
    let next = try sandbox.run(daily(3), on: 1, answers: ["?", ":flag", ":why", ":quit"]).errorText
    #expect(next.contains("\nThe last question: It was due: last asked yesterday, "), "\(next)")
    #expect(next.contains("\nIt returns tomorrow.\n"), "\(next)")
  }

  /// Answers right, day by day in both directions, until the fact is known and typed.
  private func dayOfTyping() throws -> Int {
    var day = 0
    for seed in 1...30 {
      let question = try sandbox.question(daily(seed: seed), on: day)
      // A shorter answer has no letter to spare for a slip.
      if question.isTyped, question.answer.count >= 5 { return day }
      _ = try sandbox.run(daily(seed: seed), on: day, answers: [try question.rightLine])
      day += 400
    }
    Issue.record("no fact came to be known")
    return day
  }

  /// The seed of the question that is typed, for the day.
  private func typed(on day: Int) throws -> (arguments: [String], answer: String) {
    for seed in 1...30 {
      let question = try sandbox.question(daily(seed: seed), on: day)
      if question.isTyped, question.answer.count >= 5 { return (daily(seed: seed), question.answer) }
    }
    throw ProcessRunner.Failure.notFound(executable: "typed question")
  }

  @Test func whatIsKnownIsTypedAndASlipIsTypedAgainOnce() throws {
    let day = try dayOfTyping()
    let (arguments, answer) = try typed(on: day)
    let slip = "\(answer.dropLast())x"
    let before = try sandbox.reviews().count
    let twice = try sandbox.run(arguments, on: day, answers: [slip, slip])
    #expect(twice.errorText.contains("\nAlmost: a few letters are off. Type it again.\n"))
    #expect(twice.errorText.ranges(of: "Almost").count == 1)
    #expect(twice.lines.first == "1. Wrong: \(slip); the answer is \(answer)")
    let review = try sandbox.reviews()[before]
    #expect(["short-answer", "cloze"].contains(review["kind"]?.stringValue))
    #expect(review["guess"]?.doubleValue == 0)
  }

  @Test func aSlipThatIsMendedIsRight() throws {
    let day = try dayOfTyping()
    let (arguments, answer) = try typed(on: day)
    let result = try sandbox.run(arguments, on: day, answers: ["\(answer)x", "the \(answer.uppercased())"])
    #expect(result.errorText.contains("Almost: "))
    #expect(result.lines == ["1. Right: \(answer)", "Score: 1 of 1 right (100 %)"])
    // Emptiness and doubt are no answers that could be almost right.
    let quiet = try sandbox.run(arguments, on: day + 4000, answers: ["", ":hint"])
    #expect(!quiet.errorText.contains("Almost"))
    #expect(quiet.errorText.contains("Type the name; "))
    #expect(quiet.errorText.contains("A typed answer has no options to rule out."))
  }

  @Test func undoReachesTheSittingBefore() throws {
    _ = try sandbox.run(daily(), on: 0, answers: ["?", ":quit"])
    let undone = try sandbox.run(daily(), on: 3, answers: [":undo", ":undo"])
    let said = undone.errorText.replacing("\n", with: " ")
    #expect(said.contains("Taken back, your answer of \(Sandbox.date(of: 0)) on this: The capital of "), "\(said)")
    #expect(said.contains("There is no answer to take back."))
    #expect(undone.outputText == "No answers given.\n")
    let events = try sandbox.history().texts("event")
    #expect(events == ["sittingBegan", "review", "sittingEnded", "sittingBegan", "undone", "sittingEnded"])
    // It is as if the fact had never been asked.
    #expect(try sandbox.run(["missed"], on: 3).exitCode == 1)
    let stats = try JSONValue(parsing: try sandbox.run(["stats", "--json", "--bank", bank]).outputText)
    #expect(stats["facts"]?["seen"]?.intValue == 0)
    try sandbox.expectSoundProgress()
  }

  @Test func practiceSaysThatItDoesNotMoveTheScheduleAndDoesNot() throws {
    let practice = ["practice", "--bank", bank, "--count", "1", "--seed", "1"]
    _ = try sandbox.run(daily(6), on: 0, answers: Array(repeating: "?", count: 12))
    func plan(on day: Int) throws -> Set<String> {
      let shown = try sandbox.run(daily(6), on: day, answers: [":why"]).errorText
      return Set(
        shown.split(separator: "\n").filter { $0.contains("It was due") || $0.contains("to go)") }.map(String.init))
    }
    let before = try plan(on: 5)
    let right = try sandbox.question(practice, on: 4).rightLine
    let result = try sandbox.run(practice, on: 4, answers: [right])
    #expect(result.lines.first?.hasPrefix("1. Right: ") == true)
    #expect(result.errorText.hasPrefix("Free practice: right answers do not move the schedule, wrong ones do.\n"))
    #expect(try plan(on: 5) == before)
    #expect(try sandbox.history().texts("mode") == ["daily", "practice"])
    // A wrong answer does move it: the fact comes back.
    let told = try sandbox.run(
      ["practice", "--bank", bank, "--count", "2", "--seed", "1"], on: 30, answers: ["?", ":why"])
    #expect(told.errorText.contains("You asked for it.\nIt returns tomorrow.\n"), "\(told.errorText)")
  }

  @Test func aFactNeverAskedStaysNewAfterPractice() throws {
    let practice = ["practice", "--bank", bank, "--count", "2", "--seed", "1"]
    let right = try sandbox.question(practice, on: 0).rightLine
    let told = try sandbox.run(practice, on: 0, answers: [right, ":why"]).errorText
    #expect(told.contains("You asked for it.\nIt has no day to return yet.\n"), "\(told)")
  }

  @Test func missedCanBeKeptToTheLastDays() throws {
    _ = try sandbox.run(daily(), on: 0, answers: ["?", ":quit"])
    let missed = ["missed", "--bank", bank]
    #expect(try sandbox.run(missed + ["--days", "2"], on: 2).exitCode == 1)
    let within = try sandbox.run(missed + ["--days", "3", "--seed", "1"], on: 2, answers: [":why"])
    #expect(within.errorText.contains("You missed this fact 2 days ago, so it comes until it is right."))
    // Right once, it leaves the list for the day; right on a later day too, for good.
    for (day, isMissed) in [(2, true), (2, false), (3, true), (4, false)] {
      let arguments = missed + ["--seed", "1"]
      guard isMissed else {
        #expect(try sandbox.run(arguments, on: day).exitCode == 1)
        continue
      }
      let right = try sandbox.question(arguments, on: day).rightLine
      #expect(try sandbox.run(arguments, on: day, answers: [right]).lines.first?.contains("Right") == true)
    }
  }

  @Test func whatWasSureButWrongComesFirst() throws {
    let first = try sandbox.question(daily(2), on: 0).wrongLine
    let second = try sandbox.question(daily(2), on: 0, after: [first]).wrongLine
    _ = try sandbox.run(daily(2), on: 0, answers: [first, "\(second)!", ":quit"])
    let sure = try #require(try sandbox.reviews().texts("fact").last)
    let told = try sandbox.run(["missed", "--bank", bank, "--seed", "1"], on: 1, answers: [":why", "?"])
    #expect(told.errorText.contains("You missed this fact yesterday, though you were sure, so it comes"))
    #expect(try sandbox.reviews().texts("fact").last == sure)
  }

  @Test func whatWasConfusedStandsSideBySideAndIsAskedApartTheNextDay() throws {
    let question = try sandbox.question(daily(), on: 0)
    let wrong = try question.wrongLine
    let chosen = try #require(question.options.first { $0 != question.answer })
    let result = try sandbox.run(daily(), on: 0, answers: [wrong, "?"])
    let side = try #require(result.errorText.ranges(of: "\nTaken for each other\n").first)
    let pair = result.errorText[side.upperBound...].split(separator: "\n").prefix(2)
    #expect(pair.first?.hasPrefix("• ") == true && pair.last?.hasPrefix("  The capital of ") == true, "\(pair)")
    #expect(pair.first?.contains(question.answer) == true && pair.last?.contains(chosen) == true, "\(pair)")
    let contrast = try sandbox.question(daily(), on: 1)
    #expect(contrast.options.count == 2)
    #expect(contrast.options.contains(contrast.answer))
    let told = try sandbox.run(daily(2), on: 1, answers: [":why"]).errorText
    #expect(told.contains("You took its answer and another for each other"), "\(told)")
    _ = try sandbox.run(daily(), on: 1, answers: [try contrast.rightLine])
    #expect(try sandbox.reviews().last?["against"]?.stringValue != nil)
  }

  @Test func aFactForgottenEightTimesIsNamedWithAdvice() throws {
    let advice = "Forgotten again and again: reword these lines in the bank, or :flag them when they come."
    // Each time forgotten and then right when it comes back: from the second on that is a lapse.
    for lapses in 0...8 {
      let day = lapses * 60
      let right = try sandbox.question(daily(), on: day, after: ["?"]).rightLine
      let result = try sandbox.run(daily(), on: day, answers: ["?", right])
      #expect(result.lines.count == 3)
      let said = result.errorText.replacing("\n", with: " ")
      #expect(said.contains(advice) == (lapses == 8), "\(said)")
    }
    #expect(try Set(sandbox.reviews().texts("fact")).count == 1)
    let told = try sandbox.run(daily(2), on: 600, answers: ["?", ":why"]).errorText.replacing("\n", with: " ")
    #expect(
      told.contains("It was forgotten 9 times: reword its line in the bank, or :flag it when it comes."), "\(told)")
  }
}
