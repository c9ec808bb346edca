import TestSupport
import Testing

/// `kpo bank import` from the file to the first question.
@Suite struct BankImportTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private static let csv = """
    Tree,Leaf,Height in m
    Rowan,Feathered,15
    Juniper,Needles,10
    Hornbeam,Toothed,25
    Rowan,Feathered,15
    Aspen,Round,20

    """

  @Test func aSpreadsheetBecomesABankThatIsCheckedAndStudied() throws {
    let file = try sandbox.write(Self.csv, to: "tall-trees.csv")
    let output = "\(sandbox.home)/trees.md"
    let result = try sandbox.run(["bank", "import", file, "--output", output, "--plain"])
    #expect(result.exitCode == 0, "\(result.errorText)")
    #expect(result.outputText.hasPrefix("\(output): 1 section, 1 table, 8 facts, from 5 entries.\n"))
    #expect(result.outputText.contains("- line 5: The row repeats line 2, so it is left out.\n"))
    #expect(result.outputText.contains("kpo questions --bank"))
    let check = try sandbox.run(["bank", "check", "--strict", output])
    #expect(check.exitCode == 0, "\(check.outputText)")
    let list = try sandbox.run(["bank", "list", "--bank", output])
    #expect(list.outputText.hasPrefix("trees: Tall trees, 8 facts\n"), "\(list.outputText)")
    let daily = try sandbox.run(["daily", "--bank", output, "--count", "2"], input: "a\nb\n")
    #expect(daily.exitCode == 0, "\(daily.errorText)")
    #expect(try sandbox.answeredItems() == 2)
  }

  @Test func withoutOutputTheBankIsPrintedAndTheReportIsTalk() throws {
    let file = try sandbox.write(Self.csv, to: "trees.csv")
    let result = try sandbox.run(["bank", "import", file, "--title", "My Trees", "--id", "mine"])
    #expect(result.exitCode == 0)
    #expect(result.outputText.hasPrefix("---\nbank: mine\ntitle: My Trees\n"))
    #expect(result.errorText.contains("8 facts"))
    let bank = try sandbox.write(result.outputText, to: "printed.md")
    #expect(try sandbox.run(["bank", "check", bank]).exitCode == 0)
    #expect(sandbox.files == ["printed.md", "trees.csv"])
  }

  @Test func aHyphenForTheOutputPrints() throws {
    let file = try sandbox.write(Self.csv, to: "trees.csv")
    let result = try sandbox.run(["bank", "import", file, "--output", "-"])
    #expect(result.exitCode == 0, "\(result.errorText)")
    #expect(result.outputText == (try sandbox.run(["bank", "import", file])).outputText)
    #expect(result.outputText.hasPrefix("---\nbank: trees\n"))
    #expect(sandbox.files == ["trees.csv"])
  }

  @Test func aNamedOutputNeedsNoDataFolder() throws {
    let file = try sandbox.write(Self.csv, to: "trees.csv")
    for arguments in [["bank", "import", file], ["bank", "new", "sky"]] {
      let output = "\(sandbox.home)/\(arguments[1]).md"
      let result = try sandbox.run(
        arguments + ["--output", output], changes: ["KPO_DATA": nil, "HOME": nil, "XDG_DATA_HOME": nil])
      #expect(result.exitCode == 0, "\(result.errorText)")
    }
    #expect(sandbox.files == ["import.md", "new.md", "trees.csv"])
  }

  @Test func namesThatAreNotComparedAreTold() throws {
    let file = try sandbox.write("Tree,Leaf\n" + (1...200).map { "tree \($0),leaf \($0)\n" }.joined(), to: "a.csv")
    let result = try sandbox.run(["bank", "import", file, "--plain"])
    #expect(result.errorText.contains("100 names are too long or too many to be compared"), "\(result.errorText)")
    #expect(result.errorText.contains("let `kpo bank check` do it"), "\(result.errorText)")
  }

  @Test func aFileThatExistsIsNotWrittenOver() throws {
    let file = try sandbox.write(Self.csv, to: "trees.csv")
    let output = try sandbox.write("mine\n", to: "trees.md")
    let result = try sandbox.run(["bank", "import", file, "--output", output])
    #expect(result.exitCode == 64)
    #expect(result.errorText.contains("exists and is not written over"))
    #expect(try sandbox.text("trees.md") == "mine\n")
  }

  @Test(arguments: [
    ("a.tsv", "A\tB\nx\ty\nv\tw\n"), ("a.gift", "What is x? {=y ~z}\n\nWhat is v? {=w}\n"),
    ("a.md", "- x: y\n- v: w\n"),
    ("a.txt", "#separator:tab\nx\ty\nv\tw\n"), ("b.txt", "::Q:: What is x? {=y ~z}\n"),
    ("c.txt", "## Words\n\n- x: y\n- v: w\n"),
  ])
  func theFormatIsToldByTheNameOrTheFirstLines(name: String, text: String) throws {
    let result = try sandbox.run(["bank", "import", try sandbox.write(text, to: name)])
    #expect(result.exitCode == 0, "\(result.errorText)")
    #expect(result.outputText.contains("| x") || result.outputText.contains("| What is x?"), "\(result.outputText)")
  }

  @Test(arguments: [
    (["plain.txt"], "Words.\n", 64, "Add `--format"), (["broken.csv"], "a,\"b\n", 65, "line 1: a quotation mark"),
    (["empty.csv"], "", 65, "nothing in it makes a bank"),
    (["a.gift"], "No question.\n", 65, "nothing in it makes a bank"),
    (["a.txt", "--format", "anki"], "#separator:pipe\na|b\n", 65, "pipe"),
    (["a.csv", "--separator", "pipe"], "a|b\n", 64, "comma, semicolon or tab"),
    (["a.csv", "--id", "My Bank"], "a,b\n", 64, "Write `my-bank`"),
    (["a.csv", "--output", ""], "a,b\n", 64, "--output"),
    (["a.csv", "--id", "kpo"], "a,b\nc,d\n", 64, "built-in bank"), (["kpo.csv"], "a,b\nc,d\n", 64, "--id"),
    (["a.gift", "--separator", "tab"], "What is v? {=w}\n", 64, "--separator is for csv"),
    (["a.gift", "--format", "gift", "--separator", "tab"], "What is v? {=w}\n", 64, "--separator is for csv"),
  ])
  func faultsSayWhatToDo(arguments: [String], text: String, exitCode: Int32, words: String) throws {
    let file = try sandbox.write(text, to: arguments[0])
    let result = try sandbox.run(["bank", "import", file] + arguments.dropFirst())
    #expect(result.exitCode == exitCode, "\(result.errorText)")
    #expect(result.errorText.contains(words), "\(result.errorText)")
    #expect(result.errorLines.count <= 8, "\(result.errorText)")
    #expect(result.outputText.isEmpty)
  }

  @Test func whatWouldDriveATerminalIsMadeVisible() throws {
    let file = try sandbox.write("A,B\nx\u{1B}[2J,y\u{202E}\nv,<!-- w\n", to: "bad.csv")
    let result = try sandbox.run(["bank", "import", file, "--output", "\(sandbox.home)/bad.md"])
    #expect(result.exitCode == 0, "\(result.errorText)")
    let text = try sandbox.text("bad.md")
    #expect(text.contains("| x^((2J | y<U+202E> |") || text.contains("x^["), "\(text)")
    #expect(!text.unicodeScalars.contains("\u{1B}") && !text.unicodeScalars.contains("\u{202E}"))
    #expect(try sandbox.run(["bank", "check", "\(sandbox.home)/bad.md"]).exitCode != 65)
  }
}
