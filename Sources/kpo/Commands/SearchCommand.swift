import ArgumentParser
import ContentModel
import Study
import Terminal

struct SearchCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find notes and table rows that have all the words.",
    discussion: "Capitals do not matter, and the beginning of a word is enough. A name is also found by its synonyms.")

  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp("Search one bank: its id or its file.", valueName: "bank"))
  var bank: String?

  @Argument(help: "The words.")
  var words: [String]

  func run(in app: App) throws {
    let banks = try BankLibrary(app: app).banks(named: bank)
    let hits = banks.flatMap { BankSearch($0).hits(for: words) }
    guard !hits.isEmpty else { throw AppError.noMatch(words.joined(separator: " ")) }
    let layout = app.resultLayout
    for hit in hits {
      try app.result(
        layout.wrap("\(line: hit.place, .faint): \(line: hit.text)", hangingIndent: "  "))
    }
  }
}
