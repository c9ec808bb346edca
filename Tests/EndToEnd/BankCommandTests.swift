import StrictJSON
import TestSupport
import Testing

/// `kpo bank` on good, doubtful and broken files.
@Suite struct BankCommandTests {
  let sandbox: Sandbox

  static let good = """
    ---
    bank: trees
    title: Trees
    ---

    # Trees

    ## Kinds {#kinds}

    > lists: examples
    > ask Tree from Kind: Which of these is listed as a {Kind}?
    > ask Kind from Tree: As which kind of tree is the {Tree} listed?

    | Kind      | Tree    |
    | --------- | ------- |
    | Broadleaf | Rowan   |
    | Conifer   | Juniper |
    | Palm      | Oil     |
    | Fern      | Ponga   |

    """
  /// A table that nothing asks is only worth a warning.
  static let doubtful = good + "\n## More {#more}\n\nWords.\n\n| One | Two |\n| --- | --- |\n| A   | B   |\n"
  static let broken = good.replacing("from Kind:", with: "from Kidn:").replacing("| Palm ", with: "| Palm | Tree ")

  init() throws { sandbox = try Sandbox() }

  @Test func aGoodBankHasNoFaults() throws {
    let path = try sandbox.write(Self.good, to: "good.md")
    let result = try sandbox.run(["bank", "check", path])
    #expect(result.exitCode == 0, "\(result.outputText)")
    #expect(result.outputText == "\(path): no faults; 1 section, 4 facts.\n")
  }

  @Test func aDoubtfulBankHasWarningsAndExitCodeOne() throws {
    let path = try sandbox.write(Self.doubtful, to: "doubtful.md")
    let result = try sandbox.run(["bank", "check", path])
    #expect(result.exitCode == 1, "\(result.outputText)")
    #expect(result.outputText.contains("warning: "))
    #expect(result.outputText.contains("[unasked-table]"))
    #expect(result.standardError.isEmpty)
  }

  @Test func allFaultsOfABrokenBankAreToldAtOnce() throws {
    let path = try sandbox.write(Self.broken, to: "broken.md")
    let result = try sandbox.run(["bank", "check", path])
    #expect(result.exitCode == 65)
    #expect(
      result.outputText.contains("\(path):11:") && result.outputText.contains("\(path):18:"), "\(result.outputText)")
    #expect(result.outputText.contains("      Fix: "))
    #expect(result.outputText.contains("The bank cannot be used yet."))
    #expect(result.standardError.isEmpty)
  }

  @Test func theJSONOfACheckIsValidWhateverIsFound() throws {
    let paths = [
      try sandbox.write(Self.good, to: "good.md"), try sandbox.write(Self.doubtful, to: "doubtful.md"),
      try sandbox.write(Self.broken, to: "broken.md"),
    ]
    let result = try sandbox.run(["bank", "check", "--json"] + paths)
    #expect(result.exitCode == 65)
    let files = try #require(try JSONValue(parsing: result.outputText).arrayValue)
    #expect(files.texts("file") == paths)
    #expect(files.map { $0["bank"]?.stringValue } == ["trees", "trees", nil])
    let diagnostics = files.map { $0["diagnostics"]?.arrayValue ?? [] }
    #expect(diagnostics[0].isEmpty && !diagnostics[1].isEmpty && !diagnostics[2].isEmpty)
    #expect(diagnostics[1].texts("severity").allSatisfy { $0 == "warning" })
    #expect(diagnostics[2].texts("severity").contains("error"))
    for diagnostic in diagnostics.joined() {
      let keys = ["code", "severity", "line", "column", "excerpt", "reason", "fix"]
      #expect(diagnostic.objectValue?.members.map(\.key) == keys)
    }
  }

  @Test func aBankOfOnesOwnCanBeListedReadSearchedAndStudied() throws {
    let path = try sandbox.write(Self.good, to: "good.md")
    #expect(try sandbox.run(["bank", "list", "--bank", path]).outputText.hasPrefix("trees: Trees, 4 facts\n"))
    #expect(try sandbox.run(["read", "--bank", path]).outputText.contains("Juniper"))
    #expect(try sandbox.run(["search", "--bank", path, "rowan"]).outputText.contains("trees/kinds: Broadleaf | Rowan"))
    let daily = try sandbox.run(["daily", "--bank", path, "--count", "2"], input: "a\nb\n")
    #expect(daily.exitCode == 0)
    #expect(try sandbox.reviews().texts("section") == ["trees/kinds", "trees/kinds"])
  }

  @Test func aBrokenBankCannotBeStudiedAndSaysWhereItIsBroken() throws {
    let path = try sandbox.write(Self.broken, to: "broken.md")
    let result = try sandbox.run(["daily", "--bank", path], input: "a\n")
    #expect(result.exitCode == 65)
    #expect(result.standardOutput.isEmpty)
    #expect(result.errorText.contains("\(path):11:"))
    #expect(sandbox.files == ["broken.md"])
  }

  @Test func theBuiltInBankIsListedWithItsSections() throws {
    let result = try sandbox.run(["bank", "list"])
    #expect(result.exitCode == 0)
    #expect(result.outputText.hasPrefix("kpo: Knowledge Process Outsourcing, "))
    for section in ["definition", "types", "providers", "abbreviations"] {
      #expect(result.lines.contains { $0.hasPrefix("\(section) ") }, "\(section)")
    }
  }
}
