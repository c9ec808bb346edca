/// Why a text is not the CSV that we read, and where.
public struct CSVError: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Reason: Equatable, Sendable {
    /// A quotation mark opens a field and none closes it.
    case unclosedQuote
    /// After the quotation mark that closes a field neither a separator nor the end of the line follows.
    case textAfterQuote
    /// A field is not UTF-8.
    case notUTF8
    /// A row has more fields than the limit.
    case tooManyColumns(limit: Int)
    /// The text has more bytes than the limit.
    case tooLarge(bytes: Int, limit: Int)
  }

  /// What is wrong.
  public let reason: Reason
  /// The line of the file, counted from 1; of a field in quotes the line on which it begins.
  public let line: Int

  /// Makes an error.
  public init(_ reason: Reason, line: Int) {
    self.reason = reason
    self.line = line
  }
}

extension CSVError: CustomStringConvertible {
  /// The place and the reason in words, such as "line 3: a quotation mark is never closed".
  public var description: String { "line \(line): \(reason.text)" }
}

extension CSVError.Reason {
  /// The reason in words, without a full stop.
  public var text: String {
    switch self {
    case .unclosedQuote: "a quotation mark is never closed"
    case .textAfterQuote: "a field goes on after the quotation mark that closes it"
    case .notUTF8: "a field is not UTF-8"
    case .tooManyColumns(let limit): "a row has more than \(limit) fields"
    case .tooLarge(let bytes, let limit): "the file has \(bytes) bytes, and the limit is \(limit)"
    }
  }
}
