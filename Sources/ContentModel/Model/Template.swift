/// A text with placeholders for the columns of a table, such as `Which type offers {Service}?`.
public struct Template: Sendable, Equatable {
  /// A piece of a template.
  public enum Piece: Sendable, Equatable {
    /// Text that stays as it is.
    case text(String)
    /// The value of the column with this index.
    case column(Int)
  }

  /// The pieces from left to right.
  public let pieces: [Piece]

  /// The columns that the template shows.
  public var columns: [Int] {
    pieces.compactMap { piece in
      guard case .column(let column) = piece else { return nil }
      return column
    }
  }

  /// The text around the placeholders.
  public var literalText: String {
    pieces.map { piece in
      guard case .text(let text) = piece else { return " " }
      return text
    }.joined()
  }

  /// The text with each placeholder replaced by what `value` gives for its column.
  public func filled(with value: (Int) -> String) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .column(let column): value(column)
      }
    }.joined()
  }
}
