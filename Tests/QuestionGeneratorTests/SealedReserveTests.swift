import ContentModel
import Testing

@testable import QuestionGenerator

@Suite struct SealedReserveTests {
  /// A kind with the headings of its columns, as a text.
  private func ways(_ forms: some Sequence<QuestionGenerator.Form>, _ generator: QuestionGenerator) -> Set<String> {
    Set(
      forms.map { form in
        let asked = generator.forms[form.index].asked
        let columns = asked.table.columns
        return "\(form.kind) \(columns[asked.pattern.subject].header)>\(columns[asked.pattern.answer].header)"
      })
  }

  /// The ways of asking that give an item and can be sealed.
  private func givingWays(_ fact: FactID, _ generator: QuestionGenerator) -> Set<String> {
    ways(
      generator.forms(of: fact, kinds: [.multipleChoice, .shortAnswer, .trueFalse, .oddOneOut, .cloze]).filter { form in
        var random = SeededRandom(seed: 0)
        return generator.item(asking: fact, in: form, using: &random) != nil
      }, generator)
  }

  @Test func aboutAFifthOfTheWaysOfFactsWithThreeIsSealed() throws {
    let generator = try generator(kpoText())
    var eligible = 0
    var sealed = 0
    for fact in generator.bank.facts.map(\.id) {
      let giving = givingWays(fact, generator)
      let kept = ways(generator.sealedForms(of: fact), generator)
      #expect(kept.isSubset(of: giving), "\(fact)")
      guard giving.count >= 3 else {
        #expect(kept.isEmpty, "\(fact)")
        continue
      }
      eligible += giving.count
      sealed += kept.count
      let open = giving.subtracting(kept)
      #expect(open.count >= 2, "\(fact)")
    }
    let share = Double(sealed) / Double(eligible)
    print("sealed: \(sealed) of \(eligible) ways of eligible facts, \(share)")
    #expect((0.15...0.25).contains(share))
  }

  private static let rows = [
    ("Ash", "Alpha", "Burns even when green"), ("Elm", "Beta", "Was killed by beetles"),
    ("Fir", "Gamma", "Keeps its needles"), ("Yew", "Delta", "Grows in churchyards"),
    ("Oak", "Epsilon", "Feeds the pigs"), ("Bay", "Zeta", "Flavours the soup"), ("Fig", "Eta", "Has hidden flowers"),
    ("Box", "Theta", "Makes a hedge"), ("Tea", "Iota", "Is drunk all over the world"), ("Gum", "Kappa", "Peels itself"),
  ]

  private func trees(_ rows: [(String, String, String)]) throws -> QuestionGenerator {
    try generator(
      bankText(
        "> lists: complete\n> ask Site from Tree: On which site stands the tree called {Tree}?\n"
          + "> ask Tree from Site: Which tree stands on the site called {Site}?\n"
          + "> ask Tree from Use: Which tree is known for this: {Use}?\n\n"
          + "| Tree | Site | Use |\n| --- | --- | --- |\n"
          + rows.map { "| \($0.0) | \($0.1) | \($0.2) |" }.joined(separator: "\n")))
  }

  @Test func neitherTheOrderNorTheWordingOfDescriptionsMatters() throws {
    let first = try trees(Self.rows)
    let second = try trees(Self.rows.reversed().map { ($0.0, $0.1, "Formerly: \($0.2)") })
    var sealed = 0
    #expect(Set(first.bank.facts.map(\.id)) == Set(second.bank.facts.map(\.id)))
    for fact in first.bank.facts.map(\.id) {
      let kept = ways(first.sealedForms(of: fact), first)
      #expect(kept == ways(second.sealedForms(of: fact), second), "\(fact)")
      sealed += kept.count
    }
    #expect(sealed > 0)
  }

  @Test func noContrastUsesASealedForm() throws {
    let generator = try trees(Self.rows)
    let facts = generator.bank.facts.map(\.id)
    var contrasts = 0
    for fact in facts {
      let sealed = ways(generator.sealedForms(of: fact), generator)
      for other in facts {
        var random = SeededRandom(seed: 1)
        guard let item = generator.contrast(fact, with: other, using: &random) else { continue }
        contrasts += 1
        #expect(!sealed.contains("\(item.kind) \(item.subjectColumn)>\(item.answerColumn)"), "\(fact), \(other)")
      }
    }
    #expect(contrasts > 0)
  }

  /// What is found out without making an item is what making one shows.
  @Test func whatCanBeAskedGivesAnItem() throws {
    let generator = try generator(kpoText())
    for fact in generator.bank.facts {
      for form in generator.forms(of: fact.id) {
        var random = SeededRandom(seed: 0)
        let item = generator.item(asking: fact.id, in: form, using: &random)
        #expect(generator.canAsk(fact, in: form) == (item != nil), "\(fact.id), \(form.kind)")
      }
    }
  }

  @Test func aFactOfNoBankHasNoSealedForm() throws {
    #expect(try trees(Self.rows).sealedForms(of: FactID("b/s/none")) == [])
  }

  @Test func aMatchingItemAsksNoFactThatIsLeftOut() throws {
    let generator = try trees(Self.rows)
    let form = try #require(generator.forms(of: FactID("b/s/ash/alpha"), kinds: [.matching]).first)
    let ids = generator.forms[form.index].facts.map(\.id)
    let leftOut = Set(ids.dropFirst().prefix(4))
    for seed in UInt64(0)..<20 {
      var random = SeededRandom(seed: seed)
      let item = try #require(generator.item(asking: ids[0], in: form, without: leftOut.contains, using: &random))
      #expect(leftOut.isDisjoint(with: item.facts))
    }
    var random = SeededRandom(seed: 0)
    #expect(generator.item(asking: ids[0], in: form, without: { $0 != ids[0] }, using: &random) == nil)
  }

  @Test func theChanceToGuessAFactIsTheMeanOverItsForms() throws {
    let generator = try trees(Self.rows)
    let fact = FactID("b/s/ash/alpha")
    // Each direction has four options, six premises with eight responses, or a line to type.
    #expect(generator.guessChance(of: fact, kinds: [.multipleChoice]) == 0.25)
    #expect(generator.guessChance(of: fact, kinds: [.matching]) == 0.125)
    #expect(generator.guessChance(of: fact, kinds: [.shortAnswer]) == 0)
    #expect(generator.guessChance(of: fact, kinds: [.multipleChoice, .shortAnswer, .matching]) == 0.125)
    #expect(generator.guessChance(of: fact, kinds: []) == nil)
  }
}
