import ContentModel
import QuestionBanks
import QuestionGenerator
import Testing

/// Items over the banks that come with the program, judged by an independent reading of them.
@Suite struct EmbeddedItemTests {
  private static let ids = EmbeddedBanks.all.map(\.id)

  @Test(arguments: ids) func noItemHasTwoRightAnswers(id: String) throws {
    let text = try embeddedText(id)
    let generator = try generator(text)
    let check = ItemCheck(oracle: BankOracle(text))
    var count = 0
    var faulty: [String] = []
    var asked: Set<FactID> = []
    // Every fact meets half of the seeds, in all its forms; the more facts, the fewer seeds judge as many items.
    let seeds: UInt64 = generator.bank.facts.count > 200 ? 4 : 8
    for seed in 1...seeds {
      var random = SeededRandom(seed: seed)
      for (index, fact) in generator.bank.facts.enumerated() where index % 2 == Int(seed % 2) {
        for form in generator.forms(of: fact.id) {
          guard let item = generator.item(asking: fact.id, in: form, using: &random) else { continue }
          count += 1
          asked.formUnion(item.facts)
          #expect(item.facts.contains(fact.id), "\(fact.id)")
          faulty += check.faults(of: item).map { "seed \(seed), \(fact.id), \(item.stem): \($0)" }
        }
      }
    }
    // A few facts are asked only where no form is without a word in common.
    var random = SeededRandom(seed: 1)
    for fact in generator.bank.facts.map(\.id) where !asked.contains(fact) {
      guard let item = generator.item(asking: fact, kinds: Item.Kind.allCases, using: &random) else { continue }
      asked.formUnion(item.facts)
      faulty += check.faults(of: item).map { "\(fact), \(item.stem): \($0)" }
    }
    print("\(id): items judged: \(count), with faults: \(faulty.count)")
    #expect(count >= 2_000)
    #expect(faulty == [])
    #expect(asked == Set(generator.bank.facts.map(\.id)))
  }

  @Test(arguments: ids) func everyFactCanBeAsked(id: String) throws {
    let generator = try generator(embeddedText(id))
    #expect(generator.askableFacts() == generator.bank.facts.map(\.id))
  }

  @Test(arguments: ids) func everyOptionSaysWhereItBelongs(id: String) throws {
    let generator = try generator(embeddedText(id))
    let factOfID = Dictionary(uniqueKeysWithValues: generator.bank.facts.map { ($0.id, $0) })
    var count = 0
    func examine(_ text: String?, _ why: String, _ id: FactID, in item: Item) throws {
      count += 1
      let fact = try #require(factOfID[id])
      let shown = fact.values.map(\.displayText)
      if let text { #expect(shown.contains(text), "\(item.stem): \(text) is no part of \(id)") }
      #expect(shown.allSatisfy(why.contains), "\(item.stem): \(why)")
    }
    for item in generator.items(seeds: 1...2) {
      if let choice = item.choice {
        #expect(choice.options[choice.key].fact == choice.fact)
        for option in choice.options {
          // What is true or false is the statement, so that such an option is no part of its fact.
          let text = item.kind == .trueFalse ? nil : option.text
          try examine(text, option.why, option.fact, in: item)
        }
      }
      if case .selection(let selection) = item.body {
        for option in selection.options.map(\.option) { try examine(option.text, option.why, option.fact, in: item) }
      }
      if let matching = item.matching {
        for premise in matching.premises { try examine(premise.text, premise.why, premise.fact, in: item) }
        for response in matching.responses { try examine(response.text, response.why, response.fact, in: item) }
      }
    }
    #expect(count > 2_000)
  }

  @Test func theKeyStandsEverywhereEquallyOften() throws {
    let generator = try generator(kpoText())
    var random = SeededRandom(seed: 4_000)
    var positions: [Int: [Int]] = [3: [0, 0, 0], 4: [0, 0, 0, 0]]
    var count = 0
    while count < 4_000 {
      let fact = generator.bank.facts[random.below(generator.bank.facts.count)].id
      guard let choice = generator.item(asking: fact, kinds: [.multipleChoice], using: &random)?.choice else {
        continue
      }
      positions[choice.options.count]?[choice.key] += 1
      count += 1
    }
    // The 0.999 quantiles of chi-square with two and three degrees of freedom.
    for (options, bound) in [(3, 13.82), (4, 16.27)] {
      let observed = positions[options] ?? []
      let expected = Double(observed.reduce(0, +)) / Double(options)
      let chiSquare = observed.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / max(expected, 1) }
      #expect(chiSquare < bound, "\(options) options: \(observed)")
    }
    #expect(positions.values.joined().reduce(0, +) == 4_000)
  }

  @Test func theSameSeedGivesTheSameItems() throws {
    let first = try generator(kpoText()).items(seeds: 77...77)
    let second = try generator(kpoText()).items(seeds: 77...77)
    #expect(first == second)
    #expect(try generator(kpoText()).items(seeds: 78...78) != first)
    // The same question with the same options in the same order has the same id, any other has another.
    let groups = Dictionary(grouping: first, by: \.id).values
    for group in groups { #expect(group.allSatisfy { $0.stem == group[0].stem && $0.body == group[0].body }) }
  }

  @Test(arguments: ids) func factsAreAskedInSeveralForms(id: String) throws {
    let generator = try generator(embeddedText(id))
    var formsOfFact: [FactID: Set<QuestionGenerator.Form>] = [:]
    for seed in UInt64(1)...3 {
      var random = SeededRandom(seed: seed)
      for fact in generator.bank.facts.map(\.id) {
        for form in generator.forms(of: fact) where generator.item(asking: fact, in: form, using: &random) != nil {
          formsOfFact[fact, default: []].insert(form)
        }
      }
    }
    let counts = generator.bank.facts.map { formsOfFact[$0.id, default: []].count }.sorted()
    let distribution = (0...6).map { number in counts.count { $0 == number } }
    print("\(id): forms of a fact: \(distribution), of \(counts.count) facts")
    #expect(distribution[0] <= 2, "facts that are asked only with a word in common: \(distribution)")
    #expect(Double(counts.reduce(0, +)) / Double(counts.count) >= 2.4, "\(distribution)")
  }
}
