public import QuestionGenerator

/// A command that can be given in a mock exam in place of an answer; it begins with a colon.
public enum MockCommand: Sendable, Equatable {
  /// `:next` goes to the next question.
  case next
  /// `:prev` goes to the one before.
  case previous
  /// `:go 12` goes to a question by its number, from 1.
  case go(Int)
  /// `:flag` marks the question, to come back to it, or takes the mark away.
  case flag
  /// `:sheet` shows the answer sheet.
  case sheet
  /// `:time` tells the time that is left.
  case time
  /// `:hand-in` ends the mock exam.
  case handIn
  /// `:quit` leaves it to be resumed later.
  case quit
  /// `:help` lists these commands.
  case help

  /// What a line typed in a mock exam can be.
  public enum Reading: Sendable, Equatable {
    /// An answer.
    case response(Response)
    /// A command.
    case command(MockCommand)
    /// Nothing was typed.
    case empty
    /// Neither; the problem says why.
    case unclear(AnswerParser.Problem)
    /// What stands after `:go` is no number.
    case notANumber(String)
  }

  /// The words that are typed, without the colon, each with what it does.
  public static let summaries: [(word: String, effect: String)] = [
    ("next", "go to the next question"),
    ("prev", "go to the question before"),
    ("go", "go to a question by its number, such as :go 12"),
    ("flag", "mark this question, to come back to it; once more takes the mark away"),
    ("sheet", "show the answer sheet: what is answered, open and flagged"),
    ("time", "tell how much time is left"),
    ("hand-in", "end the exam and see the result"),
    ("quit", "leave the exam; the clock stops, and it goes on where it was"),
    ("help", "show this list"),
  ]

  /// Reads a line typed under an item; the word of a command may be cut short as long as it stays clear.
  public static func read(_ line: String, for item: Item) -> Reading {
    let text = line.drop { $0.isWhitespace }
    if text.first == ":" { return command(text) }
    return switch AnswerParser.read(line, for: item) {
    case .response(let response): .response(response)
    case .unclear(let problem): .unclear(problem)
    // What begins with a colon was read above.
    case .empty, .command: .empty
    }
  }

  private static func command(_ line: Substring) -> Reading {
    guard let command = CommandWord(line, among: summaries.map(\.word)) else {
      return .unclear(.unknownCommand(String(line)))
    }
    switch command.word {
    case "next": return .command(.next)
    case "prev": return .command(.previous)
    case "go": return Int(command.rest).map { .command(.go($0)) } ?? .notANumber(command.rest)
    case "flag": return .command(.flag)
    case "sheet": return .command(.sheet)
    case "time": return .command(.time)
    case "hand-in": return .command(.handIn)
    case "quit": return .command(.quit)
    default: return .command(.help)
    }
  }
}
