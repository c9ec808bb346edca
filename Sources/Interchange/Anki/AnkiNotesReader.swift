/// A note of an Anki text file.
public struct AnkiNote: Sendable, Equatable {
  /// The fields that are no metadata, with their HTML.
  public let fields: [String]
  /// The tags.
  public let tags: [String]
  /// The line on which it begins, counted from 1.
  public let line: Int
  /// Whether `kpo export` wrote it, which its guid or its tags tell.
  public let isOurs: Bool

  init(fields: [String], tags: [String], line: Int, guid: String = "") {
    (self.fields, self.tags, self.line) = (fields, tags, line)
    isOurs = guid.contains("|") || tags.contains { $0.hasPrefix("kind::") }
  }
}

/// The notes of an Anki text file with what its first lines say of them.
public struct AnkiNotes: Sendable, Equatable {
  /// The names of the fields; empty if the file does not give them.
  public var fieldNames: [String] = []
  /// Whether the fields are HTML rather than plain text.
  public var isHTML = false
  /// The notes in order.
  public var notes: [AnkiNote] = []
}

/// Reads the text files that Anki's File > Export and Import have: separated fields under lines that begin with `#`.
public enum AnkiNotesReader {
  /// What an Anki file may say that is not read.
  public enum Fault: Error, Equatable, Sendable {
    /// The fields are separated by something else than a tab, a comma or a semicolon.
    case unknownSeparator(String, line: Int)
    /// The fields themselves are at fault.
    case fields(CSVError)
  }

  /// All notes of a file.
  ///
  /// - Throws: ``Fault`` with the line of the first fault.
  public static func read(_ bytes: [UInt8]) throws(Fault) -> AnkiNotes {
    var result = AnkiNotes()
    var separator: CSVSeparator?
    var metadata: Set<Int> = []
    var tagsColumn: Int?
    var guidColumn: Int?
    var columns: [Substring] = []
    var body = bytes[...]
    if body.starts(with: CSVReader.byteOrderMark) { body = body.dropFirst(3) }
    var line = 1
    while body.first == UInt8(ascii: "#") {
      let end = body.firstIndex { $0 == UInt8(ascii: "\n") } ?? body.endIndex
      let text = String(decoding: body[..<end], as: UTF8.self)
      let parts = text.dropFirst().split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let key = parts[0].lowercased()
      let value = (parts.count > 1 ? parts[1] : "").filter { $0 != "\r" && $0 != "\r\n" }
      switch key {
      case "separator": separator = try Self.separator(value, line)
      case "html": result.isHTML = value.lowercased() == "true"
      case "tags column": tagsColumn = column(value)
      case "guid column": guidColumn = column(value)
      case "notetype column", "deck column": if let column = column(value) { metadata.insert(column) }
      case "columns":
        let sign = separator?.character ?? (value.contains("\t") ? "\t" : ",")
        columns = value.split(separator: sign, omittingEmptySubsequences: false).map { Substring($0) }
      default: break
      }
      body = end < body.endIndex ? body[(end + 1)...] : body[end...]
      line += 1
    }
    let rows: [CSVRow]
    do throws(CSVError) {
      rows = try CSVReader.rows(of: Array(body), separator: separator ?? .tab)
    } catch {
      throw .fields(CSVError(error.reason, line: error.line + line - 1))
    }
    metadata.formUnion([tagsColumn, guidColumn].compactMap { $0 })
    result.fieldNames = columns.indices.filter { !metadata.contains($0) }.map { String(columns[$0]) }
    for row in rows where !isComment(row) {
      let fields = row.fields.indices.filter { !metadata.contains($0) }.map { row.fields[$0] }
      let text = { (column: Int?) in column.flatMap { row.fields.indices.contains($0) ? row.fields[$0] : nil } ?? "" }
      result.notes.append(
        AnkiNote(
          fields: fields, tags: text(tagsColumn).split(separator: " ").map(String.init), line: row.line + line - 1,
          guid: text(guidColumn)))
    }
    return result
  }

  private static func isComment(_ row: CSVRow) -> Bool { row.fields[0].hasPrefix("#") && row.fields.count == 1 }

  private static func separator(_ value: String, _ line: Int) throws(Fault) -> CSVSeparator {
    switch value.lowercased() {
    case "tab", "\t": .tab
    case "comma", ",": .comma
    case "semicolon", ";": .semicolon
    default: throw .unknownSeparator(value, line: line)
    }
  }

  private static func column(_ value: String) -> Int? {
    guard let number = Int(value.filter { $0 != " " }), (1...1000).contains(number) else { return nil }
    return number - 1
  }
}

extension AnkiNotesReader.Fault: CustomStringConvertible {
  /// The place and the reason in words.
  public var description: String {
    switch self {
    case .unknownSeparator(let name, let line):
      "line \(line): fields are read that stand between tabs, commas or semicolons, and these are separated by \"\(name)\""
    case .fields(let error): error.description
    }
  }
}
