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

  /// Makes a template from its pieces.
  public init(pieces: [Piece]) {
    self.pieces = pieces
  }

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
  ///
  /// A full stop behind a value that ends a sentence itself is left out.
  public func filled(with value: (Int) -> String) -> String {
    var result = ""
    for piece in pieces {
      switch piece {
      case .text(let text): result += text.first == "." && result.endsSentence ? text.dropFirst() : text[...]
      case .column(let column): result += value(column)
      }
    }
    return result
  }
}

extension String {
  /// Whether it ends in a sign after which no full stop follows.
  fileprivate var endsSentence: Bool {
    guard let last else { return false }
    return ".!?…".contains(last)
  }
}
