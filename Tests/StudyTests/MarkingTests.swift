import ContentModel
import MemoryModel
import Progress
import QuestionGenerator
import TestSupport
import Testing

@testable import Study

/// What an answer to an item of each kind is worth, and what it proves.
@Suite struct MarkingTests {
  // MARK: Several right options

  static let pointLines: [(right: Int, wrong: Int, taken: [Int], points: Double)] = [
    (2, 3, [0, 1], 1), (2, 3, [0], 0.5), (2, 3, [], 0), (2, 3, [0, 2], 0), (2, 3, [0, 1, 2], 0.5),
    (2, 3, [0, 1, 2, 3], 0), (2, 3, [0, 1, 2, 3, 4], 0), (3, 3, [0, 1, 5], 1.0 / 3), (1, 3, [0], 1), (1, 3, [0, 1], 0),
    // Where more are right than wrong, a wrong one costs more, so that taking all is worth nothing.
    (4, 2, [0, 1, 2, 3], 1), (4, 2, [0, 1, 2, 4], 0.25), (4, 2, [0, 1, 2, 3, 4, 5], 0), (5, 1, [0, 1, 2, 3, 4, 5], 0),
    (2, 0, [0, 1], 1),
  ]

  @Test func eachOptionIsMarkedByItself() {
    func right(_ taken: [Int]) -> [Bool] {
      marked(selectionItem(right: 2, wrong: 3), .options(taken, .none)).answers.map(\.isRight)
    }
    // A right option that was taken is known, whatever a wrong one costs; who takes all of them shows nothing.
    #expect(right([0, 2]) == [true, false])
    #expect(right([0, 1, 2, 3]) == [true, true])
    #expect(right([0, 1, 2, 3, 4]) == [false, false])
  }

  @Test("Wrong options taken cost points", arguments: pointLines)
  func points(right: Int, wrong: Int, taken: [Int], points: Double) {
    let item = selectionItem(right: right, wrong: wrong)
    #expect(abs(marked(item, .options(taken, .none)).points - points) < 1e-12)
  }

  @Test func blindTakingIsWorthNothingOnAverageBeforeTheFloorAtZero() {
    // Every set of options that can be taken, all of a size being as likely: hits and costs even out.
    let item = selectionItem(right: 2, wrong: 4)
    for size in 0...6 {
      let sets = (0..<64).map { bits in (0..<6).filter { bits >> $0 & 1 == 1 } }.filter { $0.count == size }
      let chances = sets.map { marked(item, .options($0, .none)).answers.map(\.guessChance) }
      let hits = sets.map { $0.count { $0 < 2 } }
      // The chance of guessing is that of hitting by taking so many blindly.
      let share = Double(hits.reduce(0, +)) / Double(2 * sets.count)
      #expect(chances.joined().allSatisfy { abs($0 - share) < 1e-12 }, "\(size)")
    }
  }

  @Test func takingEverythingProvesNothing() {
    for (right, wrong) in [(1, 3), (2, 2), (3, 2), (5, 1)] {
      let item = selectionItem(right: right, wrong: wrong)
      let result = marked(item, .options(Array(0..<right + wrong), .none))
      #expect(!result.isRight && result.points == 0)
      #expect(result.answers.allSatisfy { !$0.isRight && $0.guessChance == 1 })
    }
  }

  @Test func theItemIsRightOnlyWithAllRightOptionsAndNoWrongOne() {
    let item = selectionItem()
    #expect(marked(item, .right(item)).isRight)
    for taken in [[0], [0, 1, 2], [], [0, 1, 2, 3, 4], [2, 3, 4]] {
      #expect(!marked(item, .options(taken, .none)).isRight, "\(taken)")
    }
    #expect(!marked(item, .dontKnow).isRight)
  }

  @Test func eachWrongOptionTakenIsAConfusionWithAMissedOneFirst() {
    let item = selectionItem(right: 3, wrong: 3)
    func taken(_ chosen: [Int]) -> [[String?]] {
      marked(item, .options(chosen, .none)).answers.map { $0.taken.map { $0.fact?.rawValue } }
    }
    #expect(taken([0, 1, 2]) == [[], [], []])
    #expect(taken([0, 4]) == [[], ["b/s/wrong2"], []])
    #expect(taken([0, 1, 3]) == [[], [], ["b/s/wrong1"]])
    #expect(taken([0, 1, 2, 5]) == [["b/s/wrong3"], [], []])
    #expect(taken([3, 4, 5]) == [["b/s/wrong1"], ["b/s/wrong2"], ["b/s/wrong3"]])
    let reviews = marked(item, .options([0, 1, 3], .sure)).reviews(sitting: "s", milliseconds: 9)
    #expect(reviews.map(\.right) == [true, true, false])
    #expect(reviews.map(\.taken) == [[], [], ["b/s/wrong1"]])
    #expect(reviews.map(\.mistaken) == [[], [], ["b/s/wrong1"]])
    #expect(reviews.allSatisfy { $0.shown == ["b/s/wrong1", "b/s/wrong2", "b/s/wrong3"] })
    #expect(reviews.allSatisfy { $0.kind == .multipleResponse && $0.milliseconds == 3 && $0.guessChance == 0.5 })
    let summary = SittingSummary(marked(item, .options([0, 1, 2, 5], .none)).answers) { _ in "s" }
    #expect(summary.confusions.map(\.chosen.rawValue) == ["b/s/wrong3"])
  }

