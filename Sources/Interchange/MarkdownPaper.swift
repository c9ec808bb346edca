import QuestionGenerator

/// A paper and its key as CommonMark that is easy to read unrendered too.
struct MarkdownPaper {
  let paper: PrintedPaper

  /// The questions with room for answers.
  var questions: String {
    // With spaces around it, a run of underscores is only a line to write on.
    document(
      title: paper.title, lead: ["Name: ______________________________ Date: ____________"]
    ) { question, indent in
      [MarkdownText.escaped(question.item.stem, indent: indent)] + room(for: question.item, indent: indent)
    }
  }

  /// The right answers.
  var key: String {
    document(title: "\(paper.title): key", lead: []) { question, indent in
      let key = PrintedKey(question.item)
      let section = MarkdownText.escapedOnOneLine(question.section)
      return ["\(MarkdownText.escaped(key.answer, indent: indent)) (\(section))"]
        + reasons(key.reasons, indent: indent)
    }
  }

  /// Title, summary and a numbered list.
  ///
  /// - Parameter blocks: the blocks of a question's entry, given the indent of all lines but the first.
  private func document(
    title: String, lead: [String], blocks: (_ question: PrintedPaper.Question, _ indent: String) -> [String]
  ) -> String {
    let summary = paper.summary.map(MarkdownText.escapedOnOneLine).joined(separator: " · ")
    let entries = paper.questions.enumerated().flatMap { index, question in
      let marker = "\(index + 1). "
      let indent = String(repeating: " ", count: marker.count)
      return blocks(question, indent).enumerated().map { ($0 == 0 ? marker : indent) + $1 }
    }
    let head = ["# \(MarkdownText.escapedOnOneLine(title))", summary]
    return (head + lead + entries).joined(separator: "\n\n") + "\n"
  }

  /// The options, the premises and responses, or a line to write on.
  private func room(for item: Item, indent: String) -> [String] {
    switch item.body {
    case .choice(let choice) where item.kind == .trueFalse:
      [choice.options.map { "____ \(MarkdownText.escapedOnOneLine($0.text))" }.joined(separator: " ")]
    case .choice(let choice): [lettered(choice.options.map(\.text), indent: indent)]
    case .selection(let selection): [lettered(selection.options.map(\.option.text), indent: indent)]
    case .matching(let matching):
      [
        numbered(matching.premises.map(\.text), indent: indent, before: "____ "),
        lettered(matching.responses.map(\.text), indent: indent),
      ]
    case .typed: ["________________________________________"]
    }
  }

  private func lettered(_ texts: [String], indent: String) -> String {
    texts.enumerated().map { "- \(PrintedKey.letter($0))) \(MarkdownText.escaped($1, indent: indent + "  "))" }
      .joined(separator: "\n\(indent)")
  }

  private func numbered(_ texts: [String], indent: String, before: String = "") -> String {
    texts.enumerated().map { "\($0 + 1). \(before)\(MarkdownText.escaped($1, indent: indent + "   "))" }
      .joined(separator: "\n\(indent)")
  }

  private func reasons(_ texts: [String], indent: String) -> [String] {
    texts.count > 1
      ? [numbered(texts, indent: indent)] : texts.map { MarkdownText.escaped($0, indent: indent) }
  }
}
