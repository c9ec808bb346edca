public import QuestionGenerator

/// Reads the line that a learner types under an item.
public enum AnswerParser {
  /// What a line can be.
  public enum Reading: Sendable, Equatable {
    /// An answer.
    case response(Response)
    /// A command.
    case command(SittingCommand)
    /// Nothing was typed.
    case empty
    /// Neither; the problem says why.
    case unclear(Problem)
  }

  /// Why a line is not an answer.
  public enum Problem: Sendable, Equatable {
    /// There is no such command.
    case unknownCommand(String)
    /// The line is not one of the options, which go from `a` to `last`.
    case notAnOption(String, last: Character)
    /// The line says neither true nor false.
    case neitherTrueNorFalse(String)
    /// The line pairs too few or too many premises.
    case wrongCount(given: Int, needed: Int)
    /// An option, a response or a premise is given twice.
    case givenTwice(String)
    /// A piece of the line is no pair such as `1c`.
    case notAPair(String, premises: Int, last: Character)
  }

  /// Reads a line for an item.
  public static func read(_ line: String, for item: Item) -> Reading {
    let text = line.drop { $0.isWhitespace }
    guard !text.isEmpty else { return .empty }
    if text.first == ":" {
      guard let command = SittingCommand(text) else { return .unclear(.unknownCommand(String(text))) }
      return .command(command)
    }
    let (body, mark) = withoutMark(text)
    if body.isEmpty, mark == .unsure { return .response(.dontKnow) }
    switch item.body {
    case .choice(let choice):
      let word = body.lowercased()
      if item.kind == .trueFalse, let index = truthWords.firstIndex(where: { $0.contains(word) }) {
        return .response(.option(index, mark))
      }
      guard let index = index(of: word[...], below: choice.options.count) else {
        if item.kind == .trueFalse { return .unclear(.neitherTrueNorFalse(String(text))) }
        return .unclear(.notAnOption(String(text), last: letter(choice.options.count - 1)))
      }
      return .response(.option(index, mark))
    case .typed:
      guard !body.isEmpty else { return .empty }
      return .response(.text(String(body), mark))
    case .selection(let selection):
      return options(body, mark, text, count: selection.options.count)
    case .matching(let matching):
      return pairs(pieces(of: body), mark, matching)
    }
  }

  /// The text without a `?` or `!` at its end and the white space around it, and what the mark says.
  private static func withoutMark(_ text: Substring) -> (body: Substring, mark: Response.Mark) {
    let trimmed = text.withoutTrailingSpace
    guard let last = trimmed.last, last == "?" || last == "!" else { return (trimmed, .none) }
    return (trimmed.dropLast().withoutTrailingSpace, last == "?" ? .unsure : .sure)
  }

  /// The letter that stands before an option: `a` for 0.
  public static func letter(_ index: Int) -> Character {
    Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(clamping: min(index, 25))))
  }

  /// The words for each option of a true/false item beside its letter and number.
  private static let truthWords = [["t", "true", "y", "yes"], ["f", "false", "n", "no"]]

  /// The option that a single letter or number names, with or without the bracket behind it.
  private static func index(of text: Substring, below count: Int) -> Int? {
    let text = text.last == ")" ? text.dropLast() : text
    if text.first?.isNumber == true, let number = Int(text) { return (1...count).contains(number) ? number - 1 : nil }
    guard text.count == 1, let character = text.first else { return nil }
    return (0..<count).first { letter($0) == character }
  }

  /// The parts between spaces, commas and semicolons; the letters of a single word.
  private static func pieces(of body: Substring) -> [Substring] {
    let pieces = body.lowercased().split { $0.isWhitespace || $0 == "," || $0 == ";" }
    guard pieces.count == 1, let word = pieces.first, !word.contains(where: \.isNumber) else { return pieces }
    return word.map { Substring(String($0)) }
  }

  /// Reads `acd`, `a c d` or `1, 3`; a hyphen alone chooses none.
  private static func options(
    _ body: Substring, _ mark: Response.Mark, _ text: Substring, count: Int
  ) -> Reading {
    if body == "-" { return .response(.options([], mark)) }
    let pieces = pieces(of: body).filter { $0 != "and" }
    guard !pieces.isEmpty else { return .unclear(.notAnOption(String(text), last: letter(count - 1))) }
    var chosen: Set<Int> = []
    for piece in pieces {
      guard let index = index(of: piece, below: count) else {
        return .unclear(.notAnOption(String(piece), last: letter(count - 1)))
      }
      guard chosen.insert(index).inserted else { return .unclear(.givenTwice(String(piece))) }
    }
    return .response(.options(chosen.sorted(), mark))
  }

  // MARK: Matching

  /// Reads `c a f b`, `cafb`, `1c 2a 3f 4b`, `1-c, 2=a`; a hyphen alone leaves a premise open.
  ///
  /// Only a category may be given to several premises.
  private static func pairs(_ pieces: [Substring], _ mark: Response.Mark, _ matching: Matching) -> Reading {
    let premises = matching.premises.count
    let last = letter(matching.responses.count - 1)
    let isNumbered = pieces.contains { $0.first?.isNumber == true }
    guard isNumbered || pieces.count == premises else {
      return .unclear(.wrongCount(given: pieces.count, needed: premises))
    }
    var answers: [Int?] = Array(repeating: nil, count: premises)
    var answered: Set<Int> = []
    for (position, piece) in pieces.enumerated() {
      let digits = piece.prefix { $0.isNumber }
      let rest = piece.dropFirst(digits.count)
      let body = rest.count > 1 && (rest.first == "-" || rest.first == "=") ? rest.dropFirst() : rest
      let premise = isNumbered ? (Int(digits) ?? 0) - 1 : position
      let response = index(of: body, below: matching.responses.count)
      guard answers.indices.contains(premise), body == "-" || (response != nil && !body.contains(where: \.isNumber))
      else { return .unclear(.notAPair(String(piece), premises: premises, last: last)) }
      guard answered.insert(premise).inserted else { return .unclear(.givenTwice(String(digits))) }
      if !matching.reusesResponses, let response, answers.contains(response) {
        return .unclear(.givenTwice(String(letter(response))))
      }
      answers[premise] = body == "-" ? nil : response
    }
    guard answered.count == premises else {
      return .unclear(.wrongCount(given: answered.count, needed: premises))
    }
    return .response(.pairs(answers, mark))
  }
}
