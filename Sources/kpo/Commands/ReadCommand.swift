import ArgumentParser
import ContentModel
import StrictJSON

struct ReadCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read a bank as study notes.",
    discussion: """
      Examples:
        kpo read              everything
        kpo read providers    one section
        kpo read types --json
      """)

  @OptionGroup var global: GlobalOptions

  @OptionGroup var banks: BankOptions

  @Flag(help: "Print JSON; the README lists the keys.")
  var json = false

  @Argument(help: "The id of a section; `kpo bank list` shows them.")
  var section: String?

  func run(in app: App) throws {
    let library = BankLibrary(app: app, global)
    if let section {
      let (bank, section) = try library.banksToLookIn(banks.bank).section(section)
      if json { return try app.result(json: [bank.notes(of: [section], withIntroduction: false)]) }
      try app.result(NotesView(bank: bank).section(section, app.resultLayout))
      return
    }
    let banks = try library.banks(banks.bank, global)
    if json {
      try app.result(json: .array(banks.map { $0.notes(of: $0.sections, withIntroduction: true) }))
    } else {
      for bank in banks { try app.result(NotesView(bank: bank).all(app.resultLayout)) }
    }
  }
}
