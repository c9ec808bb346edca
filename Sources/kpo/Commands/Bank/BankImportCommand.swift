import ArgumentParser
import ContentModel
import Interchange
import QuestionGenerator
import Terminal

struct BankImportCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a bank of a spreadsheet, cards, questions or notes.",
    discussion: """
      csv: the first row has the headings of the columns. anki: notes as text, from Anki's File > Export. gift: questions of \
      Moodle with one right answer; their wrong options are no facts and are left out. markdown-notes: an article with \
      headings, tables and lists, in Markdown or plain text.

      The bank is a draft: it says at each guess what you have to decide. A file that exists is not written over.

      Examples:
        kpo bank import rivers.csv --output rivers.md
        kpo bank import article.txt --format markdown-notes --title "Rivers" > rivers.md
      """)

  @OptionGroup var global: GlobalOptions

  @Option(
    help: ArgumentHelp(
      "csv, anki, gift or markdown-notes; unless given, what the file's name and first lines tell.",
      valueName: "format"))
  var format: ImportFormat?

  @Option(help: ArgumentHelp("A new file to write to; standard output if `-` or not given.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("The title of the bank.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("The id of the bank: lower-case letters, digits and hyphens.", valueName: "id"))
  var id: String?

  @Option(
    help: ArgumentHelp("csv: comma, semicolon or tab; unless given, what the first rows tell.", valueName: "separator"),
    transform: { text in
      guard let separator = CSVSeparator(rawValue: text) else { throw ValidationError("Use comma, semicolon or tab.") }
      return separator
    })
  var separator: CSVSeparator?

  @Argument(help: ArgumentHelp("The file to read.", valueName: "file"))
  var file: String

  func validate() throws {
    if output == "" { throw ValidationError("--output names no file: its value is empty.") }
    if let id, BankDraft.identifier(id) != id {
      let proposal = BankDraft.identifier(id).map { " Write `\($0)`." } ?? ""
      throw ValidationError("--id takes lower-case letters, digits and hyphens.\(proposal)")
    }
  }

  func run(in app: App) throws {
    let output = output == "-" ? nil : output
    if let output { try NewBankFile.requireNothing(at: output, app) }
    let source = try BankLibrary(app: app, global).file(file)
    let format = try self.format ?? guessedFormat(source.bytes)
    guard separator == nil || format == .csv else {
      throw AppError.usage("--separator is for csv, and \(file) is read as \(format.rawValue). Leave it out.")
    }
    var imported = try read(source.bytes, as: format)
    guard !imported.draft.sections.isEmpty else {
      let reason = imported.notes.first.map { " The first thing left out: \($0.sentence)." } ?? ""
      throw AppError.brokenFile("\(file): nothing in it makes a bank.\(reason) Read as \(format.rawValue).")
    }
    imported.draft.id = id ?? output.map(Self.name) ?? imported.draft.id
    if let id = BankDraft.identifier(imported.draft.id) {
      try NewBankFile.requireUnusedID(id, remedy: "Add `--id` with another one.")
    }
    let bank = imported.draft.file
    let report = ImportReport(imported, bank, file: file, output: output)
    guard let output else {
      try app.result("\(bank.text)")
      return try app.talk(report.text(app.talkLayout))
    }
    try NewBankFile(output: output, name: "", global, app).write(bank.text, makingFolder: false)
    try app.result(report.text(app.resultLayout))
  }

  private func read(_ bytes: [UInt8], as format: ImportFormat) throws -> ImportedBank {
    let fallback = BankDraft.title(ofName: Self.name(file))
    switch format {
    case .csv:
      do throws(CSVError) {
        return try CSVBankReader.read(bytes, title: title ?? fallback, separator: separator)
      } catch {
        throw AppError.brokenFile(
          "\(file), \(error.description). Mend it, or save the table anew as CSV in UTF-8; "
            + "`--separator` says what stands between the fields.")
      }
    case .anki:
      do throws(AnkiNotesReader.Fault) {
        return try AnkiBankReader.read(bytes, title: title ?? fallback)
      } catch {
        throw AppError.brokenFile(
          "\(file), \(error.description). In Anki choose File > Export and \"Notes in Plain Text\".")
      }
    case .gift: return GIFTBankReader.read(bytes, title: title ?? fallback)
    case .notes:
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw AppError.brokenFile("\(file) is not UTF-8. Save it again and choose that encoding.")
      }
      return NotesBankReader.read(text, title: title, fallback: fallback)
    }
  }

  private func guessedFormat(_ bytes: [UInt8]) throws -> ImportFormat {
    guard let format = ImportFormat(guessedFrom: file, bytes) else {
      throw AppError.usage(
        "\(file): neither its name nor its first lines tell what it is. Add `--format csv`, `anki`, `gift` or "
          + "`markdown-notes`.")
    }
    return format
  }

  /// The name of a file without folders and ending.
  private static func name(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.lastIndex(of: ".").flatMap { $0 > name.startIndex ? String(name[..<$0]) : nil } ?? name
  }
}

