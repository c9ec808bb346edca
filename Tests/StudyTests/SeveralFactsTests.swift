import ContentModel
import QuestionGenerator
import Study
import Testing

/// Items that ask several facts at once, in a quiz that plans each fact by itself.
@Suite struct SeveralFactsTests {
  let bank: Bank
  let generator: QuestionGenerator

  init() throws {
    bank = try kpoBank()
    generator = QuestionGenerator(bank)
  }

  /// Facts that only an item of several facts can ask in a drill.
  private var sociable: Set<FactID> {
    let alone = KindLadder.drill.filter { $0 != .multipleResponse }
    return Set(bank.facts.map(\.id)).subtracting(generator.askableFacts(kinds: alone, inDrills: true))
  }

  @Test(arguments: UInt64(1)...30)
  func aQuizAsksAllThatIsPlannedAndHardlyMore(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let plan = StudyPlan([generator], learner: .beginner).daily(count: 20, using: &random)
    var sitting = Sitting.over(bank, asking: plan, kinds: KindLadder.drill, seed: seed)
    let marked = sitting.play { _ in .dontKnow }
    let items = marked.filter { !$0.asked.isRepeat }
    let first = items.flatMap { $0.answers.map(\.fact) }
    #expect(Set(first).isSuperset(of: plan.map(\.fact)))
    // Only beside what cannot be asked alone does something come that is not planned, or comes twice.
    let others = items.filter { item in !item.answers.contains { sociable.contains($0.fact) } }
      .flatMap { $0.answers.map(\.fact) }
    #expect(Set(others).count == others.count && Set(others).isSubset(of: plan.map(\.fact)))
    let again = marked.filter(\.asked.isRepeat).flatMap { $0.answers.map(\.fact) }
    #expect(Set(again).count == again.count && Set(again).isSubset(of: first))
    #expect(marked.filter(\.asked.isRepeat).allSatisfy { $0.answers.count == 1 })
  }

  @Test(arguments: UInt64(1)...10)
  func whatStoodBesideAFactThatIsSetAsideComesBack(seed: UInt64) throws {
    let facts = generator.askableFacts(kinds: [.matching]).filter { $0.rawValue.hasPrefix("kpo/types/") }
    let plan = facts.map { PlannedFact($0, .new) }
    var sitting = Sitting.over(bank, asking: plan, kinds: [.matching], seed: seed)
    let set = try #require(sitting.current?.item.facts)
    #expect(set.count >= 4)
    sitting.setAside(set[0])
    let rest = sitting.play { .right($0.item) }.flatMap { $0.answers.map(\.fact) }
    #expect(Set(rest).isSuperset(of: set.dropFirst().filter { plan.map(\.fact).contains($0) }))
    #expect(!rest.contains(set[0]))
  }

  @Test func whatWasDoneWithTheNextItemOutlastsACorrection() throws {
    let facts = generator.askableFacts(kinds: [.multipleChoice]).prefix(6)
    let before = Sitting.over(bank, asking: facts.map { PlannedFact($0, .chosen) }, seed: 4)
    var sitting = before
    _ = sitting.answer(.right(try #require(sitting.current?.item)))
    _ = sitting.hint()
    sitting.openBook()
    var again = before
    _ = again.answer(.right(try #require(again.current?.item)))
    #expect(again.current?.ruledOut == [] && again.current?.isOpenBook == false)
    let kept = again.keepingWhatWasDone(in: sitting)
    #expect(kept.current?.ruledOut.count == 1 && kept.current?.isOpenBook == true)
    #expect(before.keepingWhatWasDone(in: sitting).current == before.current)
  }
}
