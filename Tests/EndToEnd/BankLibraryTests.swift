import StrictJSON
import TestSupport
import Testing

/// Which banks there are, which are studied, and how they are named.
@Suite struct BankLibraryTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// Puts a bank into the folder of the learner's own.
  private func keep(_ text: String, as name: String) throws {
    try sandbox.makeFolder("data/banks")
    _ = try sandbox.write(text, to: "data/banks/\(name).md")
  }

  private static let rivers = """
    ---
    bank: rivers
    title: Rivers
    ---

    ## Mouths {#mouths}

    > lists: complete
    > ask Sea from River: Into which sea does the {River} flow?
    > why: The {River} flows into the {Sea}.

    | River   | Sea           |
    | ------- | ------------- |
    | Danube  | Black Sea     |
    | Oder    | Baltic Sea    |
    | Volga   | Caspian Sea   |
    | Po      | Adriatic Sea  |

    """

  /// What a command told, on one line.
  private func told(_ result: ProcessRunner.Result) -> String {
    result.errorText.split { $0.isWhitespace }.joined(separator: " ")
  }

  private func banksOfSittings() throws -> [[String]] {
    try sandbox.history().filter { $0["event"]?.stringValue == "sittingBegan" }
      .map { try #require($0["banks"]?.arrayValue).compactMap(\.stringValue) }
  }

  @Test func aFileInTheFolderIsABank() throws {
    try keep(Sandbox.capitals, as: "capitals")
    let list = try JSONValue(parsing: try sandbox.run(["bank", "list", "--json"]).outputText)
    let ids = try #require(list.arrayValue).compactMap { $0["bank"]?.stringValue }
    #expect(ids.first == "kpo" && ids.last == "capitals")
    let quiz = try sandbox.run(["daily", "--count", "1", "--bank", "capitals"], input: "?\n")
    #expect(quiz.errorText.contains("Of Europe"))
    #expect(try banksOfSittings() == [["capitals"]])
    #expect(try sandbox.run(["search", "Ljubljana"]).lines.first?.contains("Slovenia") == true)
    #expect(try sandbox.run(["read", "europe"]).outputText.contains("Copenhagen"))
    #expect(try sandbox.run(["bank", "check"]).outputText.contains("data/banks/capitals.md: no faults"))
  }

  @Test func twoBanksAreStudiedTogether() throws {
    try keep(Sandbox.capitals, as: "capitals")
    let rivers = try sandbox.write(Self.rivers, to: "rivers.md")
    let both = ["--bank", "capitals", "--bank", rivers]
    let quiz = try sandbox.run(
      ["daily", "--count", "10"] + both, input: String(repeating: "?\n", count: 40), changes: ["KPO_SEED": "1"])
    #expect(quiz.errorText.contains("Of Europe") && quiz.errorText.contains("Mouths"))
    #expect(try banksOfSittings() == [["capitals", "rivers"]])
    let stats = try JSONValue(parsing: try sandbox.run(["stats", "--json"] + both).outputText)
    #expect(stats["facts"]?["all"]?.intValue == 10)
    let twice = try sandbox.run(["questions", "--bank", rivers, "--bank", rivers, "--count", "1"])
    #expect(twice.exitCode == 0)
  }

  @Test func theSettingSaysWhichAreStudied() throws {
    try keep(Sandbox.capitals, as: "capitals")
    #expect(told(try sandbox.run([], input: "quit\n")).hasPrefix("Knowledge Process Outsourcing: 0 of "))
    let unknown = try sandbox.run(["settings", "banks", "capitols"])
    #expect(unknown.exitCode == 66)
    #expect(told(unknown).contains("Did you mean `capitals`?"))
    #expect(try sandbox.run(["settings", "banks", "capitals, ,kpo"]).exitCode == 64)
    #expect(try sandbox.run(["settings", "banks", "capitals, kpo,capitals"]).exitCode == 0)
    #expect(try sandbox.run(["settings", "banks"]).outputText.hasPrefix("banks is capitals,kpo;"))
    #expect(
      told(try sandbox.run([], input: "quit\n")).hasPrefix("Capitals, Knowledge Process Outsourcing: 0 of "))
    #expect(try sandbox.run(["settings", "banks", "capitals"]).exitCode == 0)
    #expect(
      try sandbox.run(["questions", "--count", "1", "--format", "json"]).outputText.contains(#""bank":"capitals""#))
    #expect(try sandbox.run(["settings", "banks", "all"]).exitCode == 0)
    let all = told(try sandbox.run([], input: "quit\n"))
    #expect(
      all.hasPrefix("Knowledge Process Outsourcing, ") && all.contains("Capitals: 0 of "))
  }

  @Test func aBankThatWentAwayIsTold() throws {
    try keep(Sandbox.capitals, as: "capitals")
    #expect(try sandbox.run(["settings", "banks", "capitals"]).exitCode == 0)
    try sandbox.remove("data/banks/capitals.md")
    let result = try sandbox.run(["daily"])
    #expect(result.exitCode == 1 || result.exitCode == 66)
    #expect(told(result).contains("`kpo settings banks default`"))
    #expect(try sandbox.run(["settings", "banks", "default"]).exitCode == 0)
    #expect(try sandbox.run(["daily"]).exitCode == 0)
  }

  @Test func theBanksOfAPlannedExamAreStudied() throws {
    try keep(Sandbox.capitals, as: "capitals")
    let plan = try sandbox.run(["exam", "plan", "--date", "2026-12-01", "--bank", "capitals"], on: 0)
    #expect(plan.exitCode == 0, "\(plan.errorText)")
    #expect(
      try sandbox.run(["daily", "--count", "3"], on: 0, answers: ["?", "?", "?"]).errorText.contains("Of Europe"))
    #expect(try sandbox.run(["exam", "plan"], on: 0).outputText.contains("capitals"))
    #expect(told(try sandbox.run([], on: 30)).hasPrefix("Knowledge Process Outsourcing: "))
  }

  @Test func twoFilesOfOneBankAreNotMixed() throws {
    try keep(Sandbox.capitals, as: "capitals")
    let copy = try sandbox.write(Sandbox.capitals, to: "copy.md")
    let result = try sandbox.run(["questions", "--bank", "capitals", "--bank", copy])
    #expect(result.exitCode == 64)
    #expect(told(result).contains("are both the bank `capitals`."))
  }

  @Test func aBrokenBankStandsInNobodysWay() throws {
    try keep("no bank", as: "broken")
    try keep(Sandbox.capitals, as: "capitals")
    let list = try sandbox.run(["bank", "list"])
    #expect(list.exitCode == 0)
    #expect(list.outputText.contains("Capitals") && !list.outputText.contains("broken"))
    #expect(list.errorText.contains("broken.md has "))
    #expect(try sandbox.run(["daily"]).exitCode == 0)
    #expect(try sandbox.run(["daily", "--bank", "broken"]).exitCode == 65)
    #expect(try sandbox.run(["settings", "banks", "all"]).exitCode == 0)
    let all = try sandbox.run(["daily", "--count", "1"], input: "?\n")
    #expect(all.exitCode == 0 && told(all).contains("broken.md has "))
    #expect(try banksOfSittings().last?.contains("capitals") == true)
    #expect(try sandbox.run(["bank", "check"]).exitCode == 65)
  }

  @Test func aSectionIsThatOfOneBank() throws {
    try keep(Sandbox.capitals.replacing("{#europe}", with: "{#types}"), as: "capitals")
    let both = ["--bank", "capitals", "--bank", "kpo", "--section"]
    let questions = ["questions", "--count", "60", "--format", "json"] + both
    #expect(try !sandbox.run(questions + ["kpo/types"]).outputText.contains(#""bank":"capitals""#))
    #expect(try !sandbox.run(questions + ["capitals/types"]).outputText.contains(#""bank":"kpo""#))
    let export = try sandbox.run(["export", "--format", "json", "--output", "-"] + both + ["capitals/types"])
    #expect(!export.outputText.isEmpty && !export.outputText.contains(#""bank":"kpo""#))
    _ = try sandbox.run(
      ["practice", "kpo/types", "--count", "5", "--bank", "capitals", "--bank", "kpo"],
      input: String(repeating: "?\n", count: 20))
    #expect(try sandbox.reviews().allSatisfy { $0["fact"]?.stringValue?.hasPrefix("kpo/") == true })
  }

  @Test func aNameThatIsNotThatOfItsFileIsTold() throws {
    try keep(Sandbox.capitals, as: "cities")
    try keep(Sandbox.capitals, as: "twin")
    try keep(Sandbox.capitals.replacing("bank: capitals", with: "bank: kpo"), as: "kpo")
    let list = try sandbox.run(["bank", "list"])
    #expect(told(list).contains("cities.md is the bank `capitals`: change"))
    #expect(told(list).contains("are both the bank `capitals`."))
    #expect(told(list).contains("kpo.md has the name of a built-in bank and is not read."))
    let file = try sandbox.run(["settings", "banks", "./cities.md"])
    #expect(file.exitCode == 64 && told(file).contains("takes the names that `kpo bank list` shows"))
  }

  @Test func whatIsNoBankIsNotTakenForOne() throws {
    try keep(Sandbox.capitals, as: ".capitals.md.swp")
    try sandbox.makeFolder("data/banks/folder.md")
    _ = try sandbox.write("", to: "data/banks/notes.txt")
    let unknown = try sandbox.run(["daily", "--bank", "notes"])
    #expect(unknown.exitCode == 66)
    let list = try sandbox.run(["bank", "list"])
    #expect(list.exitCode == 0 && list.errorText.contains("folder.md"), "\(list.errorText)")
    try sandbox.remove("data/banks")
    _ = try sandbox.write("", to: "data/banks")
    #expect(try sandbox.run(["bank", "list"]).exitCode == 0)
  }

  @Test func erasingLeavesTheBanksAlone() throws {
    try keep(Sandbox.capitals, as: "capitals")
    _ = try sandbox.run(["daily", "--count", "1"], input: "?\n")
    #expect(try sandbox.run(["progress", "erase", "--yes", "--no-backup"]).exitCode == 0)
    #expect(sandbox.files.contains("data/banks/capitals.md"))
    #expect(!sandbox.files.contains("data/history.jsonl"))
  }
}