/// What a bank can be made of.
enum ImportFormat: String, CaseIterable, ExpressibleByArgument {
  case csv, anki, gift
  case notes = "markdown-notes"

  /// What the ending of the name tells, or else the first lines; nil where they tell nothing.
  init?(guessedFrom name: String, _ bytes: [UInt8]) {
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    switch ending {
    case "csv", "tsv": self = .csv
    case "gift": self = .gift
    case "md", "markdown": self = .notes
    default:
      let lines = String(decoding: bytes.prefix(4000), as: UTF8.self).split(whereSeparator: \.isNewline)
      let anki = ["#separator:", "#html:", "#notetype", "#deck", "#columns:", "#tags", "#guid"]
      if lines.first.map({ line in anki.contains { line.lowercased().hasPrefix($0) } }) ?? false {
        self = .anki
      } else if lines.contains(where: { $0.hasPrefix("::") || $0.hasPrefix("$CATEGORY:") }) {
        self = .gift
      } else if lines.contains(where: { $0.hasPrefix("# ") || $0.hasPrefix("## ") }) {
        self = .notes
      } else {
        return nil
      }
    }
  }
}

extension ImportNote {
  /// The note with its line.
  fileprivate var sentence: String { line.map { "line \($0): \(text)" } ?? text }
}

/// What an import made, what it left out, what is to be decided, and how to go on.
private struct ImportReport {
  private let imported: ImportedBank
  private let bank: BankDraft.File
  private let file: String
  private let output: String?
  private let reading: BankReading

  /// The most notes that are told one by one.
  private static let mostNotes = 12

  /// Whether all was looked at that `kpo bank check` looks at.
  private let isChecked: Bool

  /// The most rows, facts and bytes of a bank that is checked as a whole.
  private static let mostAdvised = (rows: 300, facts: 200, bytes: 100_000)

  init(_ imported: ImportedBank, _ bank: BankDraft.File, file: String, output: String?) {
    (self.imported, self.bank, self.file, self.output) = (imported, bank, file, output)
    let bytes = Array(bank.text.utf8)
    // The advice on a large bank takes minutes, most of them for comparing its names; `kpo bank check` gives it too.
    let rows = imported.draft.tables.reduce(0) { $0 + $1.rows.count }
    let advises =
      bank.uncomparedNames == 0 && rows <= Self.mostAdvised.rows && bytes.count <= Self.mostAdvised.bytes
    let reading = BankParser.parse(bytes, advises: advises)
    isChecked = advises && (reading.bank?.facts.count ?? 0) <= Self.mostAdvised.facts
    let unaskable = isChecked ? reading.bank.map { QuestionGenerator($0).unaskable(in: bytes) } ?? [] : []
    self.reading = reading.adding(unaskable)
  }

  func text(_ layout: Layout) -> SafeText {
    var lines = [layout.wrap(head)]
    if !imported.notes.isEmpty {
      lines.append(layout.wrap("\nLeft out or changed:"))
      lines += imported.notes.prefix(Self.mostNotes).map { item("\($0.sentence).", layout) }
      let more = imported.notes.count - Self.mostNotes
      if more > 0 { lines.append(item("and \(more) more.", layout)) }
    }
    lines.append(layout.wrap("\nFor you to decide (search the bank for \"Decide\"):"))
    lines.append(item("the questions are proposals: read the lines that begin with `> ask`.", layout))
    let pairs = bank.undecidedPairs
    if pairs > 0 {
      lines.append(
        item(
          "\(Self.count(pairs, "pair")) of names \(pairs == 1 ? "looks" : "look") alike: see the section `Names`.",
          layout))
    }
    if bank.uncomparedNames > 0 {
      let names = Self.count(bank.uncomparedNames, "name")
      lines.append(
        item("\(names) \(bank.uncomparedNames == 1 ? "is" : "are") too long or too many to be compared here.", layout))
    }
    if !isChecked {
      lines.append(item("this bank is too large to be checked here: let `kpo bank check` do it.", layout))
    } else if !reading.diagnostics.isEmpty {
      lines.append(item("`kpo bank check` has \(Self.count(reading.diagnostics.count, "remark")) on it.", layout))
    }
    let path = output ?? "BANK.md"
    lines.append(layout.wrap("\nNext: `kpo bank check \(line: path)`, then `kpo questions --bank \(line: path)`."))
    return lines.joined(separator: "\n")
  }

  private var head: SafeText {
    let tables = imported.draft.tables.count
    let facts = reading.bank.map { "\(Self.count($0.facts.count, "fact"))" } ?? "facts that have to be mended first"
    return "\(line: output ?? file): \(Self.count(imported.draft.sections.count, "section")), "
      + "\(Self.count(tables, "table")), \(facts), from \(Self.count(imported.entries, "entry", "entries"))."
  }

  private func item(_ text: SafeText, _ layout: Layout) -> SafeText {
    layout.wrap(text, firstIndent: "- ", hangingIndent: "  ")
  }

  private static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }
}
