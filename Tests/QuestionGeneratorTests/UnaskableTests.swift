import ContentModel
import QuestionBanks
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

  @Test func aColumnOfOneValueCannotBeAskedFor() throws {
    let body = """
      > names: Thing
      >  ask Colour from Thing: Which of these is the colour of the {Thing}?
      > ask Weight from Thing: How much does the {Thing} weigh?

      | Thing | Colour | Weight |
      | --- | --- | --- |
      | Queue | Blue | Light |
      | Stack | Blue | Heavy |
      """
    #expect(
      try found(body) == [
        "9:4 warning dead-pattern >  ask Colour from Thing: Which of these is the colour of the {Thing}?"
      ])
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
      "> names: Part\n> ask Number from Part: Which of these does the {Part} carry?\n\n| Part | Number |\n| - | - |\n| Bell | ten |\n| Hub | ten |"
    #expect(
      try found(body) == ["9:3 warning dead-pattern > ask Number from Part: Which of these does the {Part} carry?"])
  }

  @Test(arguments: EmbeddedBanks.all.map(\.id)) func theProgramsBanksHaveNone(id: String) throws {
    let text = try embeddedText(id)
    #expect(try generator(text).unaskable(in: Array(text.utf8)).map { $0.text(file: "\(id).md") } == [])
  }
}
