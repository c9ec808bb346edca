import ContentModel
import Testing

/// Every rule of banks keeps its promise: its examples are what it says they are.
@Suite struct RuleTests {
  /// An example as a parameter of a test.
  struct Case: CustomTestStringConvertible, Sendable {
    let rule: Rule
    let example: String

    var testDescription: String { "\(rule.code): \(example.suffix(60))" }
  }

  /// The generator finds these; here there is none.
  private static let foundElsewhere: Set<Diagnostic.Code> = [.deadPattern, .unaskableFact]
  private static let rules = Diagnostic.Code.allCases.filter { !foundElsewhere.contains($0) }.map(\.rule)
  static let passing = rules.flatMap { rule in rule.passing.map { Case(rule: rule, example: $0) } }
  static let failing = rules.flatMap { rule in rule.failing.map { Case(rule: rule, example: $0) } }

  @Test(arguments: passing) func whatKeepsARuleGivesNothing(_ sample: Case) {
    #expect(read(sample.rule.file(of: sample.example)).diagnostics.map { $0.text(file: "x") } == [])
  }

  @Test(arguments: failing) func whatBreaksARuleIsReportedAtItsPlace(_ sample: Case) throws {
    let example = RuleExample(sample.rule.file(of: sample.example))
    let place = try #require(example.line.flatMap { line in example.column.map { "\(line):\($0)" } })
    #expect(read(example.text).diagnostics.map(\.summary) == ["\(place) \(sample.rule.code)"])
  }

  @Test func everyRuleIsWhole() {
    #expect(Rule.banks.map(\.code) == Diagnostic.Code.allCases.map(\.rawValue))
    for rule in Rule.banks {
      #expect(!rule.title.isEmpty && rule.title.last != "." && rule.title.count <= 80, "\(rule.code)")
      for text in [rule.reason, rule.remedy] {
        #expect(text.last.map(".`".contains) == true && text.first?.isLowercase == false, "\(rule.code): \(text)")
      }
      #expect(!rule.passing.isEmpty && (!rule.failing.isEmpty || rule.code == "file-too-large"), "\(rule.code)")
    }
  }

  /// What an author may well write, and no check may complain about; a rule's own examples are shown to people.
  @Test func manyCounterExamples() {
    let checks: [Diagnostic.Code] = [
      .clang, .undeclaredLikeness, .unknownName, .longName, .longDescription, .absoluteWord, .vagueWord, .negativeStem,
      .allOfTheAbove, .mixedFullStops, .mixedCapitals, .repeatedText, .deceptiveLetter,
    ]
    for code in checks { #expect(code.rule.passing.count >= 3, "\(code)") }
  }

  @Test func marksAreRead() {
    #expect(RuleExample("a\nb ^^c") == RuleExample("a\nb ^^c"))
    let example = RuleExample("a\nb ^^c")
    #expect((example.text, example.line, example.column) == ("a\nb c", 2, 3))
    let unmarked = RuleExample("a")
    #expect((unmarked.text, unmarked.line, unmarked.column) == ("a", nil, nil))
  }
}
