import FoundationEssentials
import TestSupport
import Testing

/// `kpo bank new`.
@Suite struct BankNewTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test func aNewBankGoesToTheFolderOfBanksAndPassesItsCheck() throws {
    let result = try sandbox.run(["bank", "new", "astronomy"])
    #expect(result.exitCode == 0, "\(result.errorText)")
    #expect(result.outputText == "\(sandbox.data)/banks/astronomy.md\n")
    #expect(result.errorText.contains("kpo bank check"))
    let text = try sandbox.text("data/banks/astronomy.md")
    #expect(text.contains("\ntitle: Astronomy\n") && text.contains("\n# Astronomy\n"), "\(text.prefix(100))")
    #expect(text.contains("an example, about musical instruments"))
    let path = "\(sandbox.data)/banks/astronomy.md"
    let check = try sandbox.run(["bank", "check", "--strict", path])
    #expect(check.exitCode == 0, "\(check.outputText)")
    let questions = try sandbox.run(["questions", "--bank", path, "--count", "20"])
    #expect(questions.lines.count { $0.contains("Answer: ") } == 20, "\(questions.outputText)")
    for (path, permissions) in [("data/banks", 0o700), ("data/banks/astronomy.md", 0o600)] {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(sandbox.home)/\(path)")
      #expect((attributes[.posixPermissions] as? Int) == permissions, "\(path)")
    }
  }

  @Test func withoutADataFolderItGoesToTheUsualPlace() throws {
    let result = try sandbox.run(["bank", "new", "sky"], changes: ["KPO_DATA": nil])
    #expect(result.outputText == "\(sandbox.home)/.local/share/kpo/banks/sky.md\n")
    #expect(sandbox.files == [".local/share/kpo/banks/sky.md"])
  }

  @Test func anotherPlaceMayBeNamed() throws {
    let result = try sandbox.run(["bank", "new", "sky", "--output", "\(sandbox.home)/mine.md"])
    #expect(result.exitCode == 0, "\(result.errorText)")
    #expect(try sandbox.text("mine.md").hasPrefix("---\nbank: sky\n"))
    #expect(sandbox.files == ["mine.md"])
  }

  @Test func aHyphenForTheOutputPrints() throws {
    let result = try sandbox.run(["bank", "new", "deep-sky", "--output", "-"])
    #expect(result.outputText.hasPrefix("---\nbank: deep-sky\ntitle: Deep sky\n"), "\(result.errorText)")
    #expect(sandbox.files.isEmpty)
  }

  @Test func nothingIsWrittenOver() throws {
    #expect(try sandbox.run(["bank", "new", "sky"]).exitCode == 0)
    let again = try sandbox.run(["bank", "new", "sky", "--plain"])
    #expect(again.exitCode == 64)
    #expect(again.errorText.contains("exists and is not written over"))
  }

  @Test(arguments: [("My Sky", "Write `my-sky`"), ("../x", "Write `x`"), ("kpo", "built-in bank"), ("!", "lower-case")])
  func aNameIsAnID(name: String, words: String) throws {
    let result = try sandbox.run(["bank", "new", name, "--plain"])
    #expect(result.exitCode == 64)
    #expect(result.errorText.contains(words), "\(result.errorText)")
    #expect(sandbox.files.isEmpty)
  }
}
