import ContentModel
import QuestionGenerator

/// Questions as CSV, one row each; every kind has its cells.
///
/// What there may be several of stands on lines of one cell. Answers are texts: those that are right, or for each premise
/// its response, in the order of the premises.
struct CSVItems: ItemWriter {
  private let writer: CSVWriter
  private var rows = [Self.columns]

  /// The first row; columns are only ever added at the end.
  static let columns = [
    "id", "kind", "bank", "section", "from", "to", "question", "premises", "options", "answers", "feedback", "facts",
  ]

  /// - Parameter isMarked: whether the file begins with a byte order mark.
  init(isMarked: Bool) {
    writer = CSVWriter(guardsFormulas: true, hasByteOrderMark: isMarked)
  }

  var file: [UInt8] { Array(writer.text(rows).utf8) }

  mutating func add(_ question: ItemExport.Question) -> String? {
    let item = question.item
    guard !item.texts.contains(where: { $0.contains(where: \.isNewline) }) else {
      return "a line break in it would make two texts of one"
    }
    let premises: [String]
    let options: [String]
    let answers: [String]
    switch item.body {
    case .choice(let choice):
      (premises, options, answers) = ([], choice.options.map(\.text), [choice.options[choice.key].text])
    case .selection(let selection):
      (premises, options) = ([], selection.options.map(\.option.text))
      answers = selection.options.filter(\.isRight).map(\.option.text)
    case .matching(let matching):
      (premises, options) = (matching.premises.map(\.text), matching.responses.map(\.text))
      answers = matching.premises.map { matching.responses[$0.answer].text }
    case .typed(let typed): (premises, options, answers) = ([], [], typed.accepted)
    }
    rows.append([
      item.id, item.kind.rawValue, item.bankID, item.sectionID, item.subjectColumn, item.answerColumn, item.stem,
      lines(premises), lines(options), lines(answers), lines(item.reasons), lines(item.facts.map(\.rawValue)),
    ])
    return nil
  }

  private func lines(_ texts: [String]) -> String { texts.joined(separator: "\n") }
}
