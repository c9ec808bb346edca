import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// A person at a terminal, seen from outside: every test types at `TerminalProbe` and reads what it writes.
@Suite struct LineEditorTests {
  func start(
    _ arguments: [String] = [], changes: [String: String] = [:], columns: Int = 80
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      running: BuildProducts.path(of: "TerminalProbe"), arguments: arguments,
      environment: PseudoTerminal.terminalEnvironment(["NO_COLOR": "1"].merging(changes) { $1 }), columns: columns)
    try terminal.expect("kpo>")
    return terminal
  }

  func quit(_ terminal: PseudoTerminal) throws {
    terminal.type("quit", .enter)
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isInCookedMode)
  }

  @Test func aLineIsEditedAndReturned() throws {
    let terminal = try start()
    terminal.type("helo", .left, "l", .enter)
    try terminal.expect("line[hello]")
    terminal.type("naïve 👩‍👩‍👧 שלום", .enter)
    try terminal.expect("line[naïve 👩‍👩‍👧 שלום]")
    try quit(terminal)
  }

  @Test func theUpKeyBringsTheLastCommandBack() throws {
    let terminal = try start()
    terminal.type("daily", .enter)
    try terminal.expect("line[daily]")
    terminal.type(" secret", .enter)
    try terminal.expect("line[ secret]")
    terminal.type(.up, "!", .enter)
    try terminal.expect("line[daily!]")
    try quit(terminal)
  }

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

  @Test func controlDOnAnEmptyLineIsTheEnd() throws {
    let terminal = try start()
    terminal.type("ab", .control("d"), .enter)
    try terminal.expect("line[ab]")
    try terminal.expect("kpo> ")
    terminal.type(.control("d"))
    let echo = try terminal.expect("end")
    #expect(echo.filter { $0 == "\r\n" }.count == 1)
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isInCookedMode)
  }

  @Test func tabCompletesAndListsMatchesWithDescriptions() throws {
    let terminal = try start()
    terminal.type("m", .tab, .enter)
    try terminal.expect("line[missed ]")
    terminal.type("d", .tab)
    let list = try terminal.expect("where the files are")
    #expect(list.contains("daily  today's questions\r\n"))
    try terminal.expect("kpo> ")
    try terminal.expect("da")
    terminal.type("i", .tab, .enter)
    try terminal.expect("line[daily ]")
    try quit(terminal)
  }

  @Test func tabNeverOffersFilesOrHiddenScalars() throws {
    let terminal = try start()
    terminal.type("/et", .tab, .enter)
    try terminal.expect("line[/et]")
    terminal.type("x hid", .tab, .enter)
    try terminal.expect("line[x hid]")
    terminal.type("x L", .tab, .enter)
    try terminal.expect("line[x Legal ]")
    try quit(terminal)
  }

  @Test func aPastedNewlineWaitsForEnter() throws {
    let terminal = try start()
    terminal.type(.paste("one\ntwo"))
    try terminal.expect("two")
    terminal.type("!", .enter)
    try terminal.expect("line[one^Jtwo!]")
    try quit(terminal)
  }

  @Test func typeAheadIsKept() throws {
    let terminal = try start()
    terminal.type("a", .enter, "b", .enter, "c", .enter)
    for letter in ["a", "b", "c"] { try terminal.expect("line[\(letter)]") }
    try quit(terminal)
  }

  @Test func timeRunsOutInTheMiddleOfALine() throws {
    let terminal = try start(["--timeout", "3000"])
    terminal.type("par")
    try terminal.expect("time is up[par]")
    #expect(try terminal.waitForExit() == .exited(0))
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

  @Test(arguments: [["LC_ALL": "C"], ["LC_ALL": "xx_XX.UTF-8"], ["LC_ALL": "POSIX"]])
  func withoutAUTF8LocaleUTF8StillWorks(changes: [String: String]) throws {
    let terminal = try start(changes: changes)
    terminal.type("é€😀", .backspace, .enter)
    try terminal.expect("line[é€]")
    try quit(terminal)
  }

  @Test func aColouredPromptDoesNotCountItsColours() throws {
    let terminal = try start(["--colour"], columns: 20)
    // Twelve letters and the prompt fit into twenty columns only if the escapes count nothing.
    terminal.type("twelve-chars", .control("a"), ">", .enter)
    try terminal.expect("line[>twelve-chars]")
    #expect(terminal.text.contains("\u{1B}[1;34mkpo>"))
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

  @Test func theLearnersInputrcHasTheLastWord() throws {
    let path = FileManager.default.temporaryDirectory.path + "/kpo-inputrc-\(UUID().uuidString)"
    let settings = "$if kpo\n\"\\C-t\": \"from inputrc\"\nset show-all-if-ambiguous off\n$endif\n"
    try settings.write(toFile: path, atomically: false, encoding: .utf8)
    defer { unlink(path) }
    let terminal = try start(changes: ["INPUTRC": path])
    terminal.type("d", .tab, .control("t"), .enter)
    let echo = try terminal.expect("line[dafrom inputrc]")
    #expect(!echo.contains("today's questions"))
    try quit(terminal)
  }

  @Test func historyIsKeptBetweenRuns() throws {
    let path = FileManager.default.temporaryDirectory.path + "/kpo-history-\(UUID().uuidString)"
    defer { unlink(path) }
    let first = try start(["--history", path])
    first.type("search naïve", .enter, " hidden", .enter)
    try first.expect("line[ hidden]")
    try quit(first)
    let second = try start(["--history", path])
    second.type(.up, .enter)
    try second.expect("line[search naïve]")
    try quit(second)
  }

  /// Keys that end or stop the program on purpose are left out: Control with C, D, S, Q and backslash.
  @Test func randomKeysNeitherTrapNorSpoilTheTerminal() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var numbers = Numbers(seed: seed)
    let terminal = try start()
    let keys = (0..<4000).map { _ in UInt8.random(in: 0...255, using: &numbers) }
    terminal.send(keys.filter { ![0x03, 0x04, 0x11, 0x13, 0x1C].contains($0) })
    terminal.signal(SIGTERM)
    #expect(try terminal.waitForExit() == .exited(128 + SIGTERM), "seed \(seed): \(terminal.text.suffix(500))")
    #expect(terminal.isInCookedMode, "seed \(seed)")
  }

  @Test func aDumbTerminalGetsNotOneEscapeByte() throws {
    let terminal = try start(changes: ["TERM": "dumb"])
    terminal.type("plain", .enter)
    try terminal.expect("line[plain]")
    terminal.type("half", .control("c"))
    try terminal.expect("interrupted")
    terminal.type(.control("d"))
    try terminal.expect("end")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(!terminal.bytes.contains(0x1B))
  }
}
