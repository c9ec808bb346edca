import ContentModel
import Foundation
import QuestionBanks
import Testing

/// The banks that come with the program: without a fault, and with everything that their sources say.
@Suite struct EmbeddedBankTests {
  /// What the source states, and where the bank says so, or why it does not.
  private struct Entry: Decodable {
    let id: String
    let section: String?
    /// Names that stand in one row of the section's tables.
    let names: [String]?
    /// Words, or beginnings of words, that the section's text has.
    let words: [String]?
    /// Why the bank neither asks nor says it.
    let leftOut: String?
  }

  @Test(arguments: EmbeddedBanks.all.map(\.id)) func hasNeitherErrorsNorWarnings(id: String) throws {
    let reading = try BankParser.parse(embeddedBank(id))
    #expect(reading.diagnostics.map { $0.text(file: "\(id).md") } == [])
    #expect(reading.bank?.id == id)
    #expect(reading.bank?.sections.map(\.weight).reduce(0, +) == 100)
  }

  @Test(arguments: zip(["kpo", "outsourcing"], [187, 433])) func saysAllThatItsSourceSays(id: String, count: Int) throws
  {
    let file = try #require(
      Bundle.module.url(forResource: "\(id)-coverage", withExtension: "json", subdirectory: "Fixtures"))
    let entries = try JSONDecoder().decode([Entry].self, from: Data(contentsOf: file))
    #expect(Set(entries.map(\.id)).count == count)
    #expect(entries.count == count)
    let bank = try #require(BankParser.parse(embeddedBank(id)).bank)
    for entry in entries {
      if let reason = entry.leftOut {
        #expect(!reason.isEmpty && entry.section == nil, "\(entry.id) is left out without a reason")
        continue
      }
      let id = try #require(entry.section, "\(entry.id) has no section")
      let section = try #require(bank.section(id), "\(entry.id): no section \(id)")
      #expect(!(entry.names ?? []).isEmpty || !(entry.words ?? []).isEmpty, "\(entry.id) checks nothing")
      if let names = entry.names {
        let isStated = section.tables.flatMap(\.rows).contains { row in
          let shown = Set(row.cells.joined().flatMap(Self.texts))
          return names.allSatisfy(shown.contains)
        }
        #expect(isStated, "\(entry.id): no row of {#\(id)} has \(names)")
      }
      let text = Self.text(section)
      for word in entry.words ?? [] {
        #expect(text.contains(" \(word)"), "\(entry.id): {#\(id)} does not say \"\(word)\"")
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
