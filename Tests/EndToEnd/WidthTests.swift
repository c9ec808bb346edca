import Glibc
import TestSupport
import Testing

/// Nothing is wider than the terminal.
@Suite struct WidthTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func expectNarrow(
    _ terminal: PseudoTerminal, _ columns: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let wide = terminal.screenLines.filter { $0.count > columns }
    #expect(wide.isEmpty, sourceLocation: sourceLocation)
    #expect(terminal.screenLines.count > 1, sourceLocation: sourceLocation)
  }

  @Test(arguments: [40, 80])
  func inAQuizWithAllItsCommands(columns: Int) throws {
    let terminal = try sandbox.terminal(["daily", "--count", "12", "--seed", "5"], columns: columns)
    for command in [":help", ":why", ":x", ":undo", ":hint", ":hint", ":hint", "zz", "", ":read"] {
      try terminal.expect(PseudoTerminal.answerPrompt)
      terminal.type(.text(command), .enter)
    }
    try terminal.answer(1, with: "a!")
    try terminal.expect(PseudoTerminal.answerPrompt)
    terminal.type(":flag", .enter)
    try terminal.answer(2, with: "a!")
    try terminal.expect(PseudoTerminal.answerPrompt)
    terminal.type(":undo", .enter)
    for number in 2...8 { try terminal.answer(number, with: number.isMultiple(of: 2) ? "b!" : "?") }
    try terminal.expect(PseudoTerminal.answerPrompt)
    terminal.type(.control("c"))
    try terminal.expect(PseudoTerminal.answerPrompt)
    terminal.type(.control("c"))
    #expect(try terminal.waitForExit() == .exited(130))
    expectNarrow(terminal, columns)
  }

  @Test(arguments: [40, 80])
  func inMatchingDrills(columns: Int) throws {
    let terminal = try sandbox.terminal(["match", "--count", "6", "--seed", "5"], columns: columns)
    for line in [
      ":help", ":why", ":hint", ":hint", ":hint", "1a", "zz", "", ":read", "?", "1a 2b 3- 4- 5-!", "----", ":quit",
    ] {
      try terminal.expect("> ")
      terminal.type(.text(line), .enter)
    }
    #expect(try terminal.waitForExit() == .exited(0))
    expectNarrow(terminal, columns)
  }

  @Test(
    arguments: [40, 80],
    ["true-false", "multiple-response", "odd-one-out", "categories", "cloze", "short-answer"])
  func inEveryKind(columns: Int, kind: String) throws {
    let terminal = try sandbox.terminal(["practice", "--kind", kind, "--count", "6", "--seed", "5"], columns: columns)
    for line in [":hint", ":hint", "", "1a 1a", "?", "a!", ":why", "ab", "zzzz zzzz!", ":right", ":quit"] {
      try terminal.expect("> ")
      terminal.type(.text(line), .enter)
    }
    #expect(try terminal.waitForExit() == .exited(0))
    expectNarrow(terminal, columns)
  }

  @Test(arguments: [40, 80])
  func inAMockExamAndItsReport(columns: Int) throws {
    _ = try sandbox.run(["exam", "plan", "--date", Sandbox.date(of: 9)], on: 0)
    let terminal = try sandbox.terminal(
      [
        "exam", "--questions", "20", "--form", "5", "--minutes", "60", "--kinds",
        "matching,multiple-choice,short-answer",
      ],
      columns: columns)
    let answers = (0..<20).flatMap { _ in ["a!", "surely not the right one here?", "1a", ":flag", ":next"] }
    for line in [":help", ":time", ":x", ":go", ":go 99", "zz", "", ":hand-in"] + answers {
      try terminal.expect("/20> ")
      terminal.type(.text(line), .enter)
    }
    for line in [":sheet", ":hand-in", ":hand-in"] {
      try terminal.expect("/20> ")
      terminal.type(.text(line), .enter)
    }
    #expect(try terminal.waitForExit() == .exited(1))
    expectNarrow(terminal, columns)
  }

  @Test(arguments: [40, 80])
  func inPlansAndSheets(columns: Int) throws {
    _ = try sandbox.run(["exam", "plan", "--date", Sandbox.date(of: 9)], on: 0)
    let answers = Array(repeating: "a", count: 40) + [":hand-in", ":hand-in"]
    _ = try sandbox.run(["exam", "--form", "A long name of a form, as long as anybody types"], on: 0, answers: answers)
    _ = try sandbox.run(["exam"], on: 0)
    let commands = [
      ["plan", "--date", Sandbox.date(of: 60)], ["plan"], ["plans"], ["sheet"], ["--abandon"], ["drop", "1"],
    ]
    for command in commands.map({ ["exam"] + $0 }) {
      let terminal = try sandbox.terminal(command, columns: columns, changes: ["KPO_NOW": Sandbox.morning(of: 0)])
      #expect(try terminal.waitForExit() == .exited(0))
      #expect(terminal.screenLines.filter { $0.count > columns }.isEmpty)
    }
  }

  @Test(arguments: [40, 80])
  func atThePrompt(columns: Int) throws {
    _ = try sandbox.run(["daily", "--count", "30"], input: String(repeating: "a\n", count: 30))
    let terminal = try sandbox.terminal(columns: columns)
    for line in ["help", "frob", "dialy", "read zz", "search zzzzzzzz", "stats", "bank list", "quit"] {
      try terminal.expect("kpo> ")
      terminal.type(.text(line), .enter)
    }
    #expect(try terminal.waitForExit() == .exited(0))
    expectNarrow(terminal, columns)
  }

  @Test(arguments: [40, 80])
  func onOtherDays(columns: Int) throws {
    // Confusions, a fact set aside, a backlog, and many misses to sum up.
    let answers =
      (0..<60).map { $0.isMultiple(of: 3) ? "b!" : "a" } + [":flag a note that is long enough for two lines"]
    _ = try sandbox.run(["daily", "--count", "61", "--seed", "4"], on: -60, answers: answers)
    let prompt = try sandbox.terminal(columns: columns)
    for line in [
      "daily --minutes 3 --seed 2", "?", "?", "?", "?", ":why", "a!", ":why", ":undo", ":undo", ":undo", ":flag",
      ":why",
      ":quit", "flagged",
      "flagged --restore kpo/no/such/fact", "practice --count 2", "?", ":why", ":quit", "missed --days 1", "missed",
      ":why",
      "b!", ":quit", "daily --count 3 --minutes 3", "match --count 1", "?", ":why", ":quit", "flagged --restore",
      "quit",
    ] {
      try prompt.expect("> ")
      // What is typed before the prompt is there would be shown before the text that still comes.
      usleep(250_000)
      prompt.type(.text(line), .enter)
    }
    #expect(try prompt.waitForExit() == .exited(0))
    expectNarrow(prompt, columns)
    // Where a line was wrapped does not matter here.
    let text = prompt.screenLines.joined(separator: " ").split(separator: " ").joined(separator: " ")
    for words in ["to tell apart", "It was due", "Taken back", "Note: a note", "Free practice", "not both"] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test(
    arguments: [40, 80],
    [
      ["daily", "--help"], ["practice", "--help"], ["flagged", "--help"], ["missed", "--help"], ["--help"],
      ["flagged"], ["flagged", "--restore", "kpo/no/such/fact"], ["daily", "--count", "3", "--minutes", "3"],
      ["read"], ["search", "finance"], ["stats"], ["stats", "--fact", "wns"], ["stats", "--help"],
      ["report", "--help"],
      ["report"], ["bank", "list"], ["questions", "--count", "30", "--seed", "1"],
      ["missed", "--bank", "zzzzzzz"], ["frob"], ["daily", "--count", "0"], ["exam", "--help"],
      ["exam", "take", "--help"], ["exam", "plan", "--help"], ["exam", "print", "--help"], ["exam", "plans"],
      ["exam", "frob"], ["exam", "plan", "--pass", "2"], ["exam", "--questions", "0"], ["exam", "sheet"],
    ])
  func inEveryCommand(columns: Int, arguments: [String]) throws {
    let terminal = try sandbox.terminal(arguments, columns: columns)
    _ = try terminal.waitForExit()
    let wide = terminal.screenLines.filter { $0.count > columns }
    #expect(wide.isEmpty)
    #expect(!terminal.screenLines.isEmpty)
  }
}
