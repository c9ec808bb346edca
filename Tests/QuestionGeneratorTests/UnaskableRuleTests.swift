import ContentModel
import QuestionGenerator
import Testing

/// The two rules that only a generator can check: their examples are what they say they are.
@Suite struct UnaskableRuleTests {
  private static let rules = [Diagnostic.Code.deadPattern, .unaskableFact].map(\.rule)

  @Test(arguments: rules) func whatKeepsTheRuleGivesNothing(_ rule: Rule) throws {
    for example in rule.passing {
      let text = rule.file(of: example)
      #expect(try generator(text).unaskable(in: Array(text.utf8)).map { $0.text(file: "x") } == [])
    }
  }

  @Test(arguments: rules) func whatBreaksTheRuleIsReportedAtItsPlace(_ rule: Rule) throws {
    for marked in rule.failing {
      let example = RuleExample(rule.file(of: marked))
      let found = try generator(example.text).unaskable(in: Array(example.text.utf8))
      #expect(found.map(\.code.rawValue) == [rule.code])
      #expect(found.map(\.line) == [example.line] && found.map(\.column) == [example.column])
    }
  }
}
