import ContentModel
import MemoryModel
import Progress
import Testing

@testable import QuestionGenerator
@testable import Study

@Suite struct MockReportTests {
  /// A question whose item has an id, a section and facts of its own.
  private func entry(_ item: Item, _ number: Int, section: String = "s", isSealed: Bool = false) -> ExamPaper.Entry {
    let fact = FactID("b/\(section)/\(number)")
    let body: Item.Body =
      switch item.body {
      case .choice(let choice):
        .choice(
          Choice(
            subject: choice.subject, fact: fact, options: choice.options, key: choice.key, contrast: choice.contrast))
      case .typed(let typed):
        .typed(
          TypedAnswer(
            subject: typed.subject, fact: fact, key: typed.key, accepted: typed.accepted,
            otherNames: typed.otherNames, siblings: typed.siblings, why: typed.why))
      case .matching, .selection: item.body
      }
    return ExamPaper.Entry(
      item: Item(
        id: "\(item.id)\(number)", kind: item.kind, bankID: "b", sectionID: section, subjectColumn: "From",
        answerColumn: "To",
        stem: "Which?", body: body), isSealed: isSealed)
  }

  private func exam(_ entries: [ExamPaper.Entry], _ answers: [[Response]], spent: [Int] = []) -> MockExam {
    var exam = MockExam(ExamPaper(form: "A", entries: entries), limit: nil)
    for (place, responses) in answers.enumerated() {
      for response in responses {
        exam.go(to: place + 1)
        exam.answer(response)
      }
    }
    for (place, milliseconds) in spent.enumerated() {
      exam.go(to: place + 1)
      exam.spend(milliseconds)
    }
    return exam
  }

  private func report(
    _ exam: MockExam, isTimeUp: Bool = false, learner: Learner = .beginner, pass: Double = 0.6
  ) -> MockReport { MockReport(exam, isTimeUp: isTimeUp, learner: learner, pass: pass) }

  private func choices(_ count: Int) -> [ExamPaper.Entry] { (1...count).map { entry(choiceItem(), $0) } }

  @Test func aMatchingItemCountsByItsShare() {
    let entries = [entry(choiceItem(), 1), entry(matchingItem(), 2, section: "t"), entry(typedItem(), 3)]
    // Two of four pairs are right.
    let report = report(
      exam(entries, [[.option(0, .none)], [.pairs([0, 1, 3, 2], .none)], [.text("blue", .none)]]), pass: 0.5)
    #expect(report.total.points == 1.5 && report.total.share == 0.5)
    #expect(report.passed)
    #expect(report.asked == 3 && report.right == 1)
    #expect(report.sections.map(\.id) == ["b/s", "b/t"])
    #expect(report.sections.map(\.points.points) == [1, 0.5])
    #expect(report.sections.map(\.points.questions) == [2, 1])
    #expect(report.kinds.map(\.kind) == [.multipleChoice, .matching, .shortAnswer])
    #expect(report.kinds.map(\.points.points) == [1, 0.5, 0])
    #expect(report.missed.map(\.number) == [2, 3])
  }

  @Test func theOtherKindsCountByTheirPoints() {
    let items = [trueFalseItem(), oddOneOutItem(), selectionItem(right: 3, wrong: 3), categoriesItem()]
    let report = report(
      exam(
        items.enumerated().map { entry($1, $0 + 1) },
        [
          [.option(0, .none)], [.option(1, .none)], [.options([0, 1, 5], .none)],
          [.pairs([0, 0, 2, 0, nil], .none)],
        ]))
    let points = [1, 0, 1.0 / 3, 0.6]
    #expect(zip(report.questions, points).allSatisfy { abs($0.points - $1) < 1e-12 })
    #expect(report.kinds.map(\.kind) == [.trueFalse, .oddOneOut, .multipleResponse, .categories])
    #expect(report.missed.map(\.number) == [2, 3, 4])
    // A changed set of options is a changed answer, a mark is none.
    let changed = self.report(
      exam([entry(selectionItem(), 1)], [[.options([0], .none), .options([0, 1], .none), .options([0, 1], .sure)]]))
    #expect(changed.changes == MockReport.Changes(wrongToRight: 1))
  }

