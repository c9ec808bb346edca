import ContentModel
import MemoryModel
import Progress
import QuestionGenerator
import TestSupport
import Testing

@testable import Study

@Suite struct MockExamTests {
  let paper: ExamPaper

  init() throws {
    let generator = QuestionGenerator(try kpoBank())
    paper = ExamPaper(
      form: "A", blueprint: ExamBlueprint([generator], sections: []), generators: [generator], questions: 12,
      kinds: [.multipleChoice, .matching, .shortAnswer])
  }

  private var began: MockBegan {
    MockBegan(
      sitting: "m", form: paper.form, banks: ["kpo"], sections: [], kinds: [.multipleChoice],
      leftOut: [], items: paper.entries.map { Review.ItemID($0.item.id) }, seconds: 600, pass: 0.5,
      forecast: ExamForecast(expected: 0.5, low: 0.4, high: 0.6, passChance: 0.5))
  }

  /// What the history makes of some records after the beginning.
  private func open(_ questions: [MockQuestion]) throws -> OpenMock {
    let events = [.mockBegan(began)] + questions.map(Event.mockQuestion)
    let recorded = events.enumerated().map { index, event in
      RecordedEvent(
        sequence: index + 1, id: EventID("e\(index)"), at: Timestamp(seconds: 20_000 * 86_400 + index), utcOffset: 0,
        day: studyDay(0), event: event)
    }
    return try #require(Scores.replay(recorded).openMock)
  }

  @Test func anAnswerGoesOnToTheNextQuestionWithoutOne() {
    var exam = MockExam(paper, limit: nil)
    #expect(exam.current == 0 && exam.unanswered == Array(1...12))
    exam.go(to: 3)
    exam.answer(.dontKnow)
    #expect(exam.current == 3 && exam.typedAnswer(2) == "?")
    exam.go(to: 2)
    exam.answer(.right(paper.entries[1].item))
    // The one after has its answer.
    #expect(exam.current == 3)
    exam.go(to: 12)
    exam.answer(.right(paper.entries[11].item))
    // Behind it nothing is open, so it goes to the first question that is.
    #expect(exam.current == 0)
    #expect(exam.unanswered == [1, 4, 5, 6, 7, 8, 9, 10, 11])
  }

  @Test func movingEndsAtTheEndsOfThePaper() {
    var exam = MockExam(paper, limit: nil)
    let moves = [exam.previous(), exam.next(), exam.go(to: 12), exam.next(), exam.go(to: 13), exam.go(to: .min)]
    #expect(moves == [false, true, true, false, false, false])
    #expect(exam.current == 11)
  }

  @Test func theSheetShowsWhatIsAnsweredFlaggedAndCurrent() {
    var exam = MockExam(paper, limit: nil)
    exam.toggleFlag()
    exam.go(to: 2)
    exam.toggleFlag()
    exam.toggleFlag()
    exam.answer(.dontKnow)
    let sheet = exam.sheet
    #expect(sheet.map(\.number) == Array(1...12))
    #expect(sheet.prefix(3).map(\.answer) == [nil, "?", nil])
    #expect(sheet.filter(\.isFlagged).map(\.number) == [1])
    #expect(sheet.filter(\.isCurrent).map(\.number) == [3])
  }

  @Test func anAnswerThatNobodyCanTypeIsRefused() throws {
    var exam = MockExam(paper, limit: nil)
    let before = exam
    let choice = try #require(paper.entries.firstIndex { $0.item.kind == .multipleChoice })
    exam.go(to: choice + 1)
    let answers = [exam.answer(.option(9, .none)), exam.answer(.text("a", .none)), exam.answer(.pairs([0], .sure))]
    #expect(answers == [false, false, false])
    #expect(exam.states == before.states && exam.current == choice)
  }

  @Test func aPaperWithoutQuestionsTakesNothing() {
    var exam = MockExam(ExamPaper(form: "A", entries: []), limit: 60)
    exam.toggleFlag()
    exam.spend(5)
    #expect(!exam.answer(.dontKnow) && !exam.next() && exam.sheet.isEmpty && exam.unanswered.isEmpty)
    #expect(exam.typedAnswer(0) == nil && !exam.isFlagged(0))
  }

