import Glibc
import StrictJSON
import TestSupport
import Testing

/// Full devices, readers that leave, and terminals that go away: nothing traps, and nothing answered is lost.
@Suite struct LostStreamTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    _ = try sandbox.run(["daily", "--count", "2", "--seed", "7"], input: "a\nb\n:quit\n")
  }

  static let readers = [
    ["read"], ["stats"], ["stats", "--json"], ["questions", "--count", "40"], ["search", "KPO"], ["bank", "list"],
    ["bank", "check"], ["bank", "check", "--json"], ["explain"], ["progress", "path"], ["progress", "show"],
    ["progress", "check"], ["progress", "export"], ["progress", "backups"], ["doctor"], ["--help"], ["--version"],
    ["help", "daily"], ["exam", "print", "--questions", "10"],
  ]

  /// Runs a command line of the shell in which "$@" is kpo with its arguments.
  private func shell(_ line: String, _ arguments: [String], input: String = "") throws -> ProcessRunner.Result {
    try ProcessRunner.run(
      // Some commands write into the current folder.
      "/bin/sh",
      arguments: ["-c", "cd \"$HOME\" || exit 99; " + line, "sh", try BuildProducts.path(of: "kpo")] + arguments,
      environment: sandbox.environment(), input: Array(input.utf8))
  }

  @Test(arguments: readers) func aFullDeviceIsAnErrorAndAReaderThatLeavesIsNone(arguments: [String]) throws {
    let full = try shell("\"$@\" > /dev/full", arguments)
    #expect(full.exitCode == 74)
    // The help comes from the argument parser, before there are channels.
    #expect(full.errorText.contains("No space left") || arguments[0].contains("help") || arguments[0] == "--version")
    #expect(try shell("\"$@\" > /dev/full 2>&1", arguments).exitCode == 74)
    let head = try shell("{ \"$@\"; echo $? >&2; } | head -1", arguments)
    #expect(head.lines.count <= 1)
    #expect(head.errorText == "0\n")
    // What is closed may turn into the next file that is opened; no answer may be written into the history's neighbours.
    #expect(try shell("\"$@\" >&- 2>&- <&-", arguments).exitCode != nil)
    try sandbox.expectSoundProgress()
    #expect(try sandbox.answeredItems() == 2)
  }

  @Test(arguments: ["> /dev/full", "2> /dev/full", "> /dev/full 2>&1", ">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
  func aSittingWithoutItsStreamsLosesNothing(streams: String) throws {
    let before = try sandbox.text("data/history.jsonl")
    let result = try shell("\"$@\" \(streams)", ["daily", "--count", "3", "--seed", "8"], input: "a\nb\nc\n:quit\n")
    #expect(result.exitCode != nil)
    #expect(try sandbox.text("data/history.jsonl").hasPrefix(before))
    let shown = result.lines.count { $0.contains(/^[0-9]+[.] (Right|Wrong)/) }
    #expect(try sandbox.answeredItems() >= 2 + shown)
    try sandbox.expectSoundProgress()
  }

  @Test func aReaderThatLeavesInTheMiddleOfASittingLosesNothing() throws {
    let result = try shell("\"$@\" | head -1", ["daily", "--count", "3", "--seed", "8"], input: "a\nb\nc\n:quit\n")
    #expect(result.lines.count == 1)
    #expect(try sandbox.answeredItems() >= 3)
    try sandbox.expectSoundProgress()
  }

  @Test(arguments: [["daily"], ["match"], ["exam", "--questions", "4"], []])
  func aTerminalThatIsClosedLosesNothing(arguments: [String]) throws {
    let answers = try sandbox.answeredItems()
    let terminal = try sandbox.terminal(arguments)
    try terminal.expect("> ")
    terminal.hangUp()
    #expect(try terminal.waitForExit() == .exited(128 + SIGHUP))
    #expect(try sandbox.answeredItems() == answers)
    try sandbox.expectSoundProgress()
  }

  @Test func closedBetweenTwoAnswersTheFirstIsKept() throws {
    let terminal = try sandbox.terminal(["daily", "--count", "5"])
    try terminal.answer(1)
    try terminal.expect(PseudoTerminal.answerPrompt)
    terminal.hangUp()
    #expect(try terminal.waitForExit() == .exited(128 + SIGHUP))
    #expect(try sandbox.answeredItems() == 3)
    #expect(try sandbox.history().texts("event").last == "sittingEnded")
    try sandbox.expectSoundProgress()
  }

  @Test func stoppedAndContinuedTheSittingGoesOn() throws {
    let shell = try PseudoTerminal(
      running: "/bin/bash", arguments: ["--norc", "--noprofile", "-i"],
      environment: sandbox.environment(["PS1": "sh$ ", "HISTFILE": "/dev/null"]))
    try shell.expect("sh$ ")
    shell.type("'\(try BuildProducts.path(of: "kpo"))' daily --count 3 --seed 8", .enter)
    try shell.answer(1)
    try shell.expect(PseudoTerminal.answerPrompt)
    shell.type(.control("z"))
    try shell.expect("Stopped")
    try shell.expect("sh$ ")
    #expect(try sandbox.answeredItems() == 3)
    shell.type("fg", .enter)
    try shell.answer(2)
    try shell.expect(PseudoTerminal.answerPrompt)
    shell.type(":quit", .enter)
    try shell.expect("Score: ")
    try shell.expect("sh$ ")
    shell.type("exit", .enter)
    #expect(try shell.waitForExit() == .exited(0))
    #expect(try sandbox.answeredItems() == 4)
    try sandbox.expectSoundProgress()
  }
}
