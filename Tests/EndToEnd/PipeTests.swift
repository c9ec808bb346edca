import StrictJSON
import TestSupport
import Testing

/// What a script sees: results on standard output, everything else on standard error.
@Suite struct PipeTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test func aQuizPrintsOneLineForEachResultAndThenTheScore() throws {
    let result = try sandbox.run(["daily", "--count", "2", "--seed", "7"], input: "a\nb\n")
    #expect(result.exitCode == 0)
    #expect(result.lines.count == 3)
    let right = result.lines.prefix(2).count { $0.contains(". Right: ") }
    let wrong = result.lines.prefix(2).count { $0.contains(". Wrong: ") && $0.contains("; the answer is ") }
    #expect(right + wrong == 2)
    #expect(zip(result.lines, ["1. ", "2. ", "Score: \(right) of 2 right"]).allSatisfy { $0.hasPrefix($1) })
    #expect(result.errorText.contains("\n1. ") && result.errorText.contains("\n  a) "))
    #expect(!result.errorText.contains("Score:"))
    let events = try sandbox.history()
    #expect(events.texts("event") == ["sittingBegan", "review", "review", "sittingEnded"])
    #expect(try sandbox.reviews().count { $0["right"]?.boolValue == true } == right)
    try sandbox.expectSoundProgress()
  }

  @Test func theSameSeedAsksTheSameAndAnotherSeedSomethingElse() throws {
    func transcript(_ seed: String) throws -> [String] {
      let result = try Sandbox().run(["daily", "--seed", seed], input: "a\nb\n")
      return [result.outputText, result.errorText]
    }
    let first = try transcript("7")
    #expect(try transcript("7") == first)
    #expect(try transcript("8") != first)
  }

  @Test func theEnvironmentMayGiveTheSeed() throws {
    func first(_ seed: String, _ arguments: [String] = []) throws -> ProcessRunner.Result {
      try Sandbox().run(["daily"] + arguments, changes: ["KPO_SEED": seed])
    }
    #expect(try first("7").errorText == first("8", ["--seed", "7"]).errorText)
    #expect(try first("7").errorText != first("8").errorText)
    #expect(try first("").exitCode == 0)
    let refused = try first("seven")
    #expect(refused.exitCode == 64)
    #expect(refused.errorText.contains("KPO_SEED is \"seven\", which is not a whole number from 0 on."))
  }

  @Test(arguments: ["a\r\nb\r\n", "a\nb", " a \n\tb\t\n", "A\nB\n", "1\n2\n"])
  func itDoesNotMatterHowTheLinesAreWritten(input: String) throws {
    let plain = try Sandbox().run(["daily", "--count", "2", "--seed", "7"], input: "a\nb\n")
    let result = try sandbox.run(["daily", "--count", "2", "--seed", "7"], input: input)
    #expect(result.outputText == plain.outputText)
    #expect(try sandbox.reviews().count == 2)
  }

  @Test func anInputThatEndsEarlyKeepsWhatWasAnswered() throws {
    let bank = try sandbox.write(Sandbox.capitals, to: "capitals.md")
    let result = try sandbox.run(["daily", "--count", "5", "--bank", bank], input: "a\n")
    #expect(result.exitCode == 0)
    #expect(result.lines.count == 2)
    #expect(result.lines.last?.contains("of 1 right") == true)
    #expect(try sandbox.reviews().count == 1)
  }

  @Test(arguments: ["", "\n\n", ":quit\n", ":help\n:why\n:hint\n:read\n:undo\n", "zz\n"])
  func withoutAnAnswerNoFileIsMade(input: String) throws {
    let result = try sandbox.run(["daily"], input: input)
    #expect(result.exitCode == 0)
    #expect(result.outputText == "No answers given.\n")
    #expect(sandbox.files.isEmpty)
  }

  @Test func garbageIsAnsweredWithHelp() throws {
    let long = String(repeating: "a", count: 60_000)
    let bytes = Array("zz\n\n:x\n99999999999999999999\n🙂\n\(long)\n\(long)\(long)\n".utf8) + [0, 0xFF, 0xC0, 0x0A]
    let bank = try sandbox.write(Sandbox.capitals, to: "capitals.md")
    let result = try sandbox.run(["daily", "--count", "1", "--bank", bank], bytes: bytes + Array("?\n".utf8))
    #expect(result.exitCode == 0)
    #expect(result.lines.first?.hasPrefix("1. Not known: the answer is ") == true)
    #expect(result.errorText.contains("`zz` is none of the options."))
    #expect(result.errorText.contains("There is no command :x."))
    #expect(result.errorText.contains("Type a letter from a to "))
    #expect(result.errorLines.allSatisfy { $0.count <= 80 })
    #expect(result.standardError.count < 5000)
    #expect(try sandbox.reviews().count == 1)
  }

  @Test(arguments: ["daily", "match"])
  func randomLinesNeverEndTheProgramBadly(command: String) throws {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed \(seed)")
    var numbers = SeededNumbers(seed: seed)
    let pieces = [
      "a", "b", "c", "1", "2", "?", "!", " ", "-", "=", ":undo", ":hint", ":read", ":flag", ":", "\u{0}", "é", "🙂",
    ]
    let lines = (0..<300).map { _ in
      (0..<Int.random(in: 0...4, using: &numbers)).compactMap { _ in pieces.randomElement(using: &numbers) }.joined()
    }
    let result = try sandbox.run([command, "--count", "50", "--seed", "\(seed)"], input: lines.joined(separator: "\n"))
    #expect(result.exitCode == 0, "seed \(seed): \(result.errorText.suffix(300))")
    #expect(result.lines.last.map { $0.hasPrefix("Score: ") || $0 == "No answers given." } == true, "seed \(seed)")
    if !sandbox.files.isEmpty { try sandbox.expectSoundProgress() }
  }

  @Test func aMissedFactComesBackOnceAndDoesNotCountTwice() throws {
    let bank = try sandbox.write(Sandbox.capitals, to: "capitals.md")
    let result = try sandbox.run(
      ["daily", "--count", "3", "--bank", bank], input: String(repeating: "?\n", count: 20))
    #expect(result.lines.count == 7)
    #expect(result.lines.last?.hasPrefix("Score: 0 of 3 right") == true)
    let reviews = try sandbox.reviews()
    #expect(reviews.map { $0["repeated"]?.boolValue } == [false, false, false, true, true, true])
    #expect(
      Set(reviews.prefix(3).map { $0["fact"]?.stringValue }) == Set(reviews.suffix(3).map { $0["fact"]?.stringValue }))
    #expect(reviews.allSatisfy { $0["confidence"]?.stringValue == "dont-know" })
  }

  @Test func marksAreKept() throws {
    let bank = try sandbox.write(Sandbox.capitals, to: "capitals.md")
    _ = try sandbox.run(["daily", "--count", "3", "--bank", bank], input: "a!\nb?\nc\n")
    #expect(try Array(sandbox.reviews().texts("confidence").prefix(3)) == ["sure", "unsure", "none"])
  }

  @Test func anAnswerThatWasTakenBackDoesNotCount() throws {
    let bank = try sandbox.write(Sandbox.capitals, to: "capitals.md")
    let result = try sandbox.run(["daily", "--count", "2", "--bank", bank], input: "a\n:undo\n?\n")
    #expect(result.lines.last?.contains("of 1 right") == true)
    #expect(try sandbox.history().texts("event") == ["sittingBegan", "review", "undone", "review", "sittingEnded"])
    let stats = try JSONValue(parsing: try sandbox.run(["stats", "--json", "--bank", bank]).outputText)
    #expect(stats["answers"]?["asked"]?.intValue == 1)
    try sandbox.expectSoundProgress()
  }

  @Test func aQuestionReadInTheNotesDoesNotCount() throws {
    let bank = try sandbox.write(Sandbox.capitals, to: "capitals.md")
    let result = try sandbox.run(
      ["daily", "--count", "2", "--bank", bank], input: ":read\n?\n:why\n?\n?\n:why\n:quit\n")
    #expect(result.lines.count == 4)
    #expect(result.lines.last?.hasPrefix("Score: 0 of 2 right") == true)
    #expect(result.errorText.contains("It has no day to return yet."))
    #expect(result.errorText.contains("so this question does not count"))
    #expect(result.errorText.replacing("\n", with: " ").contains("it counts only now"))
    #expect(try sandbox.reviews().map { $0["repeated"]?.boolValue } == [false, false])
  }

  @Test func aFactSetAsideIsKeptWithItsNoteAndNeverAskedAgain() throws {
    _ = try sandbox.run(["daily", "--count", "1"], input: ":flag ask Anna\n")
    let flag = try #require(try sandbox.history().first { $0["event"]?.stringValue == "flagged" })
    #expect(flag["note"]?.stringValue == "ask Anna")
    let fact = try #require(flag["fact"]?.stringValue)
    let all = try sandbox.run(["daily", "--count", "500"], input: String(repeating: "?\n", count: 600))
    #expect(all.lines.count > 150)
    #expect(try !sandbox.reviews().texts("fact").contains(fact))
    let plan = try sandbox.run([], input: "quit\n").errorText
    #expect(plan.replacing("\n", with: " ").contains(" facts seen, 1 set aside"), "\(plan)")
  }

  @Test func whatWasMissedIsAskedByMissedUntilNothingIs() throws {
    #expect(try sandbox.run(["missed"]).exitCode == 1)
    let bank = try sandbox.write(Sandbox.capitals, to: "capitals.md")
    _ = try sandbox.run(["daily", "--count", "4", "--bank", bank], input: "?\n?\n?\n?\n")
    let missed = try Set(sandbox.reviews().texts("fact"))
    let again = try sandbox.run(["missed", "--bank", bank], input: String(repeating: "?\n", count: 8))
    #expect(again.lines.count == 9)
    #expect(try Set(sandbox.reviews().dropFirst(4).map { $0 }.texts("fact")) == missed)
  }

  @Test func aMatchingDrillIsAnsweredInOneLine() throws {
    let drill = ["match", "--count", "1", "--seed", "2"]
    let premises = try sandbox.run(drill).errorLines.count { $0.contains(/^  [0-9][)]/) }
    let twice = "1a 1b" + (3..<premises + 1).map { " \($0)-" }.joined()
    let result = try sandbox.run(drill, input: "zz\n\(twice) 1c\n\(twice)\n?\n")
    #expect(result.lines.first?.hasPrefix("1. Wrong: 0 of ") == true)
    #expect(result.errorText.contains("\(premises) numbers, and you gave 2 letters."))
    #expect(result.errorText.contains("`1` stands twice."))
    let reviews = try sandbox.reviews()
    #expect((4...6).contains(reviews.count))
    #expect(reviews.allSatisfy { $0["kind"]?.stringValue == "matching" })
  }

  @Test func thePromptTakesCommandsFromAPipeToo() throws {
    let result = try sandbox.run([], input: "daily --count 1\n?\n:quit\nfrob\nstast\nhelp\nsearch zebra\nquit\nread\n")
    #expect(result.exitCode == 0)
    #expect(result.lines.count == 2)
    #expect(result.errorText.contains("There is no command `frob`."))
    #expect(result.errorText.contains("Did you mean `stats`?"))
    #expect(result.errorText.contains("Nothing in the banks matches `zebra`."))
    #expect(!result.outputText.contains("Definition"))
  }
}
