/// A bank that is being made of a file from elsewhere, with the guesses that its author has to look at.
public struct BankDraft: Sendable, Equatable {
  /// A heading with what stands under it.
  public struct Section: Sendable, Equatable {
    /// The heading.
    public var title: String
    /// What stands under it, in order.
    public var blocks: [Block]

    /// A section.
    public init(_ title: String, _ blocks: [Block] = []) { (self.title, self.blocks) = (title, blocks) }
  }

  /// A piece of a section.
  public enum Block: Sendable, Equatable {
    /// Running text.
    case paragraph(String)
    /// A bulleted list.
    case bullets([String])
    /// A heading below the level of a section.
    case subheading(String)
    /// A remark for the author, which learners do not see.
    case comment(String)
    /// A table with the lines that ask it.
    case table(DraftTable)
  }

  /// The short identifier, or a text from which one can be made.
  public var id: String
  /// The title.
  public var title: String
  /// What stands before the first section.
  public var introduction: [Block]
  /// The sections in order.
  public var sections: [Section]

  /// A draft.
  public init(id: String, title: String, introduction: [Block] = [], sections: [Section] = []) {
    (self.id, self.title, self.introduction, self.sections) = (id, title, introduction, sections)
  }

  /// All tables in order.
  public var tables: [DraftTable] {
    (introduction + sections.flatMap(\.blocks)).compactMap { block in
      guard case .table(let table) = block else { return nil }
      return table
    }
  }
}

extension BankDraft {
  /// The bank as it is written, with what it leaves to its author.
  public struct File: Sendable, Equatable {
    /// The Markdown text, which reads back with the same texts in the same cells.
    public let text: String
    /// How many pairs of names look alike, so that the author has to say whether they are the same.
    public let undecidedPairs: Int
    /// How many names were too long or too many to be compared with the others.
    public let uncomparedNames: Int
  }

  /// The bank as a file.
  public var file: File { BankDraftWriter.file(self) }
}

/// A table of a draft; its texts can stand in a bank as they are.
public struct DraftTable: Sendable, Equatable {
  /// How one column is asked from another.
  public struct Pattern: Sendable, Equatable {
    /// The column that is asked for.
    public let answer: Int
    /// The column that the question shows.
    public let subject: Int
    /// The question, with the headings of columns in braces.
    public let stem: String
  }

  /// The headings of the columns, each once.
  public let headers: [String]
  /// For each row and column the values of the cell: several names, or one description.
  public let rows: [[[String]]]
  /// The columns that hold descriptions; the others hold names.
  public let descriptions: Set<Int>
  /// Whether something stands under several others, so that its list may be open.
  public let hasLists: Bool
  /// The proposed questions.
  public let patterns: [Pattern]
  /// The proposed sentences for the feedback, with the headings of columns in braces.
  public let explanations: [String]

  /// The names in its cells, each once, in order.
  public var names: [String] {
    var seen: Set<String> = []
    return rows.joined().enumerated().flatMap { index, values in
      descriptions.contains(index % headers.count) ? [] : values.filter { seen.insert($0).inserted }
    }
  }
}

/// Something that an import tells: what was left out or changed, and where.
public struct ImportNote: Sendable, Equatable {
  /// The line of the file, counted from 1; nil where it is about the whole.
  public let line: Int?
  /// What happened, one sentence without a full stop.
  public let text: String

  /// A note.
  public init(line: Int? = nil, _ text: String) { (self.line, self.text) = (line, text) }
}

/// A file from elsewhere as a draft of a bank.
public struct ImportedBank: Sendable, Equatable {
  /// The draft.
  public var draft: BankDraft
  /// What was left out or changed, in the order of the file.
  public var notes: [ImportNote]
  /// How many entries of the file (rows, cards, questions, lists) were read.
  public var entries: Int

  /// An imported bank.
  public init(draft: BankDraft, notes: [ImportNote] = [], entries: Int) {
    (self.draft, self.notes, self.entries) = (draft, notes, entries)
  }
}

extension ImportedBank {
  /// Puts a table into a section of its own, with what is to be decided and what was left out; nothing if no row is left.
  mutating func add(_ found: FoundTable, _ title: String) {
    let (table, notes) = TableProposal.make(found)
    self.notes += notes
    guard let table else { return }
    var blocks: [BankDraft.Block] = [.comment(DraftComments.aboutQuestions), .table(table)]
    if let telling = DraftComments.tellingDescriptions(in: table) { blocks.append(.comment(telling)) }
    draft.sections.append(BankDraft.Section(title, blocks))
  }
}

extension BankDraft {
  /// An id made of a text: lower-case letters, digits and hyphens; nil if nothing of the text can stand in one.
  public static func identifier(_ text: String) -> String? { BankText.identifier(text) }

  /// The title for a bank in a file of some name without ending: `river-facts` becomes "River facts".
  public static func title(ofName name: String) -> String {
    let words = name.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
