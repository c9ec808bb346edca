import TestSupport
import Testing

@testable import Terminal

/// What becomes of a half-typed line when something is announced in the middle of it.
@Suite struct PartialLineTests: ProbeTests {
  @Test func afterAnAnnouncementTheLineGoesOn() throws {
    let terminal = try start()
    try typeAndLetTimeRunOut(terminal, "announced")
    try terminal.expect("time is up[par]\r\n")
    try terminal.expect("kpo> par")
    terminal.type("tial", .enter)
    try terminal.expect("line[partial]")
    terminal.type("next", .enter)
    try terminal.expect("line[next]")
    try quit(terminal)
  }

  @Test func theCursorIsWhereItWas() throws {
    let terminal = try start()
    try typeAndLetTimeRunOut(terminal, "announced", typing: ["par 👩‍👩‍👧 é", .left, .left])
    try terminal.expect("time is up[par 👩‍👩‍👧 é]")
    terminal.type("naïve שלום", .enter)
    try terminal.expect("line[par 👩‍👩‍👧naïve שלום é]")
    try quit(terminal)
  }

  @Test func aKeptLineCanBeTakenBackLetterByLetter() throws {
    let terminal = try start()
    try typeAndLetTimeRunOut(terminal, "announced", typing: ["part😀"])
    try terminal.expect("time is up[part😀]")
    // Until Readline listens, the kernel takes a backspace for itself.
    try terminal.expect("kpo> part😀")
    terminal.type(.backspace, .backspace, "is", .enter)
    try terminal.expect("line[paris]")
    try quit(terminal)
  }

  @Test(arguments: ["xterm", "dumb"])
  func aKeptLineIsGoneWhenTheTimeIsUpForGood(terminalType: String) throws {
    let terminal = try start(changes: ["TERM": terminalType])
    try typeAndLetTimeRunOut(terminal, "announced timed")
    let partial = terminalType == "dumb" ? "" : "par"
    try terminal.expect("time is up[\(partial)]")
    try terminal.expect("time is up[\(partial)]")
    terminal.type("next", .enter)
    try terminal.expect("line[next]")
    try quit(terminal)
  }

  @Test func atADumbTerminalTheLineGoesOnToo() throws {
    let terminal = try start(changes: ["TERM": "dumb"])
    try typeAndLetTimeRunOut(terminal, "announced", typing: ["par naï"])
    try terminal.expect("time is up[]")
    try terminal.expect("kpo> ")
    terminal.type(.control("r"))
    try terminal.expect("par naï")
    terminal.type("ve", .enter)
    try terminal.expect("line[par naïve]")
    terminal.type("next", .enter)
    try terminal.expect("line[next]")
    try quit(terminal)
  }

  /// Escape and p search the history for what is typed after them; Escape and 4 repeat the next key four times.
  @Test(arguments: ["timed", "announced"], ["\u{1B}ppar", "par\u{1B}4"])
  func aKeyThatHasOnlyBegunEndsWithTheTime(command: String, keys: String) throws {
    let terminal = try start()
    try typeAndLetTimeRunOut(terminal, command, typing: ["\(keys)"])
    try terminal.expect("time is up[par]")
    terminal.type("next", .enter)
    try terminal.expect("line[\(command == "announced" ? "par" : "")next]")
    try quit(terminal)
  }

  @Test func controlCDropsAKeptLine() throws {
    let terminal = try start()
    try typeAndLetTimeRunOut(terminal, "announced")
    try terminal.expect("kpo> par")
    terminal.type(.control("c"))
    try terminal.expect("interrupted")
    terminal.type("next", .enter)
    try terminal.expect("line[next]")
    try quit(terminal)
  }
}

@Suite @MainActor struct PartialPipeLineTests {
  let output = Output(
    result: OutputChannel(descriptor: -1, name: "nowhere"), talk: OutputChannel(descriptor: -1, name: "nowhere"),
    isInteractive: false)

  /// A time limit in the middle of a character too.
  @Test(arguments: ["first", "naïve 👩‍👩‍👧 שלום"])
  func noByteOfAKeptLineIsLost(line: String) throws {
    let pipe = try InputPipe()
    let source = PlainInput(output: output, descriptor: pipe.reader)
    for (index, byte) in line.utf8.enumerated() {
      try pipe.send([byte])
      // What is there in time counts, though no time is left.
      let input = try source.nextLine(prompt: "", timeout: .zero, keepsPartialLine: true)
      #expect(input == .timedOut(partial: String(decoding: line.utf8.prefix(index + 1), as: UTF8.self)))
    }
    try pipe.send(Array("\nnext".utf8))
    pipe.end()
    #expect(try source.nextLine(prompt: "") == .line(line))
    #expect(try source.nextLine(prompt: "") == .line("next"))
    #expect(try source.nextLine(prompt: "") == .endOfInput)
  }

  @Test func aKeptLineIsGoneWhenTheTimeIsUpForGood() throws {
    let pipe = try InputPipe(Array("fir".utf8))
    let source = PlainInput(output: output, descriptor: pipe.reader)
    #expect(
      try source.nextLine(prompt: "", timeout: .zero, keepsPartialLine: true) == .timedOut(partial: "fir"))
    #expect(try source.nextLine(prompt: "", timeout: .zero) == .timedOut(partial: "fir"))
    try pipe.send(Array("second\n".utf8))
    #expect(try source.nextLine(prompt: "") == .line("second"))
  }
}
