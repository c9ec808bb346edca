import ContentModel
import MemoryModel
import Progress
import Study
import TestSupport
import Testing

/// The figures behind the pictures, against cases counted by hand and against a count of their own from random histories.
@Suite struct StudyFiguresTests {
  let bank: Bank
  let facts: [FactID]

  init() throws {
    bank = try kpoBank()
    facts = bank.facts.map(\.id)
  }

  private func figures(_ past: Scores, on day: Int) -> StudyFigures {
    StudyFigures([bank], learner: Learner(past, today: studyDay(day)))
  }

  @Test func nothingWithoutAnswers() {
    let figures = figures(Scores(), on: 0)
    #expect(figures.asked == 0 && figures.sittings.isEmpty && figures.days.isEmpty && figures.recall.isEmpty)
    #expect(figures.load == LoadForecast(of: [], learner: .beginner, days: StudyFigures.daysAhead))
    #expect(figures.load.days == Array(repeating: 0, count: 30) && figures.confusions.pairs.isEmpty)
    #expect(figures.factCount == facts.count && figures.sections.reduce(0) { $0 + $1.facts } == facts.count)
  }

  @Test func answersDaysAndConfusionsByHand() {
    let figures = figures(
      scores([
        PastAnswer(fact: facts[0], isRight: false, day: 1, chosen: facts[1]),
        PastAnswer(fact: facts[1], isRight: false, day: 1, chosen: facts[0]),
        PastAnswer(fact: facts[0], isRight: false, day: 2, chosen: facts[1]),
        PastAnswer(fact: facts[2], isRight: false, confidence: .sure, day: 4, chosen: facts[3]),
        PastAnswer(fact: facts[2], isRight: true, confidence: .sure, day: 4),
        PastAnswer(fact: FactID("other/bank/x"), isRight: false, day: 4, chosen: FactID("other/bank/y")),
      ]), on: 4)
    #expect(figures.days.map(\.day) == [1, 2, 4].map(studyDay) && figures.days.map(\.tally.asked) == [2, 1, 3])
    #expect((0...5).map { figures.answers(on: studyDay($0)) } == [0, 2, 1, 0, 3, 0])
    #expect(figures.streaks.current == 1 && figures.streaks.longest == 2)
    #expect(figures.marks.map(\.mark) == [.none, .sure] && figures.marks.map(\.tally.asked) == [4, 2])
    #expect(figures.answered.count == 3)
    let matrix = figures.confusions
    #expect(Set(matrix.facts) == Set(facts[0...3]) && matrix.pairs.count == 2)
    func count(_ asked: FactID, _ chosen: FactID) -> Int? {
      guard let row = matrix.facts.firstIndex(of: asked), let column = matrix.facts.firstIndex(of: chosen) else {
        return nil
      }
      return matrix.counts[row][column]
    }
    #expect(count(facts[0], facts[1]) == 2 && count(facts[1], facts[0]) == 1)
    #expect(count(facts[2], facts[3]) == 1 && count(facts[3], facts[2]) == 0 && count(facts[0], facts[2]) == 0)
    #expect(matrix.pairs.map { $0.oneAsked + $0.otherAsked } == [3, 1])
  }

  @Test func whatIsOverdueCountsTodayAndWhatIsSetAsideNever() throws {
    let past = scores(facts[0..<4].map { PastAnswer(fact: $0, isRight: false, day: 0) }, flagged: [facts[3]])
    let due = try #require(Learner(past, today: studyDay(0)).score(of: facts[0])?.memory.dueDay) - 20_000
    #expect(due > 0)
    let before = figures(past, on: 0).load
    #expect(before.days[due] == 3 && before.days.reduce(0, +) == 3 && before.overdue == 0 && before.later == 0)
    let after = figures(past, on: due + 5).load
    #expect(after.days[0] == 3 && after.overdue == 3 && after.total(ofFirst: 30) == 3)
    let on = figures(past, on: due).load
    #expect(on.days[0] == 3 && on.overdue == 0)
  }

