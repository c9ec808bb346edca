public import QuestionGenerator

extension Response {
  /// The answer as a line that ``AnswerParser/read(_:for:)`` reads back, such as `b?` or `1c 2a 3- 4f`.
  ///
  /// Nil for what nobody can type: an answer to another kind of item, an option that does not exist, or a text that would
  /// be read as a command or a mark.
  public func line(for item: Item) -> String? {
    let line = written(for: item)
    return AnswerParser.read(line, for: item) == .response(self) ? line : nil
  }

  private func written(for item: Item) -> String {
    switch self {
    case .option(let index, let mark) where item.kind == .trueFalse: (index == 0 ? "true" : "false") + mark.written
    case .option(let index, let mark): "\(AnswerParser.letter(max(0, index)))\(mark.written)"
    case .pairs(let answers, let mark):
      answers.enumerated().map { index, answer in
        "\(index + 1)\(answer.map { AnswerParser.letter(max(0, $0)) } ?? "-")"
      }.joined(separator: " ") + mark.written
    case .options(let indices, let mark):
      (indices.isEmpty ? "-" : String(indices.map { AnswerParser.letter(max(0, $0)) })) + mark.written
    case .text(let text, let mark): text + mark.written
    case .dontKnow: "?"
    }
  }
}

extension Response.Mark {
  fileprivate var written: String {
    switch self {
    case .none: ""
    case .unsure: "?"
    case .sure: "!"
    }
  }
}
