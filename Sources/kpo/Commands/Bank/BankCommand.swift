import ArgumentParser

struct BankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bank",
    abstract: "Make, check, measure and list banks.",
    discussion: """
      Examples:
        kpo bank list
        kpo bank check my-bank.md
        kpo bank new astronomy
        kpo bank import rivers.csv --output rivers.md
      """,
    subcommands: [
      BankCheckCommand.self, BankMeasureCommand.self, BankListCommand.self, BankNewCommand.self, BankImportCommand.self,
    ])
}
