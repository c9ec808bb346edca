/// One subject's content model: study notes and the tables that questions are made from.
public struct Bank: Sendable, Equatable {
  /// The short identifier from the front matter, the first part of every fact's id.
  public let id: String
  /// The title shown to learners.
  public let title: String
  /// The language of the text as a BCP 47 tag, `en` if the bank does not say.
  public let language: String
  /// The prose between the title and the first section.
  public let introduction: [Block]
  /// The sections in the order of the file, without the one that declares names.
  public let sections: [Section]
  /// What the bank says about names that mean the same or look alike.
  public let relations: NameRelations
  /// Every fact that a pattern asks, each id once, in the order of the file.
  public let facts: [Fact]

  /// The section with this id, if there is one.
  public func section(_ id: String) -> Section? {
    sections.first { $0.id == id }
  }

  /// The names that stand in the tables, each once, in the order of the file.
  public var names: [Name] {
    var seen: Set<Name> = []
    return tables.flatMap { $0.table.names }.filter { seen.insert($0).inserted }
  }

  /// All tables with the section they stand in, in the order of the file.
  public var tables: [(section: Section, table: Table)] {
    sections.flatMap { section in section.tables.map { (section, $0) } }
  }
}

/// A headed part of a bank: notes, and tables with the patterns that ask them.
public struct Section: Sendable, Equatable {
  /// The stable id from the heading, such as `types`.
  public let id: String
  /// The heading's text.
  public let title: String
  /// The section's share of an exam, in the same unit for the whole bank; 1 unless the heading says otherwise.
  public let weight: Double
  /// Notes and tables in the order of the file.
  public let blocks: [Block]
  /// The line of the heading, counted from 1.
  public let line: Int

  /// The section's tables in the order of the file.
  public var tables: [Table] {
    blocks.compactMap { block in
      guard case .table(let table) = block else { return nil }
      return table
    }
  }
}

/// A piece of a section as a reader sees it.
public enum Block: Sendable, Equatable {
  /// Running text, its lines joined by spaces.
  case paragraph(String)
  /// A bulleted list, one text for each bullet.
  case bullets([String])
  /// A heading below the level of a section.
  case subheading(String)
  /// A table and its patterns.
  case table(Table)
}
