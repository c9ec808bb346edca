import ContentModel
import QuestionGenerator
import Testing

/// The kinds of items beyond multiple choice and matching: each rule with a bank that gives an item and one that must not.
@Suite struct KindTests {
  private static let rows = [
    ("Wood", "Oak"), ("Wood", "Elm"), ("Wood", "Ash"), ("Stone", "Flint"), ("Stone", "Basalt"), ("Stone", "Gneiss"),
    ("Cloth", "Tweed"), ("Cloth", "Denim"),
  ]

  private func bank(
    _ rows: [(String, String)] = rows, ask: String = "> ask Stuff from Group: Which stuff is listed in {Group}?",
    extra: String = ""
  ) throws -> QuestionGenerator {
    let table = rows.map { "| \($0.0) | \($0.1) |" }.joined(separator: "\n")
    return try generator(
      bankText("> names: Group; Stuff\n\(ask)\n\n| Group | Stuff |\n| --- | --- |\n\(table)\n\n\(extra)"))
  }

  private func items(_ generator: QuestionGenerator, _ kind: Item.Kind) -> [Item] {
    generator.items(kinds: [kind], seeds: 1...8)
  }

  @Test func halfOfTheStatementsAreTrue() throws {
    let generator = try generator(kpoText())
    let keys = generator.items(kinds: [.trueFalse], seeds: 1...4).compactMap { $0.choice?.key }
    // Within four standard errors of one half.
    let share = Double(keys.count { $0 == 0 }) / Double(keys.count)
    #expect(keys.count > 800 && abs(share - 0.5) < 2 / Double(keys.count).squareRoot(), "\(share) of \(keys.count)")
  }

  @Test func aStatementIsTheAuthorsSentenceOrSpeaksOfTheQuestion() throws {
    let why = "> ask Stuff from Group: Which stuff is listed in {Group}?\n> why: {Stuff} is a kind of {Group}."
    let stems = Set(items(try bank(ask: why), .trueFalse).map(\.stem))
    #expect(stems.contains("True or false, as these notes list them? Oak is a kind of Wood."))
    #expect(stems.contains("True or false, as these notes list them? Flint is a kind of Wood."))
    let question = Set(items(try bank(), .trueFalse).map(\.stem))
    #expect(question.contains("True or false? \"Oak\" is a right answer to this: Which stuff is listed in Wood?"))
    #expect(items(try bank(ask: "> ask Stuff from Group: Which of these is listed in {Group}?"), .trueFalse) == [])
    // What shows more than the fact is no statement of it.
    let page = try generator(
      bankText(
        """
        > ask Stuff from Group: Which of these is listed in {Group}?
        > why: {Stuff} is a kind of {Group}, see {Page}.

        | Group | Stuff | Page |
        | --- | --- | --- |
        | Wood | Oak | one |
        | Stone | Flint | two |
        """))
    #expect(items(page, .trueFalse) == [])
  }

  @Test func aStatementShowsTheAnswerOfTheFactThatItAsks() throws {
    let generator = try bank(ask: "> ask Stuff from Group: Which stuff is listed in {Group}?")
    for item in items(generator, .trueFalse) {
      let fact = try #require(generator.bank.facts.first { $0.id == item.facts[0] })
      let stuff = try #require(fact.value(inColumn: 1)?.displayText)
      #expect(item.stem.contains("\"\(stuff)\""), "\(fact.id): \(item.stem)")
      // The reason says where it belongs, so that it refutes a false statement.
      let choice = try #require(item.choice)
      #expect(choice.options[1].why.contains(stuff))
    }
  }

  @Test func aFalseStatementTellsWhereItsValueBelongs() throws {
    let why = "> ask Stuff from Group: Which stuff is listed in {Group}?\n> why: {Stuff} is listed in {Group}."
    for item in items(try bank(ask: why), .trueFalse) {
      let choice = try #require(item.choice)
      #expect(choice.options.map(\.text) == ["True", "False"] && item.guessChance == 0.5)
      #expect(choice.options[choice.key].fact == choice.fact)
      if choice.key == 1 { #expect(choice.options[0].fact != choice.fact, "\(item.stem)") }
      #expect(
        !choice.options[choice.key].why.isEmpty && (choice.key == 0) == item.stem.hasSuffix(choice.options[0].why))
    }
  }

