import FoundationEssentials
import Glibc
import StrictJSON
import TestSupport
import Testing

/// A mock exam survives whatever happens to the program, and each of its answers counts once.
@Suite struct ExamCrashTests {
  @Test func killedAtAnyMomentItGoesOnOrWasHandedInWhole() throws {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed \(seed)")
    var numbers = SeededNumbers(seed: seed)
    for _ in 0..<8 {
      let sandbox = try Sandbox()
      let terminal = try sandbox.terminal(["exam", "--form", "\(seed)", "--questions", "30"])
      try terminal.expect("1/30> ")
      for _ in 0..<30 { terminal.type("a", .enter) }
      terminal.type(":hand-in", .enter)
      usleep(UInt32.random(in: 0...40_000, using: &numbers))
      terminal.signal(SIGKILL)
      // It may have come to its end before.
      #expect(try [.signalled(SIGKILL), .exited(0), .exited(1)].contains(terminal.waitForExit()))
      let shown = terminal.screenLines.count { $0.contains(/^[0-9]+: a/) }
      #expect(try sandbox.run(["progress", "check"]).exitCode == 0, "seed \(seed)")
      if !(try sandbox.isHandedIn) {
        let result = try sandbox.run(["exam"], input: ":sheet\n:hand-in\n:hand-in\n")
        #expect(result.lines.count == 1 && result.outputText.contains(" of 30 points "), "seed \(seed)")
        let sheet = result.errorText.matches(of: /[0-9]+ a\s/).count
        #expect(sheet >= shown, "seed \(seed): \(result.errorText)")
      }
      #expect(try sandbox.history().texts("event").count { $0 == "mockHandedIn" } == 1, "seed \(seed)")
      #expect(try Set(sandbox.history().compactMap { $0["number"]?.intValue }).count >= shown, "seed \(seed)")
      // What was never looked at gives no review.
      let count = try sandbox.reviews().count
      #expect((shown...30).contains(count), "seed \(seed)")
      try sandbox.expectReviewsOnce(count)
    }
  }

  /// Where the power fails while the paper is handed in: so many events of that are whole on the disk.
  @Test(arguments: [0, 1, 4, 100], [false, true])
  func handingInThatWasCutShortIsFinishedOnce(kept: Int, hasHalfALine: Bool) throws {
    let sandbox = try Sandbox()
    let paper = ["--form", "X", "--questions", "5", "--kinds", "multiple-choice", "matching"]
    let right = try sandbox.rightLines(paper)
    let whole = try sandbox.exam(paper, lines: right + [":hand-in"])
    let reviewed = try sandbox.reviews()
    var lines = try sandbox.text("data/history.jsonl").split(separator: "\n")
    let events = try sandbox.history().texts("event")
    let handingIn = try #require(events.firstIndex(of: "review"))
    // All but the last line, at most: with it the paper is handed in.
    let end = min(handingIn + kept, lines.count - 1)
    let half = lines[end].prefix(lines[end].count / 2)
    lines = Array(lines[..<end])
    let text = lines.map { "\($0)\n" }.joined() + (hasHalfALine ? half : "")
    _ = try sandbox.write(text, to: "data/history.jsonl")
    try FileManager.default.removeItem(atPath: "\(sandbox.data)/progress.json")

    let result = try sandbox.exam(lines: [":hand-in"])
    #expect(result.exitCode == 0, "\(result.errorText)")
    #expect(result.outputText == whole.outputText)
    #expect(try Set(sandbox.reviews().texts("fact")) == Set(reviewed.texts("fact")))
    #expect(try sandbox.history().texts("event").count { $0 == "mockHandedIn" } == 1)
    try sandbox.expectReviewsOnce(reviewed.count)
    #expect(try sandbox.run(["exam", "--abandon"]).errorText.contains("No mock exam is open."))
  }
}

extension Sandbox {
  /// Whether the history has the end of a mock exam.
  fileprivate var isHandedIn: Bool {
    get throws { try text("data/history.jsonl").contains("\"event\":\"mockHandedIn\"") }
  }
}
