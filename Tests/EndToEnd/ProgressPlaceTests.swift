import FoundationEssentials
import TestSupport
import Testing

/// Where progress is kept, and how its files are looked after.
@Suite struct ProgressPlaceTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func path(_ arguments: [String] = [], _ changes: [String: String?]) throws -> String {
    let result = try sandbox.run(["progress", "path"] + arguments, changes: changes)
    #expect(result.exitCode == 0)
    return result.outputText
  }

  @Test func theOptionComesBeforeTheVariablesAndTheVariablesBeforeHome() throws {
    let home = sandbox.home
    #expect(try path(["--data", "/o"], ["KPO_DATA": "/k", "XDG_DATA_HOME": "/x"]) == "/o\n")
    #expect(try path([], ["KPO_DATA": "/k", "XDG_DATA_HOME": "/x"]) == "/k\n")
    #expect(try path([], ["KPO_DATA": nil, "XDG_DATA_HOME": "/x"]) == "/x/kpo\n")
    #expect(try path([], ["KPO_DATA": "", "XDG_DATA_HOME": "relative"]) == "\(home)/.local/share/kpo\n")
    #expect(try path([], ["KPO_DATA": nil]) == "\(home)/.local/share/kpo\n")
    #expect(sandbox.files.isEmpty)
  }

  @Test(arguments: ["option", "variable", "data home", "home"])
  func answersAreKeptInThatFolder(way: String) throws {
    let home = sandbox.home
    let (arguments, changes, folder): ([String], [String: String?], String) =
      switch way {
      case "option": (["--data", "\(home)/o"], [:], "o")
      case "variable": ([], ["KPO_DATA": "\(home)/k/deep/er"], "k/deep/er")
      case "data home": ([], ["KPO_DATA": nil, "XDG_DATA_HOME": "\(home)/x"], "x/kpo")
      default: ([], ["KPO_DATA": nil], ".local/share/kpo")
      }
    _ = try sandbox.run(
      ["practice", "--kind", "multiple-choice", "--count", "1"] + arguments, input: "?\n", changes: changes)
    #expect(sandbox.files == ["history.jsonl", "lock", "progress.json"].map { "\(folder)/\($0)" })
    let show = try sandbox.run(["progress", "show"] + arguments, changes: changes)
    #expect(show.outputText.contains("Answers       1\n"), "\(show.outputText)")
  }

  @Test func theOptionOfThePromptHoldsForItsCommands() throws {
    _ = try sandbox.run(["--data", "\(sandbox.home)/o"], input: "daily --count 1\n?\n:quit\nquit\n")
    #expect(sandbox.files.contains("o/history.jsonl"))
    #expect(!sandbox.files.contains("data/history.jsonl"))
  }

  @Test func lookingMakesNoFile() throws {
    for command in [
      ["progress", "path"], ["progress", "show"], ["progress", "check"], ["stats"], ["stats", "--json"],
    ] {
      #expect(try sandbox.run(command).exitCode == 0, "\(command)")
    }
    #expect(sandbox.files.isEmpty)
  }

  @Test func aDamagedLineIsFoundAndTheOtherAnswersStillCount() throws {
    let bank = try sandbox.write(Sandbox.capitals, to: "capitals.md")
    _ = try sandbox.run(["daily", "--count", "3", "--bank", bank], input: "a\nb\nc\n")
    let history = try sandbox.text("data/history.jsonl")
    let answers = try sandbox.reviews().count
    var lines = history.split(separator: "\n").map(String.init)
    lines[2] = lines[2].replacing("review", with: "rewiev")
    _ = try sandbox.write(lines.joined(separator: "\n") + "\n", to: "data/history.jsonl")
    let check = try sandbox.run(["progress", "check"])
    #expect(check.exitCode == 1)
    #expect(
      check.outputText.replacing("\n  ", with: " ").contains("history.jsonl:3: This line is damaged"),
      "\(check.outputText)")
    // The next answer keeps the damaged line aside and goes on.
    let daily = try sandbox.run(["daily", "--count", "1"], input: "?\n")
    #expect(daily.exitCode == 0)
    #expect(try sandbox.text("data/history.jsonl").split(separator: "\n").count > lines.count)
    #expect(answers == 3)
  }

  @Test func anIncompleteLastLineIsNoDamage() throws {
    _ = try sandbox.run(["daily", "--count", "2"], input: "a\nb\n")
    let history = try sandbox.text("data/history.jsonl")
    _ = try sandbox.write(history + #"{"seq":5,"id":"12"#, to: "data/history.jsonl")
    #expect(try sandbox.run(["progress", "check"]).exitCode == 0)
    _ = try sandbox.run(["daily", "--count", "1"], input: "?\n")
    try sandbox.expectSoundProgress()
    #expect(try sandbox.text("data/history.jsonl").hasPrefix(history))
  }
}
