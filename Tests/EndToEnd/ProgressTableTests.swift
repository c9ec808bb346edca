import Progress
import TestSupport
import Testing

/// Answers as a table, and answers from Anki.
@Suite struct ProgressTableTests {
  let sandbox: Sandbox
  private let bank: String

  init() throws {
    sandbox = try Sandbox()
    bank = try sandbox.write(Sandbox.capitals, to: "capitals.md")
  }

  /// Simple CSV: these tests have no quotation marks and no line breaks in a field.
  private func rows(_ text: String) throws -> [[String: Substring]] {
    let lines = text.split(separator: "\n")
    let names = try #require(lines.first).split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return lines.dropFirst().map { line in
      Dictionary(uniqueKeysWithValues: zip(names, line.split(separator: ",", omittingEmptySubsequences: false)))
    }
  }

  @Test func theTableHasTheAnswersThatCount() throws {
    _ = try sandbox.run(
      ["practice", "--kind", "multiple-choice", "--count", "3", "--bank", bank], input: "a\n:undo\nb!\n?\n")
    let result = try sandbox.run(["progress", "export", "--format", "csv"])
    #expect(result.exitCode == 0)
    let rows = try rows(result.outputText)
    #expect(rows.map { $0["confidence"] } == ["sure", "dont-know"])
    #expect(rows.allSatisfy { $0["mode"] == "practice" && $0["section"] == "capitals/europe" })
    #expect(rows[1]["right"] == "0" && rows[1]["rating"] == "1")
    let file = try sandbox.run(["progress", "export", "--format", "csv", "--output", "\(sandbox.home)/answers.csv"])
    #expect(file.exitCode == 0)
    #expect(try sandbox.text("answers.csv") == result.outputText)
    let anonymous = try sandbox.run(["progress", "export", "--format", "csv", "--anonymous"]).outputText
    #expect(try self.rows(anonymous).allSatisfy { $0["chosen"] == "" && $0["at"]?.hasSuffix("T12:00:00.000Z") == true })
  }

  @Test func theReadmeListsTheColumns() throws {
    let readme = try Readme.text()
    for column in ReviewTable.columns { #expect(readme.contains("| `\(column.name)` | \(column.meaning) |\n")) }
    #expect(ReviewTable.columns.count == 19)
  }

  @Test func aFormulaIsNoFormulaInASpreadsheet() throws {
    let text = Sandbox.capitals.replacing("Sofia", with: "=1+1").replacing("Oslo", with: "-Oslo")
      .replacing("Lisbon", with: "@Lisbon").replacing("Stockholm", with: "+46").replacing("Ljubljana", with: "=2")
      .replacing("Copenhagen", with: "=3")
    let bank = try sandbox.write(text, to: "formulas.md")
    _ = try sandbox.run(
      ["practice", "--kind", "short-answer", "--count", "3", "--bank", bank], input: "=x\n=x\n=x\n=x\n=x\n=x\n")
    let rows = try rows(try sandbox.run(["progress", "export", "--format", "csv"]).outputText)
    #expect(!rows.isEmpty)
    #expect(rows.contains { $0["chosen"] == "'=x" } && rows.allSatisfy { $0["chosen"] != "=x" })
  }

  @Test func answersFromAnkiMoveTheSchedule() throws {
    let guid = "capitals/europe/norway/oslo"
    let known = try sandbox.run(["questions", "--bank", bank, "--count", "1", "--format", "json"]).outputText
    #expect(known.contains("capitals/europe/"))
    let file = try sandbox.write(
      """
      "guid";"id";"ease";"time";"type"
      "\(guid)|short-answer|Capital";"1795000000000";"3";"5000";"0"
      "\(guid)|short-answer|Capital";"1795100000000";"1";"7000";"1"
      "someone-else's";"1795100000001";"3";"1000";"1"

      """, to: "answers.csv")
    let take = ["progress", "import", file, "--format", "anki-csv", "--bank", bank]
    let dry = try sandbox.run(take + ["--dry-run"], on: 0)
    #expect(dry.exitCode == 0, "\(dry.errorText)")
    #expect(dry.outputText.contains("Nothing was changed.") && !sandbox.files.contains("data/history.jsonl"))
    let taken = try sandbox.run(take, on: 0)
    #expect(taken.exitCode == 0)
    #expect(taken.outputText.contains("2 answers"))
    #expect(taken.errorText.contains("1 row is left out"))
    #expect(try sandbox.reviews().count == 2)
    let stats = try sandbox.run(["stats", "--bank", bank, "--fact", guid], on: 0)
    #expect(stats.outputText.contains("Memory: "), "\(stats.outputText) \(stats.errorText)")
    #expect(try sandbox.run(take, on: 0).outputText.replacing("\n", with: " ").contains("There is nothing new."))
    try sandbox.expectSoundProgress()
    let missed = try sandbox.run(["missed", "--bank", bank], on: 0, answers: ["?"])
    #expect(missed.errorText.contains("Norway") || missed.errorText.contains("Oslo"))
  }

  @Test(arguments: [
    ("", 65, "is empty"), ("a,b\n1,2\n", 65, "No column is called guid."), ("guid,id,ease\n\"x\n", 65, "never closed"),
    ("guid,id,ease\nx,1,2\n", 1, "no answer that can be taken in"),
  ])
  func whatCannotBeTakenInIsTold(text: String, code: Int32, words: String) throws {
    let file = try sandbox.write(text, to: "bad.csv")
    let result = try sandbox.run(["progress", "import", file, "--format", "anki-csv"])
    #expect(result.exitCode == code)
    let told = result.errorText.split { $0.isWhitespace }.joined(separator: " ")
    #expect(told.contains(words), "\(told)")
    #expect(!sandbox.files.contains("data/history.jsonl"))
  }
}
