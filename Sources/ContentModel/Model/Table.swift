/// A table of a bank with the patterns that ask it.
///
/// A comparison table (`Aspect | KPO | BPO`) is turned into rows of three columns, the aspect, `Column` and `Cell`,
/// so that everything after the parser sees one form; `layout` keeps what the author wrote.
public struct Table: Sendable, Equatable {
  /// The columns from left to right.
  public let columns: [Column]
  /// The rows from top to bottom, empty first cells filled in from above.
  public let rows: [Row]
  /// The ways of asking one column from another.
  public let patterns: [Pattern]
  /// Whether its lists name everything that belongs to them.
  public let extent: ListExtent
  /// The sentences that explain a fact after an answer, for different pairs of columns.
  public let explanations: [Template]
  /// Whether the author wrote it as a comparison of columns.
  public let isComparison: Bool
  /// The table as the author wrote it: the header, then the rows.
  public let layout: [[String]]
  /// The line of the header, counted from 1.
  public let line: Int

  /// The names in its cells, row by row, as often as they stand there.
  public var names: [Name] {
    rows.flatMap(\.names)
  }
}

/// A column of a table.
public struct Column: Sendable, Equatable {
  /// What a column's cells are.
  public enum Content: Sendable, Equatable {
    /// Terms that may stand as answers; one cell may hold several.
    case names
    /// Text about the names of the row.
    case descriptions
  }

  /// The heading of the column.
  public let header: String
  /// What its cells are.
  public let content: Content
}

/// A row of a table: for each column, the values that its cell states.
public struct Row: Sendable, Equatable {
  /// One list of values for each column; an empty list where the cell states nothing.
  public let cells: [[Value]]
  /// The line of the row, counted from 1.
  public let line: Int

  /// The names in its cells, from left to right.
  var names: [Name] {
    cells.joined().compactMap { value in
      guard case .name(let name) = value else { return nil }
      return name
    }
  }
}

/// Whether a list in a table names everything that belongs to it.
public enum ListExtent: String, Sendable {
  /// The list is open: what is not on it may still belong to it.
  case examples
  /// The list is closed: what is not on it does not belong to it.
  case complete
}

/// One `ask` line: how one column is asked from another.
public struct Pattern: Sendable, Equatable {
  /// The column whose values are the options.
  public let answer: Int
  /// The column whose value the stem shows.
  public let subject: Int
  /// The stem with its placeholders.
  public let stem: Template
  /// The line it stands on, counted from 1.
  public let line: Int

  /// Whether the stem asks what the notes list, so that an open list counts as it is written.
  ///
  /// Only "list", "lists" and "listed" say so; "named" and "names" have too many other uses.
  public var asksWhatIsListed: Bool {
    let listing: Set<String> = ["list", "lists", "listed"]
    return stem.literalText.lowercased().split { !$0.isLetter }.contains { listing.contains(String($0)) }
  }
}
