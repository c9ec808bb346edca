public import Progress
import QuestionGenerator

/// A mock exam under way: which question is shown, and what was done with each.
///
/// A pure value: what it needs of the clock comes in as milliseconds, and nothing is marked before the end.
public struct MockExam: Sendable, Equatable {
  /// What was done with a question.
  public struct State: Sendable, Equatable {
    /// The answers given one after another; the last one counts.
    public internal(set) var responses: [Response] = []
    /// Whether the learner wants to come back to it.
    public internal(set) var isFlagged = false
    /// The time spent on it, in milliseconds.
    public internal(set) var spent = 0
  }

  /// A line of the answer sheet.
  public struct SheetEntry: Sendable, Equatable {
    /// The number of the question, from 1.
    public let number: Int
    /// The answer as it would be typed; nil for none.
    public let answer: String?
    /// Whether the learner wants to come back to it.
    public let isFlagged: Bool
    /// Whether it is the question on the screen.
    public let isCurrent: Bool
  }

  /// Why an interrupted mock exam cannot go on.
  public enum ResumeError: Error, Sendable, Equatable {
    /// The banks no longer give the same paper.
    case paperChanged
    /// The answer to a question, kept as this text, cannot be read.
    case unreadableAnswer(number: Int, String)
  }

  /// The paper.
  public let paper: ExamPaper
  /// What was done with each question, in the order of the paper.
  public private(set) var states: [State]
  /// The place of the question on the screen, from 0.
  public private(set) var current = 0
  private let clock: ExamClock

  /// Begins a mock exam at its first question.
  ///
  /// - Parameter limit: the time for the whole paper in seconds, nil for no limit.
  public init(_ paper: ExamPaper, limit: Int?) {
    self.paper = paper
    clock = ExamClock(seconds: limit)
    states = paper.entries.map { _ in State() }
  }

  /// Goes on with one that was interrupted, at its last question, or the next one without an answer.
  ///
  /// - Parameter paper: the paper, drawn again from what is known of the beginning.
  public init(resuming open: OpenMock, paper: ExamPaper) throws(ResumeError) {
    guard !paper.entries.isEmpty, paper.entries.map(\.item.id) == open.began.items.map(\.rawValue) else {
      throw .paperChanged
    }
    self.init(paper, limit: open.began.seconds)
    for (index, entry) in paper.entries.enumerated() {
      guard let saved = open.questions[index + 1] else { continue }
      for line in saved.responses where !line.isEmpty {
        guard case .response(let response) = AnswerParser.read(line, for: entry.item) else {
          throw .unreadableAnswer(number: index + 1, line)
        }
        states[index].add(response)
      }
      states[index].isFlagged = saved.isFlagged
      states[index].spent = saved.spent
    }
    if states.indices.contains(open.current - 1) { current = open.current - 1 }
    if !states[current].responses.isEmpty { goToOpenQuestion() }
  }

  // MARK: What the learner does

  /// Answers the question on the screen and goes on to the next one without an answer, if there is one.
  ///
  /// - Returns: false, and nothing happens, for an answer that nobody can type under this item.
  @discardableResult
  public mutating func answer(_ response: Response) -> Bool {
    guard states.indices.contains(current), response.line(for: paper.entries[current].item) != nil else { return false }
    states[current].add(response)
    goToOpenQuestion()
    return true
  }

  /// Goes to the next question without an answer, from the end on to the beginning; stays if there is none.
  private mutating func goToOpenQuestion() {
    let open = states.indices.filter { states[$0].responses.isEmpty }
    current = open.first { $0 > current } ?? open.first ?? current
  }

  /// Goes to a question by its number, from 1; false if there is none.
  @discardableResult
  public mutating func go(to number: Int) -> Bool {
    guard number >= 1, number <= states.count else { return false }
    current = number - 1
    return true
  }

  /// Goes to the next question; false at the end.
  @discardableResult
  public mutating func next() -> Bool { go(to: current + 2) }

  /// Goes to the question before; false at the beginning.
  @discardableResult
  public mutating func previous() -> Bool { go(to: current) }

  /// Marks the question on the screen, to come back to it, or takes the mark away.
  public mutating func toggleFlag() {
    guard states.indices.contains(current) else { return }
    states[current].isFlagged.toggle()
  }

  /// Adds to the time of the question on the screen, in milliseconds.
  public mutating func spend(_ milliseconds: Int) {
    guard states.indices.contains(current) else { return }
    states[current].spent += max(0, milliseconds)
  }

  // MARK: What there is to see

  /// The numbers, from 1, of the questions without an answer; "I don't know" is an answer.
  public var unanswered: [Int] { states.indices.filter { states[$0].responses.isEmpty }.map { $0 + 1 } }

  /// Whether the learner wants to come back to the question at a place, from 0.
  public func isFlagged(_ place: Int) -> Bool { states.indices.contains(place) && states[place].isFlagged }

  /// The answer to the question at a place, from 0, as it would be typed; nil for none.
  public func typedAnswer(_ place: Int) -> String? {
    guard states.indices.contains(place) else { return nil }
    return states[place].responses.last?.line(for: paper.entries[place].item)
  }

  /// The answer sheet.
  public var sheet: [SheetEntry] {
    states.indices.map { place in
      SheetEntry(
        number: place + 1, answer: typedAnswer(place), isFlagged: states[place].isFlagged, isCurrent: place == current)
    }
  }

  /// The state of the question at a place, from 0, as the history keeps it.
  ///
  /// - Parameter elapsed: the time that has gone of the whole mock exam, in milliseconds.
  public func record(of place: Int, sitting: SittingID, elapsed: Int) -> MockQuestion {
    MockQuestion(
      sitting: sitting, number: place + 1, response: typedAnswer(place) ?? "", isFlagged: isFlagged(place),
      spent: states.indices.contains(place) ? states[place].spent : 0, elapsed: elapsed)
  }

  // MARK: Time

  /// The milliseconds left after so many, at least 0; nil without a limit.
  public func timeLeft(elapsed: Int) -> Int? { clock.timeLeft(elapsed: elapsed) }

  /// When the time left is told next, in milliseconds from the beginning: at half of it, then 10, 5 and 1 minutes left.
  public func nextAnnouncement(after elapsed: Int) -> Int? { clock.nextAnnouncement(after: elapsed) }
}

extension MockExam.State {
  /// Adds an answer; the same one again changes nothing.
  fileprivate mutating func add(_ response: Response) {
    if responses.last != response { responses.append(response) }
  }
}
