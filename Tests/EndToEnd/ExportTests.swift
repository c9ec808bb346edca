import FoundationEssentials
import StrictJSON
import TestSupport
import Testing

/// Questions on their way to another program.
@Suite struct ExportTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func export(
    _ format: String, _ options: [String] = [], to file: String = "out"
  ) throws -> ProcessRunner.Result {
    try sandbox.run(["export", "--format", format, "--output", "\(sandbox.home)/\(file)"] + options)
  }

  private static let formats = ["gift", "moodle-xml", "aiken", "qti", "anki", "csv", "json", "markdown", "html"]

  private func bytes(_ file: String) throws -> [UInt8] {
    Array(try #require(FileManager.default.contents(atPath: "\(sandbox.home)/\(file)")))
  }

  @Test(arguments: formats) func theSameSeedGivesTheSameBytes(format: String) throws {
    for file in ["one.x", "two.x"] {
      let result = try export(format, ["--count", "12", "--seed", "5"], to: file)
      #expect(result.exitCode == 0, "\(result.errorText)")
      #expect(result.errorText.contains(" questions as \(format), seed 5.\n"))
    }
    #expect(try bytes("one.x") == bytes("two.x"))
    let hasKey = ["markdown", "html"].contains(format)
    #expect(sandbox.files == (hasKey ? ["one-key.x", "one.x", "two-key.x", "two.x"] : ["one.x", "two.x"]))
  }

  @Test func theJSONIsThatOfQuestions() throws {
    let questions = try sandbox.run(["questions", "--format", "json", "--count", "10", "--seed", "5"])
    #expect(try export("json", ["--count", "10", "--seed", "5"]).exitCode == 0)
    #expect(try sandbox.text("out") == questions.outputText)
  }

  @Test func withoutACountThereAreAsManyQuestionsAsFacts() throws {
    let bank = try sandbox.write(Sandbox.capitals, to: "my-bank.md")
    let list = try JSONValue(parsing: try sandbox.run(["bank", "check", bank, "--json"]).outputText)
    let facts = try #require(list[0]?["facts"]?.intValue)
    let result = try export("json", ["--bank", bank])
    #expect(result.errorText.hasPrefix("\(facts) questions as json, seed 3.\n"))
    let ids = try sandbox.text("out").split(separator: "\n").map { try JSONValue(parsing: String($0)) }.texts("id")
    #expect(ids.count == facts && Set(ids).count == facts)
    // However many are asked for, each goes out once, and the end comes.
    #expect(try export("json", ["--bank", bank, "--kind", "short-answer", "--count", "5000"], to: "all").exitCode == 0)
    let all = try sandbox.text("all").split(separator: "\n")
    #expect(Set(all).count == all.count && (1..<5000).contains(all.count))
  }

  @Test func whatAFormatCannotCarryIsCountedByKind() throws {
    let all = try export("json", ["--count", "60", "--seed", "5"], to: "all").errorText
    #expect(all.hasPrefix("60 questions"))
    let kinds = try sandbox.text("all").split(separator: "\n").map { try JSONValue(parsing: String($0)) }.texts("kind")
    let result = try export("aiken", ["--count", "60", "--seed", "5"])
    let carried = kinds.count { ["multiple-choice", "true-false", "odd-one-out"].contains($0) }
    let said = result.errorText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(said.hasPrefix("\(carried) questions as aiken, seed 5. Left out: "))
    for kind in ["matching", "short-answer", "multiple-response", "categories", "cloze"] {
      #expect(said.contains(" \(kinds.count { $0 == kind }) \(kind)"), "\(said)")
    }
    #expect(said.contains(": Aiken holds only questions with one right option. `--kind` draws one kind only"))
    #expect(try sandbox.text("out").ranges(of: "\nANSWER: ").count == carried)
  }

  @Test func aFormatThatCanCarryNothingWritesNoFile() throws {
    let result = try export("aiken", ["--kind", "matching"])
    #expect(result.exitCode == 1)
    #expect(result.errorText.contains("aiken can carry none of these questions."))
    #expect(sandbox.files.isEmpty)
  }

  @Test func nothingIsWrittenOver() throws {
    _ = try sandbox.write("mine\n", to: "paper-key.md")
    let result = try export("markdown", to: "paper.md")
    #expect(result.exitCode == 64 && result.standardOutput.isEmpty)
    #expect(result.errorText.replacing("\n ", with: "").contains("paper-key.md exists and is not written over."))
    #expect(sandbox.files == ["paper-key.md"])
    #expect(try export("gift", to: "paper-key.md").exitCode == 64)
    #expect(try sandbox.text("paper-key.md") == "mine\n")
  }

  @Test(arguments: ["gift", "moodle-xml", "aiken", "anki", "csv", "json"])
  func oneTextFileMayGoToStandardOutput(format: String) throws {
    let options = ["--count", "12", "--seed", "5"]
    #expect(try export(format, options).exitCode == 0)
    let result = try sandbox.run(["export", "--format", format, "--output", "-"] + options)
    // A carriage return has no business on a terminal.
    #expect(result.outputText == (try sandbox.text("out")).replacing("\r\n", with: "\n"))
  }

  @Test(arguments: [
    ["--format", "qti", "--output", "-"], ["--format", "html", "--output", "-"],
    ["--format", "markdown", "--output", "-"],
    ["--format", "csv", "--bom", "--output", "-"], ["--format", "gift", "--bom", "--output", "x"],
    ["--format", "gift", "--count", "0", "--output", "x"], ["--format", "word", "--output", "x"],
    ["--format", "gift", "--kind", "riddle", "--output", "x"],
    ["--format", "gift", "--section", "nowhere", "--output", "x"],
  ])
  func whatCannotBeIsRefused(arguments: [String]) throws {
    let result = try sandbox.run(["export"] + arguments)
    #expect(result.exitCode == 64 && result.standardOutput.isEmpty && !result.errorText.isEmpty)
    #expect(sandbox.files.isEmpty)
  }

  @Test func aByteOrderMarkIsWrittenOnlyWhereItIsAskedFor() throws {
    #expect(try export("csv", ["--count", "2", "--seed", "5"], to: "plain.csv").exitCode == 0)
    #expect(try export("csv", ["--bom", "--count", "2", "--seed", "5"], to: "marked.csv").exitCode == 0)
    #expect(try bytes("marked.csv") == [0xEF, 0xBB, 0xBF] + bytes("plain.csv"))
  }

  @Test(arguments: [("paper", "paper-key"), ("a.b/paper.html", "a.b/paper-key.html"), (".paper", ".paper-key")])
  func theKeyStandsBesideThePaper(paper: String, key: String) throws {
    try FileManager.default.createDirectory(atPath: "\(sandbox.home)/a.b", withIntermediateDirectories: false)
    let result = try export("html", ["--count", "3"], to: paper)
    #expect(result.outputText == "\(sandbox.home)/\(paper)\n\(sandbox.home)/\(key)\n")
    #expect(sandbox.files.sorted() == [paper, key].sorted())
  }

  @Test func aFolderThatIsNotThereIsNamed() throws {
    let result = try export("gift", to: "nowhere/out.gift")
    #expect(result.exitCode != 0 && result.errorText.contains("nowhere/out.gift"))
    #expect(sandbox.files.isEmpty)
  }
}
