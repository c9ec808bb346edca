import ArgumentParser

struct BankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bank", abstract: "Check, measure and list banks.",
    subcommands: [BankCheckCommand.self, BankMeasureCommand.self, BankListCommand.self])
}