  @Test func exactlyTheShareThatPassesPasses() {
    let answers: [[Response]] = (0..<10).map { [.option($0 < 7 ? 0 : 1, .none)] }
    let exam = exam(choices(10), answers)
    #expect(report(exam, pass: 0.7).passed)
    #expect(!report(exam, pass: 0.71).passed)
    #expect(!report(self.exam([], []), pass: 0.5).passed)
  }

  @Test func thePaceIsTheMeanOfEachThird() {
    let spent = [1_000, 2_000, 3_000, 3_000, 5_000, 6_000, 7_000]
    #expect(report(exam(choices(7), [], spent: spent)).pace == [1_500, 3_000, 6_000])
    #expect(report(exam(choices(2), [], spent: [1, 2])).pace == [])
  }

  @Test func changesCountFromTheFirstAnswerToTheLast() {
    let right = Response.option(0, .none)
    let wrong = Response.option(1, .none)
    let report = report(
      exam(
        choices(7),
        [
          [right, wrong], [wrong, right], [wrong, right, wrong], [wrong, .option(2, .none)], [right],
          // A mark is no change, and two changes may lead back.
          [right, .option(0, .sure)], [right, wrong, right],
        ]))
    #expect(report.changes == MockReport.Changes(rightToWrong: 1, wrongToRight: 1, others: 3))
  }

  @Test func sureMistakesComeFirstAndGuessesAreCounted() {
    let report = report(
      exam(
        choices(6),
        [
          [.option(1, .none)], [.option(0, .unsure)], [.option(2, .unsure)], [.option(1, .sure)], [.option(0, .sure)],
          [.dontKnow],
        ]))
    #expect(report.sureButWrong.map(\.number) == [4])
    #expect(report.missed.map(\.number) == [4, 1, 3, 6])
    #expect(report.unsure == MockHandedIn.AnswerCount(asked: 2, right: 1))
    #expect(report.missed.first?.marked.answers.first?.why == "Red is a colour.")
  }

  @Test func whatIsOpenWhenTimeIsUpProvesNothing() {
    let exam = exam(choices(3), [[.option(0, .none)], [.dontKnow]], spent: [900, 800, 700])
    let timeUp = report(exam, isTimeUp: true)
    let handedIn = report(exam)
    #expect(timeUp.reviews(sitting: "m").map(\.item) == ["choice1", "choice2"])
    let reviews = handedIn.reviews(sitting: "m")
    #expect(reviews.map(\.item) == ["choice1", "choice2", "choice3"])
    #expect(reviews.map(\.right) == [true, false, false])
    #expect(reviews.map(\.confidence) == [.none, .dontKnow, .dontKnow])
    #expect(reviews.map(\.milliseconds) == [900, 800, 700])
    // What was never looked at proves nothing either.
    let unseen = report(self.exam(choices(3), [[.option(0, .none)], [.dontKnow]], spent: [900, 800, 0]))
    #expect(unseen.reviews(sitting: "m").map(\.item) == ["choice1", "choice2"])
    // It costs its points all the same.
    #expect(timeUp.total == handedIn.total)
    #expect(timeUp.missed.map(\.number) == [2, 3])
    #expect(timeUp.questions.map(\.isAnswered) == [true, true, false])
  }