  @Test func nothingIsStatedThatWordsGiveAway() throws {
    // Nothing but the right answer has a word of the subject.
    let rows = [("Wood", "Wood Chips"), ("Stone", "Flint"), ("Cloth", "Denim")]
    let stems = items(try bank(rows), .trueFalse).map(\.stem)
    #expect(!stems.isEmpty && stems.allSatisfy { !$0.hasSuffix("listed in Wood?") })
  }

  @Test func severalRightAnswersGiveMultipleResponse() throws {
    let items = items(try bank(), .multipleResponse)
    var counts: Set<Int> = []
    for item in items {
      guard case .selection(let selection) = item.body else {
        Issue.record("\(item.kind) has another body")
        continue
      }
      let right = selection.options.filter(\.isRight)
      counts.insert(right.count)
      #expect((4...6).contains(selection.options.count) && right.count < selection.options.count)
      #expect(item.stem.hasSuffix("? Choose all that apply.") && item.facts == right.map(\.option.fact))
    }
    #expect(counts == [1, 2, 3])
    // One right answer each is a matter for multiple choice.
    #expect(self.items(try bank([("Wood", "Oak"), ("Stone", "Flint"), ("Cloth", "Denim")]), .multipleResponse) == [])
    // All right is no question, and three options are too few.
    #expect(self.items(try bank([("Wood", "Oak"), ("Wood", "Elm"), ("Wood", "Ash")]), .multipleResponse) == [])
    #expect(self.items(try bank([("Wood", "Oak"), ("Wood", "Elm"), ("Stone", "Flint")]), .multipleResponse) == [])
  }

  @Test func multipleResponseAsksNoFactThatIsLeftOut() throws {
    let generator = try bank()
    let (oak, elm) = (FactID("b/s/wood/oak"), FactID("b/s/wood/elm"))
    let form = try #require(generator.forms(of: oak, kinds: [.multipleResponse]).first)
    for seed in UInt64(0)..<20 {
      var random = SeededRandom(seed: seed)
      let item = try #require(generator.item(asking: oak, in: form, without: { $0 == elm }, using: &random))
      #expect(item.facts.contains(oak) && !item.facts.contains(elm))
    }
  }

