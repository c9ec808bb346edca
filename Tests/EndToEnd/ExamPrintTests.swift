import FoundationEssentials
import TestSupport
import Testing

/// Papers on paper, and the page for the morning of the exam.
@Suite struct ExamPrintTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func print(_ options: [String], to folder: String = "") throws -> ProcessRunner.Result {
    try sandbox.run(["exam", "print", "--output", "\(sandbox.home)/\(folder)"] + options, on: 0)
  }

  @Test func thePaperAndItsKeyAreTwoFiles() throws {
    let result = try print(["--form", "c", "--questions", "8", "--minutes", "10", "--pass", "0.6"])
    #expect(result.exitCode == 0)
    #expect(result.outputText == "\(sandbox.home)//exam-C.md\n\(sandbox.home)//exam-C-key.md\n")
    #expect(sandbox.files == ["exam-C-key.md", "exam-C.md"])
    let paper = try sandbox.text("exam-C.md")
    let key = try sandbox.text("exam-C-key.md")
    #expect(
      paper.contains("Form C · 8 questions, 1 point each") && paper.contains("10 minutes"), "\(paper.prefix(200))")
    #expect(paper.contains("60 %") && key.contains("60 %"))
    #expect(Sandbox.answers(inKey: key).count == 8)
    // No reason and no section stands on the paper.
    let told = key.split(separator: "\n").filter { $0.hasPrefix("   ") || $0.contains(/^[0-9]+[.]/) }
    #expect(told.count == 16)
    for line in told { #expect(!paper.contains(line.drop { $0 == " " }), "\(line)") }
  }

  @Test func thePrintedPaperIsTheOneThatTheMockAsks() throws {
    #expect(try print(["--form", "C", "--questions", "6"]).exitCode == 0)
    let paper = try sandbox.text("exam-C.md")
    let asked = try sandbox.exam(["--form", "C", "--questions", "6"], lines: Array(repeating: "a", count: 6)).errorText
    func options(_ text: String, _ pattern: Regex<(Substring, Substring)>) -> [String] {
      text.split(separator: "\n").compactMap { $0.wholeMatch(of: pattern).map { String($0.1) } }
    }
    let printed = options(paper, /\s+- ([a-z][)] .*)/)
    #expect(printed.count >= 18)
    #expect(options(asked, /\s\s([a-z][)] .*)/) == printed)
  }

  @Test func nothingIsWrittenOver() throws {
    #expect(try print(["--form", "C", "--questions", "3"]).exitCode == 0)
    let paper = try sandbox.text("exam-C.md")
    let again = try print(["--form", "C", "--questions", "9"])
    #expect(again.exitCode == 64)
    #expect(again.standardOutput.isEmpty)
    #expect(again.errorText.replacing("\n ", with: "").contains("exam-C.md exists and is not written over."))
    #expect(try sandbox.text("exam-C.md") == paper)
  }

  @Test func aKeyInTheWayLeavesNoPaperWithoutItsKey() throws {
    _ = try sandbox.write("mine\n", to: "exam-C-key.md")
    let result = try print(["--form", "C", "--questions", "3"])
    #expect(result.exitCode == 64)
    #expect(result.standardOutput.isEmpty)
    #expect(try sandbox.text("exam-C-key.md") == "mine\n")
    #expect(sandbox.files == ["exam-C-key.md"])
  }

  @Test func asHTMLItLoadsNothing() throws {
    let result = try print([
      "--form", "C", "--format", "html", "--kinds", "matching", "short-answer", "multiple-choice",
    ])
    #expect(result.exitCode == 0)
    for file in ["exam-C.html", "exam-C-key.html"] {
      let page = try sandbox.text(file)
      #expect(page.hasPrefix("<!DOCTYPE html>\n") && page.hasSuffix("</html>\n"))
      #expect(
        !page.contains("http:") && !page.contains("https:") && !page.contains("src=") && !page.contains("<script"))
      #expect(page.ranges(of: "<li class=\"question\">").count == 40)
    }
    #expect(try !sandbox.text("exam-C.html").contains("<b>"))
  }

  @Test(arguments: ["a/b", "../x", "/etc/x", "..", ".", "-x", "a\nb", "ü ß", "$(id)", "🙂", "con.md"])
  func aStrangeNameOfAFormStaysInTheFolder(form: String) throws {
    try FileManager.default.createDirectory(atPath: "\(sandbox.home)/papers", withIntermediateDirectories: false)
    let result = try sandbox.run(
      ["exam", "print", "--form=\(form)", "--questions", "2", "--output", "\(sandbox.home)/papers"])
    #expect(result.exitCode == 0, "\(result.errorText)")
    #expect(result.lines.count == 2)
    #expect(sandbox.files.count == 2)
    #expect(sandbox.files.allSatisfy { $0.hasPrefix("papers/exam-") && $0.split(separator: "/").count == 2 })
  }

  @Test func aFolderThatIsNotThereIsNamed() throws {
    let result = try print([], to: "nowhere")
    #expect(result.exitCode != 0)
    #expect(result.standardOutput.isEmpty)
    #expect(result.errorText.contains("\(sandbox.home)/nowhere"))
    #expect(sandbox.files.isEmpty)
  }

  @Test func theSheetNeedsNoHistory() throws {
    let sheet = try sandbox.run(["exam", "sheet"], on: 0)
    #expect(sheet.exitCode == 0)
    #expect(sheet.standardError.isEmpty)
    #expect(sheet.outputText.hasPrefix("Knowledge Process Outsourcing\nAs things stand you can expect "))
    #expect(sheet.lines.count { $0.hasPrefix("• ") } == 15)
    #expect(!sheet.outputText.contains("Taken for each other"))
    #expect(sandbox.files.isEmpty)
  }

  @Test func theSheetHasWhatWasTakenForEachOther() throws {
    let paper = ["--form", "C", "--questions", "10"]
    let wrong = try sandbox.rightLines(paper).map(Sandbox.wrong)
    _ = try sandbox.exam(paper, lines: wrong + [":hand-in"])
    _ = try sandbox.run(["exam", "plan", "--date", Sandbox.date(of: 1)], on: 0)
    let sheet = try sandbox.run(["exam", "sheet"], on: 1)
    #expect(sheet.outputText.hasPrefix("Knowledge Process Outsourcing, exam on \(Sandbox.date(of: 1)), today\n"))
    let confused = try #require(sheet.outputText.ranges(of: "\nTaken for each other\n").first)
    let pairs = sheet.outputText[confused.upperBound...].split(separator: "\n").count { $0.hasPrefix("• ") }
    let chosen = try sandbox.reviews().texts("chosenFact").count
    #expect(chosen > 0 && (1...min(10, chosen)).contains(pairs), "\(sheet.outputText)")
  }
}
