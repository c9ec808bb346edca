import ContentModel
import Progress
import QuestionGenerator
import Testing

@testable import Study

/// What a learner's answers say about the wrong options of a fact.
@Suite struct LearnerDistractorTests {
  private let asked = FactID("b/s/asked")
  private let left = FactID("b/s/left")
  private let right = FactID("b/s/right")

  private func answer(_ day: Int, chosen: FactID? = nil) -> PastAnswer {
    PastAnswer(fact: asked, isRight: chosen == nil, day: day, chosen: chosen, shown: [left, right])
  }

  private func learner(_ answers: [PastAnswer]) -> Learner { Learner(scores(answers), today: studyDay(100)) }

  @Test func anOptionNeverTakenRetiresAfterTwentyShowings() {
    let taken = answer(0, chosen: left)
    #expect(learner((0..<19).map { answer($0) }).retiredBeside(asked).isEmpty)
    #expect(learner((0..<20).map { answer($0) }).retiredBeside(asked) == [left, right])
    #expect(learner([taken] + (1..<20).map { answer($0) }).retiredBeside(asked) == [right])
    #expect(learner([taken]).retiredBeside(left).isEmpty)
  }

  @Test func whatIsConfusedComesFirstAndTheMostOftenConfusedBeforeTheOthers() {
    let both = learner([answer(0, chosen: right), answer(1, chosen: left), answer(2, chosen: left)])
    #expect(both.confusedWith(asked) == [left, right])
    #expect(both.confusedWith(left) == [asked])
    #expect(both.retiredBeside(asked).isEmpty)
    #expect(Learner.beginner.confusedWith(asked).isEmpty && Learner.beginner.retiredBeside(asked).isEmpty)
  }

  @Test func whatWasToldApartSinceIsStillTakenNow() {
    // Both sides told apart twice: the confusion is closed, but the option was taken all the same.
    let contrasts = (1...2).flatMap { day in
      [
        PastAnswer(fact: asked, isRight: true, day: day, against: left),
        PastAnswer(fact: left, isRight: true, day: day, against: asked),
      ]
    }
    let learner = learner([answer(0, chosen: left)] + contrasts + [answer(5, chosen: right)])
    #expect(learner.confusedWith(asked) == [right, left])
    #expect(learner.confusedWith(left).isEmpty)
  }

  @Test func whatIsConfusedTheOtherWayRoundDoesNotRetire() {
    let confused = PastAnswer(fact: left, isRight: false, day: 0, chosen: asked)
    let learner = learner([confused] + (1...20).map { answer($0) })
    #expect(learner.retiredBeside(asked) == [right])
  }
}
