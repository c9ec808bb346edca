import ContentModel
import Terminal

/// A bank as study notes.
struct NotesView {
  let bank: Bank

  /// All notes: the introduction and every section.
  func all(_ layout: Layout) -> SafeText {
    let head = layout.wrap("\(bank.title, .title)")
    let introduction = bank.introduction.map { block($0, layout) }
    return ([head] + introduction + bank.sections.map { section($0, layout) }).joined(separator: "\n\n")
  }

  /// One section with its heading.
  func section(_ section: Section, _ layout: Layout) -> SafeText {
    let head = layout.wrap("\(section.title, .title) \("(\(section.id))" as SafeText, .faint)")
    return ([head] + section.blocks.map { block($0, layout) }).joined(separator: "\n\n")
  }

  private func block(_ block: Block, _ layout: Layout) -> SafeText {
    switch block {
    case .paragraph(let text): layout.wrap("\(text)")
    case .bullets(let texts): layout.bullets(texts.map { "\($0)" })
    case .subheading(let text): layout.wrap("\(text, .strong)")
    case .table(let table): self.table(table, layout)
    }
  }

  private func table(_ table: Table, _ layout: Layout) -> SafeText {
    let rows = table.layout.map { cells in cells.map { SafeText(untrustedLine: $0) } }
    guard let header = rows.first else { return "" }
    return layout.table(header: header, rows: Array(rows.dropFirst()))
  }
}
