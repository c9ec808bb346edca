/// A fault or a doubtful place that was found in a bank.
public struct Diagnostic: Sendable, Equatable {
  /// How bad it is.
  public enum Severity: String, Sendable {
    /// The bank cannot be used until this is mended.
    case error
    /// The bank can be used, but its questions would be better if this were mended.
    case warning
  }

  /// What is wrong, in a word that stays the same between versions, such as `unknown-column`.
  public let code: Code
  /// The line, counted from 1.
  public let line: Int
  /// The column in characters, counted from 1.
  public let column: Int
  /// The text of the line, so that the place can be shown.
  public let excerpt: String
  /// Why it is a fault.
  public let reason: String
  /// What to do about it.
  public let fix: String

  /// How bad it is, which follows from the code.
  public var severity: Severity { code.severity }
}

extension Diagnostic {
  /// The name of a rule that a bank can break.
  public enum Code: String, Sendable, CaseIterable {
    // MARK: The file
    /// Bytes that are not UTF-8, or a file in UTF-16.
    case notUTF8 = "not-utf8"
    /// A character that nobody can see, such as a NUL.
    case controlCharacter = "control-character"
    /// A letter of another script that looks like a Latin one, inside a Latin word.
    case deceptiveLetter = "deceptive-letter"
    /// More bytes than a bank may have.
    case fileTooLarge = "file-too-large"
    /// More bytes than a line may have.
    case lineTooLong = "line-too-long"
    /// A `<!--` without its `-->`.
    case unclosedComment = "unclosed-comment"
    // MARK: The front matter and headings
    /// Something other than `---` at the top of the file.
    case missingFrontMatter = "missing-front-matter"
    /// Front matter without the `---` under it.
    case unclosedFrontMatter = "unclosed-front-matter"
    /// A line of the front matter without a colon or without a value.
    case badFrontMatterLine = "bad-front-matter-line"
    /// A key of the front matter that has no meaning.
    case unknownKey = "unknown-key"
    /// Front matter without `bank` or without `title`.
    case missingKey = "missing-key"
    /// A key that the front matter has twice.
    case duplicateKey = "duplicate-key"
    /// An id of a bank or section with other characters than lower-case letters, digits and hyphens.
    case badIdentifier = "bad-identifier"
    /// A section heading without `{#id}`, or a table above the first section.
    case missingSectionID = "missing-section-id"
    /// Two sections with one id.
    case duplicateSectionID = "duplicate-section-id"
    /// Something in the braces of a heading that is neither an id nor a weight, or a heading without a title.
    case badAttribute = "bad-attribute"
    /// A `weight=` that is not a number from 0 to 1000000.
    case badWeight = "bad-weight"
    /// A section without notes and tables.
    case emptySection = "empty-section"
    /// A second heading of the first level.
    case secondTitle = "second-title"
    /// A bank that has no section at all.
    case noSections = "no-sections"
    // MARK: Directives
    /// A `>` line that begins with no known word.
    case unknownDirective = "unknown-directive"
    /// A `>` line whose word is known and whose rest is at fault.
    case badDirective = "bad-directive"
    /// A `>` line that no table follows.
    case directiveWithoutTable = "directive-without-table"
    /// A second `lists` or `compare` line above one table.
    case duplicateDirective = "duplicate-directive"
    /// A column that the table does not have.
    case unknownColumn = "unknown-column"
    /// A question that shows its answer, does not show its subject or has a broken placeholder.
    case badStem = "bad-stem"
    /// A question of fewer than five words.
    case shortStem = "short-stem"
    /// A question with a "not" that is easily missed, or that no open list can answer.
    case negativeStem = "negative-stem"
    /// A question or a cell that speaks of all, or none, of the other options.
    case allOfTheAbove = "all-of-the-above"
    // MARK: Tables
    /// A table without the row of hyphens under its header.
    case missingDelimiterRow = "missing-delimiter-row"
    /// A row with more or fewer cells than the header.
    case cellCount = "cell-count"
    /// Two columns with one heading, or a column without any.
    case duplicateColumn = "duplicate-column"
    /// An empty first cell with nothing above to repeat, or an empty place in a list of names.
    case emptyCell = "empty-cell"
    /// A table without rows.
    case emptyTable = "empty-table"
    /// A name that is too long, has no letter or digit, or has a broken note in brackets.
    case badName = "bad-name"
    /// A name too long to stand as an option.
    case longName = "long-name"
    /// More columns than a table may have.
    case tooManyColumns = "too-many-columns"
    /// A table that no `ask` line asks.
    case unaskedTable = "unasked-table"
    // MARK: Facts and names
    /// Two facts that differ and would have one id.
    case conflictingFacts = "conflicting-facts"
    /// A fact that two tables of one section state.
    case repeatedFact = "repeated-fact"
    /// A row, a name or a description that a table has twice.
    case repeatedText = "repeated-text"
    /// A line of the names section that does not relate names by one sign, or a table in that section.
    case badNameLine = "bad-name-line"
    /// A line of the names section about names that no table holds.
    case unusedNameLine = "unused-name-line"
    /// A name on a `~` or `!=` line that stands neither in a table nor on a `=` line.
    case unknownName = "unknown-name"
    /// Two names that two lines relate in different ways.
    case contradictoryNames = "contradictory-names"
    /// Two names that look alike while no line says whether they are the same.
    case undeclaredLikeness = "undeclared-likeness"
    /// A description that shares a word with its name and so gives it away.
    case clang = "clang"
    /// A description much longer than the others of its column.
    case longDescription = "long-description"
    /// A description with a word such as "always", which options that are wrong tend to have.
    case absoluteWord = "absolute-word"
    /// A description with a word such as "often", which options that are right tend to have.
    case vagueWord = "vague-word"
    /// A column in which some descriptions end with a full stop and some do not.
    case mixedFullStops = "mixed-full-stops"
    /// A column in which some descriptions begin with a capital letter and some do not.
    case mixedCapitals = "mixed-capitals"
    /// An `ask` line from which no question can be made.
    case deadPattern = "dead-pattern"
    /// A fact that no question can ask.
    case unaskableFact = "unaskable-fact"
  }
}
