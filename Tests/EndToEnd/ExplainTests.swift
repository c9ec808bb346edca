import TestSupport
import Testing

/// `kpo explain`, and `kpo bank check --strict` and on built-in banks.
@Suite struct ExplainTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// The codes that `kpo explain` lists: the words at the beginning of lines, under the header and its rule.
  private func codes() throws -> [String] {
    try sandbox.run(["explain"]).lines.dropFirst(2).filter { $0.first != " " }.compactMap { line in
      line.split(separator: " ").first.map(String.init)
    }
  }

  @Test func allCodesAreListed() throws {
    let codes = try codes()
    #expect(Set(codes).count == codes.count)
    #expect(Set(codes).isSuperset(of: ["unknown-column", "clang", "dead-pattern", "item-clang"]), "\(codes)")
  }

  @Test func aRuleIsExplainedWithItsExamples() throws {
    #expect(
      try sandbox.run(["explain", "unasked-table"]).outputText == """
        unasked-table (warning): No `ask` line asks a table

        The table is shown as a note, and its facts are never learnt.

        Remedy: Put a line above it such as `> ask Tree from Leaf: Which tree has a leaf
        like this: {Leaf}?`

        This breaks the rule:

            | Tree | Leaf |
            ^
            | --- | --- |
            | Oak | Lobed |

        This keeps it:

            > ask Tree from Leaf: Which tree has a leaf like this: {Leaf}?

            | Tree  | Leaf      |
            | ----- | --------- |
            | Oak   | Lobed     |
            | Rowan | Feathered |

        """)
  }

  @Test func aMisspeltCodeIsPutRight() throws {
    let result = try sandbox.run(["explain", "clagn"])
    #expect(result.exitCode == 64 && result.standardOutput.isEmpty)
    #expect(result.errorText == "Error: There is no rule `clagn`. Did you mean `clang`?\n")
  }

  @Test(arguments: [40, 80]) func nothingIsWiderThanTheTerminal(columns: Int) throws {
    for code in [nil] + (try codes()) {
      let terminal = try sandbox.terminal(["explain"] + (code.map { [$0] } ?? []), columns: columns)
      #expect(try terminal.waitForExit() == .exited(0), "\(code ?? "all")")
      #expect(terminal.screenLines.filter { $0.count > columns } == [], "\(code ?? "all")")
    }
  }

  @Test func strictChecksFailOnWarnings() throws {
    let doubtful = try sandbox.write(BankCommandTests.doubtful, to: "doubtful.md")
    let good = try sandbox.write(BankCommandTests.good, to: "good.md")
    #expect(try sandbox.run(["bank", "check", "--strict", good]).exitCode == 0)
    #expect(try sandbox.run(["bank", "check", "--strict", good, doubtful]).exitCode == 65)
    #expect(try sandbox.run(["bank", "check", good, doubtful]).exitCode == 1)
  }

  @Test(arguments: [["kpo"], []]) func theBuiltInBankHasNoFaults(files: [String]) throws {
    let result = try sandbox.run(["bank", "check", "--strict"] + files)
    #expect(result.exitCode == 0)
    #expect(result.outputText.hasPrefix("kpo.md: no faults; "), "\(result.outputText)")
  }
}
