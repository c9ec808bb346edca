import ArgumentParser

struct ReadCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read a bank as study notes.",
    discussion: """
      Examples:
        kpo read              everything
        kpo read providers    one section
      """)

  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp("Read one bank: its id or its file.", valueName: "bank"))
  var bank: String?

  @Argument(help: "The id of a section; `kpo bank list` shows them.")
  var section: String?

  func run(in app: App) throws {
    let banks = try BankLibrary(app: app).banks(named: bank)
    if let section {
      let (bank, section) = try banks.section(section)
      try app.result(NotesView(bank: bank).section(section, app.resultLayout))
    } else {
      for bank in banks { try app.result(NotesView(bank: bank).all(app.resultLayout)) }
    }
  }
}
