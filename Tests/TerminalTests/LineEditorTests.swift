import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// Editing, completion and history.
@Suite struct LineEditorTests: ProbeTests {
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

  /// In callback mode Readline 8.2 crashes here when the key is bound to nothing.
  @Test(arguments: ["\u{18}a", "\u{1B}a", "\u{1B}[C"])
  func aLongerKeyEndsASearch(key: String) throws {
    let terminal = try start()
    terminal.type("missed", .enter)
    try terminal.expect("line[missed]")
    terminal.type("daily", .enter)
    try terminal.expect("line[daily]")
    // Until Readline listens, the kernel takes Control-R for itself.
    try terminal.expect("kpo> ")
    terminal.type(.control("r"), "iss", "\(key)", .control("e"), "!", .enter)
    try terminal.expect("line[missed!]")
    try quit(terminal)
  }

  /// In callback mode Readline 8.2 crashes here if Control-] searches for a character.
  @Test(arguments: ["\u{1D}", "\u{1B}\u{1D}"])
  func anAbandonedCharacterSearchDoesNoHarm(key: String) throws {
    let terminal = try start()
    terminal.type("\(key)", .escape, "a", "still here", .enter)
    try terminal.expect("still here]")
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

  @Test func theLearnersInputrcHasTheLastWord() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/inputrc"
      let settings = "$if kpo\n\"\\C-t\": \"from inputrc\"\nset show-all-if-ambiguous off\n$endif\n"
      try settings.write(toFile: path, atomically: false, encoding: .utf8)
      let terminal = try start(changes: ["INPUTRC": path])
      terminal.type("d", .tab, .control("t"), .enter)
      let echo = try terminal.expect("line[dafrom inputrc]")
      #expect(!echo.contains("today's questions"))
      try quit(terminal)
    }
  }

  @Test func historyIsKeptBetweenRuns() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/history"
      let first = try start(["--history", path])
      for command in ["daily", "stats", "search naïve", " hidden"] {
        first.type("\(command)", .enter)
        try first.expect("line[\(command)]")
      }
      try quit(first)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "daily\nstats\nsearch naïve\n")
      let second = try start(["--history", path])
      second.type(.up, .enter)
      try second.expect("line[search naïve]")
      try quit(second)
    }
  }

  @Test func programsThatRunAtTheSameTimeLoseNoCommand() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/history"
      let commands = (0..<4).map { program in (0..<10).map { "search \(program)-\($0)" } }
      let terminals = try commands.map { _ in try start(["--history", path]) }
      for (terminal, own) in zip(terminals, commands) {
        for command in own { terminal.type("\(command)", .enter) }
      }
      for terminal in terminals { try quit(terminal) }
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { String($0) }
      #expect(lines.count == 40)
      for own in commands { #expect(lines.filter { own.contains($0) } == own) }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["history"])
    }
  }

  /// Keys that end or stop the program on purpose are left out: Control with C, D, S, Q, Z and backslash.
  ///
  /// Control-Z, too, would throw away every key that was not read yet.
  @Test func randomKeysNeitherTrapNorSpoilTheTerminal() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var numbers = SeededNumbers(seed: seed)
    let terminal = try start()
    let keys = (0..<10_000).map { _ in UInt8.random(in: 0...255, using: &numbers) }
    terminal.send(keys.filter { ![0x03, 0x04, 0x11, 0x13, 0x1A, 0x1C].contains($0) })
    // Ways out of whatever the keys began, then a line that comes back only if every key before it was read.
    for _ in 0..<4 {
      terminal.type(.control("g"), .control("g"), .escape, .control("e"), .control("e"), .control("u"))
      terminal.type("all read", .enter)
    }
    #expect(throws: Never.self, "seed \(seed)") { try terminal.expect("line[all read]") }
    terminal.signal(SIGTERM)
    #expect(try terminal.waitForExit() == .exited(128 + SIGTERM), "seed \(seed): \(terminal.text.suffix(500))")
    #expect(terminal.isInCookedMode, "seed \(seed)")
  }

  /// Readline 8.2 loops for ever here if it gets the broken characters.
  @Test func brokenCharactersDoNotReachTheLine() throws {
    let terminal = try start()
    terminal.send([0xF2] + Array("\u{1B}\n".utf8) + [0x8A, 0xE3, 0x9F] + Array("\u{1B}e".utf8))
    terminal.type("A!", .enter)
    try terminal.expect("line[\u{FFFD}\u{FFFD}\u{FFFD}!]")
    try quit(terminal)
  }

  @Test func viModeIsHonoured() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/inputrc"
      try "$if kpo\nset editing-mode vi\n$endif\n".write(toFile: path, atomically: false, encoding: .utf8)
      let terminal = try start(changes: ["INPUTRC": path])
      terminal.type("hello world", .escape, "0", "c", "w", "good bye", .escape, "$", "x", .enter)
      try terminal.expect("line[good bye worl]")
      try quit(terminal)
    }
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
