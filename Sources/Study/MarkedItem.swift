public import ContentModel
public import QuestionGenerator

/// An item after its answer: what was right, what was not, and what it taught.
public struct MarkedItem: Sendable, Equatable {
  /// The item as it was asked.
  public let asked: Sitting.Asked
  /// What was answered.
  public let response: Response
  /// One answer for each fact of the item.
  public let answers: [MarkedAnswer]

  /// What it is worth, 0...1: the share of its facts that were answered right, less what wrong options cost.
  public let points: Double

  /// Whether every fact was answered right, and no wrong option was taken beside.
  public var isRight: Bool { answers.allSatisfy { $0.isRight && $0.taken.isEmpty } }

  /// Marks an answer.
  ///
  /// - Parameter isCorrected: whether the learner says that a typed answer is right whatever the rules make of it.
  init(_ asked: Sitting.Asked, response: Response, learner: Learner, isCorrected: Bool = false) {
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
      answers = [marker.answer(to: typed, text: text, isCorrected: isCorrected)]
    case .selection(let selection):
      var chosen: [Int]?
      if case .options(let indices, _) = response { chosen = indices }
      answers = marker.answers(to: selection, chosen: chosen)
      points = selection.points(for: Set(chosen ?? []))
      return
    }
    points = Double(answers.count { $0.isRight }) / Double(max(1, answers.count))
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
  public internal(set) var chosen: Chosen?
  /// The right answer.
  public let right: String
  /// The fact as a sentence.
  public let why: String
  /// The fact that it was contrasted with, if both had been confused before.
  public let contrast: FactID?
  /// Whether it is the second try in this sitting.
  public let isRepeat: Bool
  /// The facts of the wrong options on the screen, for kinds whose wrong options are rivals of the key.
  public internal(set) var shown: [FactID] = []
  /// Wrong options of a multiple-response item that were taken for this fact's.
  public internal(set) var taken: [Chosen] = []
  /// What a typed answer was found to be.
  public internal(set) var grade: AnswerGrader.Grade?
  /// Whether it is right because the learner says so.
  public internal(set) var isCorrected = false

  /// The facts whose answers were given for this one.
  public var mistaken: [FactID] { ((isRight ? [] : [chosen].compactMap(\.self)) + taken).compactMap(\.fact) }
  /// Whether the learner was sure of a wrong answer: the mistakes that are mended best.
  public var isSureButWrong: Bool { !isRight && mark == .sure }
}

extension Response {
  /// The mark behind the answer.
  var mark: Mark {
    switch self {
    case .option(_, let mark), .pairs(_, let mark), .options(_, let mark), .text(_, let mark): mark
    case .dontKnow: .none
    }
  }
}