  @Test func threeBelongTogetherAndOneDoesNot() throws {
    let items = items(try bank(), .oddOneOut)
    // Two in Cloth are no three, and what is never one of three would be known as the odd one.
    #expect(Set(items.flatMap(\.facts)).count == 6)
    for item in items {
      let choice = try #require(item.choice)
      #expect(choice.options.count == 4 && item.guessChance == 0.25)
      let groups = choice.options.map { $0.fact.rawValue.split(separator: "/")[2] }
      #expect(Set(groups).count == 2 && groups.count { $0 == groups[choice.key] } == 1, "\(item.stem) \(groups)")
      #expect(
        item.stem == "Three of these stand under one group in these notes. Which stuff stands under another?")
    }
    #expect(self.items(try bank([("Wood", "Oak"), ("Wood", "Elm"), ("Stone", "Flint")]), .oddOneOut) == [])
  }

  @Test(arguments: [
    // Another table joins Flint with two of the woods, and leaves out the third.
    "> ask Use from Thing: What use does {Thing} have?\n\n| Thing | Use |\n| --- | --- |\n| Flint; Oak; Elm | Tools |\n",
    // They stand in a column that the third does not stand in.
    "> ask Thing from Note: Which thing is it: {Note}?\n\n| Thing | Note |\n| --- | --- |\n| Flint | burns |\n"
      + "| Oak | grows |\n| Elm | dies |\n",
    // They are near to one name.
    "## Names {#names}\n\n- Flint ~ Hard Stuff\n- Oak ~ Hard Stuff\n- Elm ~ Hard Stuff\n",
  ])
  func noOtherGroupingMakesThreePlusOne(extra: String) throws {
    let stones = [("Stone", "Flint"), ("Stone", "Basalt"), ("Stone", "Gneiss")]
    let rows = [("Wood", "Oak"), ("Wood", "Elm"), ("Wood", "Ash")] + stones
    func odd(_ extra: String) throws -> [Item] {
      items(try bank(rows, extra: extra), .oddOneOut).filter { $0.facts == [FactID("b/s/stone/flint")] }
    }
    #expect(try odd("").count == 8)
    #expect(try odd(extra) == [])
  }

  @Test func noWordMakesAnOddOne() throws {
    let stones = [("Stone", "Flint"), ("Stone", "Basalt"), ("Stone", "Gneiss")]
    let rows = [("Wood", "Red Oak"), ("Wood", "Red Elm"), ("Wood", "Red Ash")] + stones
    let differing = "## Names {#names}\n\n- Red Oak != Red Elm\n- Red Oak != Red Ash\n- Red Elm != Red Ash\n"
    let odd = items(try bank(rows, extra: differing), .oddOneOut)
    #expect(odd.allSatisfy { $0.facts[0].rawValue.contains("/wood/") }, "\(odd)")
  }

  @Test func premisesAreSortedIntoCategories() throws {
    let items = items(try bank(), .categories)
    #expect(Set(items.flatMap(\.facts)).count == 8)
    for item in items {
      let matching = try #require(item.matching)
      #expect(matching.reusesResponses && (5...8).contains(matching.premises.count))
      #expect((2...3).contains(matching.responses.count))
      #expect(Set(matching.premises.map(\.answer)) == Set(matching.responses.indices))
      #expect(
        item.stem == "Sort each stuff by its group, as these notes list them. Each group may be used more than once.")
    }
    // Four premises are too few, a single group has nothing to sort, and pairs one to one are to be matched.
    #expect(self.items(try bank(Array(Self.rows[1...4])), .categories) == [])
    #expect(self.items(try bank((1...9).map { ("Wood", "Tree Number \($0)") }), .categories) == [])
    #expect(self.items(try bank((1...9).map { ("Group\($0)", "Stuff\($0)") }), .categories) == [])
  }

  @Test func whatBelongsToTwoCategoriesIsNotSorted() throws {
    let twice = Self.rows + [("Stone", "Oak"), ("Cloth", "Oak"), ("Wood", "Hemp")]
    for item in items(try bank(twice), .categories) {
      let matching = try #require(item.matching)
      #expect(!matching.premises.contains { $0.text == "Oak" })
    }
  }

  @Test func aGapStandsForAName() throws {
    let why = "> ask Group from Stuff: In which group is {Stuff}?\n> why: {Stuff} is listed in {Group}."
    let items = items(try bank(ask: why), .cloze)
    #expect(Set(items.map(\.stem)).contains("Fill the gap: Oak is listed in _____."))
    #expect(Set(items.flatMap(\.facts)).count == 8)
    for item in items {
      guard case .typed(let typed) = item.body else {
        Issue.record("\(item.kind) has another body")
        continue
      }
      #expect(typed.accepted == [typed.key] && item.guessChance == 0)
    }
    // Without a sentence there is no gap, and of several members the sentence means none.
    #expect(self.items(try bank(ask: "> ask Group from Stuff: In which group is {Stuff}?"), .cloze) == [])
    let members = "> ask Stuff from Group: Which is in {Group}?\n> why: {Stuff} is listed in {Group}."
    #expect(self.items(try bank(ask: members), .cloze) == [])
    // The sentence itself shows the name, or another name for it.
    let shown = "> ask Group from Stuff: In which group is {Stuff}?\n> why: {Stuff}, like all wood, is in {Group}."
    let groups = Set(
      self.items(try bank(ask: shown), .cloze).flatMap(\.facts).map { $0.rawValue.split(separator: "/")[2] })
    #expect(groups == ["stone", "cloth"])
    let timber = "## Names {#names}\n\n- Stone = Wood Coal\n"
    let other = Set(
      self.items(try bank(ask: shown, extra: timber), .cloze).flatMap(\.facts).map {
        $0.rawValue.split(separator: "/")[2]
      })
    #expect(other == ["cloth"])
  }
}
