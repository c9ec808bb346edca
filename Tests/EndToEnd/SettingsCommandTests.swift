import StrictJSON
import TestSupport
import Testing

/// `kpo settings`.
@Suite struct SettingsCommandTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func value(_ key: String) throws -> String? {
    try JSONValue(parsing: try sandbox.run(["settings", key, "--json"]).outputText)[0]?["value"]?.stringValue
  }

  @Test func lookingAtThemLeavesNothingBehind() throws {
    let all = try sandbox.run(["settings"])
    #expect(all.exitCode == 0 && all.standardError.isEmpty)
    for key in ["keys", "questions", "new-facts", "retention"] {
      #expect(all.outputText.contains("\n\(key) "), "\(key)")
      let one = try sandbox.run(["settings", key])
      #expect(one.outputText.hasPrefix("\(key) is ") && one.outputText.contains(" (the default). Allowed: "))
      #expect(one.lines.count > 1)
    }
    #expect(sandbox.files.isEmpty)
  }

  @Test func aChangeIsToldWithItsPlaceAndTakenBackByDefault() throws {
    let set = try sandbox.run(["settings", "questions", "3"])
    #expect(set.exitCode == 0 && set.standardOutput.isEmpty)
    let place = "Kept in \(sandbox.data)/history.jsonl."
    #expect(set.errorText.replacing("\n", with: " ").hasPrefix("`questions` is 3 now; it was 20. \(place)"))
    #expect(try value("questions") == "3")
    #expect(try sandbox.run(["settings", "questions"]).outputText.hasPrefix("questions is 3; the default is 20."))
    let events = try sandbox.history().count
    #expect(try sandbox.run(["settings", "questions", "3"]).errorText == "`questions` is 3 already.\n")
    #expect(try sandbox.history().count == events)
    #expect(
      try sandbox.run(["settings", "questions", "default"]).errorText.hasPrefix("`questions` is 20 now; it was 3."))
    #expect(try value("questions") == "20")
    try sandbox.expectSoundProgress()
  }

  @Test func theDailyQuizAndThePlanFollowThem() throws {
    func first(_ arguments: [String] = []) throws -> String { try sandbox.run(["daily"] + arguments).errorText }
    _ = try sandbox.run(["settings", "new-facts", "3"])
    #expect(try first().contains("(3 to go)"))
    _ = try sandbox.run(["settings", "questions", "2"])
    #expect(try first().contains("(2 to go)"))
    #expect(try first(["--count", "5"]).contains("(5 to go)"))
    #expect(try sandbox.run([], input: "quit\n").errorText.contains("\n2 new; about "))
    #expect(try sandbox.run(["stats"]).outputText.contains("`kpo daily` asks the first 3."))
    _ = try sandbox.run(["settings", "new-facts", "0"])
    #expect(try sandbox.run(["daily"]).exitCode == 1)
    #expect(try sandbox.run(["stats"]).outputText.contains("facts are waiting.\n"))
  }

  @Test(
    arguments: [
      (["questions", "0"], "`questions` cannot be `0`. Give 1 to 500, or `default` for 20."),
      (["retention", "1"], "`retention` cannot be `1`. Give 0.7 to 0.97, or `default` for 0.9."),
      (["keys", "none"], "`keys` cannot be `none`. Give line or single, or `default` for line."),
    ])
  func whatIsNotAllowedChangesNothing(_ words: [String], _ said: String) throws {
    let result = try sandbox.run(["settings"] + words)
    #expect(result.exitCode == 64)
    #expect(result.errorText == "Error: \(said)\n")
    #expect(sandbox.files.isEmpty)
  }

  @Test func theyComeAlongWhenHistoriesAreMerged() throws {
    let other = "\(sandbox.home)/other"
    _ = try sandbox.run(["settings", "questions", "7", "--data", other], on: 0)
    _ = try sandbox.run(["settings", "keys", "single"], on: 1)
    #expect(try sandbox.run(["progress", "merge", other], on: 1).exitCode == 0)
    #expect(try (value("questions"), value("keys")) == ("7", "single"))
    try sandbox.expectSoundProgress()
  }
}
