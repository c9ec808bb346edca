import QuestionGenerator

/// A paper and its key, each as one HTML page that loads nothing, runs nothing and prints well.
struct HTMLPaper {
  let paper: PrintedPaper

  /// The questions with room for answers.
  var questions: String {
    page(
      title: paper.title,
      lead: "<p>Name: <span class=\"name\"></span> Date: <span class=\"date\"></span></p>\n",
      entries: paper.questions.map { "<p>\(HTMLText.isolated($0.item.stem))</p>\n\(room(for: $0.item))" })
  }

  /// The right answers.
  var key: String {
    page(
      title: "\(paper.title): key", lead: "",
      entries: paper.questions.map { question in
        let key = PrintedKey(question.item)
        let answer = "<b>\(HTMLText.isolated(key.answer))</b> (\(HTMLText.isolated(question.section)))"
        return "<p>\(answer)</p>\n\(reasons(key.reasons))"
      })
  }

  private func page(title: String, lead: String, entries: [String]) -> String {
    HTMLDocument.text(
      language: paper.language, title: "\(title), form \(paper.form)", style: Self.style,
      body: """
        <header>
        <h1>\(HTMLText.isolated(title))</h1>
        <p>\(paper.summary.map(HTMLText.isolated).joined(separator: " · "))</p>
        \(lead)</header>
        <main>
        <ol>
        \(entries.map { "<li class=\"question\">\n\($0)</li>\n" }.joined())</ol>
        </main>
        """)
  }

  /// The options, the premises and responses, or a line to write on.
  private func room(for item: Item) -> String {
    switch item.body {
    case .choice(let choice) where item.kind == .trueFalse:
      "<p>\(choice.options.map { "<span class=\"letter\"></span> \(HTMLText.isolated($0.text))" }.joined(separator: " "))</p>\n"
    case .choice(let choice): lettered(choice.options.map(\.text))
    case .selection(let selection): lettered(selection.options.map(\.option.text))
    case .matching(let matching):
      list(matching.premises.map { "<span class=\"letter\"></span> \(HTMLText.isolated($0.text))" }, tag: "<ol>")
        + lettered(matching.responses.map(\.text))
    case .typed: "<p class=\"line\"></p>\n"
    }
  }

  private func lettered(_ texts: [String]) -> String { list(texts.map(HTMLText.isolated), tag: "<ol type=\"a\">") }

  private func reasons(_ texts: [String]) -> String {
    guard texts.count > 1 else { return texts.map { "<p>\(HTMLText.isolated($0))</p>\n" }.joined() }
    return list(texts.map(HTMLText.isolated), tag: "<ol>")
  }

  private func list(_ entries: [String], tag: String) -> String {
    "\(tag)\n\(entries.map { "<li>\($0)</li>\n" }.joined())</ol>\n"
  }

  /// The reader's own light or dark colours; on paper dark ink, and no question is split over two pages.
  private static let style = """
    :root { color-scheme: light dark; }
    body { font: 1rem/1.5 serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
    h1 { font-size: 1.5rem; line-height: 1.2; }
    .question { margin: 1.5rem 0; break-inside: avoid; }
    .question p { margin: 0.5rem 0; }
    .question ol { margin: 0.75rem 0; }
    ol[type="a"] { list-style-type: lower-alpha; }
    span { display: inline-block; border-bottom: 1px solid; }
    .name { width: 14rem; }
    .date { width: 7rem; }
    .letter { width: 2rem; }
    .line { height: 2rem; border-bottom: 1px solid; }
    @page { margin: 2cm; }
    @media print {
      :root { color-scheme: light; }
      body { font-size: 11pt; max-width: none; margin: 0; padding: 0; }
    }
    """
}
