/// A `>` line above a table, read but not yet matched with the table's columns.
struct Directive {
  enum Content {
    case lists(ListExtent)
    case ask(answer: Located, subject: Located, stem: Located)
    case why(Located)
    case names([Located])
    case descriptions([Located])
    case compare([Located])
  }

  let content: Content
  /// The text after `>`.
  let place: Located

  private static let words = ["ask", "lists", "why", "names", "descriptions", "compare"]

  static func parse(_ line: SourceLine, reporting sink: inout DiagnosticSink) -> Directive? {
    let place = Located(line.text.trimmingSpaces(), in: line).dropping(1)
    let word = place.text.prefix { $0.isLetter }
    let rest = place.dropping(word.count)
    if word == "ask" { return ask(place, rest: rest, reporting: &sink) }
    guard words.contains(String(word)) else {
      let guess = Spelling.closest(to: String(word), among: words)
      sink.report(
        .unknownDirective, at: place,
        "A line that begins with `>` says how the table under it is asked; "
          + (word.isEmpty ? "this one says nothing." : "it cannot begin with `\(word)`."),
        fix: guess.map { "Did you mean `> \($0)`?" }
          ?? "Begin with \(words.map { "`\($0)`" }.joined(separator: ", ")), or take the `>` away.")
      return nil
    }
    guard rest.text.first == ":" else {
      sink.report(.badDirective, at: rest, "A colon is missing after `\(word)`.", fix: "Write `> \(word):` and go on.")
      return nil
    }
    let value = rest.dropping(1)
    switch word {
    case "lists":
      guard let extent = ListExtent(rawValue: value.string) else {
        sink.report(
          .badDirective, at: value, "A list is either open (`examples`) or closed (`complete`).",
          fix: "Write `> lists: examples` or `> lists: complete`.")
        return nil
      }
      return Directive(content: .lists(extent), place: place)
    case "why":
      guard !value.text.isEmpty else {
        sink.report(
          .badDirective, at: rest, "The explanation is empty.",
          fix: "Write a sentence such as `{Service} belongs to {Type}.`, with the columns of your table.")
        return nil
      }
      return Directive(content: .why(value), place: place)
    default:
      let columns = value.split(at: ";")
      if let empty = columns.first(where: { $0.text.isEmpty }) {
        sink.report(
          .badDirective, at: empty.text.isEmpty && columns.count == 1 ? rest : empty,
          "The name of a column is missing.",
          fix: "Write the columns with `;` between them.")
        return nil
      }
      let content: Content =
        word == "names" ? .names(columns) : word == "descriptions" ? .descriptions(columns) : .compare(columns)
      return Directive(content: content, place: place)
    }
  }

  private static func ask(_ place: Located, rest: Located, reporting sink: inout DiagnosticSink) -> Directive? {
    let fix = "Write it like `> ask Service from Type: Which of these is a service of {Type}?`"
    guard let colon = rest.text.firstIndex(of: ":") else {
      sink.report(.badDirective, at: place, "A colon is missing before the question.", fix: fix)
      return nil
    }
    let columns = Located(rest.text[..<colon], in: rest.line)
    let stem = Located(rest.text[rest.text.index(after: colon)...], in: rest.line).trimmed
    guard let from = columns.text.firstRange(of: " from ") else {
      sink.report(.badDirective, at: place, "An `ask` line says which column is asked `from` which other.", fix: fix)
      return nil
    }
    let answer = Located(columns.text[..<from.lowerBound], in: rest.line).trimmed
    let subject = Located(columns.text[from.upperBound...], in: rest.line).trimmed
    guard !answer.text.isEmpty, !subject.text.isEmpty, !stem.text.isEmpty else {
      sink.report(
        .badDirective, at: place, "This line needs two columns and a question, and one of the three is missing.",
        fix: fix)
      return nil
    }
    return Directive(content: .ask(answer: answer, subject: subject, stem: stem), place: place)
  }
}
