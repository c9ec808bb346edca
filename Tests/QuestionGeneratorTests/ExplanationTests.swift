import ContentModel
import QuestionGenerator
import Testing

/// The sentences that tell after an answer what is right and where an option belongs.
@Suite struct ExplanationTests {
  @Test func whereAnOptionBelongsNamesTheOthersToo() throws {
    let generator = try generator(
      bankText(
        """
        > ask Team from Player: Which team is listed with the player {Player}?

        | Team | Player |
        | --- | --- |
        | Reds | Ann; Bob; Cid; Dan; Eve |
        | Blues | Fay |
        | Greens | Gus |
        """))
    var random = SeededRandom(seed: 1)
    let fact = try #require(generator.bank.facts.first { $0.values.map(\.displayText) == ["Blues", "Fay"] })
    let choice = try #require(generator.item(asking: fact.id, kinds: [.multipleChoice], using: &random)?.choice)
    #expect(
      choice.options.map(\.why).sorted() == [
        "Team: Blues; Player: Fay.", "Team: Greens; Player: Gus.",
        "Team: Reds; Player: Ann; Bob; Cid; Dan; Eve.",
      ])
  }

  @Test func fourNamesAreToldAndTheRestCounted() throws {
    let generator = try generator(
      bankText(
        """
        > names: Player
        > ask Team from Player: Which team is listed with the player {Player}?
        > why: {Player} plays for the {Team}.

        | Team | Player |
        | --- | --- |
        | Reds | Ann; Bob; Cid; Dan; Eve; Fred |
        | Blues | Fay; Gil; Hal; Ida; Jo |
        | Greens | Gus; Kim; Lea; Max |
        """))
    var random = SeededRandom(seed: 1)
    let choice = try #require(
      generator.item(asking: FactID("b/s/greens/gus"), kinds: [.multipleChoice], using: &random)?.choice)
    #expect(
      choice.options.map(\.why).sorted() == [
        "Ann plays for the Reds. Likewise: Bob, Cid, Dan and 2 more.",
        "Fay plays for the Blues. Likewise: Gil, Hal, Ida and 1 more.",
        "Gus plays for the Greens.",
      ])
  }

  @Test func aComparisonIsExplainedInItsOwnWords() throws {
    let generator = try generator(
      bankText(
        """
        > compare: Queue; Stack; Heap; List; Tree; Ring
        > ask Column from Cell: Which of these structures has this: {Cell}?

        | Aspect | Queue | Stack | Heap | List | Tree | Ring |
        | --- | --- | --- | --- | --- | --- | --- |
        | Colour | Blue | Green | Red | Grey | Pink | Gold |
        | Weight | Light | Heavy | Middling | Little | Great | None |
        """))
    var random = SeededRandom(seed: 1)
    let fact = FactID("b/s/colour:queue")
    let choice = try #require(generator.item(asking: fact, kinds: [.multipleChoice], using: &random)?.choice)
    #expect(choice.options[choice.key].why == "Colour, in Queue: Blue.")
    #expect(generator.items(kinds: [.matching], seeds: 1...5) == [], "the cells of all rows are no single basis")
  }

  @Test func aSentenceEndsOnce() throws {
    func why(_ line: String, _ text: String) throws -> String? {
      let body = """
        > ask Tree from Leaf: Which tree has a leaf like this: {Leaf}?
        \(line)
        | Tree | Leaf |
        | --- | --- |
        | Fir | \(text) |
        | Oak | Lobed |
        | Elm | Lopsided |
        """
      var random = SeededRandom(seed: 1)
      let choice = try generator(bankText(body)).item(
        asking: FactID("b/s/fir:leaf"), kinds: [.multipleChoice], using: &random)?.choice
      return choice.map { $0.options[$0.key].why }
    }
    #expect(try why("", "Sharp needles") == "Tree: Fir; Leaf: Sharp needles.")
    #expect(try why("", "Sharp needles.") == "Tree: Fir; Leaf: Sharp needles.")
    #expect(try why("> why: {Tree} has this: {Leaf}.", "Sharp needles.") == "Fir has this: Sharp needles.")
    #expect(try why("> why: {Tree} has this: {Leaf}.", "Ouch!") == "Fir has this: Ouch!")
  }
}
