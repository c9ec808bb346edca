import QuestionGenerator
import Testing

@testable import Study

@Suite struct KindLadderTests {
  private func groups(
    _ rung: KindLadder.Rung, _ kinds: [Item.Kind] = KindLadder.drill, seed: UInt64 = 1
  ) -> [[Item.Kind]] {
    var random = SeededRandom(seed: seed)
    return KindLadder(kinds: kinds).groups(on: rung, using: &random)
  }

  @Test func aNewFactComesWithOptionsInAFixedOrder() {
    for seed in UInt64(1)...20 {
      #expect(
        groups(.beginning, seed: seed) == [
          [.multipleChoice], [.multipleResponse], [.trueFalse], [.oddOneOut], [.shortAnswer, .cloze],
        ])
    }
  }

  @Test func thenTheKindsTakeTurnsAndMultipleChoiceComesEveryOtherTime() {
    var first: [Item.Kind: Int] = [:]
    for seed in UInt64(1)...3000 {
      let groups = groups(.middle, seed: seed)
      first[groups[0][0], default: 0] += 1
      #expect(Set(groups.joined()) == Set(KindLadder.drill) && groups.last == [.shortAnswer, .cloze])
      // Where the drawn kind cannot ask a fact, multiple choice is next.
      #expect(groups[0] == [.multipleChoice] || groups[1] == [.multipleChoice])
    }
    // Four standard deviations are below 0.04.
    func share(_ kind: Item.Kind) -> Double { Double(first[kind, default: 0]) / 3000 }
    #expect(abs(share(.multipleChoice) - 0.5) < 0.04)
    for kind in [Item.Kind.multipleResponse, .trueFalse, .oddOneOut] { #expect(abs(share(kind) - 1.0 / 6) < 0.04) }
  }

  @Test func whatIsKnownIsTyped() {
    for seed in UInt64(1)...20 { #expect(groups(.top, seed: seed).first == [.shortAnswer, .cloze]) }
    #expect(groups(.top, [.multipleChoice]) == [[.multipleChoice]])
    #expect(groups(.beginning, [.shortAnswer]) == [[.shortAnswer]])
  }

  @Test func aSetIsAskedAsItIsAndWhatComesBackFromItAlone() {
    var random = SeededRandom(seed: 1)
    for kind in [Item.Kind.matching, .categories] {
      #expect(groups(.middle, [kind]) == [[kind]])
      let alone = KindLadder(kinds: [kind]).groupsForOne(on: .beginning, using: &random)
      #expect(alone == [[.multipleChoice], [.trueFalse], [.oddOneOut]])
    }
    #expect(KindLadder(kinds: [.trueFalse]).groupsForOne(on: .top, using: &random) == [[.trueFalse]])
  }
}
