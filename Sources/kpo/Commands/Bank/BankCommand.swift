import ArgumentParser

struct BankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bank",
    abstract: "Check, measure and list banks.",
    discussion: """
      Examples:
        kpo bank list
        kpo bank check my-bank.md
      """,
    subcommands: [BankCheckCommand.self, BankMeasureCommand.self, BankListCommand.self])
}
