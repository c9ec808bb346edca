import Glibc
import StrictJSON
import TestSupport
import Testing

/// Sittings as a learner has them: on a terminal, with Readline.
@Suite struct TerminalSittingTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// A bank whose facts are all asked with one right option while they are new.
  private var capitals: String { get throws { try sandbox.write(Sandbox.capitals, to: "capitals.md") } }

  @Test func aDailyQuizOfThreeIsAnsweredByLettersAndEndsWithItsScore() throws {
    let terminal = try sandbox.terminal(["daily", "--count", "3", "--bank", try capitals])
    let right = try terminal.answerAll(3)
    try terminal.expect("Score: \(right) of 3 right")
    try terminal.expect("Next: ")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isInCookedMode)
    #expect(try sandbox.reviews().count == 3 + (3 - right))
    try sandbox.expectSoundProgress()
  }

  @Test func theFirstQuestionComesWithoutAnyQuestionsBefore() throws {
    let terminal = try sandbox.terminal(["daily", "--bank", try capitals])
    let first = try terminal.expect(PseudoTerminal.answerPrompt)
    #expect(first.contains("1. ") && first.contains("(6 to go)") && first.contains("  a) ") && first.contains("  c) "))
    #expect(sandbox.files == ["capitals.md"])
  }

  @Test func feedbackTellsWhyAndWhereAWrongOptionBelongs() throws {
    let terminal = try sandbox.terminal(["daily", "--count", "6", "--seed", "7", "--bank", try capitals])
    var number = 1
    while try terminal.answer(number, with: "a!").isRight, number < 6 { number += 1 }
    let feedback = try terminal.expectLines(PseudoTerminal.answerPrompt)
    #expect(feedback.contains("; the answer is "))
    #expect(feedback.contains("\n   But: "))
    #expect(feedback.contains("\n   You were sure, so this one is worth a second look."))
  }

  @Test func controlDEndsTheSittingWithItsSummary() throws {
    let terminal = try sandbox.terminal(["daily", "--bank", try capitals])
    try terminal.answer(1)
    try terminal.expect(PseudoTerminal.answerPrompt)
    terminal.type(.control("d"))
    try terminal.expect("of 1 right")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(try sandbox.history().texts("event") == ["sittingBegan", "review", "sittingEnded"])
  }

  @Test func controlCTwiceLeavesWithEverythingSaved() throws {
    let terminal = try sandbox.terminal(["daily", "--bank", try capitals])
    try terminal.answer(1)
    try terminal.answer(2)
    try terminal.expect(PseudoTerminal.answerPrompt)
    terminal.type("half", .control("c"))
    try terminal.expect("Ctrl-C once more leaves kpo; everything answered is saved.")
    try terminal.expect(PseudoTerminal.answerPrompt)
    terminal.type(.control("c"))
    try terminal.expect("of 2 right")
    #expect(try terminal.waitForExit() == .exited(130))
    #expect(terminal.isInCookedMode)
    #expect(try sandbox.history().texts("event") == ["sittingBegan", "review", "review", "sittingEnded"])
    try sandbox.expectSoundProgress()
  }

  @Test func anAnswerBetweenTwoInterruptsMeansThatTheLearnerStays() throws {
    let terminal = try sandbox.terminal(["daily", "--bank", try capitals])
    try terminal.expect(PseudoTerminal.answerPrompt)
    terminal.type(.control("c"))
    try terminal.answer(1)
    try terminal.expect(PseudoTerminal.answerPrompt)
    terminal.type(.control("c"))
    try terminal.expect("Ctrl-C once more leaves")
    try terminal.answer(2)
    terminal.type(":quit", .enter)
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func asTheTerminalGoesAwayEverythingIsSaved(signal: Int32) throws {
    let terminal = try sandbox.terminal(["daily", "--bank", try capitals])
    try terminal.answer(1)
    try terminal.expect(PseudoTerminal.answerPrompt)
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .exited(128 + signal))
    #expect(try sandbox.history().texts("event") == ["sittingBegan", "review", "sittingEnded"])
  }

  @Test func everyCommandOfASittingAnswers() throws {
    let terminal = try sandbox.terminal(["daily", "--count", "4", "--seed", "1", "--bank", try capitals])
    func command(_ line: PseudoTerminal.Key, _ words: String...) throws {
      try terminal.expect(PseudoTerminal.answerPrompt)
      terminal.type(line, .enter)
      for word in words { try terminal.expect(word) }
    }
    try command(":help", ":hint", ":why", ":read", ":flag", ":undo", ":quit")
    try command(":x", "There is no command :x. :help lists them.")
    try command(":undo", "There is no answer to take back.")
    try command(":why", "A new fact")
    try command(":hint", "It is not ")
    try command("zz", "`zz` is none of the options.")
    try command("", "Type a letter from a to ")
    try command(":read", "so this question does not count")
    try command("?", "1. Not known: the answer is ")
    try command(":flag too easy", "This fact is set aside; it is not asked any more.")
    try command("?", "2. Not known")
    try command(":undo", "Taken back; here is the question again.")
    try command(":quit", "No answers given.", "Next: ")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(try sandbox.history().texts("event") == ["flagged", "review", "undone", "sittingEnded"].withBeginning)
    #expect(try sandbox.history().texts("note") == ["too easy"])
  }

  @Test func aMatchingDrillIsAnsweredInOneLine() throws {
    let terminal = try sandbox.terminal(["match", "--count", "1", "--seed", "2"])
    let drill = try terminal.expect("Pairs> ")
    #expect(drill.contains("Match each ") && drill.contains("  1) ") && drill.contains("  f) "))
    let premises = drill.split(separator: "\r\n").count { $0.contains(/^  [0-9][)]/) }
    let rest = (3..<premises + 1).map { " \($0)-" }.joined()
    terminal.type(.text("9z 1a\(rest)"), .enter)
    try terminal.expect("`9z` is no pair.")
    try terminal.expect("Pairs> ")
    terminal.type(":hint", .enter)
    try terminal.expect("numbers.")
    try terminal.expect("Pairs> ")
    terminal.type(.text("1a 2b\(rest)?"), .enter)
    try terminal.expect("\r1. ")
    // What was chosen and what is right must not be taken for each other.
    let feedback = try terminal.expectLines("(again, ")
    #expect(feedback.contains("   1a right: ") || feedback.contains("   1a wrong, it is "), "\(feedback)")
    #expect(feedback.contains("   4 not known, it is "), "\(feedback)")
    try terminal.expect(PseudoTerminal.answerPrompt)
    terminal.type(":quit", .enter)
    try terminal.expect("Score: ")
    #expect(try terminal.waitForExit() == .exited(0))
    let reviews = try sandbox.reviews()
    #expect(reviews.texts("confidence").filter { $0 == "unsure" }.count == 2)
    #expect(reviews.texts("confidence").filter { $0 == "dont-know" }.count == reviews.count - 2)
  }

  @Test func theTabKeyGivesNoAnswerAway() throws {
    let terminal = try sandbox.terminal()
    try terminal.expect("kpo> ")
    terminal.type("practice --kind multiple-choice --count 1", .enter)
    try terminal.expect(PseudoTerminal.answerPrompt)
    terminal.type(.tab, .tab, "?", .enter)
    let echo = try terminal.expect("1. Not known")
    #expect(echo.split(separator: "\n").count <= 2, "\(echo)")
  }
}

extension [String] {
  /// The same events after the one that every saved sitting begins with.
  fileprivate var withBeginning: [String] { ["sittingBegan"] + self }
}
