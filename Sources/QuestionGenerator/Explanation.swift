import ContentModel

/// Puts the facts of two columns of a table into sentences for feedback.
struct Explanation {
  private let table: Table
  private let columns: [Int]
  /// The author's `why` lines that show both columns, those that say most about just them first.
  private let templates: [Template]

  init(table: Table, columns: [Int]) {
    self.table = table
    self.columns = columns
    let fitting = table.explanations.filter { Set($0.columns).isSuperset(of: columns) }.enumerated().map {
      (template: $1, breadth: Set($1.columns).count, place: $0)
    }
    templates = fitting.sorted { ($0.breadth, $0.place) < ($1.breadth, $1.place) }.map(\.template)
  }

  /// The fact as a sentence: the first line that can be filled in; without one, the two columns with their values.
  func sentence(for fact: Fact) -> String {
    let text = FactText(table: table, fact: fact)
    return templates.lazy.compactMap(text.filling).first ?? ownWords.filled(with: text.text)
  }

  /// The columns with their values; for a comparison, whose columns have headings of our own, the aspect in front.
  var ownWords: Template {
    if table.isComparison {
      return Template(pieces: [.column(0), .text(", in "), .column(1), .text(": "), .column(2), .text(".")])
    }
    let pairs = columns.enumerated().flatMap { index, column in
      [Template.Piece.text("\(index > 0 ? "; " : "")\(table.columns[column].header): "), .column(column)]
    }
    return Template(pieces: pairs + [.text(".")])
  }

  /// Where a value belongs: the first of its facts as a sentence, and the names of the others.
  func sentence(for facts: [Fact], otherwiseNamedIn column: Int) -> String {
    guard let first = facts.first else { return "" }
    guard table.columns[column].content == .names else { return sentence(for: first) }
    let shown = first.value(inColumn: column)
    let others = facts.dropFirst().compactMap { $0.value(inColumn: column) }.filter { $0 != shown }
    guard !others.isEmpty else { return sentence(for: first) }
    let names = others.prefix(3).map(\.displayText).joined(separator: ", ")
    let rest = others.count > 3 ? " and \(others.count - 3) more" : ""
    return "\(sentence(for: first)) Likewise: \(names)\(rest)."
  }
}
