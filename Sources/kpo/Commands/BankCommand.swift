import ArgumentParser
import ContentModel
import QuestionGenerator
import StrictJSON
import Terminal

struct BankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bank", abstract: "Check and list banks.", subcommands: [BankCheckCommand.self, BankListCommand.self])
}

struct BankCheckCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check banks, and tell every fault with its place and its remedy.",
    discussion: """
      Exit codes: 0 nothing found, 1 warnings, 65 errors, 66 a file that cannot be read.

      Examples:
        kpo bank check my-bank.md
        kpo bank check --json *.md
      """)

  @OptionGroup var global: GlobalOptions

  @Flag(help: "Print JSON; the README lists the keys.")
  var json = false

  @Argument(help: "The files.")
  var files: [String]

  func run(in app: App) throws {
    let library = BankLibrary(app: app)
    var readings: [(file: String, reading: BankReading)] = []
    var isAnyUnreadable = false
    for file in files {
      do {
        readings.append((file, Self.check(try library.file(file).bytes)))
      } catch let error as AppError {
        // The other files are checked all the same.
        isAnyUnreadable = true
        _ = Main.report(error, on: app.output)
      }
    }
    if json {
      try app.result(SafeText(json: JSONValue.array(readings.map { Self.json($0.file, $0.reading) }).text(.pretty)))
    } else {
      for (file, reading) in readings {
        for diagnostic in reading.diagnostics { try app.result("\(diagnostic.text(file: file))\n") }
        try app.result(Self.summary(file, reading))
      }
    }
    if isAnyUnreadable { throw AppExit(code: 66) }
    let severities = readings.flatMap { $0.reading.diagnostics.map(\.severity) }
    if severities.contains(.error) { throw AppExit(code: 65) }
    if severities.contains(.warning) { throw AppExit(code: 1) }
  }

  /// Reads a bank and, if it can be used, finds what its patterns cannot ask.
  private static func check(_ bytes: [UInt8]) -> BankReading {
    let reading = BankParser.parse(bytes)
    guard let bank = reading.bank else { return reading }
    return reading.adding(QuestionGenerator(bank).unaskable(in: bytes))
  }

  private static func summary(_ file: String, _ reading: BankReading) -> SafeText {
    let errors = reading.diagnostics.count { $0.severity == .error }
    let warnings = reading.diagnostics.count - errors
    guard let bank = reading.bank else {
      return "\(line: file): \(count(errors, "error")), \(count(warnings, "warning")). The bank cannot be used yet."
    }
    let found: SafeText = warnings == 0 ? "no faults" : "\(count(warnings, "warning"))"
    return "\(line: file): " + found + "; \(count(bank.sections.count, "section")), \(count(bank.facts.count, "fact"))."
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  private static func json(_ file: String, _ reading: BankReading) -> JSONValue {
    [
      "file": JSONValue(file), "bank": reading.bank.map { JSONValue($0.id) } ?? .null,
      "facts": JSONValue(reading.bank?.facts.count ?? 0),
      "diagnostics": .array(
        reading.diagnostics.map { diagnostic in
          [
            "code": JSONValue(diagnostic.code.rawValue), "severity": JSONValue(diagnostic.severity.rawValue),
            "line": JSONValue(diagnostic.line), "column": JSONValue(diagnostic.column),
            "excerpt": JSONValue(diagnostic.excerpt), "reason": JSONValue(diagnostic.reason),
            "fix": JSONValue(diagnostic.fix),
          ]
        }),
    ]
  }
}

struct BankListCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the banks and their sections.")

  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp("List one bank: its id or its file.", valueName: "bank"))
  var bank: String?

  func run(in app: App) throws {
    for bank in try BankLibrary(app: app).banks(named: bank) {
      let facts = Dictionary(grouping: bank.facts, by: \.sectionID).mapValues(\.count)
      let rows = bank.sections.map { section -> [SafeText] in
        ["\(line: section.id)", "\(line: section.title)", "\(facts[section.id, default: 0])", Self.weight(section)]
      }
      let head: SafeText = "\(line: bank.id, .key): \(line: bank.title, .title), \(bank.facts.count) facts"
      try app.result(app.resultLayout.wrap(head) + "\n")
      try app.result(
        app.resultLayout.table(
          header: ["Section", "Title", "Facts", "Weight"], rows: rows, alignments: [.left, .left, .right, .right]))
    }
  }

  private static func weight(_ section: Section) -> SafeText {
    section.weight == section.weight.rounded() ? "\(Int(section.weight))" : "\(section.weight)"
  }
}
