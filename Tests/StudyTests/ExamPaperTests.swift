import ContentModel
import QuestionGenerator
import Study
import Testing

@Suite struct ExamPaperTests {
  let generator: QuestionGenerator
  let blueprint: ExamBlueprint

  init() throws {
    generator = QuestionGenerator(try kpoBank())
    blueprint = ExamBlueprint([generator], sections: [])
  }

  private func paper(
    _ form: String, _ count: Int = 40, kinds: [Item.Kind] = Item.Kind.allCases, without excluded: Set<FactID> = [],
    sections: [String] = []
  ) -> ExamPaper {
    let blueprint =
      excluded.isEmpty && sections.isEmpty
      ? self.blueprint : ExamBlueprint([generator], sections: sections, excluding: excluded)
    return ExamPaper(form: form, blueprint: blueprint, generators: [generator], questions: count, kinds: kinds)
  }

  @Test func theNameOfAFormIsItsSeed() throws {
    let first = paper("C")
    // Another machine reads the bank anew.
    let other = QuestionGenerator(try kpoBank())
    let again = ExamPaper(
      form: " c\t", blueprint: ExamBlueprint([other], sections: []), generators: [other], questions: 40,
      kinds: Item.Kind.allCases)
    #expect(first == again)
    #expect(first.form == "C")
    #expect(first.entries.count == 40)
    let second = paper("D")
    let common = Set(first.entries.map(\.item.id)).intersection(second.entries.map(\.item.id))
    #expect(common.count < 10)
  }

  @Test func everySectionHasItsShare() {
    for form in ["A", "B", "C"] {
      let paper = paper(form, 50, kinds: [.multipleChoice, .shortAnswer])
      let counts = blueprint.sections.map { section in paper.entries.count { $0.section == section.id } }
      #expect(counts == blueprint.questions(50), "\(form)")
    }
  }

  @Test func noFactIsAskedTwiceOrGivenAway() {
    for form in ["A", "B", "C", "D", "E"] {
      let paper = paper(form, 60)
      let facts = paper.entries.flatMap(\.item.facts)
      #expect(Set(facts).count == facts.count, "\(form)")
      #expect(Set(paper.entries.map(\.item.id)).count == paper.entries.count, "\(form)")
      let disclosures = facts.compactMap { generator.disclosure(of: $0) }
      for (index, one) in disclosures.enumerated() {
        for (place, other) in disclosures.enumerated() where place != index {
          #expect(!one.givesAway(other), "\(form): \(facts[index]) gives \(facts[place]) away")
        }
      }
      #expect(Set(paper.entries.map(\.item.kind)) == Set(Item.Kind.allCases), "\(form)")
    }
  }

  @Test func theSectionsAreMixed() {
    let sections = paper("A").entries.map(\.section)
    let changes = zip(sections, sections.dropFirst()).count { $0 != $1 }
    #expect(changes > 20)
  }

  @Test func aFactLeftOutChangesOnlyItsOwnQuestion() {
    let kinds: [Item.Kind] = [.multipleChoice, .shortAnswer]
    let whole = paper("A", kinds: kinds)
    for entry in whole.entries.prefix(12) {
      let without = paper("A", kinds: kinds, without: Set(entry.item.facts))
      let ids = Set(without.entries.map(\.item.id))
      let gone = whole.entries.filter { !ids.contains($0.item.id) }
      #expect(without.entries.count == whole.entries.count)
      // What moves up gives another one away at most.
      #expect(gone.contains(entry) && gone.count <= 2, "\(entry.item.facts): \(gone.map(\.item.facts))")
      let kept = without.entries.filter { whole.entries.contains($0) }
      #expect(kept == whole.entries.filter { kept.contains($0) })
    }
  }

  @Test func matchingItemsAskNoFactThatIsLeftOut() {
    let whole = paper("A", 12, kinds: [.matching])
    #expect(whole.entries.count > 3)
    let excluded = Set(whole.entries.flatMap { $0.item.facts.suffix(1) })
    let without = paper("A", 12, kinds: [.matching], without: excluded)
    #expect(!without.entries.isEmpty)
    #expect(excluded.isDisjoint(with: without.entries.flatMap(\.item.facts)))
  }

  @Test(arguments: [
    (1_000, [Item.Kind.matching]), (1_000, [.shortAnswer]), (1_000, Item.Kind.allCases),
    (60, [.matching, .multipleChoice]),
  ])
  func aPaperThatComesOutShorterCanBeDrawnAgainByItsLength(_ count: Int, _ kinds: [Item.Kind]) {
    let short = paper("A", count, kinds: kinds)
    print("\(kinds.map(\.rawValue)): \(short.entries.count) of \(count)")
    #expect(!short.entries.isEmpty)
    #expect(paper("A", short.entries.count, kinds: kinds) == short)
    #expect(short.entries.allSatisfy { kinds.contains($0.item.kind) })
  }

  @Test func whereThereIsNothingToAskThePaperIsEmpty() {
    #expect(paper("A", 0).entries.isEmpty)
    #expect(paper("A", -1).entries.isEmpty)
    #expect(paper("A", kinds: []).entries.isEmpty)
    #expect(paper("A", sections: ["kpo/none"]).entries.isEmpty)
  }

  @Test func itStaysWithinItsSections() {
    let paper = paper("A", 20, sections: ["kpo/types", "kpo/benefits"])
    #expect(Set(paper.entries.map(\.section)) == ["kpo/types", "kpo/benefits"])
  }

  @Test func aNewFormHasANameThatIsItsOwnNormalForm() {
    var random = SeededRandom(seed: 5)
    let names = (0..<100).map { _ in ExamPaper.formName(using: &random) }
    #expect(names.allSatisfy { $0.count == 5 && $0 == ExamPaper.normalised($0) })
    #expect(names.joined().allSatisfy { !"IO01SBZ258".contains($0) })
    #expect(Set(names).count > 95)
  }
}
