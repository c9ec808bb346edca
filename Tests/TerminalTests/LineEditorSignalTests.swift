import Glibc
import TestSupport
import Testing

/// What happens to a line being edited when a signal comes or time runs out.
@Suite struct LineEditorSignalTests: ProbeTests {
  @Test func controlCDropsTheLineAndLeavesTheCursorOnANewOne() throws {
    let terminal = try start()
    terminal.type("half")
    try terminal.expect("half")
    terminal.type(.control("c"))
    let echo = try terminal.expect("interrupted")
    #expect(echo.contains("\r\n"))
    terminal.type("whole", .enter)
    try terminal.expect("line[whole]")
    try quit(terminal)
  }

  @Test func timeRunsOutInTheMiddleOfALine() throws {
    let terminal = try start()
    try typeAndLetTimeRunOut(terminal)
    try terminal.expect("time is up[par]")
    terminal.type("next", .enter)
    try terminal.expect("line[next]")
    try quit(terminal)
  }

  @Test func atADumbTerminalTooTheTextIsGoneWhenTimeRunsOut() throws {
    let terminal = try start(changes: ["TERM": "dumb"])
    try typeAndLetTimeRunOut(terminal)
    try terminal.expect("time is up[]")
    terminal.type("next", .enter)
    try terminal.expect("line[next]")
    try quit(terminal)
  }

  @Test(arguments: ["xterm", "dumb"])
  func withoutAWakePipeSignalsAreStillHeard(terminalType: String) throws {
    let terminal = try start(["--no-wake-pipe"], changes: ["TERM": terminalType])
    terminal.type("half")
    try terminal.expect("half")
    terminal.type(.control("c"))
    try terminal.expect("interrupted")
    terminal.signal(SIGTERM)
    #expect(try terminal.waitForExit() == .exited(128 + SIGTERM))
    #expect(terminal.isInCookedMode)
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func aRequestToEndRestoresTheTerminal(number: Int32) throws {
    let terminal = try start()
    terminal.type("half")
    try terminal.expect("half")
    #expect(!terminal.isInCookedMode)
    terminal.signal(number)
    try terminal.expect("terminated")
    #expect(try terminal.waitForExit() == .exited(128 + number))
    #expect(terminal.isInCookedMode)
  }

  /// Readline waits by itself for the rest of these: an unfinished paste, half a character to search for.
  @Test(arguments: ["\u{1B}[200~abc", "\u{12}\u{E2}"])
  func aRequestToEndIsHeardInTheMiddleOfAKey(beginning: String) throws {
    let terminal = try start()
    terminal.type("before ")
    try terminal.expect("before ")
    terminal.send(beginning.unicodeScalars.map { UInt8($0.value) })
    terminal.signal(SIGTERM)
    #expect(try terminal.waitForExit() == .exited(128 + SIGTERM))
    #expect(terminal.isInCookedMode)
  }

  @Test func controlCEndsAnUnfinishedPaste() throws {
    let terminal = try start()
    terminal.type("\u{1B}[200~abc")
    terminal.type(.control("c"))
    try terminal.expect("interrupted")
    terminal.type("next", .enter)
    try terminal.expect("line[next]")
    try quit(terminal)
  }

  @Test func aNewSizeKeepsTheLine() throws {
    let terminal = try start(columns: 30)
    terminal.type("a line of twenty-five.")
    try terminal.expect("five.")
    terminal.resize(columns: 60)
    // Readline draws the prompt again for the new size.
    try terminal.expect("kpo> ")
    terminal.type(" and more", .enter)
    try terminal.expect("line[a line of twenty-five. and more]")
    try quit(terminal)
  }

  @Test func stoppingAndContinuingBringsPromptAndTextBack() throws {
    let probe = try BuildProducts.path(of: "TerminalProbe")
    let shell = try PseudoTerminal(
      running: "/bin/bash", arguments: ["--norc", "--noprofile", "-i"],
      environment: PseudoTerminal.terminalEnvironment(["PS1": "sh$ ", "NO_COLOR": "1", "HISTFILE": "/dev/null"]))
    try shell.expect("sh$ ")
    shell.type("'\(probe)'", .enter)
    try shell.expect("Ready.")
    try shell.expect("kpo> ")
    shell.type("half")
    try shell.expect("half")
    shell.type(.control("z"))
    try shell.expect("Stopped")
    try shell.expect("sh$ ")
    shell.type("fg", .enter)
    try shell.expect("kpo> ")
    try shell.expect("half")
    shell.type(" and half", .enter)
    try shell.expect("line[half and half]")
    shell.type("quit", .enter)
    try shell.expect("sh$ ")
    shell.type("exit", .enter)
    #expect(try shell.waitForExit() == .exited(0))
  }

  @Test func controlCTwiceLeavesALongComputation() throws {
    let terminal = try start()
    terminal.type("busy", .enter)
    try terminal.expect("busy\r\n")
    try terminal.expect("busy\r\n")
    terminal.type(.control("c"))
    try terminal.expect("still busy")
    terminal.type(.control("c"))
    #expect(try terminal.waitForExit() == .exited(130))
    #expect(terminal.isInCookedMode)
  }
}
