import ArgumentParser
import ContentModel
import ItemQuality
import QuestionGenerator
import StrictJSON
import Terminal

struct BankCheckCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check banks, and tell every fault with its place and its remedy.",
    discussion: """
      `kpo explain` tells more of each fault. Exit codes: 0 nothing found, 1 warnings (65 with --strict), 65 errors, \
      66 a file that cannot be read.

      Examples:
        kpo bank check my-bank.md
        kpo bank check --strict kpo
        kpo bank check --json *.md
      """)

  @OptionGroup var global: GlobalOptions

  @Flag(help: "Print JSON; the README lists the keys.")
  var json = false

  @Flag(help: "Take warnings for errors: exit with 65.")
  var strict = false

  @Flag(help: "Also show how far the questions can be guessed by their looks, which takes a while.")
  var cues = false

  @Argument(help: "Files, or ids of banks; every bank that `kpo bank list` shows unless given.")
  var files: [String] = []

  func run(in app: App) throws {
    let library = BankLibrary(app: app, global)
    var checked: [CheckedBank] = []
    var isAnyUnreadable = false
    for file in files.isEmpty ? try library.names() : files {
      do {
        checked.append(CheckedBank(try library.source(named: file), withCues: cues))
      } catch let error as AppError {
        // The other files are checked all the same.
        isAnyUnreadable = true
        _ = Main.report(error, on: app.output)
      }
    }
    if json {
      try app.result(json: .array(checked.map(\.json)))
    } else {
      // Editors and other programs want place and fault on one line.
      let layout =
        app.output.isInteractive ? app.resultLayout : Layout(width: app.resultLayout.width, isPlain: true)
      for bank in checked { try app.result(bank.text(layout)) }
    }
    if isAnyUnreadable { throw AppExit(code: 66) }
    let severities = checked.flatMap(\.severities)
    if severities.contains(.error) || strict && !severities.isEmpty { throw AppExit(code: 65) }
    if !severities.isEmpty { throw AppExit(code: 1) }
  }
}

/// What was found in one bank.
private struct CheckedBank {
  private let file: String
  private let reading: BankReading
  private let cues: [MeasureCuesView]

  /// From how many questions of each kind, drawn how many times, the cues are measured.
  private static let (items, seeds) = (400, 5)

  /// Reads a bank and, if it can be used, finds what its patterns cannot ask.
  init(_ source: BankLibrary.Source, withCues: Bool) {
    file = source.file
    let reading = BankParser.parse(source.bytes)
    guard let bank = reading.bank else {
      self.reading = reading
      cues = []
      return
    }
    let generator = QuestionGenerator(bank)
    self.reading = reading.adding(generator.unaskable(in: source.bytes))
    let found = withCues ? KindCues.all(generator, items: Self.items, seeds: Self.seeds) : []
    cues = found.map { MeasureCuesView(cues: $0) }
  }

  /// How bad each finding is; questions of a kind that can be guessed count as one warning.
  var severities: [Diagnostic.Severity] {
    reading.diagnostics.map(\.severity) + cues.filter(\.isTooHigh).map { _ in .warning }
  }

  func text(_ layout: Layout) -> SafeText {
    let diagnostics = reading.diagnostics.map { diagnostic -> SafeText in
      let indent: SafeText = "      "
      let excerpt = diagnostic.excerptLines(columns: layout.width).map { "\(line: $0)" as SafeText }
      let head = layout.wrap("\(diagnostic.head(file: file))", hangingIndent: indent)
      let fix = layout.wrap("Fix: \(diagnostic.fix)", firstIndent: indent, hangingIndent: indent)
      return ([head] + excerpt + [fix]).joined(separator: "\n") + "\n"
    }
    return (diagnostics + [layout.wrap(summary)] + cues.map { "\n" + $0.text(layout) }).joined(separator: "\n")
  }

  private var summary: SafeText {
    let errors = reading.diagnostics.count { $0.severity == .error }
    let warnings = reading.diagnostics.count - errors
    guard let bank = reading.bank else {
      return "\(line: file): \(Self.count(errors, "error")), \(Self.count(warnings, "warning")). "
        + "The bank cannot be used yet."
    }
    let found: SafeText = warnings == 0 ? "no faults" : "\(Self.count(warnings, "warning"))"
    return "\(line: file): " + found
      + "; \(Self.count(bank.sections.count, "section")), \(Self.count(bank.facts.count, "fact"))."
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  var json: JSONValue {
    [
      "file": JSONValue(file), "bank": reading.bank.map { JSONValue($0.id) } ?? .null,
      "facts": JSONValue(reading.bank?.facts.count ?? 0),
      "diagnostics": .array(reading.diagnostics.map(Self.json)),
      "cues": .array(cues.map(\.json)),
    ]
  }

  private static func json(_ diagnostic: Diagnostic) -> JSONValue {
    [
      "code": JSONValue(diagnostic.code.rawValue), "severity": JSONValue(diagnostic.severity.rawValue),
      "line": JSONValue(diagnostic.line), "column": JSONValue(diagnostic.column),
      "excerpt": JSONValue(diagnostic.excerpt), "reason": JSONValue(diagnostic.reason),
      "fix": JSONValue(diagnostic.fix),
    ]
  }
}
