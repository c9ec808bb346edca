import ContentModel
import Progress
import QuestionGenerator
import Testing

@testable import Study

/// Forms that are kept for mock exams never come in drills.
@Suite struct SealedDrillTests {
  let bank: Bank
  let generator: QuestionGenerator

  init() throws {
    bank = try kpoBank()
    generator = QuestionGenerator(bank)
  }

  private func isSealed(_ item: Item) -> Bool {
    item.facts.contains { fact in
      generator.sealedForms(of: fact).contains { form in
        let asked = generator.forms[form.index].asked
        return form.kind == item.kind && asked.table.columns[asked.pattern.subject].header == item.subjectColumn
          && asked.table.columns[asked.pattern.answer].header == item.answerColumn
      }
    }
  }

  @Test func noneOfTwoThousandDrillItemsIsSealed() {
    let plan = bank.facts.map { PlannedFact($0.id, .chosen) }
    // A fact answered right twice on different days in different ways is known, and asked by typing.
    let past = bank.facts.flatMap { fact in
      [
        PastAnswer(fact: fact.id, isRight: true, day: 0, guessChance: 0),
        PastAnswer(fact: fact.id, isRight: true, day: 5, kind: .matching, guessChance: 0),
      ]
    }
    let known = Learner(scores(past.sorted { $0.day < $1.day }), today: studyDay(40))
    var items: [Item] = []
    for (learner, kinds) in [
      (Learner.beginner, KindLadder.drill), (known, KindLadder.drill), (known, KindLadder.recognition),
    ]
      + Item.Kind.allCases.map({ (.beginner, [$0]) })
    {
      var sitting = Sitting.over(bank, asking: plan, learner: learner, kinds: kinds, seed: 1)
      // What was wrong comes back in another form.
      items += sitting.play { .wrong($0.item) }.map(\.asked.item)
    }
    print("drill items: \(items.count), sealed: \(items.count(where: isSealed))")
    #expect(items.count >= 2_000)
    #expect(!items.contains(where: isSealed))
    #expect(Set(items.map(\.kind)) == Set(Item.Kind.allCases))
  }

  @Test func halfOfTheFactsWithASealedFormAreAskedInItInAMockExam() {
    let blueprint = ExamBlueprint([generator], sections: [])
    var sealed = 0
    var possible = 0
    for number in 1...30 {
      let paper = ExamPaper(
        form: "F\(number)", blueprint: blueprint, generators: [generator], questions: 40,
        kinds: Item.Kind.allCases.filter { !$0.asksSeveralFacts })
      for entry in paper.entries {
        #expect(entry.isSealed == isSealed(entry.item))
        if entry.isSealed { sealed += 1 }
        if entry.item.facts.contains(where: { !generator.sealedForms(of: $0).isEmpty }) { possible += 1 }
      }
    }
    let share = Double(sealed) / Double(possible)
    print("asked in the sealed form: \(sealed) of \(possible), \(share)")
    // 30 papers are fixed by their names; half of some hundreds.
    #expect((0.4...0.6).contains(share))
  }
}
