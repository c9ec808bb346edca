import ContentModel
import MemoryModel
import Progress
import QuestionGenerator
import Study
import Testing

@Suite struct ReviewRecordTests {
  let bank: Bank

  init() throws { bank = try kpoBank() }

  private func marked(
    _ kind: Item.Kind, _ respond: (Item) -> Response
  ) throws -> (item: Item, reviews: [Review]) {
    let plan = bank.facts.map { PlannedFact($0.id, .new) }
    var sitting = Sitting.over(bank, asking: plan, kinds: [kind])
    let item = try #require(sitting.current?.item)
    let marked = sitting.answer(respond(item))
    return (item, try #require(marked).reviews(sitting: "sitting", milliseconds: 6001))
  }

  @Test func aChoiceGivesOneReviewWithAllThatTheHistoryKeeps() throws {
    let (item, reviews) = try marked(.multipleChoice) { .wrong($0, .sure) }
    let review = try #require(reviews.first)
    let choice = try #require(item.choice)
    let chosen = choice.options[(choice.key + 1) % choice.options.count]
    #expect(reviews.count == 1)
    #expect(
      review
        == Review(
          sitting: "sitting", fact: Review.FactID(choice.fact.rawValue), section: "kpo/\(item.sectionID)",
          kind: .multipleChoice, from: item.subjectColumn, to: item.answerColumn, item: Review.ItemID(item.id),
          rating: .again, right: false, guessChance: 1 / Double(choice.options.count), confidence: .sure,
          milliseconds: 6001, chosen: chosen.text, chosenFact: Review.FactID(chosen.fact.rawValue), repeated: false,
          shown: choice.options.filter { $0.fact != choice.fact }.map { Review.FactID($0.fact.rawValue) }))
  }

  @Test func aDrillGivesOneReviewForEachPremiseAndSharesItsTimeOut() throws {
    let (item, reviews) = try marked(.matching) { .right($0, .unsure) }
    #expect(reviews.map(\.fact.rawValue) == item.facts.map(\.rawValue))
    #expect(reviews.allSatisfy { $0.right && $0.rating == .good && $0.confidence == .unsure && $0.kind == .matching })
    #expect(reviews.allSatisfy { $0.milliseconds == 6001 / item.facts.count })
  }

  @Test func notKnowingIsKeptAsSuch() throws {
    let (_, reviews) = try marked(.multipleChoice) { _ in .dontKnow }
    let review = try #require(reviews.first)
    #expect(review.confidence == .dontKnow)
    #expect(review.chosen == nil && review.chosenFact == nil)
    #expect(review.rating == .again)
  }
}
