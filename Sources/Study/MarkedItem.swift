public import ContentModel
import QuestionGenerator

/// An item after its answer: what was right, what was not, and what it taught.
public struct MarkedItem: Sendable, Equatable {
  /// The item as it was asked.
  public let asked: Sitting.Asked
  /// What was answered.
  public let response: Response
  /// One answer for each fact of the item.
  public let answers: [MarkedAnswer]

  /// Whether every fact was answered right.
  public var isRight: Bool { answers.allSatisfy(\.isRight) }

  init(_ asked: Sitting.Asked, response: Response, learner: Learner) {
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
      answers = marker.answers(to: matching, chosen: chosen, learner: learner)
    case .typed(let typed):
      var text: String?
      if case .text(let given, _) = response { text = given }
      answers = [marker.answer(to: typed, text: text)]
    }
  }
}

/// The answer to one fact, marked.
public struct MarkedAnswer: Sendable, Equatable {
  /// What was chosen or typed.
  public struct Chosen: Sendable, Equatable {
    /// The text.
    public let text: String
    /// The fact it belongs to, if the bank has it.
    public let fact: FactID?
    /// That fact as a sentence.
    public let why: String?
  }

  /// The fact.
  public let fact: FactID
  /// Whether the answer was right.
  public let isRight: Bool
  /// The probability of being right by guessing, 0 to 1.
  public let guessChance: Double
  /// How sure the learner was; nil for "I don't know".
  public let mark: Response.Mark?
  /// What was chosen or typed, if anything was.
  public let chosen: Chosen?
  /// The right answer.
  public let right: String
  /// The fact as a sentence.
  public let why: String
  /// The fact that it was contrasted with, if both had been confused before.
  public let contrast: FactID?
  /// Whether it is the second try in this sitting.
  public let isRepeat: Bool

  /// Whether the learner was sure of a wrong answer: the mistakes that are mended best.
  public var isSureButWrong: Bool { !isRight && mark == .sure }
}

extension Response {
  /// The mark behind the answer.
  var mark: Mark {
    switch self {
    case .option(_, let mark), .pairs(_, let mark), .text(_, let mark): mark
    case .dontKnow: .none
    }
  }
}
