import ContentModel
import Testing

@testable import Study

@Suite struct SittingSummaryTests {
  private func answer(
    _ fact: String, right: Bool, mark: Response.Mark? = Response.Mark.none, isRepeat: Bool = false
  ) -> MarkedAnswer {
    MarkedAnswer(
      fact: FactID(fact), isRight: right, guessChance: 0.25, mark: mark, chosen: nil, right: "r", why: "why \(fact)",
      contrast: nil, isRepeat: isRepeat)
  }

  private func section(_ fact: FactID) -> String { String(fact.rawValue.prefix { $0 != "/" }) }

  @Test func onlyFirstAnswersCountAndSectionsKeepTheirOrder() {
    let summary = SittingSummary(
      [
        answer("b/1", right: true), answer("a/1", right: false), answer("b/2", right: false),
        answer("c/1", right: true),
        answer("a/1", right: true, isRepeat: true), answer("b/2", right: false, isRepeat: true),
      ], section: section)
    #expect(summary.total.asked == 4)
    #expect(summary.total.right == 2)
    #expect(summary.sections.map(\.id) == ["b", "a", "c"])
    #expect(summary.sections.map(\.score.asked) == [2, 1, 1])
    #expect(summary.sections.map(\.score.right) == [1, 0, 1])
    #expect(summary.missed.map(\.fact) == [FactID("a/1"), FactID("b/2")])
    #expect(summary.mended == 1)
  }

  @Test func sureButWrongAnswersComeFirstAmongTheMissed() {
    let summary = SittingSummary(
      [
        answer("a/1", right: false), answer("a/2", right: false, mark: .sure), answer("a/3", right: false, mark: nil),
        answer("a/4", right: false, mark: .sure), answer("a/5", right: true, mark: .sure),
      ], section: section)
    #expect(summary.missed.map(\.fact.rawValue) == ["a/2", "a/4", "a/1", "a/3"])
    #expect(summary.missed.map(\.isSureButWrong) == [true, true, false, false])
  }

  @Test func aFactAskedInTwoDrillsIsMissedAtMostOnce() {
    let summary = SittingSummary(
      [answer("a/1", right: false), answer("a/1", right: false), answer("a/1", right: true, isRepeat: true)],
      section: section)
    #expect(summary.total.asked == 2)
    #expect(summary.missed.map(\.fact.rawValue) == ["a/1"])
    #expect(summary.mended == 1)
  }

  @Test func withoutAnswersItIsEmpty() {
    let summary = SittingSummary([], section: section)
    #expect(summary.total.asked == 0)
    #expect(summary.sections.isEmpty)
    #expect(summary.missed.isEmpty)
    #expect(summary == SittingSummary([], section: section))
    #expect(summary != SittingSummary([answer("a/1", right: true)], section: section))
  }
}
