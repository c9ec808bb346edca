import ContentModel
import MemoryModel
import Progress
import QuestionGenerator
import TestSupport
import Testing

@testable import Study

/// What the daily quiz asks while exams are planned, and what can be expected of them.
@Suite struct ExamPlanTests {
  let bank: Bank
  let generator: QuestionGenerator

  init() throws {
    bank = try kpoBank()
    generator = QuestionGenerator(bank)
  }

  private func exam(
    _ id: ExamID, in days: Int, banks: [String] = ["kpo"], sections: [String] = [], minutes: Double = 4
  ) -> ExamPlan {
    ExamPlan(id: id, day: studyDay(days), banks: banks, sections: sections, minutesPerDay: minutes, pass: 0.7)
  }

  /// A plan for the learner of some answers who has planned some exams; a beginner has 12 seconds an answer.
  private func plan(_ exams: [ExamPlan], after answers: [PastAnswer] = []) -> StudyPlan {
    var scores = scores(answers)
    for (index, exam) in exams.enumerated() {
      scores.apply(
        RecordedEvent(
          sequence: 1000 + index, id: EventID("x\(index)"), at: Timestamp(seconds: 20_000 * 86_400 + 43_200),
          utcOffset: 0, day: studyDay(0), event: .examPlanned(exam)))
    }
    return StudyPlan([generator], learner: Learner(scores, today: studyDay(0)))
  }

  private func daily(_ plan: StudyPlan, count: Int? = nil, minutes: Double? = nil) -> [FactID] {
    var random = SeededRandom(seed: 1)
    return plan.daily(count: count, minutes: minutes, using: &random).map(\.fact)
  }

  private func section(of fact: FactID) -> String? { bank.facts.first { $0.id == fact }.map { "kpo/\($0.sectionID)" } }

  @Test func onlyFactsOfTheExamAreAskedWithinItsMinutes() {
    let asked = daily(plan([exam("a", in: 20, sections: ["kpo/providers"])]))
    // Ten answers; a beginner is expected to miss most of them once.
    #expect((5...8).contains(asked.count))
    #expect(asked.allSatisfy { section(of: $0) == "kpo/providers" })
  }

  @Test func theNearestExamChoosesFirstAndEachHasItsMinutes() {
    let exams = [exam("a", in: 20, sections: ["kpo/types"]), exam("b", in: 10, sections: ["kpo/providers"])]
    let sections = daily(plan(exams)).compactMap(section)
    let near = sections.prefix { $0 == "kpo/providers" }.count
    #expect((5...8).contains(near))
    #expect((5...8).contains(sections.count - near) && sections.dropFirst(near).allSatisfy { $0 == "kpo/types" })
  }

  @Test func whatOneExamHadTodayLeavesTheOtherItsMinutes() throws {
    let exams = [exam("a", in: 10, sections: ["kpo/providers"]), exam("b", in: 20, sections: ["kpo/types"])]
    let done = bank.facts.filter { $0.sectionID == "providers" }.prefix(10)
    #expect(done.count == 10)
    let plan = plan(exams, after: done.map { PastAnswer(fact: $0.id, isRight: true, day: 0) })
    let prepared = plan.exams(seed: 0)
    // The learner's pace, a second for each answer, is now known: 60 answers in four minutes.
    #expect(prepared.map(\.answersLeft) == [50, 60])
    #expect(Set(daily(plan).compactMap(section)) == ["kpo/providers", "kpo/types"])
  }

  @Test func aMissOfTodayHasTakenTwoAnswers() {
    let missed = bank.facts.prefix(3).map { PastAnswer(fact: $0.id, isRight: false, day: 0) }
    let prepared = plan([exam("a", in: 10)], after: missed).exams(seed: 0)
    #expect(prepared.map { $0.answersPerDay - $0.answersLeft } == [6])
  }

  @Test func whenTheMinutesAreUsedNothingIsAsked() {
    let done = bank.facts.prefix(5).map { PastAnswer(fact: $0.id, isRight: false, day: 0) }
    #expect(daily(plan([exam("a", in: 10)], after: done)).isEmpty)
    #expect(!daily(plan([exam("a", in: 10)], after: done), minutes: 5).isEmpty)
    #expect(daily(plan([exam("a", in: 10)], after: done), count: 12).count == 12)
  }

  @Test func anExamOverOtherBanksOrWithoutFactsOrPastChangesNothing() {
    let usual = daily(plan([]))
    #expect(usual.count == StudyPlan.newFactsPerDay)
    #expect(daily(plan([exam("a", in: 10, banks: ["rivers"])])) == usual)
    #expect(daily(plan([exam("a", in: -1)])) == usual)
    #expect(plan([exam("a", in: 10, sections: ["kpo/gone"])]).exams(seed: 0).isEmpty)
    #expect(daily(plan([exam("a", in: 10, sections: ["kpo/gone"])])).count == StudyPlan.newFactsPerDay)
  }

  @Test func noFactComesTwiceADayAndNothingNewOnTheLastDay() {
    let seen = bank.facts.prefix(30)
    let past = seen.map { PastAnswer(fact: $0.id, isRight: true, day: -9) }
    let today = seen.prefix(4).map { PastAnswer(fact: $0.id, isRight: true, day: 0) }
    let asked = Set(daily(plan([exam("a", in: 1, minutes: 60)], after: past + today)))
    #expect(!asked.isEmpty && asked.isSubset(of: seen.dropFirst(4).map(\.id)))
  }

  @Test func keepingOnIsExpectedToBringMoreThanStopping() throws {
    let past = bank.facts.prefix(40).map { PastAnswer(fact: $0.id, isRight: true, day: -3) }
    let prepared = try #require(plan([exam("a", in: 12)], after: past).exams(seed: 0).first)
    let outlook = prepared.outlook()
    #expect(outlook.days.count == 12)
    #expect(outlook.forecast.expected > prepared.forecast().expected + 0.05)
    #expect(outlook.forecast.passChance > prepared.forecast().passChance)
  }

  @Test func mostAtRiskIsWhatIsHeavyAndForgotten() throws {
    let heaviest = try #require(bank.sections.max { $0.weight < $1.weight })
    let prepared = try #require(plan([exam("a", in: 5)]).exams(seed: 0).first)
    let risks = prepared.mostAtRisk(10)
    #expect(risks.count == 10)
    let shares = Dictionary(
      uniqueKeysWithValues: prepared.blueprint.sections.map { ($0.id, $0.share / Double($0.facts.count)) })
    let weights = risks.compactMap { section(of: $0.fact).flatMap { shares[$0] } }
    // A beginner has forgotten everything alike, so the heaviest facts come first.
    #expect(weights == weights.sorted(by: >) && weights.first == shares.values.max())
    #expect(heaviest.weight > 0)
  }
}
