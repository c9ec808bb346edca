import StrictJSON
import TestSupport
import Testing

/// Every command once as it should be used, and once as it should not.
@Suite struct CommandTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test(arguments: [
    ["--help"], ["-h"], ["help"], ["help", "daily"], ["daily", "--help"], ["missed", "--help"], ["match", "--help"],
    ["practice", "--help"], ["flagged", "--help"],
    ["stats", "--help"], ["report", "--help"], ["read", "--help"], ["search", "--help"], ["questions", "--help"],
    ["bank"],
    ["bank", "--help"],
    ["bank", "check", "--help"], ["bank", "list", "--help"], ["progress"], ["progress", "path", "--help"],
    ["progress", "show", "--help"], ["progress", "check", "--help"], ["progress", "backups", "--help"],
    ["progress", "restore", "--help"], ["doctor", "--help"], ["exam", "--help"], ["exam", "take", "--help"],
    ["exam", "plan", "--help"], ["exam", "plans", "--help"], ["exam", "drop", "--help"], ["exam", "print", "--help"],
    ["exam", "sheet", "--help"],
  ])
  func helpGoesToStandardOutputAndLeavesNothingBehind(arguments: [String]) throws {
    let result = try sandbox.run(arguments)
    #expect(result.exitCode == 0)
    #expect(result.outputText.contains("USAGE: kpo"))
    #expect(result.standardError.isEmpty)
    #expect(sandbox.files.isEmpty)
  }

  @Test func theVersionIsOneLine() throws {
    let result = try sandbox.run(["--version"])
    #expect(result.exitCode == 0)
    #expect(result.lines.count == 1)
    #expect(result.outputText.contains("."))
    #expect(sandbox.files.isEmpty)
  }

  @Test(
    arguments: [
      (["frob"], 64, "There is no command `frob`. `kpo --help` lists the commands."),
      (["dialy"], 64, "Did you mean `daily`?"),
      (["daily", "--count", "0"], 64, "--count is 0; it goes from 1 to 500."),
      (["daily", "--count", "501"], 64, "it goes from 1 to 500."), (["daily", "--count", "x"], 64, "'x' is invalid"),
      (["daily", "--seed", "-1"], 64, "--seed"), (["daily", "--color", "pink"], 64, "Use auto, always or never."),
      (["daily", "--colour", "never"], 64, "Unknown option '--colour'"), (["daily", "more"], 64, "'more'"),
      (["daily", "--bank", "kop"], 66, "Did you mean `kpo`?"),
      (["stats", "--bank", "zzz"], 66, "The banks are kpo"),
      (["stats", "--fact", "zzz"], 1, "Nothing in the banks matches `zzz`."),
      (["report"], 1, "There are no answers yet, so there is nothing to report."),
      (["daily", "--bank", "no-such.md"], 66, "no-such.md: there is no such file."),
      (["read", "typs"], 64, "Did you mean `types`?"), (["read", "zzzzzz"], 64, "`kpo bank list` shows them all."),
      (["practice", "zzzzzz"], 64, "The sections are definition, "),
      (["match", "--section", "provider"], 64, "Did you mean `providers`?"),
      (["questions", "--kind", "mtching"], 64, "Did you mean `matching`?"),
      (["questions", "--count", "0"], 64, "it goes from 1 to "), (["questions", "--format", "xml"], 64, "xml"),
      (["search"], 64, "Missing expected argument"), (["search", "zebra"], 1, "Nothing in the banks matches `zebra`."),
      (["daily", "--count", "5", "--minutes", "5"], 64, "Give --count or --minutes, not both."),
      (["daily", "--minutes", "0"], 64, "--minutes goes from 0.1 to 600."),
      (["daily", "--minutes", "soon"], 64, "'soon' is invalid"),
      (["missed", "--days", "0"], 64, "--days is 0; it goes from 1 to 36500."),
      (["practice", "typs"], 64, "Did you mean `types`?"),
      (["practice", "--kind", "clozee"], 64, "Did you mean `cloze`?"),
      (["match", "--categories", "--section", "abbreviations"], 1, "Nothing can be sorted here"),
      (["practice", "--count", "0"], 64, "it goes from 1 to 500."),
      (["flagged", "kpo/x"], 64, "Name facts together with --restore."),
      (["flagged", "--restore", "kpo/x"], 64, "`kpo/x` is not set aside. `kpo flagged` lists what is."),
      (["missed"], 1, "Nothing is missed"),
      (["bank", "check", "no-such.md"], 66, "no-such.md: there is no such file."), (["bank", "check", "/"], 66, "/"),
      (["bank", "frob"], 64, "There is no command `bank frob`."),
      (["bank", "frob"], 64, "The commands of `bank` are check, measure, list, new, import, help."),
      (
        ["progress", "frob"], 64,
        "The commands of `progress` are path, show, check, backups, restore, merge, import, export, erase, help."
      ),
      (["exam", "pln"], 64, "There is no command `exam pln`. Did you mean `exam plan`?"),
      (["exam", "frob"], 64, "The commands of `exam` are take, plan, plans, drop, print, sheet, help."),
      (["exam", "--questions", "0"], 64, "--questions is 0; it goes from 1 to 500."),
      (["exam", "--questions", "501"], 64, "--questions is 501; it goes from 1 to 500."),
      (["exam", "--kinds", "x"], 64, "The kinds are multiple-choice, matching, short-answer, "),
      (["exam", "--kinds", "matching,mtching"], 64, "There is no kind `mtching`. Did you mean `matching`?"),
      (["exam", "--minutes", "0"], 64, "--minutes goes from 0.1 to 1440."),
      (["exam", "--pass", "2"], 64, "--pass is a share from 0.01 to 1, such as 0.7 for 70 %."),
      (["exam", "--form", " "], 64, "--form is empty; give the paper a name."),
      (["exam", "--sections", "typs"], 64, "There is no section `typs`. Did you mean `types`?"),
      (["exam", "--bank", "kop"], 66, "Did you mean `kpo`?"), (["exam", "--abandon"], 64, "No mock exam is open."),
      (["exam", "drop"], 64, "Missing expected argument"), (["exam", "plan"], 1, "No exam is ahead."),
      (["exam", "drop", "1"], 64, "No planned exam is `1`. `kpo exam plans` lists them with their numbers."),
      (["exam", "print", "--format", "pdf"], 64, "Use markdown or html."),
      (["exam", "sheet", "--bank", "zzz"], 66, "The banks are kpo"),
    ] as [([String], Int32, String)])
  func aMistakeIsExplainedInAFewLinesWithItsExitCode(arguments: [String], code: Int32, words: String) throws {
    let result = try sandbox.run(arguments)
    #expect(result.exitCode == code)
    #expect(result.standardOutput.isEmpty)
    // Where a line was wrapped does not matter here.
    let said = result.errorLines.map { $0.drop { $0 == " " } }.joined(separator: " ")
    #expect(said.contains(words), "\(result.errorText)")
    // That nothing was found is an answer, not an error.
    #expect(said.hasPrefix("Error: ") == (code != 1), "\(result.errorText)")
    #expect((1...8).contains(result.errorLines.count), "\(result.errorText)")
    #expect(sandbox.files.isEmpty)
  }

  @Test func aFaultyEnvironmentIsExplained() throws {
    let homeless = try sandbox.run(["stats"], changes: ["HOME": nil, "KPO_DATA": nil])
    #expect(homeless.exitCode == 78)
    #expect(homeless.errorText.contains("--data"))
    let timeless = try sandbox.run(["stats"], changes: ["KPO_NOW": "yesterday"])
    #expect(timeless.exitCode == 78)
    #expect(timeless.errorText.contains("KPO_NOW"))
  }

  @Test func aDataFolderThatCannotBeMadeLosesNoAnswerSilently() throws {
    let file = try sandbox.write("", to: "in-the-way")
    let result = try sandbox.run(["daily", "--data", "\(file)/folder"], input: "a\n")
    #expect(result.exitCode == 73)
    #expect(result.standardOutput.isEmpty)
    #expect(result.errorText.contains(file))
  }

  @Test func readShowsTheWholeBankOrOneSection() throws {
    let all = try sandbox.run(["read"])
    #expect(all.exitCode == 0)
    for section in ["Definition", "KPO and BPO", "Providers", "Abbreviations"] {
      #expect(all.outputText.contains("\n\(section) ("), "\(section)")
    }
    let one = try sandbox.run(["read", "providers"])
    #expect(one.outputText.hasPrefix("Providers (providers)\n"))
    #expect(all.outputText.contains(one.outputText))
    #expect(try sandbox.run(["read", "kpo/providers"]).outputText == one.outputText)
    #expect(one.standardError.isEmpty)
    #expect(sandbox.files.isEmpty)
  }

  @Test func searchTellsThePlaceOfEachHit() throws {
    let result = try sandbox.run(["search", "PHARMACO"])
    #expect(result.exitCode == 0)
    #expect(result.outputText.contains("kpo/industries: "))
    #expect(result.outputText.contains("Pharmacovigilance"))
    #expect(try sandbox.run(["search", "wns"]).outputText.contains("WNS Global Services | "))
  }

  @Test func questionsAreTheSameBytesForTheSameSeed() throws {
    func questions(_ seed: String) throws -> [UInt8] {
      let result = try sandbox.run(["questions", "--count", "40", "--seed", seed, "--format", "json"])
      #expect(result.exitCode == 0)
      return result.standardOutput
    }
    let first = try questions("1")
    #expect(try questions("1") == first)
    #expect(try questions("2") != first)
    #expect(sandbox.files.isEmpty)
  }

  @Test func everyQuestionIsOneLineOfJSONWithTheDocumentedKeys() throws {
    let result = try sandbox.run(["questions", "--count", "200", "--seed", "5", "--format", "json"])
    #expect(result.lines.count == 200)
    var kinds: Set<String> = []
    for line in result.lines {
      let item = try JSONValue(parsing: String(line))
      let kind = try #require(item["kind"]?.stringValue)
      kinds.insert(kind)
      let common = ["id", "kind", "bank", "section", "ask", "subject", "stem"]
      let feedback = try #require(item["feedback"]?.arrayValue).count
      let facts = try #require(item["facts"]?.arrayValue).count
      let keys = try #require(item.objectValue).members.map(\.key)
      #expect(item["ask"]?["from"]?.stringValue != nil && item["ask"]?["to"]?.stringValue != nil)
      if kind == "matching" || kind == "categories" {
        #expect(keys == common + ["premises", "responses", "answers", "facts", "feedback"])
        let premises = try #require(item["premises"]?.arrayValue).count
        let responses = try #require(item["responses"]?.arrayValue).count
        let answers = try #require(item["answers"]?.arrayValue).compactMap(\.intValue)
        if kind == "matching" {
          #expect((4...6).contains(premises) && responses == premises + 2 && Set(answers).count == premises)
        } else {
          #expect((5...8).contains(premises) && (2...4).contains(responses) && Set(answers).count == responses)
        }
        #expect(answers.count == premises)
        #expect(answers.allSatisfy((0..<responses).contains))
        #expect(facts == premises && feedback == premises)
      } else if kind == "multiple-response" {
        #expect(keys == common + ["options", "answers", "facts", "feedback"])
        let options = try #require(item["options"]?.arrayValue).compactMap(\.stringValue)
        let answers = try #require(item["answers"]?.arrayValue).compactMap(\.intValue)
        #expect(!answers.isEmpty && answers.allSatisfy(options.indices.contains) && Set(options).count == options.count)
        #expect(facts == answers.count && feedback == options.count)
      } else if kind == "short-answer" || kind == "cloze" {
        #expect(keys == common + ["answer", "accepted", "facts", "feedback"])
        let accepted = try #require(item["accepted"]?.arrayValue).compactMap(\.stringValue)
        #expect(accepted.contains(try #require(item["answer"]?.stringValue)))
        #expect(facts == 1 && feedback == 1)
      } else {
        #expect(keys == common + ["options", "answer", "facts", "feedback"])
        let options = try #require(item["options"]?.arrayValue).compactMap(\.stringValue)
        let answer = try #require(item["answer"]?.intValue)
        #expect(options.indices.contains(answer) && Set(options).count == options.count)
        #expect(facts == 1 && feedback == options.count)
      }
    }
    #expect(
      kinds == [
        "multiple-choice", "matching", "short-answer", "true-false", "multiple-response", "odd-one-out", "categories",
        "cloze",
      ])
  }

  @Test func questionsStayWithinTheirSectionAndKind() throws {
    let arguments = ["questions", "--section", "types", "--kind", "matching", "--count", "5", "--format", "json"]
    let items = try sandbox.run(arguments).lines.map { try JSONValue(parsing: String($0)) }
    #expect(items.texts("section") == Array(repeating: "types", count: 5))
    #expect(items.texts("kind") == Array(repeating: "matching", count: 5))
  }

  @Test func statsAreTheSameInWordsAndInJSON() throws {
    let before = try sandbox.run(["stats"])
    #expect(before.outputText.hasPrefix("No answers yet: "))
    #expect(sandbox.files.isEmpty)
    _ = try sandbox.run(["daily", "--count", "5", "--seed", "7"], input: "a\nb\na\nb\na\n")
    let stats = try JSONValue(parsing: try sandbox.run(["stats", "--json"]).outputText)
    #expect(
      stats.objectValue?.members.map(\.key) == [
        "answers", "facts", "sections", "days", "sittings", "streaks", "load", "recall", "marks", "corrected",
        "confusions",
      ])
    let counted = try sandbox.reviews().filter { $0["repeated"]?.boolValue == false }
    let asked = counted.count
    let right = counted.count { $0["right"]?.boolValue == true }
    #expect(stats["answers"]?["asked"]?.intValue == asked)
    #expect(stats["answers"]?["right"]?.intValue == right)
    #expect(stats["facts"]?["seen"]?.intValue == asked)
    #expect(stats["sections"]?.arrayValue?.compactMap { $0["asked"]?.intValue }.reduce(0, +) == asked)
    #expect(stats["days"]?.arrayValue?.count == 1)
    #expect(stats["sittings"]?[0]?["mode"]?.stringValue == "daily")
    let words = try sandbox.run(["stats"])
    #expect(words.outputText.hasPrefix("\(right) of \(asked) answers right"))
  }
}
