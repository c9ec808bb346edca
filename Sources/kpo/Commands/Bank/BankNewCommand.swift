import ArgumentParser
import Interchange
import Terminal

struct BankNewCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a bank with a small example that shows everything once.",
    discussion: """
      The file goes into the folder of your banks, `banks` in the data folder, unless --output names another place.

      Examples:
        kpo bank new astronomy
        kpo bank new sky --output sky.md && kpo bank check sky.md
      """)

  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp("A new file to write to; `-` prints the bank.", valueName: "file"))
  var output: String?

  @Argument(help: ArgumentHelp("The id of the bank: lower-case letters, digits and hyphens.", valueName: "name"))
  var name: String

  func validate() throws {
    if output == "" { throw ValidationError("--output names no file: its value is empty.") }
    guard BankDraft.identifier(name) == name else {
      let proposal = BankDraft.identifier(name).map { " Write `\($0)`." } ?? ""
      throw ValidationError("The name of a bank has lower-case letters, digits and hyphens.\(proposal)")
    }
  }

  /// How other commands find it.
  private var shortName: String { output ?? name }

  func run(in app: App) throws {
    try NewBankFile.requireUnusedID(name, remedy: "Choose another name.")
    let text = ExampleBank.text(id: name, title: BankDraft.title(ofName: name))
    if output == "-" { return try app.result("\(text)") }
    let file = try NewBankFile(output: output, name: name, global, app)
    try file.write(text, makingFolder: output == nil)
    try app.result("\(line: file.path)")
    try app.talk(
      app.talkLayout.wrap(
        "Change its words for yours, then `kpo bank check \(line: shortName)`, which passes now, and `kpo daily --bank \(line: shortName)`."
      ))
  }
}
