import ArgumentParser

/// The banks that a command is about.
struct BankOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A bank, its id or its file; may stand several times. Else those you study: `kpo help banks`.",
      valueName: "bank"))
  var bank: [String] = []
}
