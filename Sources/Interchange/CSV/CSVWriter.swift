/// Writes rows as CSV by RFC 4180.
///
/// A field that holds the separator, a quotation mark, a line break or a space at either end is quoted; line breaks inside
/// a field stay as they are.
public struct CSVWriter: Sendable {
  /// How a row ends.
  public enum LineBreak: String, Sendable {
    /// As RFC 4180 has it.
    case crlf = "\r\n"
    /// As Unix has it.
    case lf = "\n"
  }

  /// What stands between two fields.
  public var separator: CSVSeparator
  /// How a row ends.
  public var lineBreak: LineBreak
  /// Whether an apostrophe goes before a field that a spreadsheet would take for a formula; readers see it as text.
  public var guardsFormulas: Bool
  /// Whether the text begins with a byte order mark, without which some spreadsheets do not expect UTF-8.
  public var hasByteOrderMark: Bool

  /// Makes a writer; the defaults are those of RFC 4180, with fields as they are.
  public init(
    separator: CSVSeparator = .comma, lineBreak: LineBreak = .crlf, guardsFormulas: Bool = false,
    hasByteOrderMark: Bool = false
  ) {
    self.separator = separator
    self.lineBreak = lineBreak
    self.guardsFormulas = guardsFormulas
    self.hasByteOrderMark = hasByteOrderMark
  }

  /// The rows, each ending with a line break; a row without fields cannot be written and is left out.
  public func text(_ rows: some Sequence<[String]>) -> String {
    var text = hasByteOrderMark ? "\u{FEFF}" : ""
    for row in rows where !row.isEmpty { text += line(row) }
    return text
  }

  /// One row with the line break at its end, without a byte order mark.
  public func line(_ row: [String]) -> String {
    // One empty field and nothing else would be an empty line, which is no row.
    let fields = row == [""] ? "\"\"" : row.map(field).joined(separator: String(separator.character))
    return fields + lineBreak.rawValue
  }

  private func field(_ text: String) -> String {
    var field = text
    if guardsFormulas, let first = text.utf8.first, Self.formulaBeginnings.contains(first) { field = "'" + field }
    guard needsQuotes(field) else { return field }
    return "\"" + String(decoding: field.utf8.flatMap { $0 == Self.quote ? [$0, $0] : [$0] }, as: UTF8.self) + "\""
  }

  private static let quote = UInt8(ascii: "\"")
  private static let formulaBeginnings = Set("=+-@\t\r".utf8)

  private func needsQuotes(_ field: String) -> Bool {
    let bytes = field.utf8
    // Some readers drop spaces at the ends of a field; a mark at the very beginning would be taken for the file's own.
    if bytes.first == UInt8(ascii: " ") || bytes.last == UInt8(ascii: " ")
      || bytes.starts(with: CSVReader.byteOrderMark)
    {
      return true
    }
    return bytes.contains { byte in
      byte == separator.byte || byte == Self.quote || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
  }
}
