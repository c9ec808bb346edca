public import Progress

/// Whether known facts are answered worse in forms that only mock exams ask: a sign of learning the questions.
public struct SealedComparison: Sendable, Equatable {
  /// The answers in forms that drills ask, too.
  public let drilled: MockHandedIn.AnswerCount
  /// The answers in sealed forms.
  public let sealed: MockHandedIn.AnswerCount

  /// Adds up the answers of some mock exams.
  public init(_ mocks: some Sequence<MockHandedIn>) {
    func sum(_ counts: [MockHandedIn.AnswerCount]) -> MockHandedIn.AnswerCount {
      MockHandedIn.AnswerCount(asked: counts.reduce(0) { $0 + $1.asked }, right: counts.reduce(0) { $0 + $1.right })
    }
    drilled = sum(mocks.map(\.drilled))
    sealed = sum(mocks.map(\.sealed))
  }

  /// The chance of so large a lead of the drilled forms, or a larger one, if both were equally hard.
  public var chance: Double {
    FisherExactTest.chance(
      ofRight: sealed.right, asked: sealed.asked, besideRight: drilled.right, asked: drilled.asked)
  }

  /// Whether the lead of the drilled forms is more than chance would give once in twenty times.
  public var isBeyondChance: Bool { chance < 0.05 }
}
