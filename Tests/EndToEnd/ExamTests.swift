import StrictJSON
import TestSupport
import Testing

/// Mock exams as a script sees them: the score on standard output, everything else on standard error.
@Suite struct ExamTests {
  let sandbox: Sandbox
  let paper = ["--form", "C", "--questions", "10"]

  init() throws { sandbox = try Sandbox() }

  @Test func aPaperWithoutFaultIsPassed() throws {
    let lines = try sandbox.rightLines(paper)
    #expect(lines.count == 10)
    let result = try sandbox.exam(paper, lines: lines + [":hand-in"])
    #expect(result.exitCode == 0)
    #expect(result.outputText == "Score: 10 of 10 points (100 %), passed\n")
    #expect(result.errorText.contains("Mock exam, form C: 10 questions without a time limit; 70 % passes."))
    #expect(result.errorText.contains("\nQuestion 10 of 10\n") && !result.errorText.contains("Score:"))
    #expect(!result.errorText.contains("Missed"))
    let events = try sandbox.history().texts("event")
    #expect(
      events == ["sittingBegan", "mockBegan"] + Array(repeating: "mockQuestion", count: 10)
        + Array(repeating: "review", count: 10) + ["sittingEnded", "mockHandedIn"])
    #expect(try sandbox.reviews().allSatisfy { $0["right"]?.boolValue == true })
    try sandbox.expectReviewsOnce(10)
  }

  @Test func nothingIsMarkedBeforeThePaperIsHandedIn() throws {
    let lines = try sandbox.rightLines(paper)
    let result = try sandbox.exam(paper, lines: [lines[0], Sandbox.wrong(lines[1]), lines[2]])
    #expect(result.exitCode == 1)
    #expect(result.standardOutput.isEmpty)
    for word in ["Right", "Wrong", "the answer is"] { #expect(!result.errorText.contains(word), "\(word)") }
    #expect(result.errorText.contains("The mock waits: 7 of 10 questions are open."))
    #expect(try sandbox.reviews().isEmpty)
  }

  @Test func openQuestionsAreWarnedOfAndCountAsNotKnown() throws {
    let right = try sandbox.rightLines(paper).prefix(3)
    let result = try sandbox.exam(paper, lines: right + [":hand-in", ":hand-in"])
    #expect(result.exitCode == 1)
    #expect(result.outputText == "Score: 3 of 10 points (30 %), not passed\n")
    let said = result.errorText.replacing("\n", with: " ")
    #expect(said.contains("7 questions have no answer: 4 to 10. :hand-in once more hands in all the same"))
    #expect(said.contains(" 4. Open: the answer is "))
    // The fourth was on the screen; the others were never looked at, and prove nothing.
    let unknown = try sandbox.reviews().texts("confidence").count { $0 == "dont-know" }
    #expect(unknown <= 1)
    try sandbox.expectReviewsOnce(3 + unknown)
  }

  @Test func anAnswerAfterTheWarningTakesItBack() throws {
    let result = try sandbox.exam(paper, lines: [":hand-in", "a", ":hand-in"])
    #expect(result.exitCode == 1)
    #expect(result.standardOutput.isEmpty)
    #expect(result.errorText.replacing("\n", with: " ").contains("10 questions have no answer: 1 to 10."))
    #expect(result.errorText.replacing("\n", with: " ").contains("9 questions have no answer: 2 to 10."))
    #expect(try sandbox.exam(lines: [":hand-in", ":hand-in"]).outputText.contains(" of 10 points "))
  }

  @Test func thePassMarkDecides() throws {
    let right = try sandbox.rightLines(paper).prefix(3)
    let result = try sandbox.exam(paper + ["--pass", "0.3"], lines: right + [":hand-in", ":hand-in"])
    #expect(result.exitCode == 0)
    #expect(result.outputText == "Score: 3 of 10 points (30 %), passed\n")
    #expect(try sandbox.last("mockHandedIn")["passed"]?.boolValue == true)
  }

  @Test func theLastOfSeveralAnswersCounts() throws {
    var lines = try sandbox.rightLines(paper)
    let second = lines[1]
    lines[1] = "\(Sandbox.wrong(second))!"
    let result = try sandbox.exam(paper, lines: lines + [":go 2", second, ":go 3", "?", ":hand-in"])
    #expect(result.outputText == "Score: 9 of 10 points (90 %), passed\n")
    let said = result.errorText.replacing("\n", with: " ")
    #expect(said.contains("2 answers were changed: 1 from wrong to right, 1 from right to wrong."), "\(said)")
    #expect(said.contains(" Your answer: \(Sandbox.wrong(second))! "))
    try sandbox.expectReviewsOnce(10)
  }

  @Test func theSameFormIsTheSamePaperEverywhere() throws {
    func items(_ form: String, in sandbox: Sandbox) throws -> [JSONValue] {
      _ = try sandbox.exam(["--form", form, "--questions", "10"], lines: [])
      let items = try #require(try sandbox.last("mockBegan")["items"]?.arrayValue)
      #expect(try sandbox.run(["exam", "--abandon"]).exitCode == 0)
      return items
    }
    // What the learner knows must not matter.
    _ = try sandbox.run(["daily", "--count", "30"], on: -3, answers: Array(repeating: "a", count: 60))
    let here = try items("C", in: sandbox)
    let there = try Sandbox()
    #expect(try items("C", in: there) == here)
    #expect(try items(" c", in: there) == here)
    #expect(try items("D", in: there) != here)
    #expect(here.count == 10)
  }

  @Test func withoutANameEachPaperIsAnother() throws {
    var forms: Set<String> = []
    for _ in 0..<3 {
      _ = try sandbox.exam(["--questions", "1"], lines: [":hand-in", ":hand-in"])
      forms.insert(try #require(try sandbox.last("mockBegan")["form"]?.stringValue))
    }
    #expect(forms.count == 3)
  }

  @Test(arguments: [
    ["short-answer"], ["matching"], ["multiple-choice,short-answer"], ["matching", "multiple-choice", "short-answer"],
  ])
  func everyKindIsAskedAndMarked(kinds: [String]) throws {
    let paper = ["--form", "K", "--questions", "9", "--kinds"] + kinds
    let lines = try sandbox.rightLines(paper)
    let result = try sandbox.exam(paper, lines: lines + [":hand-in"])
    #expect(result.exitCode == 0)
    #expect(result.outputText == "Score: \(lines.count) of \(lines.count) points (100 %), passed\n")
    let reviews = try sandbox.reviews()
    #expect(Set(reviews.texts("kind")) == Set(kinds.flatMap { $0.split(separator: ",").map(String.init) }))
    #expect(reviews.allSatisfy { $0["right"]?.boolValue == true })
    #expect(Set(reviews.texts("item")).count == lines.count)
    try sandbox.expectReviewsOnce(reviews.count)
  }

  @Test func aMatchingItemGivesAShareOfAPointForEachPair() throws {
    let paper = ["--form", "M", "--questions", "1", "--kinds", "matching"]
    let pairs = try sandbox.rightLines(paper)[0].split(separator: " ")
    let half = pairs.enumerated().map { $0 < 1 ? "\($1)" : "\($0 + 1)-" }.joined(separator: " ")
    let result = try sandbox.exam(paper, lines: [half, ":hand-in"])
    #expect(result.exitCode == 1)
    let percent = Int((100.0 / Double(pairs.count)).rounded())
    #expect(result.outputText.hasPrefix("Score: 0."))
    #expect(result.outputText.hasSuffix(" of 1 points (\(percent) %), not passed\n"), "\(result.outputText)")
    #expect(try sandbox.reviews().count { $0["right"]?.boolValue == true } == 1)
    try sandbox.expectReviewsOnce(pairs.count)
  }

  @Test func thePaperStaysWithinItsSections() throws {
    let result = try sandbox.exam(
      ["--questions", "12", "--sections", "benefits", "providers"],
      lines: Array(repeating: "?", count: 12) + [":hand-in"])
    #expect(result.outputText == "Score: 0 of 12 points (0 %), not passed\n")
    #expect(try Set(sandbox.reviews().texts("section")) == ["kpo/benefits", "kpo/providers"])
  }

  @Test func anOpenMockTakesNoOptionsButGoesOnOrIsGivenUp() throws {
    _ = try sandbox.exam(paper, lines: ["a", "b"])
    let before = try sandbox.text("data/history.jsonl")
    for options in [
      ["--questions", "4"], ["--form", "C"], ["--sections", "types"], ["--minutes", "5"], ["--pass", "1"],
    ] {
      let refused = try sandbox.exam(options, lines: [":hand-in", ":hand-in"])
      #expect(refused.exitCode == 64)
      #expect(refused.standardOutput.isEmpty)
      let said = refused.errorText.replacing("\n ", with: "")
      #expect(said.contains("A mock exam is open: form C, 2 of 10 answered."), "\(said)")
      #expect(said.contains("`kpo exam --abandon` gives it up."), "\(said)")
    }
    #expect(try sandbox.text("data/history.jsonl") == before)
    let resumed = try sandbox.exam(lines: [])
    #expect(resumed.errorText.contains("It goes on where it was: 2 of 10 answered."))
    #expect(resumed.errorText.contains("\nQuestion 3 of 10\n"))
    let abandoned = try sandbox.run(["exam", "--abandon"])
    #expect(abandoned.exitCode == 0)
    #expect(abandoned.outputText == "The mock exam with form C is given up.\n")
    #expect(try sandbox.reviews().isEmpty)
    #expect(try sandbox.run(["missed"]).exitCode == 1)
    #expect(try sandbox.run(["exam", "--abandon"]).exitCode == 64)
    #expect(try sandbox.exam(["--form", "D"], lines: []).errorText.contains("form D: 40 questions"))
    try sandbox.expectSoundProgress()
  }

  @Test func aMockFromAFileGoesOnOnlyWithThatFile() throws {
    let file = try sandbox.write(Sandbox.capitals, to: "capitals.md")
    let paper = ["--bank", file, "--form", "C", "--questions", "4"]
    let right = try sandbox.rightLines(paper)
    _ = try sandbox.exam(paper, lines: Array(right.prefix(2)))
    let without = try sandbox.exam(lines: [":hand-in"])
    #expect(without.exitCode == 64)
    let said = without.errorText.replacing("\n ", with: "")
    #expect(said.contains("The open mock exam asks from capitals. Name its file: `kpo exam --bank FILE`"), "\(said)")
    _ = try sandbox.write(Sandbox.capitals.replacing("Oslo", with: "Bergen"), to: "capitals.md")
    let changed = try sandbox.exam(["--bank", file], lines: [":hand-in"])
    #expect(changed.exitCode == 64)
    #expect(changed.errorText.replacing("\n ", with: "").contains("form C, cannot go on: its bank has changed since."))
    _ = try sandbox.write(Sandbox.capitals, to: "capitals.md")
    let result = try sandbox.exam(["--bank", file], lines: right[2...] + [":hand-in"])
    #expect(result.outputText == "Score: 4 of 4 points (100 %), passed\n")
    try sandbox.expectReviewsOnce(4)
  }

  @Test func whatIsSetAsideMeanwhileStaysOnAnOpenPaperAndOffTheNext() throws {
    let paper = ["--form", "C", "--questions", "10"]
    let right = try sandbox.rightLines(paper)
    _ = try sandbox.exam(paper, lines: [right[0]])
    _ = try sandbox.run(["daily", "--count", "100"], on: 0, answers: Array(repeating: ":flag", count: 100))
    let result = try sandbox.exam(lines: right[1...] + [":hand-in"])
    #expect(result.outputText == "Score: 10 of 10 points (100 %), passed\n", "\(result.errorText.suffix(500))")
    let asked = try Set(sandbox.reviews().texts("fact"))
    let aside = try Set(sandbox.history().filter { $0["event"]?.stringValue == "flagged" }.map { $0 }.texts("fact"))
    #expect(!asked.isDisjoint(with: aside))
    _ = try sandbox.exam(["--form", "C", "--questions", "10"], lines: [":hand-in", ":hand-in"])
    #expect(try aside.isDisjoint(with: sandbox.reviews().dropFirst(10).map { $0 }.texts("fact")))
    try sandbox.expectSoundProgress()
  }

  @Test func eachMockIsHeldAgainstItsForecast() throws {
    #expect(try !sandbox.run(["exam", "plans"]).outputText.contains("Brier"))
    let lines = try sandbox.rightLines(paper)
    let first = try sandbox.exam(paper, lines: lines + [":hand-in"])
    #expect(first.errorText.contains("The forecast was ") && first.errorText.contains(": the score lies "))
    _ = try sandbox.exam(["--form", "D", "--questions", "5"], lines: [":hand-in", ":hand-in"], on: 1)
    let plans = try sandbox.run(["exam", "plans"], on: 1)
    #expect(plans.exitCode == 0)
    #expect(plans.lines.contains { $0.contains(Sandbox.date(of: 0)) && $0.contains("100 %  passed") })
    #expect(plans.lines.contains { $0.contains(Sandbox.date(of: 1)) && $0.contains("0 %  not passed") })
    #expect(plans.outputText.contains("The last 2 mocks: ") && plans.outputText.contains("Brier score ."))
  }

  @Test func whatIsNoAnswerIsExplained() throws {
    let lines = ["zz", "", ":x", ":go", ":go x", ":go 0", ":go 11", ":prev", ":go 10", ":next", ":time", ":help"]
    let result = try sandbox.exam(paper, lines: lines)
    let said = result.errorText.replacing("\n", with: " ")
    for words in [
      "`zz` is none of the options.", "Type a letter from a to ", "There is no command :x.",
      "Say which question: they go from 1 to 10", "There is no question `x`. They go from 1 to 10, such as :go 10.",
      "There is no question `0`.", "There is no question `11`.", "This is the first question; :next goes on.",
      "This is the last question; :prev goes back.", "There is no time limit.", ":hand-in ",
    ] {
      #expect(said.contains(words), "\(words)")
    }
    #expect(try sandbox.history().texts("event").allSatisfy { $0 != "review" })
  }

  @Test func randomLinesNeverEndTheProgramBadly() throws {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed \(seed)")
    var numbers = SeededNumbers(seed: seed)
    let pieces = [
      "a", "b", "1", "?", "!", " ", "-", "1a", ":next", ":prev", ":go 3", ":go -9", ":flag", ":sheet", ":time", ":",
      ":q", "\u{0}", "é", "🙂",
    ]
    let lines = (0..<300).map { _ in
      (0..<Int.random(in: 0...2, using: &numbers)).compactMap { _ in pieces.randomElement(using: &numbers) }.joined()
    }
    let options = ["--form", "\(seed)", "--questions", "20", "--kinds", "multiple-choice", "matching", "short-answer"]
    var rest = lines[...]
    while !rest.isEmpty {
      let result = try sandbox.exam(rest.startIndex == 0 ? options : [], lines: Array(rest))
      #expect(result.exitCode == 1 && result.standardOutput.isEmpty, "seed \(seed): \(result.errorText.suffix(300))")
      // What follows `:quit` is for the next run.
      rest = rest.dropFirst((rest.firstIndex { $0.hasPrefix(":q") } ?? rest.endIndex) - rest.startIndex + 1)
    }
    let result = try sandbox.exam(lines: [":hand-in", ":hand-in"])
    #expect(result.lines.count == 1 && result.outputText.contains(" of 20 points "), "seed \(seed)")
    let reviews = try sandbox.reviews()
    // What was never looked at gives no review.
    #expect(Set(reviews.texts("item")).count <= 20, "seed \(seed)")
    #expect(Set(reviews.texts("fact")).count == reviews.count, "seed \(seed)")
    try sandbox.expectSoundProgress()
  }
}
