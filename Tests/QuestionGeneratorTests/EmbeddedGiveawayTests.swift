import ContentModel
import QuestionBanks
import QuestionGenerator
import Testing

/// How often an item over one of the program's banks can be answered by its words alone, computed without the program's stems.
@Suite struct EmbeddedGiveawayTests {
  /// A key that alone shares a word with what the question asks about can be found without knowing anything.
  @Test(arguments: EmbeddedBanks.all.map(\.id)) func keysDoNotGiveThemselvesAway(id: String) throws {
    let generator = try generator(embeddedText(id))
    var random = SeededRandom(seed: 11)
    var (count, given) = (0, [String: Int]())
    while count < 2_000 {
      let fact = generator.bank.facts[random.below(generator.bank.facts.count)].id
      guard let choice = generator.item(asking: fact, kinds: [.multipleChoice], using: &random)?.choice else {
        continue
      }
      count += 1
      let subject = WordCount.beginnings(of: choice.subject)
      let sharing = choice.options.indices.filter {
        !WordCount.beginnings(of: choice.options[$0].text).isDisjoint(with: subject)
      }
      if sharing == [choice.key] { given["\(choice.subject): \(choice.options[choice.key].text)", default: 0] += 1 }
    }
    let rate = Double(given.values.reduce(0, +)) / Double(count)
    print("\(id): keys that give themselves away: \(rate) of \(count)")
    #expect(rate <= 0.02, "\(given.sorted { $0.value > $1.value }.prefix(12))")
  }

  @Test(arguments: EmbeddedBanks.all.map(\.id)) func premisesDoNotGiveThemselvesAway(id: String) throws {
    var (count, given) = (0, [String: Int]())
    for item in try generator(embeddedText(id)).items(kinds: [.matching], seeds: 1...3) {
      guard let matching = item.matching else { continue }
      for premise in matching.premises {
        count += 1
        let words = WordCount.beginnings(of: premise.text)
        let sharing = matching.responses.indices.filter {
          !WordCount.beginnings(of: matching.responses[$0].text).isDisjoint(with: words)
        }
        if sharing == [premise.answer] { given["\(premise.text): \(item.stem)", default: 0] += 1 }
      }
    }
    let rate = Double(given.values.reduce(0, +)) / Double(max(count, 1))
    print("\(id): premises that give themselves away: \(rate) of \(count)")
    // The generator leaves such premises out, so the rate is nought and not merely small.
    #expect(count > 1_000 && given == [:])
  }
}
