import StrictJSON
import TestSupport
import Testing

/// Facts that were set aside, and how they come back.
@Suite struct FlaggedTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// Sets facts aside and returns their ids.
  private func setAside(_ notes: [String]) throws -> [String] {
    let flags = notes.map { $0.isEmpty ? ":flag" : ":flag \($0)" }
    _ = try sandbox.run(["daily", "--count", "9", "--seed", "3"], on: 0, answers: flags + [":quit"])
    return try sandbox.history().filter { $0["event"]?.stringValue == "flagged" }.texts("fact")
  }

  @Test func theyAreListedWithTheirSentenceAndNote() throws {
    #expect(try sandbox.run(["flagged"]).outputText == "No fact is set aside.\n")
    let facts = try setAside(["ask Anna", ""])
    let listed = try sandbox.run(["flagged"])
    #expect(listed.exitCode == 0)
    #expect(listed.standardError.isEmpty)
    let text = listed.outputText.replacing("\n  ", with: " ")
    let lines = text.split(separator: "\n")
    #expect(lines.count == 2)
    // The id, then the fact as a sentence.
    for fact in facts { #expect(lines.contains { $0.hasPrefix("\(fact): ") && $0.contains(".") }, "\(fact)") }
    #expect(lines.count { $0.hasSuffix(" Note: ask Anna") } == 1)
    #expect(!text.contains("no built-in bank"))
  }

  @Test func allOfThemComeBackAtOnce() throws {
    _ = try setAside(["", "", ""])
    let restored = try sandbox.run(["flagged", "--restore"])
    #expect(restored.exitCode == 0)
    #expect(restored.outputText == "3 facts will be asked again.\n")
    #expect(try sandbox.run(["flagged"]).outputText == "No fact is set aside.\n")
    #expect(try sandbox.run(["flagged", "--restore"]).outputText == "No fact is set aside.\n")
    try sandbox.expectSoundProgress()
  }

  @Test func oneOfThemComesBackByItsID() throws {
    let facts = try setAside(["", "later"])
    #expect(try sandbox.run(["flagged", "--restore", facts[0]]).outputText == "1 fact will be asked again.\n")
    let left = try sandbox.run(["flagged"]).outputText
    #expect(left.hasPrefix("\(facts[1]): ") && !left.contains("\(facts[0]): "))
  }

  @Test func anUnknownIDRestoresNothing() throws {
    let facts = try setAside([""])
    let history = try sandbox.text("data/history.jsonl")
    let result = try sandbox.run(["flagged", "--restore", facts[0], "kpo/no/such"])
    #expect(result.exitCode == 64)
    #expect(result.standardOutput.isEmpty)
    #expect(result.errorText == "Error: `kpo/no/such` is not set aside. `kpo flagged` lists what is.\n")
    #expect(try sandbox.text("data/history.jsonl") == history)
  }
}
