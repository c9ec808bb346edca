/// A file format in which questions are taken to another program.
///
/// A question that a format cannot carry is left out and told, never changed until it fits.
public enum ItemFormat: String, CaseIterable, Sendable {
  /// Moodle's text format for questions.
  case gift
  /// Moodle's XML format, the one that carries most.
  case moodleXML = "moodle-xml"
  /// The plainest text format: one right answer among some.
  case aiken
  /// IMS Question and Test Interoperability 2.1: a zip with a manifest and one file for each question.
  case qti
  /// Notes of the type Basic for Anki, as text that its importer reads.
  case anki
  /// Comma-separated values with one row for each question (RFC 4180).
  case csv
  /// One JSON object a line.
  case json
  /// A paper in CommonMark, and its key in another file.
  case markdown
  /// A paper as a web page, and its key as another.
  case html

  /// The paper that this is, if the questions and their key are two files.
  public var paper: PaperFormat? {
    switch self {
    case .markdown: .markdown
    case .html: .html
    default: nil
    }
  }

  /// Whether the file is text, so that a terminal or a pipe may show it.
  public var isText: Bool { self != .qti }

  /// The file with the questions that this format can carry.
  ///
  /// - Parameter isMarked: whether a CSV file begins with the byte order mark by which some spreadsheets know UTF-8.
  public func write(_ export: ItemExport, isMarked: Bool = false) -> WrittenItems {
    var writer = writer(of: export, isMarked: isMarked)
    let leftOut = export.questions.compactMap { question in
      writer.add(question).map { WrittenItems.LeftOut(item: question.item, reason: $0) }
    }
    return WrittenItems(
      file: writer.file, key: writer.key, count: export.questions.count - leftOut.count, leftOut: leftOut)
  }

  private func writer(of export: ItemExport, isMarked: Bool) -> any ItemWriter {
    switch self {
    case .gift: GIFTItems()
    case .moodleXML: MoodleXMLItems()
    case .aiken: AikenItems()
    case .qti: QTIItems(language: export.language)
    case .anki: AnkiItems(deck: export.title)
    case .csv: CSVItems(isMarked: isMarked)
    case .json: JSONItems()
    case .markdown: PaperItems(format: .markdown, export: export)
    case .html: PaperItems(format: .html, export: export)
    }
  }
}

/// What collects the questions of a file.
protocol ItemWriter {
  /// Takes a question, or tells why the format cannot carry it.
  mutating func add(_ question: ItemExport.Question) -> String?
  /// The file with what was taken.
  var file: [UInt8] { get }
  /// The file with the right answers, where they are kept apart.
  var key: [UInt8]? { get }
}

extension ItemWriter {
  var key: [UInt8]? { nil }
}
