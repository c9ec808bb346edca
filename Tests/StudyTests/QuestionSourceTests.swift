import ContentModel
import QuestionGenerator
import Study
import Testing

@Suite struct QuestionSourceTests {
  let bank: Bank

  init() throws { bank = try kpoBank() }

  private func items(
    _ count: Int, section: String? = nil, kinds: [Item.Kind] = Item.Kind.allCases, seed: UInt64
  ) -> [Item] {
    var source = QuestionSource([bank], section: section, kinds: kinds, seed: seed)
    return (0..<count).compactMap { _ in source.next() }
  }

  @Test func theSameSeedGivesTheSameItemsAndAnotherSeedOthers() {
    #expect(items(60, seed: 9) == items(60, seed: 9))
    #expect(items(60, seed: 9) != items(60, seed: 10))
  }

  @Test func aLongerRunBeginsLikeAShorterOne() {
    #expect(Array(items(50, seed: 4).prefix(20)) == items(20, seed: 4))
  }

  @Test func aRoundAsksEachFactOnceAndTheNextRoundAllAgain() {
    let askable = QuestionGenerator(bank).askableFacts(kinds: [.multipleChoice])
    let items = items(2 * askable.count, kinds: [.multipleChoice], seed: 2)
    let first = items.prefix(askable.count).flatMap(\.facts)
    let second = items.dropFirst(askable.count).flatMap(\.facts)
    #expect(first.sorted() == askable.sorted())
    #expect(second.sorted() == askable.sorted())
    #expect(first != second)
  }

  @Test func itStaysWithinItsSectionAndKinds() {
    let items = items(40, section: "types", kinds: [.matching], seed: 1)
    #expect(items.count == 40)
    #expect(items.allSatisfy { $0.sectionID == "types" && $0.kind == .matching })
  }

  @Test func itEndsWhereNothingCanBeAsked() {
    #expect(items(3, section: "no-such-section", seed: 1).isEmpty)
    #expect(items(3, kinds: [], seed: 1).isEmpty)
    var nothing = QuestionSource([], section: nil, kinds: Item.Kind.allCases, seed: 1)
    #expect(nothing.next() == nil)
  }
}
