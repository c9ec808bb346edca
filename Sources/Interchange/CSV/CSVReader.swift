/// How much a CSV file may ask of us.
public struct CSVLimits: Equatable, Sendable {
  /// The most bytes a file may have.
  public var bytes: Int
  /// The most fields a row may have.
  public var columns: Int

  /// Makes limits; the defaults are 32 MiB and 1000 fields.
  public init(bytes: Int = 32 << 20, columns: Int = 1000) {
    self.bytes = bytes
    self.columns = columns
  }
}

/// A row of a CSV file.
public struct CSVRow: Equatable, Sendable {
  /// The fields from left to right, without the quotation marks around them; at least one.
  public let fields: [String]
  /// The line on which the row begins, counted from 1.
  public let line: Int
}

/// Reads CSV by RFC 4180, and what spreadsheets make of it: other separators, other line breaks, a byte order mark.
///
/// Empty lines are no rows. A quotation mark inside a field that does not begin with one is text.
public struct CSVReader {
  private let bytes: ArraySlice<UInt8>
  private let separator: UInt8
  private let limits: CSVLimits
  private var position: Int
  private var line = 1

  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private init(_ bytes: ArraySlice<UInt8>, _ separator: CSVSeparator, _ limits: CSVLimits) {
    self.bytes = bytes
    self.separator = separator.byte
    self.limits = limits
    position = bytes.startIndex
  }

  /// All rows of a file.
  ///
  /// - Parameter separator: what stands between two fields; nil for the one that the first rows suggest.
  /// - Throws: ``CSVError`` with the line of the first fault.
  public static func rows(
    of bytes: [UInt8], separator: CSVSeparator? = nil, limits: CSVLimits = CSVLimits()
  ) throws(CSVError) -> [CSVRow] {
    guard bytes.count <= limits.bytes else {
      throw CSVError(.tooLarge(bytes: bytes.count, limit: limits.bytes), line: 1)
    }
    let body = withoutMark(bytes)
    var reader = CSVReader(body, separator ?? guessedSeparator(body), limits)
    var rows: [CSVRow] = []
    while let row = try reader.row() { rows.append(row) }
    return rows
  }

  /// The separator that the first rows of a file suggest: the one that splits them all into the same number of fields.
  ///
  /// Where several do, the one that makes the most fields; where none does, the one that makes the most of the first row;
  /// a comma if there is only one column.
  public static func separator(of bytes: [UInt8]) -> CSVSeparator { guessedSeparator(withoutMark(bytes)) }

  private static func guessedSeparator(_ bytes: ArraySlice<UInt8>) -> CSVSeparator {
    let judged = [CSVSeparator.tab, .semicolon, .comma].map { separator in
      var reader = CSVReader(bytes, separator, CSVLimits(bytes: .max, columns: .max))
      var counts: [Int] = []
      // The fault of a later row is told when the file is read.
      while counts.count < 20, let row = try? reader.row() { counts.append(row.fields.count) }
      let first = counts.first ?? 1
      return (separator, fields: first, isEven: first > 1 && counts.allSatisfy { $0 == first })
    }
    let even = judged.filter(\.isEven)
    let candidates = even.isEmpty ? judged : even
    let most = candidates.map(\.fields).max() ?? 1
    return most == 1 ? .comma : candidates.first { $0.fields == most }?.0 ?? .comma
  }

  private static func withoutMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.starts(with: byteOrderMark) ? bytes.dropFirst(byteOrderMark.count) : bytes[...]
  }

  /// The byte at the position, or nil at the end.
  private var next: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  /// The next row, or nil at the end.
  private mutating func row() throws(CSVError) -> CSVRow? {
    while skipLineBreak() {}
    guard next != nil else { return nil }
    let start = line
    var fields = [try field()]
    while next == separator {
      position += 1
      guard fields.count < limits.columns else {
        throw CSVError(.tooManyColumns(limit: limits.columns), line: start)
      }
      fields.append(try field())
    }
    skipLineBreak()
    return CSVRow(fields: fields, line: start)
  }

  private mutating func field() throws(CSVError) -> String {
    next == UInt8(ascii: "\"") ? try quotedField() : try text(bytes[plainField()], line)
  }

  /// Stops at a separator, a line break or the end.
  private mutating func plainField() -> Range<Int> {
    let start = position
    while let byte = next, byte != separator, !Self.isLineBreak(byte) { position += 1 }
    return start..<position
  }

  private mutating func quotedField() throws(CSVError) -> String {
    let start = line
    var content: [UInt8] = []
    position += 1
    while let byte = next {
      if byte == UInt8(ascii: "\"") {
        position += 1
        guard next == UInt8(ascii: "\"") else {
          guard next.map({ $0 == separator || Self.isLineBreak($0) }) ?? true else {
            throw CSVError(.textAfterQuote, line: line)
          }
          return try text(content[...], start)
        }
        position += 1
        content.append(byte)
      } else if Self.isLineBreak(byte) {
        let first = position
        skipLineBreak()
        content += bytes[first..<position]
      } else {
        position += 1
        content.append(byte)
      }
    }
    throw CSVError(.unclosedQuote, line: start)
  }

  /// Steps over LF, CR or CRLF, counts the line, and tells whether one was there.
  @discardableResult
  private mutating func skipLineBreak() -> Bool {
    guard let byte = next, Self.isLineBreak(byte) else { return false }
    position += 1
    if byte == UInt8(ascii: "\r"), next == UInt8(ascii: "\n") { position += 1 }
    line += 1
    return true
  }

  private static func isLineBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  private func text(_ bytes: ArraySlice<UInt8>, _ line: Int) throws(CSVError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw CSVError(.notUTF8, line: line) }
    return text
  }
}
