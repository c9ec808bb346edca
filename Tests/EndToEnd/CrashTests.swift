import Glibc
import StrictJSON
import TestSupport
import Testing

/// What was shown as answered is on the disk, whatever happens next.
@Suite struct CrashTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test(arguments: 0...5)
  func killedAfterSomeAnswersNothingIsLost(answers: Int) throws {
    let terminal = try sandbox.terminal(["daily", "--count", "20"])
    for number in 0..<answers { try terminal.answer(number + 1) }
    if answers == 0 { try terminal.expect(PseudoTerminal.answerPrompt) }
    terminal.signal(SIGKILL)
    #expect(try terminal.waitForExit() == .signalled(SIGKILL))
    guard answers > 0 else { return #expect(sandbox.files.isEmpty) }
    #expect(try sandbox.answeredItems() == answers)
    try sandbox.expectSoundProgress()
    // After the restart all of them count, and the next answer is added to them.
    let next = try sandbox.run(["daily", "--count", "1"], input: "?\n:quit\n")
    #expect(next.exitCode == 0)
    #expect(!next.errorText.contains("Note:"), "\(next.errorText)")
    #expect(try sandbox.answeredItems() == answers + 1)
    try sandbox.expectSoundProgress()
  }

  @Test func killedAtAnyMomentAtLeastWhatWasShownIsKept() throws {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed \(seed)")
    var numbers = SeededNumbers(seed: seed)
    for _ in 0..<12 {
      let sandbox = try Sandbox()
      let terminal = try sandbox.terminal(["daily", "--count", "40"])
      try terminal.expect(PseudoTerminal.answerPrompt)
      for _ in 0..<30 { terminal.type("a", .enter) }
      usleep(UInt32.random(in: 0...60_000, using: &numbers))
      terminal.signal(SIGKILL)
      #expect(try terminal.waitForExit() == .signalled(SIGKILL))
      let shown = terminal.screenLines.count { $0.contains(". Right: ") || $0.contains(". Wrong: ") }
      if shown == 0 && !sandbox.files.contains("data/history.jsonl") { continue }
      #expect(try sandbox.run(["progress", "check"]).exitCode == 0, "seed \(seed)")
      // The restart sets an incomplete last line aside.
      #expect(try sandbox.run(["daily", "--count", "1"], input: "?\n:quit\n").exitCode == 0)
      #expect(try sandbox.reviews().count >= shown + 1, "seed \(seed)")
      try sandbox.expectSoundProgress()
    }
  }

  @Test func theSecondOfTwoProgramsOnlyReadsAndTheFirstLosesNothing() throws {
    let first = try sandbox.terminal(["daily", "--count", "9"])
    try first.answer(1)
    let second = try sandbox.run(["daily", "--count", "1"], input: "?\n:quit\n")
    #expect(second.exitCode == 74)
    #expect(second.lines.count == 2)
    let said = second.errorText.replacing("\n  ", with: " ").replacing("\n", with: " ")
    #expect(
      said.contains("Another program is saving answers: \"kpo daily\" (process \(first.processIdentifier), since "))
    #expect(said.contains("These answers were not saved"))
    #expect(try sandbox.run(["stats"]).exitCode == 0)
    try first.answer(2)
    try first.answer(3)
    try first.expect(PseudoTerminal.answerPrompt)
    first.type(":quit", .enter)
    #expect(try first.waitForExit() == .exited(0))
    #expect(try sandbox.answeredItems() == 3)
    #expect(try Set(sandbox.reviews().texts("sitting")).count == 1)
    try sandbox.expectSoundProgress()
    // With the first one gone, answers are saved again.
    _ = try sandbox.run(["daily", "--count", "1"], input: "?\n:quit\n")
    #expect(try sandbox.answeredItems() == 4)
  }
}
