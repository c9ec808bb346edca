public import ContentModel

/// What a sitting amounted to.
public struct SittingSummary: Sendable, Equatable {
  /// Answers given and right ones among them.
  public struct Score: Sendable, Equatable {
    /// The answers given.
    public internal(set) var asked = 0
    /// The right ones.
    public internal(set) var right = 0
  }

  /// The first answers to each fact.
  public private(set) var total = Score()
  /// The same for each section, in the order in which they came up.
  public private(set) var sections: [(id: String, score: Score)] = []
  /// The facts whose first answer was wrong, with that answer; sure-but-wrong ones first.
  public private(set) var missed: [Answer] = []
  /// How many of the missed facts were right when they came back.
  public private(set) var mended = 0

  /// Sums up the answers of a sitting.
  ///
  /// - Parameter section: the id of a fact's section, such as `kpo/types`.
  public init(_ answers: [Answer], section: (FactID) -> String) {
    for answer in answers {
      guard !answer.isRepeat else {
        if answer.isRight { mended += 1 }
        continue
      }
      let id = section(answer.fact)
      let index = sections.firstIndex { $0.id == id } ?? sections.endIndex
      if index == sections.endIndex { sections.append((id, Score())) }
      sections[index].score.count(answer)
      total.count(answer)
      // Two drills of one table may ask the same fact.
      if !answer.isRight, !missed.contains(where: { $0.fact == answer.fact }) { missed.append(answer) }
    }
    missed = missed.filter(\.isSureButWrong) + missed.filter { !$0.isSureButWrong }
  }

  /// Compares what was summed up.
  public static func == (left: SittingSummary, right: SittingSummary) -> Bool {
    left.total == right.total && left.missed == right.missed && left.mended == right.mended
      && left.sections.elementsEqual(right.sections) { $0.id == $1.id && $0.score == $1.score }
  }
}

extension SittingSummary.Score {
  fileprivate mutating func count(_ answer: Answer) {
    asked += 1
    if answer.isRight { right += 1 }
  }
}
