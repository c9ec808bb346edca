import FoundationEssentials
import TestSupport
import Testing

/// The prompt of `kpo` alone.
@Suite struct REPLTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func start(columns: Int = 80) throws -> (terminal: PseudoTerminal, greeting: String) {
    let terminal = try sandbox.terminal(columns: columns)
    return (terminal, try terminal.expect("kpo> "))
  }

  private func quit(_ terminal: PseudoTerminal) throws {
    terminal.type("quit", .enter)
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isInCookedMode)
  }

  @Test func enterAtTheFirstPromptBeginsTheQuizAndOnlyThere() throws {
    let (terminal, _) = try start()
    terminal.type(.enter)
    try terminal.expect(PseudoTerminal.answerPrompt)
    terminal.type(":quit", .enter)
    try terminal.expect("kpo> ")
    terminal.type(.enter)
    try terminal.expect("kpo> ")
    try quit(terminal)
  }

  @Test func itOpensWithThePlanInThreeLines() throws {
    let (terminal, _) = try start()
    let lines = terminal.screenLines
    #expect(lines.count == 4)
    #expect(lines.first?.contains(/: 0 of [0-9]+ facts seen[.]/) == true)
    #expect(lines.dropFirst().first == "8 new; about 6 minutes.")
    #expect(
      lines.dropFirst(2).first == "Enter or daily asks them, missed what went wrong (0); help lists all commands.")
    try quit(terminal)
    #expect(sandbox.files == [".local/state/kpo/history"])
  }

  @Test func thePlanCountsWhatWasAnswered() throws {
    _ = try sandbox.run(["practice", "--kind", "multiple-choice", "--count", "3"], input: "?\n?\n?\n")
    let (terminal, greeting) = try start()
    #expect(greeting.contains(": 3 of "))
    #expect(greeting.contains(" facts seen; today 0 of 3 right."))
    #expect(greeting.contains("missed what went wrong (3);"))
    try quit(terminal)
  }

  @Test func theTabKeyCompletesCommandsAndSections() throws {
    let (terminal, _) = try start()
    terminal.type("dai", .tab)
    try terminal.expect("daily ")
    terminal.type("--count 1", .enter)
    try terminal.expect(PseudoTerminal.answerPrompt)
    terminal.type(":quit", .enter)
    try terminal.expect("kpo> ")
    terminal.type("read prov", .tab, .enter)
    try terminal.expect("Providers (providers)")
    try terminal.expect("kpo> ")
    terminal.type("m", .tab, .tab)
    try terminal.expect("missed")
    try terminal.expect("match")
    terminal.type(.control("u"))
    try quit(terminal)
  }

  @Test func theTabKeyCompletesSubcommands() throws {
    let (terminal, _) = try start()
    terminal.type("exam sh", .tab)
    try terminal.expect("exam sheet ")
    terminal.type(.control("u"), "exam pl", .tab, .tab)
    try terminal.expect("plans")
    terminal.type(.control("u"), "progress ch", .tab)
    try terminal.expect("progress check ")
    terminal.type(.control("u"))
    try quit(terminal)
  }

  @Test func examsArePlannedAndTakenAtThePrompt() throws {
    let (terminal, _) = try start()
    terminal.type("exam pln", .enter)
    try terminal.expect("There is no command `exam pln`. Did you mean `exam plan`?")
    try terminal.expect("kpo> ")
    terminal.type("exam plan", .enter)
    try terminal.expect("No exam is ahead.")
    try terminal.expect("kpo> ")
    // Not handed in, resumed, and failed: each time the prompt comes back.
    terminal.type("exam --questions 2", .enter)
    try terminal.expect("1/2> ")
    terminal.type("a", .enter)
    try terminal.expect("2/2> ")
    terminal.type(":quit", .enter)
    try terminal.expect("The mock waits: 1 of 2 questions are open.")
    try terminal.expect("kpo> ")
    terminal.type("exam", .enter)
    try terminal.expect("2/2> ")
    terminal.type("?", .enter)
    try terminal.expect("2/2> ")
    // Tab and Up give nothing away.
    terminal.type(.tab, .up, .control("u"), ":hand-in", .enter)
    try terminal.expect("Score: ")
    try terminal.expect("Next: ")
    try terminal.expect("kpo> ")
    try quit(terminal)
    #expect(try sandbox.reviews().count == 2)
    #expect(try sandbox.text(".local/state/kpo/history") == "exam pln\nexam plan\nexam --questions 2\nexam\nquit\n")
  }

  @Test func helpListsTheCommandsAndTheirOptions() throws {
    let (terminal, _) = try start()
    terminal.type("help", .enter)
    let help = try terminal.expectLines("`help COMMAND` shows its options.")
    let commands = [
      "daily", "missed", "match", "practice", "exam", "flagged", "stats", "read", "search", "questions", "bank",
      "progress",
      "quit",
    ]
    for command in commands {
      #expect(help.contains("\(command) "), "\(command)")
    }
    try terminal.expect("kpo> ")
    terminal.type("help match", .enter)
    try terminal.expect("USAGE: kpo match")
    try terminal.expect("kpo> ")
    terminal.type("mtach", .enter)
    try terminal.expect("Did you mean `match`?")
    try terminal.expect("kpo> ")
    terminal.type("daily --count 0", .enter)
    try terminal.expect("--count is 0; it goes from 1 to 500.")
    try terminal.expect("kpo> ")
    try quit(terminal)
  }

  @Test func answersNeverGetIntoTheHistoryOfCommands() throws {
    let (terminal, _) = try start()
    terminal.type("daily --count 5 --bank \(try sandbox.write(Sandbox.capitals, to: "capitals.md"))", .enter)
    try terminal.answer(1, with: "b!")
    try terminal.expect(PseudoTerminal.answerPrompt)
    terminal.type(":why", .enter)
    try terminal.answer(2, with: "c?")
    terminal.type(":quit", .enter)
    try terminal.expect("Next: ")
    try terminal.expect("kpo> ")
    terminal.type("stats", .enter)
    try terminal.expect("kpo> ")
    terminal.type(" help", .enter)
    try terminal.expect("kpo> ")
    // The Up key brings back the last command, not an answer.
    terminal.type(.up)
    try terminal.expect("stats")
    terminal.type(.control("u"))
    try quit(terminal)
    let history = try sandbox.text(".local/state/kpo/history")
    #expect(
      history.split(separator: "\n").dropFirst() == ["stats", "quit"] && history.hasPrefix("daily"), "\(history)")
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(sandbox.home)/.local/state/kpo/history")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func commandsOfEarlierRunsComeBackWithTheUpKey() throws {
    let (first, _) = try start()
    first.type("search supply", .enter)
    try first.expect("kpo> ")
    try quit(first)
    let (second, _) = try start()
    second.type(.up, .up)
    try second.expect("search supply")
    second.type(.control("u"))
    try quit(second)
  }

  @Test func controlDLeaves() throws {
    let (terminal, _) = try start()
    terminal.type(.control("d"))
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(sandbox.files.isEmpty)
  }

  @Test func controlCLeavesOnlyTheSecondTime() throws {
    let (terminal, _) = try start()
    terminal.type("half", .control("c"))
    try terminal.expect("Ctrl-C once more leaves.")
    try terminal.expect("kpo> ")
    terminal.type("help", .enter)
    try terminal.expect("kpo> ")
    terminal.type(.control("c"))
    try terminal.expect("Ctrl-C once more leaves.")
    try terminal.expect("kpo> ")
    terminal.type(.control("c"))
    #expect(try terminal.waitForExit() == .exited(130))
    #expect(terminal.isInCookedMode)
  }

  @Test func afterASittingThePromptComesBack() throws {
    let (terminal, _) = try start()
    terminal.type("practice --kind multiple-choice --count 5", .enter)
    try terminal.answer(1)
    try terminal.expect(PseudoTerminal.answerPrompt)
    terminal.type(.control("d"))
    try terminal.expect("of 1 right")
    try terminal.expect("kpo> ")
    terminal.type("stats", .enter)
    try terminal.expect("of 1 answers right")
    try terminal.expect("kpo> ")
    try quit(terminal)
  }
}
