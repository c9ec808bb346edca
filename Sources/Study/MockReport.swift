import ContentModel
import MemoryModel
public import Progress
public import QuestionGenerator

/// What a mock exam amounted to.
public struct MockReport: Sendable, Equatable {
  /// A question of the paper after the end.
  public struct Question: Sendable, Equatable {
    /// Its number on the paper, from 1.
    public let number: Int
    /// The question as it was asked.
    public let asked: ExamPaper.Entry
    /// Its last answer, marked; no answer counts as not knowing.
    public let marked: MarkedItem
    /// Whether there was an answer.
    public let isAnswered: Bool
    /// The points reached, 0...1: where several facts are asked, the share of those answered right; see ``MarkedItem/points``.
    public let points: Double
    /// The chance 0...1 that was predicted, before the exam, for a right answer.
    public let predicted: Double
    /// The time spent on it, in milliseconds.
    public let spent: Int

    /// Whether it did not get all of its points.
    public var isMissed: Bool { points < 1 }
    /// Whether the learner was sure of a wrong answer.
    public var isSureButWrong: Bool { marked.answers.contains(where: \.isSureButWrong) }
  }

  /// The points of some questions.
  public struct Points: Sendable, Equatable {
    /// The questions.
    public let questions: Int
    /// The points reached, one at most for each question.
    public let points: Double
    /// The points as a share 0...1; 0 without questions.
    public var share: Double { questions == 0 ? 0 : points / Double(questions) }

    init(_ questions: some Collection<Question>) {
      self.questions = questions.count
      points = questions.reduce(0) { $0 + $1.points }
    }
  }

  /// How many questions were worth less, more and the same after their answer was changed, from the first to the last.
  public struct Changes: Sendable, Equatable {
    /// From right to wrong.
    public internal(set) var rightToWrong = 0
    /// From wrong to right.
    public internal(set) var wrongToRight = 0
    /// Others, such as from one wrong answer to another.
    public internal(set) var others = 0
  }

  /// All questions, in order.
  public let questions: [Question]
  /// The points of all.
  public let total: Points
  /// Whether they are enough to pass.
  public let passed: Bool
  /// Whether the time was up.
  public let isTimeUp: Bool
  /// The answers that were changed.
  public let changes: Changes
  /// The answers to known facts in forms that drills ask, too; items that ask several facts are never sealed, and not counted.
  public let drilled: MockHandedIn.AnswerCount
  /// The answers to known facts in sealed forms.
  public let sealed: MockHandedIn.AnswerCount

  /// Marks a mock exam.
  ///
  /// - Parameters:
  ///   - isTimeUp: whether the time, not the learner, ended it.
  ///   - learner: what was known of the learner before the exam.
  ///   - pass: the share of points 0...1 that passes.
  public init(_ exam: MockExam, isTimeUp: Bool, learner: Learner, pass: Double) {
    let questions = zip(exam.paper.entries, exam.states).enumerated().map { index, entry in
      Question(number: index + 1, asked: entry.0, state: entry.1, learner: learner)
    }
    self.questions = questions
    total = Points(questions)
    // A share such as 0.7 has no exact value in binary.
    passed = total.share + 1e-9 >= pass
    self.isTimeUp = isTimeUp
    changes = Self.changes(exam, learner)
    func count(isSealed: Bool) -> MockHandedIn.AnswerCount {
      let counted = questions.filter { question in
        question.asked.isSealed == isSealed && !question.asked.item.kind.asksSeveralFacts
          && (question.isAnswered || !isTimeUp)
          && question.asked.item.facts.allSatisfy { learner.stage(of: $0) == .known }
      }
      return MockHandedIn.AnswerCount(asked: counted.count, right: counted.count { !$0.isMissed })
    }
    drilled = count(isSealed: false)
    sealed = count(isSealed: true)
  }

