import Progress
import Testing

@testable import Study

@Suite struct FisherExactTestTests {
  /// Sums of binomial coefficients, worked out with exact integers in another language.
  static let tables: [(right: Int, asked: Int, otherRight: Int, otherAsked: Int, chance: Double)] = [
    (1, 4, 3, 4, 0.24285714285714285), (16, 25, 88, 100, 0.007537892272350351),
    (20, 25, 88, 100, 0.2295087837882118), (0, 3, 5, 5, 0.017857142857142856),
    (950, 1_000, 9_600, 10_000, 0.07798539123271347), (1_280, 2_000, 1_760, 2_000, 3.918496618636971e-73),
    (0, 0, 0, 0, 1), (0, 0, 5, 5, 1), (3, 3, 0, 0, 1), (5, 5, 5, 5, 1), (0, 5, 0, 5, 1),
  ]

  @Test("The chance is that of the hypergeometric distribution", arguments: tables)
  func chance(_ right: Int, _ asked: Int, _ otherRight: Int, _ otherAsked: Int, _ chance: Double) {
    let found = FisherExactTest.chance(
      ofRight: right, asked: asked, besideRight: otherRight, asked: otherAsked)
    #expect(abs(found - chance) <= 1e-9 * chance)
  }

  @Test func severalMocksAreComparedTogether() {
    func mock(drilled: (Int, Int), sealed: (Int, Int)) -> MockHandedIn {
      MockHandedIn(
        sitting: "s", score: 1, passed: true, isTimeUp: false, elapsed: 1, brier: 0,
        drilled: MockHandedIn.AnswerCount(asked: drilled.0, right: drilled.1),
        sealed: MockHandedIn.AnswerCount(asked: sealed.0, right: sealed.1))
    }
    let one = mock(drilled: (25, 22), sealed: (6, 4))
    let four = SealedComparison([one, one, one, mock(drilled: (25, 22), sealed: (7, 4))])
    #expect(four.drilled == MockHandedIn.AnswerCount(asked: 100, right: 88))
    #expect(four.sealed == MockHandedIn.AnswerCount(asked: 25, right: 16))
    #expect(four.isBeyondChance)
    #expect(!SealedComparison([one]).isBeyondChance)
    #expect(!SealedComparison([]).isBeyondChance)
    // Better in sealed forms is no sign of learning the questions.
    #expect(!SealedComparison([mock(drilled: (100, 60), sealed: (25, 25))]).isBeyondChance)
  }
}
