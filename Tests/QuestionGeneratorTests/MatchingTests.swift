import ContentModel
import QuestionGenerator
import Testing

/// Matching items beyond what every item of the program's bank is checked for.
@Suite struct MatchingTests {
  private func text(_ ask: String, headers: String = "| Firm | KPO Type |") -> String {
    let rows = zip(
      ["Alpha", "Bravo", "Carlo", "Delta", "Echo", "Foxtrot", "Golf", "Hotel", "India"],
      ["Maths", "Law", "Tax", "Ships", "Care", "Press", "Wood", "Glue", "Yarn"])
    return bankText("\(ask)\n\n\(headers)\n| --- | --- |\n" + rows.map { "| \($0) | \($1) |" }.joined(separator: "\n"))
  }

  @Test func theQuestionSpeaksOfListsOnlyWhereItMust() throws {
    var random = SeededRandom(seed: 8)
    let plain = try generator(text("> ask KPO Type from Firm: Which type does the firm {Firm} have?"))
    let listed = try generator(text("> ask KPO Type from Firm: Which type is listed for the firm {Firm}?"))
    let fact = try #require(plain.bank.facts.first?.id)
    #expect(plain.item(asking: fact, kinds: [.matching], using: &random)?.stem == "Match each firm with its KPO type.")
    #expect(
      listed.item(asking: fact, kinds: [.matching], using: &random)?.stem
        == "Match each firm with its KPO type, as these notes list them.")
  }

  @Test func aSmallTableGivesFewerPremisesOrNone() throws {
    let ask = "> ask KPO Type from Firm: Which type does the firm {Firm} have?"
    let lines = text(ask).split(separator: "\n", omittingEmptySubsequences: false)
    for (missing, premises) in [(0, 6), (1, 6), (2, 5), (3, 4), (4, nil)] {
      let generator = try generator(lines.dropLast(missing + 1).joined(separator: "\n"))
      for fact in generator.bank.facts {
        var random = SeededRandom(seed: 4)
        let matching = generator.item(asking: fact.id, kinds: [.matching], using: &random)?.matching
        #expect(matching?.premises.count == premises)
        if let matching { #expect(matching.premises.contains { $0.fact == fact.id }) }
      }
    }
  }

  @Test func premisesAreNotInTheOrderOfTheirResponses() throws {
    let generator = try generator(text("> ask KPO Type from Firm: Which type does the firm {Firm} have?"))
    let orders = generator.items(kinds: [.matching], seeds: 1...5).compactMap { $0.matching?.premises.map(\.answer) }
    #expect(orders.count == 45)
    #expect(orders.count { $0 == $0.sorted() } < 5)
  }
}
