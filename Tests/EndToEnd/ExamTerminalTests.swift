import Glibc
import StrictJSON
import TestSupport
import Testing

/// Mock exams as a learner has them: on a terminal, with interruptions.
@Suite struct ExamTerminalTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func start(_ arguments: [String] = ["--form", "C", "--questions", "12"], columns: Int = 80) throws
    -> PseudoTerminal
  {
    try sandbox.terminal(["exam"] + arguments, columns: columns)
  }

  @Test(arguments: [(80, 40), (40, 15)])
  func aWholePaperIsPlayedWithAllCommands(columns: Int, count: Int) throws {
    let paper = ["--form", "C", "--questions", "\(count)"]
    let right = try sandbox.rightLines(paper)
    let terminal = try start(paper, columns: columns)
    // Where a line was wrapped does not matter here.
    func at(_ number: Int, _ line: String) throws -> String {
      try terminal.atQuestion(number, of: count, type: line).replacing("\n", with: " ")
    }
    #expect(try at(1, ":prev").contains("Question 1 of \(count) "))
    #expect(try at(1, ":next").contains("This is the first question; :next goes on."))
    #expect(try at(2, ":go \(count)").contains("Question 2 of \(count) "))
    _ = try at(count, ":next")
    #expect(try at(count, ":go 99").contains("This is the last question; :prev goes back."))
    #expect(try at(count, ":prev").contains("There is no question `99`."))
    _ = try at(count - 1, ":time")
    #expect(try at(count - 1, ":go 1").contains("There is no time limit."))
    for number in 1..<count { _ = try at(number, number == 2 ? Sandbox.wrong(right[1]) : right[number - 1]) }
    _ = try at(count, ":flag")
    #expect(try at(count, ":hand-in").contains("Question \(count) is flagged; :sheet shows what is."))
    #expect(try at(count, ":sheet").contains("1 question has no answer: \(count). :hand-in once more"))
    let sheet = try at(count, right[count - 1])
    #expect(sheet.contains("1 \(right[0]) ") && sheet.contains(" \(count) -*"), "\(sheet)")
    #expect(sheet.contains("Without an answer: \(count). Flagged (*): \(count)."), "\(sheet)")
    #expect(try at(count, ":go 2").contains("Every question has an answer"))
    // An answer is changed; the question stays, as no other is open.
    #expect(try at(2, right[1]).contains("Your answer: \(Sandbox.wrong(right[1])) "))
    _ = try at(2, ":hand-in")
    try terminal.expect("Score: \(count) of \(count) points (100 %), passed")
    try terminal.expect("1 answer was changed")
    try terminal.expect("Next: ")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isInCookedMode)
    #expect(terminal.screenLines.filter { $0.count > columns }.isEmpty)
    #expect(try sandbox.last("mockHandedIn")["timeUp"]?.boolValue == false)
    try sandbox.expectReviewsOnce(count)
  }

  @Test func whatIsWrongIsExplainedAtTheEnd() throws {
    let right = try sandbox.rightLines(["--form", "C", "--questions", "3"])
    let terminal = try start(["--form", "C", "--questions", "3"])
    for (index, line) in right.enumerated() {
      try terminal.atQuestion(index + 1, of: 3, type: index == 1 ? "\(Sandbox.wrong(line))!" : line)
    }
    try terminal.atQuestion(3, of: 3, type: ":hand-in")
    try terminal.expect("Score: 2 of 3 points (67 %), not passed")
    let report = try terminal.expectLines("Next: `kpo missed` asks what went wrong")
    for words in ["The forecast was ", "\nSection ", "\nPace: ", "1 sure (!) but wrong.", "\nMissed\n", "\n2. Wrong: "]
    {
      #expect(report.contains(words), "\(words)")
    }
    #expect(!report.contains("\n1. ") && !report.contains("\n3. "))
    #expect(try terminal.waitForExit() == .exited(1))
  }

  /// Leaves a mock exam of 12 questions that was answered up to the fifth, then goes on with it to the end.
  private func expectResumption(after ending: ProcessEnding, by leave: (PseudoTerminal) throws -> Void) throws {
    let right = try sandbox.rightLines(["--form", "C", "--questions", "12"])
    let first = try start()
    let answers = right.prefix(5).enumerated().map { $0 == 1 ? Sandbox.wrong($1) : $1 }
    for number in 1...5 { try first.atQuestion(number, of: 12, type: answers[number - 1]) }
    try first.atQuestion(6, of: 12, type: ":flag")
    try first.atQuestion(6, of: 12, type: ":go 2")
    try first.atQuestion(2, of: 12, type: "?")
    let shown = try first.expectLines("6/12> ")
    try leave(first)
    #expect(try first.waitForExit() == ending)
    #expect(first.isInCookedMode || ending == .signalled(SIGKILL))
    let elapsed = try sandbox.history().compactMap { $0["elapsed"]?.intValue }
    #expect(try sandbox.reviews().isEmpty)

    let second = try start([])
    let opening = try second.atQuestion(6, of: 12, type: ":sheet")
    #expect(opening.contains("It goes on where it was: 5 of 12 answered."), "\(opening)")
    // The same question with the same options.
    let question = try #require(shown.ranges(of: "Question 6 of 12, flagged\n").first)
    let text = shown[question.lowerBound...].prefix { $0 != "\u{1B}" }
    #expect(opening.contains(text), "\(opening) lacks \(text)")
    let sheet = try second.atQuestion(6, of: 12, type: ":go 2")
    let kept = [right[0], "?"] + right[2..<5] + ["-*", "-"]
    for (index, answer) in kept.enumerated() { #expect(sheet.contains("\(index + 1) \(answer) "), "\(sheet)") }
    try second.atQuestion(2, of: 12, type: right[1])
    for number in 6...12 { try second.atQuestion(number, of: 12, type: right[number - 1]) }
    try second.atQuestion(12, of: 12, type: ":hand-in")
    try second.expect("Score: 12 of 12 points (100 %), passed")
    // The first answer, before the interruption, is not forgotten.
    try second.expect("1 answer was changed: 1 from wrong to right")
    #expect(try second.waitForExit() == .exited(0))
    // The time goes on from where it was.
    let all = try sandbox.history().compactMap { $0["elapsed"]?.intValue }
    #expect(all.starts(with: elapsed) && all == all.sorted(), "\(all)")
    #expect(try sandbox.history().texts("event").count { $0 == "mockBegan" } == 1)
    try sandbox.expectReviewsOnce(12)
  }

  @Test func killedInTheMiddleItGoesOnWhereItWas() throws {
    try expectResumption(after: .signalled(SIGKILL)) { $0.signal(SIGKILL) }
  }

  @Test func controlCTwiceLeavesAndItGoesOn() throws {
    try expectResumption(after: .exited(130)) { terminal in
      terminal.type("half", .control("c"))
      try terminal.expect("Ctrl-C once more leaves kpo; `kpo exam` goes on later.")
      try terminal.atQuestion(6, of: 12, type: ":time")
      try terminal.expect("6/12> ")
      // What came between means that the learner stayed.
      terminal.type(.control("c"))
      try terminal.expect("Ctrl-C once more leaves")
      try terminal.expect("6/12> ")
      terminal.type(.control("c"))
      try terminal.expect("The mock waits: 7 of 12 questions are open.")
    }
  }

  @Test func controlDLeavesAndItGoesOn() throws {
    try expectResumption(after: .exited(1)) { terminal in
      terminal.type(.control("d"))
      try terminal.expect("The mock waits: 7 of 12 questions are open.")
    }
  }

  @Test func quitLeavesAndItGoesOn() throws {
    try expectResumption(after: .exited(1)) { terminal in
      terminal.type(":quit", .enter)
      try terminal.expect("The mock waits: 7 of 12 questions are open.")
    }
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func asTheTerminalGoesAwayItIsKeptAndGoesOn(signal: Int32) throws {
    try expectResumption(after: .exited(128 + signal)) { $0.signal(signal) }
  }

  @Test func theTimeThatHasGoneIsKeptThroughAKill() throws {
    let first = try start(["--questions", "3", "--minutes", "1"])
    try first.expect("3 questions in 1 minute;")
    try first.expect("1/3> ")
    usleep(1_600_000)
    first.type("a", .enter)
    try first.expect("2/3> ")
    first.signal(SIGKILL)
    #expect(try first.waitForExit() == .signalled(SIGKILL))
    let second = try start([])
    let opening = try second.atQuestion(2, of: 3, type: ":quit")
    let seconds = try #require(opening.firstMatch(of: /1 of 3 answered[.] ([0-9]+) seconds left[.]/), "\(opening)")
    #expect(try #require(Int(seconds.1)) <= 58)
    #expect(try second.waitForExit() == .exited(1))
  }

  @Test func whenTheTimeIsUpAHalfTypedAnswerDoesNotCount() throws {
    let paper = ["--form", "T", "--questions", "3", "--kinds", "short-answer"]
    let right = try sandbox.rightLines(paper)
    let terminal = try start(paper + ["--minutes", "0.2"])
    try terminal.atQuestion(1, of: 3, type: right[0])
    try terminal.expect("2/3> ")
    terminal.type("half of an answ")
    try terminal.expect("half of an answ")
    // The time left is told between, and what was typed stands there again.
    try terminal.expect(" left.")
    try terminal.expect("2/3> ")
    try terminal.expect("half of an answ")
    try terminal.expect("The time is up; the paper is handed in.")
    try terminal.expect("Score: 1 of 3 points (33 %), not passed")
    try terminal.expect("2. Open: the answer is ")
    #expect(try terminal.waitForExit() == .exited(1))
    #expect(terminal.isInCookedMode)
    let end = try sandbox.last("mockHandedIn")
    #expect(end["timeUp"]?.boolValue == true)
    #expect(try #require(end["elapsed"]?.intValue) >= 12000)
    // What was not reached proves nothing about the learner.
    #expect(try sandbox.reviews().map { $0["right"]?.boolValue } == [true])
    try sandbox.expectReviewsOnce(1)
  }

  @Test func anAnswerThatArrivesAfterTheTimeIsTooLate() throws {
    let right = try sandbox.rightLines(["--form", "T", "--questions", "2"])
    let terminal = try start(["--form", "T", "--questions", "2", "--minutes", "0.1"])
    try terminal.expect("1/2> ")
    // Stopped, so that the time is up before the line is read.
    terminal.signal(SIGSTOP)
    terminal.type(.text(right[0]), .enter)
    usleep(6_200_000)
    terminal.signal(SIGCONT)
    try terminal.expect("The time is up; the paper is handed in.")
    try terminal.expect("Score: 0 of 2 points")
    #expect(try terminal.waitForExit() == .exited(1))
    #expect(try sandbox.reviews().isEmpty)
    try sandbox.expectSoundProgress()
  }

  @Test func theSecondOfTwoProgramsCannotTouchTheMock() throws {
    let first = try start()
    try first.atQuestion(1, of: 12, type: "a")
    try first.expect("2/12> ")
    let second = try sandbox.run(["exam"], input: "b\n:hand-in\n:hand-in\n")
    #expect(second.errorText.contains("Note: "))
    #expect(try sandbox.run(["exam", "--abandon"]).exitCode != 0)
    #expect(try sandbox.reviews().isEmpty)
    first.type("a", .enter)
    try first.atQuestion(3, of: 12, type: ":hand-in")
    try first.atQuestion(3, of: 12, type: ":hand-in")
    try first.expect("Score: ")
    #expect(try first.waitForExit() == .exited(1))
    // Of the ten that are open only one was looked at.
    try sandbox.expectReviewsOnce(3)
  }
}
