import Glibc
import StrictJSON
import TestSupport
import Testing

/// Choices answered by one key, without Enter.
@Suite struct SingleKeyTests {
  let sandbox: Sandbox
  private static let prompt = "Answer (+sure -guess)> "

  init() throws { sandbox = try Sandbox() }

  private func start(_ command: [String] = ["practice", "--kind", "multiple-choice"]) throws -> PseudoTerminal {
    let bank = try sandbox.write(Sandbox.capitals, to: "capitals.md")
    return try sandbox.terminal(command + ["--bank", bank, "--keys", "single"])
  }

  /// Ends the sitting and returns its reviews.
  private func end(_ terminal: PseudoTerminal) throws -> [JSONValue] {
    try terminal.expect("> ")
    look()
    terminal.type(":quit", .enter)
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isInCookedMode)
    return sandbox.files.contains("data/history.jsonl") ? try sandbox.reviews() : []
  }

  @Test func aLetterADigitOrAQuestionMarkAnswers() throws {
    let terminal = try start()
    for (number, key) in ["b", "3", "?", "A"].enumerated() {
      try terminal.expect(Self.prompt)
      look()
      terminal.type(.text(key))
      try terminal.expect("\r\(number + 1). ")
    }
    let reviews = try end(terminal)
    #expect(reviews.count == 4)
    #expect(reviews.texts("confidence").allSatisfy { $0 != "sure" })
  }

  @Test func aMarkBeforeTheLetterSaysHowSure() throws {
    let terminal = try start()
    for (number, keys) in ["+a", "-b", "c"].enumerated() {
      try terminal.expect(Self.prompt)
      for key in keys {
        look()
        terminal.type(.text(String(key)))
        try terminal.expect(String(key))
      }
      try terminal.expect("\r\(number + 1). ")
    }
    #expect(try end(terminal).texts("confidence") == ["sure", "unsure", "none"])
  }

  @Test func keysThatAreNoAnswerAnswerNothing() throws {
    let terminal = try start()
    try terminal.expect(Self.prompt)
    // Arrows end in letters, Alt-B, Escape and Tab in nothing.
    look()
    terminal.type(.up, .down, .left, .right, .escape, "b", .tab, .enter)
    try terminal.expect("One key answers: a to ")
    try terminal.expect(Self.prompt)
    look()
    terminal.type("z")
    try terminal.expect("`z` is none of the options.")
    #expect(try end(terminal).isEmpty)
  }

  @Test func whatIsPastedOrTypedAtOnceWaitsForEnter() throws {
    let terminal = try start()
    try terminal.expect(Self.prompt)
    look()
    terminal.type(.paste("a"))
    try terminal.expect("a")
    look()
    terminal.type(.control("u"))
    // Without bracketed paste, too, a text comes at once.
    look()
    terminal.type("abcabc", .enter)
    try terminal.expect("`abcabc` is none of the options.")
    #expect(try end(terminal).isEmpty)
  }

  @Test func whatWasTypedBeforeTheQuestionAnswersNothing() throws {
    let terminal = try start()
    look()
    terminal.type("aaaa")
    try terminal.expect(Self.prompt)
    look()
    terminal.type(.control("u"))
    look()
    terminal.type(":quit", .enter)
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(!sandbox.files.contains("data/history.jsonl"))
  }

  @Test func signalsAndANewSizeDoNoHarm() throws {
    let terminal = try start()
    try terminal.expect(Self.prompt)
    look()
    terminal.type("+")
    try terminal.expect("+")
    look()
    terminal.type(.control("c"))
    try terminal.expect("Ctrl-C once more leaves")
    try terminal.expect(Self.prompt)
    look()
    terminal.type("+")
    try terminal.expect("+")
    terminal.resize(columns: 100)
    try terminal.expect(Self.prompt + "+")
    look()
    terminal.type("a")
    try terminal.expect("1. ")
    try terminal.expect(Self.prompt)
    look()
    terminal.type(.control("d"))
    try terminal.expect("Score: ")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isInCookedMode)
    #expect(try sandbox.reviews().texts("confidence") == ["sure"])
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func aRequestToEndRestoresTheTerminal(signal: Int32) throws {
    let terminal = try start()
    try terminal.expect(Self.prompt)
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .exited(128 + signal))
    #expect(terminal.isInCookedMode)
  }

  @Test func whereKeysCannotBeReadLinesAreAndNoEscapeIsWritten() throws {
    let bank = try sandbox.write(Sandbox.capitals, to: "capitals.md")
    let command = ["practice", "--kind", "multiple-choice", "--bank", bank, "--keys", "single"]
    let terminal = try sandbox.terminal(command, changes: ["TERM": "dumb"])
    try terminal.expect(Self.prompt)
    look()
    terminal.type("+a", .enter)
    try terminal.expect("1. ")
    #expect(try end(terminal).texts("confidence") == ["sure"])
    #expect(!terminal.bytes.contains(0x1B))
  }

  /// Keys that end or stop the program on purpose are left out, as in `LineEditorTests`.
  @Test(arguments: [["practice", "--kind", "multiple-choice", "--count", "500"], ["exam"], []])
  func tenThousandRandomKeysDoNoHarm(command: [String]) throws {
    let seed = UInt64.random(in: 0 ... .max)
    var numbers = SeededNumbers(seed: seed)
    let keys = (0..<10_000).map { _ in UInt8.random(in: 0...255, using: &numbers) }
      .filter { ![0x03, 0x04, 0x11, 0x13, 0x1A, 0x1C].contains($0) }
    let terminal = try sandbox.terminal(command.isEmpty ? [] : command + ["--keys", "single"])
    try terminal.expect("> ")
    // In small pieces, or all would be taken for text that was pasted.
    for start in stride(from: 0, to: keys.count, by: 5) {
      terminal.send(Array(keys[start..<min(start + 5, keys.count)]))
    }
    terminal.signal(SIGTERM)
    let ending = try terminal.waitForExit()
    // By chance the keys may end the program, too.
    #expect(ending == .exited(128 + SIGTERM) || ending == .exited(0), "seed \(seed): \(terminal.text.suffix(500))")
    #expect(terminal.isInCookedMode, "seed \(seed)")
    try sandbox.expectSoundProgress()
  }

  @Test func inAMockExamToo() throws {
    let terminal = try start(["exam", "--questions", "2", "--kinds", "multiple-choice"])
    try terminal.expect("1/2> ")
    look()
    terminal.type("a")
    try terminal.expect("2/2> ")
    look()
    terminal.type("+")
    try terminal.expect("+")
    look()
    terminal.type("b")
    try terminal.expect("2: b!")
    try terminal.expect("2/2> ")
    look()
    terminal.type(":hand-in", .enter)
    try terminal.expect("Score: ")
    #expect(try terminal.waitForExit() != .signalled(SIGILL))
    #expect(terminal.isInCookedMode)
  }

  /// Keys that come faster than anybody reads do not answer.
  private func look() { usleep(400_000) }
}
