public import ContentModel
public import QuestionGenerator

/// An item after its answer: what was right, what was not, and what it taught.
public struct MarkedItem: Sendable, Equatable {
  /// The item as it was asked.
  public let asked: Sitting.Asked
  /// What was answered.
  public let response: Response
  /// One answer for each fact of the item.
  public let answers: [Answer]

  /// Whether every fact was answered right.
  public var isRight: Bool { answers.allSatisfy(\.isRight) }

  init(_ asked: Sitting.Asked, response: Response) {
    self.asked = asked
    self.response = response
    let marker = Marker(asked: asked, mark: response.mark)
    switch asked.item.body {
    case .choice(let choice):
      var chosen: Int?
      if case .option(let index, _) = response, choice.options.indices.contains(index) { chosen = index }
      answers = [marker.answer(to: choice, chosen: chosen)]
    case .matching(let matching):
      var chosen: [Int?] = Array(repeating: nil, count: matching.premises.count)
      if case .pairs(let given, _) = response, given.count == chosen.count { chosen = given }
      answers = marker.answers(to: matching, chosen: chosen)
    }
  }
}

/// An answer to one fact.
public struct Answer: Sendable, Equatable {
  /// The fact.
  public let fact: FactID
  /// Whether the answer was right.
  public let isRight: Bool
  /// The probability of being right by guessing, 0 to 1.
  public let guessChance: Double
  /// How sure the learner was; nil for "I don't know".
  public let mark: Response.Mark?
  /// The option chosen, if one was.
  public let chosen: Choice.Option?
  /// The right answer.
  public let right: String
  /// The fact as a sentence.
  public let why: String
  /// Whether it is the second try in this sitting.
  public let isRepeat: Bool

  /// Whether the learner was sure of a wrong answer: the mistakes that are mended best.
  public var isSureButWrong: Bool { !isRight && mark == .sure }
}

/// Marks the answers to one item.
private struct Marker {
  let asked: Sitting.Asked
  let mark: Response.Mark

  func answer(to choice: Choice, chosen: Int?) -> Answer {
    let key = choice.options[choice.key]
    return Answer(
      fact: choice.fact, isRight: chosen == choice.key,
      guessChance: 1 / Double(choice.options.count - asked.ruledOut.count), mark: chosen == nil ? nil : mark,
      chosen: chosen.map { choice.options[$0] }, right: key.text, why: key.why, isRepeat: asked.isRepeat)
  }

  func answers(to matching: Matching, chosen: [Int?]) -> [Answer] {
    // A learner who knows some pairs guesses among the responses that are still free.
    let known = zip(matching.premises, chosen).filter { $0.answer == $1 }.count
    let free = matching.responses.count - asked.ruledOut.count
    return zip(matching.premises, chosen).map { premise, index in
      let isRight = index == premise.answer
      let others = known - (isRight ? 1 : 0)
      return Answer(
        fact: premise.fact, isRight: isRight, guessChance: 1 / Double(max(1, free - others)),
        mark: index == nil ? nil : mark, chosen: index.map { matching.responses[$0] },
        right: matching.responses[premise.answer].text, why: premise.why, isRepeat: asked.isRepeat)
    }
  }
}

extension Response {
  /// The mark behind the answer.
  var mark: Mark {
    switch self {
    case .option(_, let mark), .pairs(_, let mark): mark
    case .dontKnow: .none
    }
  }
}
