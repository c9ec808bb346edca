import ContentModel
import QuestionGenerator
import Testing

/// Patterns and facts that give no question at all.
@Suite struct UnaskableTests {
  private func found(_ body: String) throws -> [String] {
    let text = bankText(body)
    return try generator(text).unaskable(in: Array(text.utf8)).map {
      "\($0.line):\($0.column) \($0.severity.rawValue) \($0.code.rawValue) \($0.excerpt)"
    }
  }

  @Test func aColumnOfTwoValuesCannotBeAskedFor() throws {
    let body = """
      > compare: Queue; Stack
      >  ask Column from Cell: Which of the two has this: {Cell}?
      > ask Cell from Column: Which of these is true of the {Column} alone?

      | Aspect | Queue | Stack |
      | --- | --- | --- |
      | Colour | Blue | Green |
      | Weight | Light | Heavy |
      """
    #expect(try found(body) == ["9:4 warning dead-pattern >  ask Column from Cell: Which of the two has this: {Cell}?"])
  }

  @Test func aFactThatNothingAsksIsShown() throws {
    let body = """
      > ask Part from Number: On the {Side}, which part carries the number {Number}?

      | Part | Number | Side |
      | --- | --- | --- |
      | Bell | eleven | left |
      | Hub | twelve | |
      | Rim | thirteen | right |
      """
    #expect(try found(body) == ["13:3 warning unaskable-fact | Hub | twelve | |"])
  }

  @Test func theFactsOfADeadPatternAreNotListedOneByOne() throws {
    let body =
      "> ask Part from Number: Which part carries the number {Number}?\n\n| Part | Number |\n| - | - |\n| Bell | ten |\n| Hub | six |"
    #expect(
      try found(body) == ["8:3 warning dead-pattern > ask Part from Number: Which part carries the number {Number}?"])
  }

  @Test func theProgramsBankHasNone() throws {
    let text = try kpoText()
    #expect(try generator(text).unaskable(in: Array(text.utf8)).map { $0.text(file: "kpo.md") } == [])
  }
}