  @Test func reviewsThatAreSavedAlreadyAreLeftOut() throws {
    let entries = [entry(choiceItem(), 1), entry(matchingItem(), 2), entry(typedItem(), 3)]
    let report = report(exam(entries, [], spent: [100, 100, 100]))
    let all = report.reviews(sitting: "m")
    #expect(all.count == 6)
    let began = MockBegan(
      sitting: "m", form: "A", banks: ["b"], sections: [], kinds: [], leftOut: [],
      items: entries.map { Review.ItemID($0.item.id) },
      seconds: nil, pass: 0.5, forecast: ExamForecast(expected: 0.5, low: 0, high: 1, passChance: 0.5))
    for saved in 0...all.count {
      // The power may fail in the middle of an item.
      let events = [Event.mockBegan(began)] + all.prefix(saved).map(Event.review)
      let recorded = events.enumerated().map { index, event in
        RecordedEvent(
          sequence: index + 1, id: EventID("e\(index)"), at: Timestamp(seconds: 20_000 * 86_400 + index), utcOffset: 0,
          day: studyDay(0), event: event)
      }
      let open = Scores.replay(recorded).openMock
      #expect(open != nil)
      #expect(report.reviews(sitting: "m", skipping: open) == Array(all.dropFirst(saved)))
    }
  }

  /// Who was right twice, in two forms on two days.
  private func learner(knowing facts: [FactID]) -> Learner {
    let past =
      facts.map { PastAnswer(fact: $0, isRight: true, day: 0, guessChance: 0) }
      + facts.map { PastAnswer(fact: $0, isRight: true, day: 5, kind: .shortAnswer, guessChance: 0) }
    return Learner(scores(past), today: studyDay(6))
  }

  @Test func onlyKnownFactsTellDrilledFormsFromSealedOnes() {
    let entries = [
      entry(choiceItem(), 1), entry(choiceItem(), 2, isSealed: true), entry(typedItem(), 3, isSealed: true),
      entry(choiceItem(), 4), entry(choiceItem(), 5, isSealed: true), entry(matchingItem(), 6),
      entry(selectionItem(), 7), entry(categoriesItem(), 8),
    ]
    let facts = entries.flatMap(\.item.facts).filter { $0 != entries[3].item.facts[0] }
    let answers: [[Response]] = [
      [.option(0, .none)], [.option(1, .none)], [.text("Red", .none)], [.option(1, .none)],
    ]
    let learner = learner(knowing: facts)
    let handedIn = report(exam(entries, answers), learner: learner)
    #expect(handedIn.drilled == MockHandedIn.AnswerCount(asked: 1, right: 1))
    #expect(handedIn.sealed == MockHandedIn.AnswerCount(asked: 3, right: 1))
    // The fifth was open when the time was up.
    let timeUp = report(exam(entries, answers), isTimeUp: true, learner: learner)
    #expect(timeUp.sealed == MockHandedIn.AnswerCount(asked: 2, right: 1))
    #expect(report(exam(entries, answers)).sealed == MockHandedIn.AnswerCount(asked: 0, right: 0))
  }

  @Test func theForecastIsCheckedQuestionByQuestion() {
    let entries = [entry(choiceItem(), 1), entry(typedItem(), 2), entry(matchingItem(), 3)]
    let report = report(exam(entries, [[.option(0, .none)], [], [.pairs([0, 1, 3, 2], .none)]]))
    // Nobody was ever asked: each fact is known with the prior chance.
    let prior = Learner.beginner.scores.prior.probability
    let predicted = [0.25, 0, 1.0 / 6].map { prior + (1 - prior) * $0 }
    #expect(zip(report.questions, predicted).allSatisfy { abs($0.predicted - $1) < 1e-12 })
    let errors = zip(predicted, [1, 0, 0.5]).map { ($0 - $1) * ($0 - $1) }
    #expect(abs(report.brier - errors.reduce(0, +) / 3) < 1e-12)
    let end = report.handedIn(sitting: "m", elapsed: 5_000)
    #expect(end.score == 0.5 && !end.passed && !end.isTimeUp && end.elapsed == 5_000 && end.brier == report.brier)
    #expect(self.report(exam([], [])).brier == 0)
  }
}