  @Test func theTimeIsThatOfTheLimit() throws {
    #expect(MockExam(paper, limit: 600).timeLeft(elapsed: 1_000) == 599_000)
    #expect(MockExam(paper, limit: nil).timeLeft(elapsed: 1_000) == nil)
    #expect(MockExam(paper, limit: 600).nextAnnouncement(after: 0) == 300_000)
    #expect(try MockExam(resuming: open([]), paper: paper).timeLeft(elapsed: 0) == 600_000)
  }

  @Test func anInterruptedExamGoesOnAsIfItHadNotBeen() throws {
    var changedAnswers = 0
    for _ in 0..<20 {
      let seed = UInt64.random(in: 0 ... .max)
      var numbers = SeededNumbers(seed: seed)
      var whole = MockExam(paper, limit: 600)
      var broken = whole
      var records: [MockQuestion] = []
      for step in 1...60 {
        let context = "seed \(seed), step \(step)"
        let place = whole.current
        let response = Self.response(to: paper.entries[place].item, &numbers)
        let milliseconds = Int.random(in: 0...5_000, using: &numbers)
        let goal = Int.random(in: -1...12, using: &numbers)
        let action = Int.random(in: 0..<6, using: &numbers)
        func act(_ exam: inout MockExam) {
          exam.spend(milliseconds)
          switch action {
          case 0: exam.next()
          case 1: exam.previous()
          case 2: exam.go(to: goal + 1)
          case 3: exam.toggleFlag()
          default: exam.answer(response)
          }
        }
        act(&whole)
        act(&broken)
        // Who moves is saved where he arrives, everything else where it happened.
        let saved = action < 3 ? broken.current : place
        if action < 3 { records.append(broken.record(of: place, sitting: "m", elapsed: step)) }
        records.append(broken.record(of: saved, sitting: "m", elapsed: step))
        #expect(broken == whole, "\(context)")
        guard Int.random(in: 0..<4, using: &numbers) == 0 else { continue }
        broken = try MockExam(resuming: open(records), paper: paper)
        #expect(broken.states == whole.states, "\(context)")
        // A question that is answered is not shown again as long as others are open.
        let open = whole.unanswered.map { $0 - 1 }
        let isOpen = open.contains(whole.current)
        let next = isOpen ? whole.current : open.first { $0 > whole.current } ?? open.first ?? whole.current
        #expect(broken.current == next, "\(context)")
        broken.go(to: whole.current + 1)
      }
      let report = { MockReport($0, isTimeUp: false, learner: .beginner, pass: 0.5) }
      #expect(report(broken) == report(whole), "seed \(seed)")
      changedAnswers += broken.states.count { $0.responses.count > 1 }
    }
    #expect(changedAnswers > 0)
  }

  private static func response(to item: Item, _ numbers: inout SeededNumbers) -> Response {
    let mark = [Response.Mark.none, .unsure, .sure][Int.random(in: 0..<3, using: &numbers)]
    return switch Int.random(in: 0..<4, using: &numbers) {
    case 0: .dontKnow
    case 1: .wrong(item, mark)
    default: .right(item, mark)
    }
  }

  @Test func anotherPaperCannotBeResumed() throws {
    let open = try open([])
    let other = ExamPaper(form: paper.form, entries: paper.entries.dropLast())
    #expect(throws: MockExam.ResumeError.paperChanged) { try MockExam(resuming: open, paper: other) }
  }

  @Test func anAnswerThatCannotBeReadIsNamed() throws {
    let open = try open([
      MockQuestion(sitting: "m", number: 2, response: ":quit", isFlagged: false, spent: 0, elapsed: 0)
    ])
    #expect(throws: MockExam.ResumeError.unreadableAnswer(number: 2, ":quit")) {
      try MockExam(resuming: open, paper: paper)
    }
  }
}
