/// The stable identity of a fact, such as `kpo/types/document-review:task`.
///
/// It is made from the bank, the section and the names, never from a description, so that rewording a description
/// keeps a learner's progress. Two names give `bank/section/first/second`, in the order of the columns;
/// a name and its description give `bank/section/name:column`.
public struct FactID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The id as it is written to files.
  public let rawValue: String

  /// Takes an id as it was read from a file.
  public init(_ rawValue: String) {
    self.rawValue = rawValue
  }

  /// The id as it is written to files.
  public var description: String { rawValue }

  /// Orders ids by their text.
  public static func < (left: FactID, right: FactID) -> Bool { left.rawValue < right.rawValue }
}

/// What one cell of a table states.
public enum Value: Sendable, Hashable {
  /// A term that may stand as an answer.
  case name(Name)
  /// A text that tells something about a name.
  case description(String)

  /// What a learner sees.
  public var displayText: String {
    switch self {
    case .name(let name): name.displayText
    case .description(let text): text
    }
  }
}

/// One pair, of two names or of a name and a description, that a table states and a pattern asks.
public struct Fact: Sendable, Equatable {
  /// The identity under which a learner's memory of this fact is kept.
  public let id: FactID
  /// The id of the section that states it.
  public let sectionID: String
  /// Where its table stands among the tables of the section, from 0.
  public let tableIndex: Int
  /// Where its row stands in the table, from 0.
  public let rowIndex: Int
  /// The two columns, the left one first.
  public let columns: [Int]
  /// The two values, in the order of `columns`.
  public let values: [Value]

  /// The value that this fact states in a column, if the column is one of its two.
  public func value(inColumn column: Int) -> Value? {
    columns.firstIndex(of: column).map { values[$0] }
  }
}