  private static func changes(_ exam: MockExam, _ learner: Learner) -> Changes {
    var changes = Changes()
    for (question, state) in zip(exam.paper.entries, exam.states) {
      // A mark set or taken away changes no answer.
      guard let first = state.responses.first, let last = state.responses.last,
        zip(state.responses, state.responses.dropFirst()).contains(where: { $0.unmarked != $1.unmarked })
      else { continue }
      let before = MarkedItem(question.asked, response: first, learner: learner).points
      let after = MarkedItem(question.asked, response: last, learner: learner).points
      if after < before {
        changes.rightToWrong += 1
      } else if after > before {
        changes.wrongToRight += 1
      } else {
        changes.others += 1
      }
    }
    return changes
  }

  // MARK: Parts of the result

  /// How many questions the paper has.
  public var asked: Int { questions.count }

  /// How many questions got all of their points.
  public var right: Int { questions.count { !$0.isMissed } }

  /// The points of each section, in the order in which they came up.
  public var sections: [(id: String, points: Points)] { parts(by: \.asked.section).map { ($0, $1) } }

  /// The points of each kind of item, in the order in which they came up.
  public var kinds: [(kind: Item.Kind, points: Points)] { parts(by: \.asked.item.kind).map { ($0, $1) } }

  private func parts<Key: Hashable>(by key: (Question) -> Key) -> [(Key, Points)] {
    var keys: [Key] = []
    let groups = Dictionary(grouping: questions) { question in
      let key = key(question)
      if !keys.contains(key) { keys.append(key) }
      return key
    }
    return keys.map { ($0, Points(groups[$0, default: []])) }
  }

  /// The mean time for a question in each third of the paper, in milliseconds; empty for fewer than three questions.
  public var pace: [Int] {
    guard questions.count >= 3 else { return [] }
    return (0..<3).map { third in
      let part = questions[questions.count * third / 3..<questions.count * (third + 1) / 3]
      return part.reduce(0) { $0 + $1.spent } / part.count
    }
  }

  /// The questions answered with "I am guessing", and how many of these got all points.
  public var unsure: MockHandedIn.AnswerCount {
    let unsure = questions.filter { $0.marked.response.mark == .unsure }
    return MockHandedIn.AnswerCount(asked: unsure.count, right: unsure.count { !$0.isMissed })
  }

  /// The questions answered wrong with "I am sure".
  public var sureButWrong: [Question] { questions.filter(\.isSureButWrong) }

  /// The questions that did not get all of their points; sure-but-wrong ones first.
  public var missed: [Question] {
    let missed = questions.filter(\.isMissed)
    return missed.filter(\.isSureButWrong) + missed.filter { !$0.isSureButWrong }
  }
}

extension MockReport.Question {
  fileprivate init(number: Int, asked: ExamPaper.Entry, state: MockExam.State, learner: Learner) {
    self.number = number
    self.asked = asked
    marked = MarkedItem(asked.asked, response: state.responses.last ?? .dontKnow, learner: learner)
    isAnswered = !state.responses.isEmpty
    points = marked.points
    let guessChance = asked.item.guessChance
    let chances = asked.item.facts.map { fact in
      let recall = learner.recall(of: fact)
      return recall + (1 - recall) * guessChance
    }
    predicted = chances.reduce(0, +) / Double(max(1, chances.count))
    spent = state.spent
  }
}

extension ExamPaper.Entry {
  /// The item as a sitting asks it.
  fileprivate var asked: Sitting.Asked { Sitting.Asked(item: item, reason: .chosen, isRepeat: false) }
}

extension Response {
  /// The answer without its mark.
  fileprivate var unmarked: Response {
    switch self {
    case .option(let index, _): .option(index, .none)
    case .pairs(let answers, _): .pairs(answers, .none)
    case .options(let indices, _): .options(indices, .none)
    case .text(let text, _): .text(text, .none)
    case .dontKnow: .dontKnow
    }
  }
}