  @Test func aCurveBeginsAtTheLastReviewAndFades() throws {
    let past = scores([PastAnswer(fact: facts[0], isRight: true, day: 3, guessChance: 0)])
    let score = try #require(Learner(past, today: studyDay(5)).score(of: facts[0]))
    let curve = try #require(ForgettingCurve(of: score, today: studyDay(5)))
    let stability = try #require(score.memory.state?.stability)
    #expect(curve.lastReview == studyDay(3) && curve.recall.first == 1)
    for (day, chance) in curve.recall.enumerated() {
      #expect(abs(chance - Scores.model.retrievability(elapsedDays: Double(day), stability: stability)) < 1e-12)
    }
    #expect(zip(curve.recall, curve.recall.dropFirst()).allSatisfy { $0 > $1 })
    let due = try #require(curve.due)
    #expect(due == score.memory.dueDay.map { StudyDay(daysSince1970: $0) } && curve.recall.count >= 15)
    // It goes on behind today, but no further than a year.
    let late = try #require(ForgettingCurve(of: score, today: studyDay(103)))
    #expect(late.recall.count == 151)
    #expect(try #require(ForgettingCurve(of: score, today: studyDay(9999))).recall.count == 366)
    // A clock that went back.
    #expect(ForgettingCurve(of: score, today: studyDay(-9999)) != nil)
  }

  @Test func asCountedFromTheAnswers() {
    let seed = UInt64.random(in: 0 ... .max)
    var numbers = SeededNumbers(seed: seed)
    for _ in 0..<10 {
      var day = 0
      let answers = (0..<200).map { _ -> PastAnswer in
        day += Int.random(in: 0..<10, using: &numbers) / 8
        return PastAnswer(
          fact: facts[Int.random(in: 0..<30, using: &numbers)], isRight: Bool.random(using: &numbers),
          confidence: Confidence.allCases[Int.random(in: 0..<3, using: &numbers)], day: day,
          chosen: facts[Int.random(in: 0..<5, using: &numbers)])
      }
      let past = scores(answers)
      let figures = figures(past, on: day)
      #expect(Set(answers.map(\.day)) == Set(figures.days.map { $0.day.daysSince1970 - 20_000 }), "seed \(seed)")
      #expect(figures.days.map { $0.tally.asked }.reduce(0, +) == 200, "seed \(seed)")
      #expect(figures.answered.count == Set(answers.map(\.fact)).count, "seed \(seed)")
      for mark in [Confidence.none, .unsure, .sure] {
        let marked = answers.filter { $0.confidence == mark }
        let tally = figures.marks.first { $0.mark == mark }?.tally
        #expect(tally?.asked == marked.count && tally?.right == marked.count(where: \.isRight), "seed \(seed)")
      }
      let wrong = answers.filter { !$0.isRight && $0.chosen != $0.fact }
      for pair in figures.confusions.pairs {
        let (one, other) = (figures.confusions.facts[pair.one], figures.confusions.facts[pair.other])
        #expect(pair.oneAsked == wrong.count { $0.fact == one && $0.chosen == other }, "seed \(seed)")
        #expect(pair.otherAsked == wrong.count { $0.fact == other && $0.chosen == one }, "seed \(seed)")
      }
      // Each fact with a memory is due once, today or on its day.
      let memories = Set(answers.map(\.fact)).compactMap { past.facts[Review.FactID($0.rawValue)]?.memory }
      let waits = memories.compactMap { $0.dueDay.map { max(0, $0 - 20_000 - day) } }
      for (ahead, count) in figures.load.days.enumerated() {
        #expect(count == waits.count { $0 == ahead }, "seed \(seed)")
      }
      #expect(figures.load.later == waits.count { $0 >= 30 }, "seed \(seed)")
      let chances = memories.compactMap { $0.recall(on: 20_000 + day + 7, model: Scores.model) }
      let mean = chances.reduce(0, +) / Double(chances.count)
      #expect(abs(figures.recall[7] - mean) < 1e-9, "seed \(seed)")
    }
  }
}
