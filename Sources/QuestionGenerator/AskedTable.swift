public import ContentModel

/// A table of a section together with one of its patterns: what is asked from what, as the author wrote it.
///
/// `FormFacts` adds the facts that it can ask, and `QuestionGenerator.Form` the kind of item in which one of them is asked.
public struct AskedTable: Sendable, Equatable {
  /// The id of the section.
  public let sectionID: String
  /// Where the table stands among the section's tables, from 0.
  public let tableIndex: Int
  /// The table.
  public let table: Table
  /// The pattern.
  public let pattern: Pattern
  /// The column that an item asks for.
  public let answer: Int
  /// The column that an item shows.
  public let subject: Int
  /// Whether the stem asks what the notes list (`Pattern.asksWhatIsListed`, which is slow).
  let asksWhatIsListed: Bool
  /// Whether what the table does not say is proved wrong.
  let countsAsClosed: Bool

  init(sectionID: String, tableIndex: Int, table: Table, pattern: Pattern, isReversed: Bool = false) {
    self.sectionID = sectionID
    self.tableIndex = tableIndex
    self.table = table
    self.pattern = pattern
    (answer, subject) = isReversed ? (pattern.subject, pattern.answer) : (pattern.answer, pattern.subject)
    asksWhatIsListed = pattern.asksWhatIsListed
    countsAsClosed = table.extent == .complete || asksWhatIsListed
  }

  /// The same columns the other way round, for items that do not show the author's question.
  var reversed: AskedTable {
    AskedTable(
      sectionID: sectionID, tableIndex: tableIndex, table: table, pattern: pattern,
      isReversed: answer == pattern.answer)
  }

  var relationKey: Relation.Key {
    Relation.Key(
      sectionID: sectionID, tableIndex: tableIndex, left: min(subject, answer), right: max(subject, answer))
  }
}
