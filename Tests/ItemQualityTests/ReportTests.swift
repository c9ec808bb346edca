import ContentModel
import QuestionGenerator
import Testing

@testable import ItemQuality

@Suite struct ReportTests {
  @Test func aMeasureLiesToItsBounds() {
    func verdict(_ value: Double, _ must: Measure.Bound, _ aim: Measure.Bound) -> Measure.Verdict {
      Measure("x", "X", value, must: must, aim: aim).verdict
    }
    #expect(verdict(0.03, .atMost(0.02), .atMost(0)) == .missed)
    #expect(verdict(0.02, .atMost(0.02), .atMost(0)) == .met)
    #expect(verdict(0, .atMost(0.02), .atMost(0)) == .good)
    #expect(verdict(2.5, .atLeast(3), .atLeast(4)) == .missed)
    #expect(verdict(3, .atLeast(3), .atLeast(4)) == .met)
    #expect(verdict(4, .atLeast(3), .atLeast(4)) == .good)
    // Ten tenths do not quite make one.
    #expect(verdict((0..<10).reduce(0) { sum, _ in sum + 0.1 }, .atLeast(1), .atLeast(1)) == .good)
  }

  @Test func aRunMixesKindsAndAsksEachFactOnceASitting() throws {
    let generator = QuestionGenerator(try kpoBank())
    let kinds: [Item.Kind] = [.multipleChoice, .trueFalse, .oddOneOut]
    let run = ItemRun(generator, kinds: kinds, count: 330, seed: 3)
    #expect(run.sittings.dropLast().allSatisfy { $0.count == ItemRun.sittingLength })
    #expect(run.items.count == 330)
    for sitting in run.sittings { #expect(Set(sitting.flatMap(\.facts)).count == sitting.count) }
    for kind in kinds { #expect((70...150).contains(run.items.count { $0.kind == kind })) }
    #expect(run == ItemRun(generator, kinds: kinds, count: 330, seed: 3))
    #expect(run != ItemRun(generator, kinds: kinds, count: 330, seed: 4))
    #expect(ItemRun(generator, kinds: [], count: 5, seed: 1).items == [])
  }

  @Test func aBankWithFaultsFails() throws {
    // The descriptions say the names, and the list is too short for a distractor in any other direction.
    let bank = try bank(
      """
      > lists: complete
      > ask Tree from Trait: Which tree is known for this trait: {Trait}?
      > ask Trait from Tree: Which of these always describes {Tree}?
      > descriptions: Trait

      | Tree   | Trait                        |
      | ------ | ---------------------------- |
      | Larch  | Always bare in winter        |
      | Spruce | Never bare, and many a cone  |
      | Poplar | Usually tall and slim        |
      | Aspen  | Some say it trembles         |
      """)
    let report = QualityReport.measure(bank, items: 30, seeds: 4)
    #expect(!report.isGoodEnough)
    let missed = Set(report.measures.filter { $0.verdict == .missed }.map(\.id))
    #expect(missed.isSuperset(of: ["item-absolute-word", "item-vague-word"]), "\(missed)")
    let words = try #require(report.measures.first { $0.id == "item-vague-word" })
    #expect(words.value > 0.1 && !words.details.isEmpty)
    #expect(report.measures.first { $0.id == "same-seed" }?.value == 1)
    #expect(report == QualityReport.measure(bank, items: 30, seeds: 4))
  }

  @Test func aBankWithoutTablesHasNothingToMeasure() throws {
    let report = QualityReport.measure(try bank("Only notes."), items: 10, seeds: 4)
    #expect(report.items == 0 && report.cues == [])
  }
}