  @Test func notKnowingTakesNothingAndSaysSo() {
    let result = marked(selectionItem(), .dontKnow)
    #expect(result.answers.allSatisfy { $0.mark == nil && $0.chosen == nil && !$0.isRight && $0.taken.isEmpty })
    let none = marked(selectionItem(), .options([], .none))
    #expect(none.answers.allSatisfy { $0.mark == Response.Mark.none && !$0.isRight })
    #expect(none.reviews(sitting: "s", milliseconds: 1).allSatisfy { $0.confidence == .none })
  }

  // MARK: The other kinds

  @Test func aCategoryIsGuessedWhateverElseIsKnown() {
    let item = categoriesItem()
    for response in [Response.right(item), .wrong(item), .pairs([0, 0, 0, nil, 0], .none)] {
      #expect(marked(item, response).answers.allSatisfy { $0.guessChance == 1.0 / 3 })
    }
    let partly = marked(item, .pairs([0, 0, 0, nil, 1], .none))
    #expect(partly.answers.map(\.isRight) == [true, false, false, false, true])
    #expect(partly.points == 0.4)
    #expect(partly.answers[1].mistaken == [FactID("b/s/c1")] && partly.answers[3].mark == nil)
  }

  @Test func guessingTrueOrFalseIsRightHalfOfTheTime() {
    for (holds, right) in [(true, 0), (false, 1)] {
      let item = trueFalseItem(holds: holds)
      let answer = marked(item, .option(right, .none)).answers[0]
      #expect(answer.isRight && answer.guessChance == 0.5)
      let wrong = marked(item, .option(1 - right, .none)).answers[0]
      #expect(!wrong.isRight)
      // Who takes a false statement for true takes what it shows for the answer; the other mistake is none of that kind.
      #expect(wrong.mistaken == [FactID(holds ? "b/s/x" : "b/s/other")])
      #expect(wrong.shown == (holds ? [] : [FactID("b/s/other")]))
    }
  }

  @Test func theOthersOfAnOddOneOutAreNoRivalsOfIt() {
    let answer = marked(oddOneOutItem(), .option(3, .none)).answers[0]
    #expect(answer.isRight && answer.guessChance == 0.25 && answer.shown.isEmpty)
    let wrong = marked(oddOneOutItem(), .option(1, .none)).answers[0]
    #expect(!wrong.isRight && wrong.chosen?.why == "Why 2." && wrong.mistaken.isEmpty)
  }

  @Test func whatAHintRuledOutWasNotShownAsAnOption() {
    var asked = Sitting.Asked(item: choiceItem(), reason: .chosen, isRepeat: false)
    asked.ruledOut = [1]
    let answer = MarkedItem(asked, response: .option(0, .none), learner: .beginner).answers[0]
    #expect(answer.shown == [FactID("b/s/Blue"), FactID("b/s/Grey")] && answer.guessChance == 1.0 / 3)
  }

  // MARK: Typed answers

  static let typedLines: [(text: String, isRight: Bool, grade: AnswerGrader.Grade)] = [
    ("Red", true, .exact), ("Crimson", true, .exact), ("red", true, .right), ("the Reds", true, .right),
    ("Green", false, .otherName("Green")), ("green", false, .otherName("Green")), ("blue", false, .wrong),
    ("Crimsom", false, .almost),
  ]

  @Test("A typed answer is marked by its grade, and as right if the learner says so", arguments: typedLines)
  func typed(text: String, isRight: Bool, grade: AnswerGrader.Grade) throws {
    for item in [typedItem(), typedItem(.cloze)] {
      let answer = marked(item, .text(text, .none)).answers[0]
      #expect(answer.isRight == isRight && answer.grade == grade && !answer.isCorrected && answer.guessChance == 0)
      let corrected = marked(item, .text(text, .none), isCorrected: true)
      #expect(corrected.isRight && corrected.answers[0].isCorrected == !isRight)
      let review = try #require(corrected.reviews(sitting: "s", milliseconds: 5).first)
      #expect(review.right && review.corrected == !isRight && review.chosen == text && review.chosenFact == nil)
      #expect(review.kind.rawValue == item.kind.rawValue && review.mistaken.isEmpty)
    }
  }

  @Test(arguments: itemOfEachKind)
  func rightIsRightAndWrongIsWrong(item: Item) {
    #expect(marked(item, .right(item)).isRight && marked(item, .right(item)).points == 1)
    for response in [Response.wrong(item), .dontKnow] {
      let result = marked(item, response)
      #expect(!result.isRight && result.points == 0 && result.answers.count == item.facts.count)
    }
    #expect(marked(item, .dontKnow).answers.allSatisfy { $0.mark == nil })
  }
}
