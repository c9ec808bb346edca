public import ContentModel

/// Finds words in the notes and tables of a bank.
public struct BankSearch {
  /// A place where all the words stand.
  public struct Hit: Equatable, Sendable {
    /// The section, such as `kpo/types`.
    public let place: String
    /// The note, or the row with a bar between its cells.
    public let text: String
  }

  private let bank: Bank

  /// Prepares a bank for searching.
  public init(_ bank: Bank) {
    self.bank = bank
  }

  /// The places where each of the words begins some word, capitals apart, in the order of the bank.
  ///
  /// A row is also found by the synonyms of its names.
  public func hits(for words: [String]) -> [Hit] {
    let wanted = words.flatMap(Self.words)
    guard !wanted.isEmpty else { return [] }
    let introduction = bank.introduction.flatMap { hits(in: $0, place: bank.id, wanted) }
    return introduction
      + bank.sections.flatMap { section in
        section.blocks.flatMap { hits(in: $0, place: "\(bank.id)/\(section.id)", wanted) }
      }
  }

  private func hits(in block: Block, place: String, _ wanted: [String]) -> [Hit] {
    switch block {
    case .paragraph(let text), .subheading(let text): matches(text, wanted) ? [Hit(place: place, text: text)] : []
    case .bullets(let texts): texts.filter { matches($0, wanted) }.map { Hit(place: place, text: $0) }
    case .table(let table):
      table.rows.compactMap { row in
        let texts = row.cells.map { $0.map(\.displayText).joined(separator: "; ") }
        let synonyms = row.cells.joined().flatMap { value -> [String] in
          guard case .name(let name) = value else { return [] }
          return bank.relations.synonyms(of: name).map(\.displayText)
        }
        guard matches((texts + synonyms).joined(separator: " "), wanted) else { return nil }
        return Hit(place: place, text: texts.filter { !$0.isEmpty }.joined(separator: " | "))
      }
    }
  }

  private func matches(_ text: String, _ wanted: [String]) -> Bool { Self.text(text, hasAll: wanted) }

  /// Whether each word begins some word of a text, capitals apart; without a word, none does.
  public static func text(_ text: String, hasAll wanted: [String]) -> Bool {
    let wanted = wanted.flatMap(words)
    let words = words(of: text)
    return !wanted.isEmpty && wanted.allSatisfy { part in words.contains { $0.hasPrefix(part) } }
  }

  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
