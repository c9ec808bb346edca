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
  public private(set) var missed: [MarkedAnswer] = []
  /// How many of the missed facts were right when they came back.
  public private(set) var mended = 0
  /// The pairs of facts of which the answer to one was given for the other, each pair once.
  public private(set) var confusions: [(fact: FactID, chosen: FactID)] = []

  /// Sums up the answers of a sitting.
  ///
  /// - Parameter section: the id of a fact's section, such as `kpo/types`.
  public init(_ answers: [MarkedAnswer], section: (FactID) -> String) {
    for answer in answers {
      for other in answer.mistaken { addConfusion(answer.fact, other) }
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

  private mutating func addConfusion(_ fact: FactID, _ chosen: FactID) {
    guard fact != chosen, !confusions.contains(where: { Set([$0.fact, $0.chosen]) == Set([fact, chosen]) }) else {
      return
    }
    confusions.append((fact, chosen))
  }

  /// Compares what was summed up.
  public static func == (left: SittingSummary, right: SittingSummary) -> Bool {
    left.total == right.total && left.missed == right.missed && left.mended == right.mended
      && left.confusions.elementsEqual(right.confusions) { $0 == $1 }
      && left.sections.elementsEqual(right.sections) { $0.id == $1.id && $0.score == $1.score }
  }
}

extension SittingSummary.Score {
  fileprivate mutating func count(_ answer: MarkedAnswer) {
    asked += 1
    if answer.isRight { right += 1 }
  }
}
