import ArgumentParser
import ContentModel
import Progress
import QuestionBanks
import StrictJSON
import Terminal

/// `kpo --version --json`; without `--json` the argument parser answers.
struct VersionCommand: AppCommand, HasGlobalOptions {
  @OptionGroup var global: GlobalOptions

  @Flag var version = false
  @Flag var json = false

  func run(in app: App) throws {
    let banks = try BankLibrary(app: app, global).banks(named: EmbeddedBanks.all.map(\.id)).map { bank -> JSONValue in
      ["id": .string(bank.id), "title": .string(bank.title), "facts": JSONValue(bank.facts.count)]
    }
    let report: JSONValue = [
      "kpo": .string(Kpo.configuration.version), "swift": .string(Self.swiftVersion),
      "readline": .string(TerminalReport(app.output, environment: app.environment).readlineVersion),
      "format": JSONValue(DataFolderReport.formatVersion), "banks": .array(banks),
    ]
    try app.result(json: report)
  }

  /// The version of the compiler that built the program, as far as it can be asked for its own.
  private static var swiftVersion: String {
    #if compiler(>=6.5)
      "6.5 or newer"
    #elseif compiler(>=6.4)
      "6.4"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "6.2"
    #endif
  }
}
