import ContentModel
import QuestionGenerator
import Testing

/// Single items over small banks, and the traps on the way to them.
@Suite struct ItemTests {
  private static let trees = bankText(
    """
    > ask Kind from Tree: Which kind of tree is the {Tree}?
    > ask Tree from Kind: Which of these trees is {Kind}?
    > why: {Tree} is one of the {Kind}, see {Page}.
    > why: The {Tree} belongs to the {Kind}.
    > why: See {Page}.

    | Kind | Tree | Page |
    | --- | --- | --- |
    | Conifers | Fir; Larch | page 1 |
    | Willows | Osier; Aspen | page 2 |
    | Roses | Rowan | page 3 |
    """)

  @Test func anItemIsPinned() throws {
    let generator = try generator(Self.trees)
    var random = SeededRandom(seed: 42)
    let item = try #require(
      generator.item(asking: FactID("b/s/conifers/fir"), kinds: [.multipleChoice], using: &random))
    let choice = try #require(item.choice)
    let lines =
      ["\(item.id) \(item.bankID) \(item.sectionID) \(item.kind.rawValue) \(item.facts)", item.stem]
      + choice.options.enumerated().map { "\($0 == choice.key ? "*" : " ") \($1.text) (\($1.fact)): \($1.why)" }
    #expect(
      lines.joined(separator: "\n") == """
        multiple-choice-24916bf8ee754526 b s multiple-choice [b/s/conifers/fir]
        Which kind of tree is the Fir?
          Roses (b/s/roses/rowan): The Rowan belongs to the Roses.
        * Conifers (b/s/conifers/fir): The Fir belongs to the Conifers.
          Willows (b/s/willows/osier): The Osier belongs to the Willows. Likewise: Aspen.
        """)
  }

  @Test func nothingIsAskedThatTheBankDoesNotHave() throws {
    let generator = try generator(Self.trees)
    var random = SeededRandom(seed: 1)
    let unknown = FactID("b/s/conifers/oak")
    #expect(!generator.contains(unknown))
    #expect(generator.contains(FactID("b/s/conifers/fir")))
    #expect(generator.forms(of: unknown) == [])
    #expect(generator.item(asking: unknown, kinds: Item.Kind.allCases, using: &random) == nil)
    #expect(generator.forms(of: FactID("b/s/conifers/fir"), kinds: [.matching]).map(\.kind) == [.matching, .matching])
  }

  @Test func aPairIsFoundThoughTheFirstChoiceIsNearToAll() throws {
    // Hub is near to Rim and Tyre; whoever takes Hub first finds no second distractor.
    let generator = try generator(
      bankText(
        """
        > ask Part from Number: Which part carries the number {Number}?

        | Part | Number |
        | --- | --- |
        | Bell | eleven |
        | Hub | twelve |
        | Rim | thirteen |
        | Tyre | fourteen |

        ## Names {#names}

        - Hub ~ Rim
        - Hub ~ Tyre
        """))
    for seed in UInt64(0)..<50 {
      var random = SeededRandom(seed: seed)
      let choice = generator.item(asking: FactID("b/s/bell:number"), kinds: [.multipleChoice], using: &random)?.choice
      #expect(choice.map { Set($0.options.map(\.text)) } == ["Bell", "Rim", "Tyre"], "seed \(seed)")
    }
  }

  @Test func answersWithoutASubjectAreNoOptions() throws {
    let generator = try generator(
      bankText(
        """
        > ask Part from Number: Which part carries the number {Number}?

        | Part | Number |
        | --- | --- |
        | Bell | eleven |
        | Hub | twelve |
        | Rim | thirteen |
        | Saddle | |
        | Lamp | |
        """))
    for seed in UInt64(0)..<50 {
      var random = SeededRandom(seed: seed)
      let choice = generator.item(asking: FactID("b/s/bell:number"), kinds: [.multipleChoice], using: &random)?.choice
      #expect(choice.map { Set($0.options.map(\.text)) } == ["Bell", "Hub", "Rim"], "seed \(seed)")
    }
  }

  @Test func aStemHasNoHoles() throws {
    let generator = try generator(
      bankText(
        """
        > ask Part from Number: On the {Side}, which part carries the number {Number}?

        | Part | Number | Side |
        | --- | --- | --- |
        | Bell | eleven | left |
        | Hub | twelve | |
        | Rim | thirteen | right |
        """))
    var random = SeededRandom(seed: 3)
    let item = generator.item(asking: FactID("b/s/bell:number"), kinds: [.multipleChoice], using: &random)
    #expect(item?.stem == "On the left, which part carries the number eleven?")
    #expect(generator.item(asking: FactID("b/s/hub:number"), kinds: [.multipleChoice], using: &random) == nil)
    #expect(generator.askableFacts() == [FactID("b/s/bell:number"), FactID("b/s/rim:number")])
  }

  @Test func aLargeColumnIsSearchedAsFarAsNeeded() throws {
    // All but two of 450 parts are near to the key, so that a sample seldom holds both.
    let parts = (0..<447).map { "N\($0)" } + ["Bell", "Saddle"]
    let generator = try generator(
      bankText(
        """
        > ask Part from Number: Which part carries the number {Number}?

        | Part | Number |
        | --- | --- |
        | Key | none |
        \(parts.map { "| \($0) | number of \($0) |" }.joined(separator: "\n"))

        ## Names {#names}

        \(parts.dropLast(2).map { "- Key ~ \($0)" }.joined(separator: "\n"))
        """))
    // A false statement needs one of the two; multiple choice leaves alone what can hardly be a distractor elsewhere.
    var falseCount = 0
    for seed in UInt64(0)..<40 {
      var random = SeededRandom(seed: seed)
      let item = try #require(generator.item(asking: FactID("b/s/key:number"), kinds: [.trueFalse], using: &random))
      let choice = try #require(item.choice)
      guard choice.key == 1 else { continue }
      falseCount += 1
      #expect(["Bell", "Saddle"].contains { item.stem.contains($0) }, "seed \(seed): \(item.stem)")
    }
    #expect((10...30).contains(falseCount))
  }

  @Test(arguments: [(64, 4), (128, 4), (256, 8), (330, 5)])
  func groupsThatComeInTurnAreAskedLikeOthers(rows: Int, groups: Int) throws {
    var random = SeededRandom(seed: 7)
    // Names that look alike would be no safe distractors.
    let names = (0..<rows).map { _ in
      String((0..<9).map { _ in Character(Unicode.Scalar(UInt8(97 + random.below(26)))) })
    }
    let table = names.enumerated().map { "| \($1) | G\($0 % groups) |" }.joined(separator: "\n")
    let generator = try generator(
      bankText(
        """
        > lists: complete
        > names: Thing; Group
        > ask Group from Thing: To which group does {Thing} belong?

        | Thing | Group |
        | --- | --- |
        \(table)
        """))
    #expect(generator.askableFacts(kinds: [.multipleChoice]).count == rows)
  }

  @Test func numbersStandInOrder() throws {
    let rows = (0..<8).map { "| Act \($0) | \(1990 + ($0 * 5) % 8) |" }.joined(separator: "\n")
    let generator = try generator(
      bankText("> ask Year from Act: In which year was {Act} passed?\n\n| Act | Year |\n| --- | --- |\n\(rows)"))
    for item in generator.items(kinds: [.multipleChoice], seeds: 1...10) {
      let choice = try #require(item.choice)
      let years = choice.options.compactMap { Int($0.text) }
      #expect(years.count == choice.options.count && years == years.sorted())
      #expect(choice.options[choice.key].fact == choice.fact)
    }
  }
}
