/// Writes GIFT.
public enum GIFTWriter {
  /// Why a question cannot stand in a GIFT file; its words end no sentence.
  public enum Fault: String, Sendable {
    /// `->` parts a premise from its response and cannot be escaped.
    case arrow = "GIFT cannot hold `->` in the texts of a matching or typed question"
    /// Without a wrong option a choice is read as a question whose answer is typed.
    case noWrongOption = "GIFT needs a wrong option in a choice"
    /// Without an option that weighs 100, a choice is read as a question with several right options.
    case noRightOption = "GIFT needs a right option in a choice"
    /// A text without a letter cannot be told from none.
    case emptyText = "GIFT cannot hold an empty text"
  }

  /// What keeps a question from standing in a GIFT file; nil if nothing does.
  public static func fault(of question: GIFTQuestion) -> Fault? {
    switch question.answers {
    case .choice(let options):
      if options.contains(where: { isEmpty($0.text.text) }) { return .emptyText }
      if !options.contains(where: { $0.weight != 100 }) { return .noWrongOption }
      return options.contains { $0.weight == 100 } ? nil : .noRightOption
    case .severalRight(let options):
      if options.contains(where: { isEmpty($0.text.text) }) { return .emptyText }
      return options.contains { $0.weight > 0 } ? nil : .noRightOption
    case .matching(let pairs, let extras):
      let texts = pairs.flatMap { [$0.premise.text, $0.response] } + extras
      if texts.contains(where: isEmpty) { return .emptyText }
      return texts.contains(where: hasArrow) ? .arrow : nil
    case .shortAnswer(let options):
      if options.contains(where: { isEmpty($0.text.text) }) { return .emptyText }
      // With `=` before it, an arrow anywhere makes a matching question of this one.
      return options.contains { hasArrow($0.text.text) || hasArrow($0.feedback?.text ?? "") } ? .arrow : nil
    case .trueFalse, .other: return nil
    }
  }

  /// The file with those of the questions that have no fault, in their order.
  ///
  /// A category stands above the first question that has another one than the question before it.
  public static func text(of questions: [GIFTQuestion]) -> String {
    var category: String?
    var blocks: [String] = []
    for question in questions where fault(of: question) == nil {
      if let named = question.category, named != category {
        blocks.append("$CATEGORY: \(named)\n")
        category = named
      }
      blocks.append(block(of: question))
    }
    return blocks.joined(separator: "\n")
  }

  private static func block(of question: GIFTQuestion) -> String {
    let title = question.title.map { "::\(GIFTText.escaped($0))::" } ?? ""
    // Named always: a stem may begin with `//` or `::`, which at the beginning of a line mean something else.
    let head = "\(title)[\(question.stem.format.rawValue)]\(GIFTText.escaped(question.stem.text))"
    let format = question.stem.format
    let feedback = question.generalFeedback.map { ["####\(marked($0, in: format))"] } ?? []
    let lines: [String]
    switch question.answers {
    case .other(.description): return head + "\n"
    case .other(.essay): lines = []
    case .other(.numerical(let text)): lines = ["#\(text)"]
    case .choice(let options):
      lines = options.map { $0.weight == 100 ? option($0, "=", in: format) : option($0, "~", plain: 0, in: format) }
    case .severalRight(let options): lines = options.map { option($0, "~", plain: 0, in: format) }
    case .shortAnswer(let options): lines = options.map { option($0, "=", plain: 100, in: format) }
    case .matching(let pairs, let extras):
      lines =
        pairs.map { "=\(marked($0.premise, in: format)) -> \(GIFTText.escaped($0.response))" }
        + extras.map { "= -> \(GIFTText.escaped($0))" }
    case .trueFalse(let isTrue, let wrong, let right):
      let told = right.map { "#\(marked($0, in: format))" } ?? ""
      let toldWrong = wrong.map { "#\(marked($0, in: format))" } ?? (told.isEmpty ? "" : "#")
      lines = [(isTrue ? "TRUE" : "FALSE") + toldWrong + told]
    }
    return "\(head) {\n\((lines + feedback).map { $0 + "\n" }.joined())}\n"
  }

  /// An option behind its sign.
  ///
  /// - Parameter plain: the weight in percent that goes without saying; nil where none is written.
  private static func option(
    _ option: GIFTQuestion.Option, _ sign: String, plain: Double? = nil, in format: GIFTQuestion.Text.Format
  ) -> String {
    let weight = plain == nil || option.weight == plain ? "" : "%\(MoodleGrade.text(option.weight))%"
    let feedback = option.feedback.map { "#\(marked($0, in: format))" } ?? ""
    return "\(sign)\(weight)\(marked(option.text, in: format))\(feedback)"
  }

  /// A text with its format before it where that is not the question's, or where the text begins like a format or a weight.
  private static func marked(_ text: GIFTQuestion.Text, in format: GIFTQuestion.Text.Format) -> String {
    let isNamed = text.format != format || "[%".unicodeScalars.contains { text.text.unicodeScalars.first == $0 }
    return (isNamed ? "[\(text.format.rawValue)]" : "") + GIFTText.escaped(text.text)
  }

  private static func hasArrow(_ text: String) -> Bool {
    zip(text.unicodeScalars, text.unicodeScalars.dropFirst()).contains { $0 == "-" && $1 == ">" }
  }

  private static func isEmpty(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(GIFTText.isSpace) }
}
