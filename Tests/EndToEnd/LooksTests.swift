import FoundationEssentials
import TestSupport
import Testing

/// `--ascii`, `--plain`, `--accessible`, and terminals that can do little.
@Suite struct LooksTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// Every command that ends by itself; what is asked ends with the input.
  static let commands: [[String]] = [
    ["daily", "--count", "3", "--seed", "1"], ["match", "--seed", "1"], ["missed", "--seed", "1"],
    ["practice", "--seed", "1"],
    ["flagged"], ["stats"], ["read"], ["search", "finance"], ["questions", "--count", "5", "--seed", "1"],
    ["bank", "list"], ["bank", "check"], ["explain"], ["explain", "clang"], ["doctor"],
    ["progress", "path"], ["progress", "check"], ["progress", "backups"], ["progress", "show"], ["progress", "export"],
    ["exam", "plan", "--date", "2027-03-01"], ["exam", "plan"], ["exam", "plans"], ["exam", "sheet"],
    ["exam", "--questions", "3", "--form", "C"], ["--help"], ["exam", "--help"], ["frob"], ["daily", "--frob"],
    ["read", "frob"], ["practice", "--kind", "frob"], [],
  ]

  private func prepare() throws {
    _ = try sandbox.run(["daily", "--count", "4", "--seed", "2"], input: "a!\nb?\n:flag a note\n?\n")
  }

  /// The bank's own text may hold what it likes.
  @Test(arguments: [["LC_ALL": "C"], ["LC_ALL": "POSIX", "FORCE_COLOR": "1"], ["LC_ALL": "C.UTF-8"]])
  func inACLocaleOrWithASCIINothingOfOursIsBeyondASCII(changes: [String: String]) throws {
    try prepare()
    let source = try #require(FileManager.default.contents(atPath: Self.builtInBank))
    let ofTheBank = Set(String(decoding: source, as: UTF8.self).unicodeScalars)
    for command in Self.commands {
      let flag = changes["LC_ALL"] == "C.UTF-8" ? ["--ascii"] : []
      let result = try sandbox.run(command + flag, input: "a\n?\n:help\n", changes: changes.mapValues { $0 })
      let text = result.outputText + result.errorText
      let ours = text.unicodeScalars.filter { !$0.isASCII && !ofTheBank.contains($0) }
      #expect(ours.isEmpty, "\(command): \(String(String.UnicodeScalarView(ours)))")
      #expect(!text.isEmpty, "\(command)")
    }
  }

  private static let builtInBank =
    String(#filePath.prefix(#filePath.count - "Tests/EndToEnd/LooksTests.swift".count))
    + "QuestionBanks/kpo.md"

  @Test func aDumbTerminalGetsNotOneEscapeByte() throws {
    try prepare()
    for command in Self.commands {
      let terminal = try sandbox.terminal(command, changes: ["TERM": "dumb", "NO_COLOR": nil])
      for _ in 0..<6 { terminal.type(.control("d")) }
      _ = try terminal.waitForExit()
      #expect(!terminal.bytes.contains(0x1B), "\(command)")
      #expect(!terminal.bytes.isEmpty, "\(command)")
    }
  }

  @Test func plainTextIsTheSameAtEveryWidthAndHasNoColour() throws {
    try prepare()
    for command in Self.commands where !["doctor", "exam", "daily"].contains(command.first) {
      let texts = try [["COLUMNS": "30"], ["COLUMNS": "200", "FORCE_COLOR": "1"]].map { changes in
        let result = try sandbox.run(
          command + ["--plain", "--color", "always"], changes: ["NO_COLOR": nil].merging(changes) { $1 })
        return result.outputText + "|" + result.errorText
      }
      // What the argument parser says is wrapped, at a width of its own.
      if !command.contains("--help") && !command.contains("--frob") {
        #expect(texts[0] == texts[1], "\(command)")
      }
      #expect(!texts[1].contains("\u{1B}"), "\(command)")
    }
    let stats = try sandbox.run(["bank", "list", "--plain"]).outputText
    #expect(!stats.contains("---") && !stats.contains("\u{2500}"))
  }

  @Test func theFlagForScreenReadersDoesWhatTheVariableDoes() throws {
    try prepare()
    for command in [["bank", "list"], ["stats"], ["read"], ["explain"], ["exam", "plan"]] {
      let byFlag = try sandbox.run(command + ["--accessible"]).outputText
      #expect(byFlag == (try sandbox.run(command, changes: ["ACCESSIBLE": "1"]).outputText), "\(command)")
      #expect(!byFlag.contains("\u{2500}"))
    }
    #expect(try sandbox.run(["bank", "list", "--accessible"]).outputText.contains("Section: "))
  }

  @Test func insideThePromptTheLooksOfTheProgramHoldAndACommandMayChangeThem() throws {
    let terminal = try sandbox.terminal(["--accessible"])
    try terminal.expect("kpo> ")
    terminal.type("bank list", .enter)
    try terminal.expect("Section: ")
    try terminal.expect("kpo> ")
    terminal.type("quit", .enter)
    #expect(try terminal.waitForExit() == .exited(0))
    let other = try sandbox.terminal()
    try other.expect("kpo> ")
    other.type("bank list --accessible", .enter)
    try other.expect("Section: ")
    try other.expect("kpo> ")
    other.type("bank list", .enter)
    #expect(try !other.expect("kpo> ").contains("Section: "))
    other.type("quit", .enter)
    #expect(try other.waitForExit() == .exited(0))
  }
}
