import TestSupport
import Testing

/// What the Tab key offers.
@Suite struct TabKeyTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test func commandsOptionsAndValuesAtThePrompt() throws {
    let terminal = try sandbox.terminal()
    try terminal.expect("kpo> ")
    let steps: [(typed: String, offered: String)] = [
      ("daily --co", "Use colour: auto, always or never."), ("daily --min", "utes "), ("daily --bank k", "po "),
      ("exam --que", "stions "), ("exam take --kinds clo", "ze "), ("practice --kind odd", "-one-out "),
      ("bank check k", "po "), ("kpo bank mea", "sure "), ("explain cla", "ng "), ("search document rev", "iew "),
      ("practice --keys si", "ngle "), ("help progr", "ess "),
    ]
    for (typed, offered) in steps {
      terminal.type(.text(typed))
      try terminal.expect(typed)
      terminal.type(.tab)
      #expect(throws: Never.self, "\(typed)") { try terminal.expect(offered) }
      terminal.type(.control("u"))
    }
    terminal.type("quit", .enter)
    #expect(try terminal.waitForExit() == .exited(0))
  }

  /// Every name of the bank is offered, whatever is asked, and only to who knows how it begins.
  @Test func aTypedAnswerIsCompletedWithoutTellingTheKey() throws {
    let bank = try sandbox.write(Sandbox.capitals, to: "capitals.md")
    let terminal = try sandbox.terminal(["practice", "--kind", "short-answer", "--bank", bank])
    try terminal.expect("Type> ")
    for (typed, rest) in [("Sof", "ia "), ("ljub", "ljana "), ("NOR", "way "), ("Swed", "en ")] {
      terminal.type(.text(typed))
      try terminal.expect(typed)
      terminal.type(.tab)
      try terminal.expect(rest)
      terminal.type(.control("u"))
    }
    // Too little, and nothing at all, is not completed: the line is what was typed.
    terminal.type("So", .tab, "!", .control("a"), .tab, .control("e"), .enter)
    try terminal.expect("1. Wrong: So; ")
    try terminal.expect("Type> ")
    terminal.type(":wh", .tab)
    try terminal.expect(":why ")
    terminal.type(.enter)
    try terminal.expect("Type> ")
    terminal.type(":quit", .enter)
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func anExamCompletesNoNames() throws {
    let bank = try sandbox.write(Sandbox.capitals, to: "capitals.md")
    let terminal = try sandbox.terminal(["exam", "--bank", bank, "--questions", "2", "--kinds", "short-answer"])
    try terminal.expect("1/2> ")
    terminal.type("Sof", .tab, .enter)
    try terminal.expect("1: Sof\r\n")
    try terminal.expect("2/2> ")
    terminal.type(":sh", .tab, .enter)
    try terminal.expect(":sheet")
    try terminal.expect("2/2> ")
    terminal.type(":quit", .enter)
    #expect(try terminal.waitForExit() == .exited(1))
  }

  @Test func controlCTwiceInASittingLeavesThePromptToo() throws {
    let terminal = try sandbox.terminal()
    try terminal.expect("kpo> ")
    terminal.type("practice --kind multiple-choice", .enter)
    try terminal.answer(1)
    try terminal.expect(PseudoTerminal.answerPrompt)
    terminal.type("half", .control("c"))
    try terminal.expect("Ctrl-C once more leaves kpo")
    try terminal.expect(PseudoTerminal.answerPrompt)
    terminal.type(.control("c"))
    try terminal.expect("Score: ")
    #expect(try terminal.waitForExit() == .exited(130))
    #expect(terminal.isInCookedMode)
    #expect(try sandbox.answeredItems() == 1)
  }
}
