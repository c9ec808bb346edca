import ContentModel
import Foundation
import Testing

/// The bank that comes with the program: without a fault, and with everything that its source says.
@Suite struct KPOBankTests {
  /// What the source states, and where the bank says so.
  private struct Entry: Decodable {
    let id: String
    let section: String
    /// Names that stand in one row of the section's tables.
    let names: [String]?
    /// Words, or beginnings of words, that the section's text has.
    let words: [String]?
  }

  @Test func hasNeitherErrorsNorWarnings() throws {
    let reading = try BankParser.parse(embeddedKPO())
    #expect(reading.diagnostics.map { $0.text(file: "kpo.md") } == [])
    #expect(reading.bank?.id == "kpo")
  }

  @Test func saysAllThatItsSourceSays() throws {
    let file = try #require(
      Bundle.module.url(forResource: "kpo-coverage", withExtension: "json", subdirectory: "Fixtures"))
    let entries = try JSONDecoder().decode([Entry].self, from: Data(contentsOf: file))
    #expect(entries.count == 187)
    #expect(Set(entries.map(\.id)).count == 187)
    let bank = try #require(BankParser.parse(embeddedKPO()).bank)
    for entry in entries {
      let section = try #require(bank.section(entry.section), "\(entry.id): no section \(entry.section)")
      #expect(!(entry.names ?? []).isEmpty || !(entry.words ?? []).isEmpty, "\(entry.id) checks nothing")
      if let names = entry.names {
        let isStated = section.tables.flatMap(\.rows).contains { row in
          let shown = Set(row.cells.joined().flatMap(Self.texts))
          return names.allSatisfy(shown.contains)
        }
        #expect(isStated, "\(entry.id): no row of {#\(entry.section)} has \(names)")
      }
      let text = Self.text(section)
      for word in entry.words ?? [] {
        #expect(text.contains(" \(word)"), "\(entry.id): {#\(entry.section)} does not say \"\(word)\"")
      }
    }
  }

  /// A value, a name with its note both with and without it.
  private static func texts(_ value: Value) -> [String] {
    switch value {
    case .name(let name): [name.text, name.text + (name.note.map { " [\($0)]" } ?? "")]
    case .description(let text): [text]
    }
  }

  /// All that a section shows, in lower case, with a space before each word, whatever sign stands there.
  private static func text(_ section: Section) -> String {
    let parts = section.blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let text), .subheading(let text): [text]
      case .bullets(let texts): texts
      case .table(let table): table.layout.flatMap(\.self)
      }
    }
    let text = ([section.title] + parts).joined(separator: " ").lowercased()
    return " " + text.split { " “(/".contains($0) }.joined(separator: " ")
  }
}
