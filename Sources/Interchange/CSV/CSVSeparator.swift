/// What stands between two fields of a CSV file.
public enum CSVSeparator: String, CaseIterable, Sendable {
  /// As RFC 4180 has it.
  case comma
  /// As spreadsheets write it where the comma is the decimal mark.
  case semicolon
  /// As in text copied out of a spreadsheet.
  case tab

  /// The separator itself.
  public var character: Character { Character(Unicode.Scalar(byte)) }

  /// The separator in UTF-8.
  var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    }
  }
}
