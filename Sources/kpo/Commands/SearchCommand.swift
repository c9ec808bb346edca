import ArgumentParser
import ContentModel
import StrictJSON
import Study
import Terminal

struct SearchCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find notes and table rows that have all the words.",
    discussion: """
      Capitals do not matter, and the beginning of a word is enough. A name is also found by its synonyms.

      Examples:
        kpo search pharma
        kpo search risk management --json
      """)

  @OptionGroup var global: GlobalOptions

  @OptionGroup var banks: BankOptions

  @Flag(help: "Print JSON; the README lists the keys.")
  var json = false

  @Argument(help: "The words.")
  var words: [String]

  func run(in app: App) throws {
    let banks = try BankLibrary(app: app, global).banksToLookIn(banks.bank)
    let hits = banks.flatMap { BankSearch($0).hits(for: words) }
    if json {
      try app.result(json: .array(hits.map { ["place": .string($0.place), "text": .string($0.text)] }))
    }
    guard !hits.isEmpty else { throw AppError.noMatch(words.joined(separator: " ")) }
    guard !json else { return }
    let layout = app.resultLayout
    for hit in hits {
      try app.result(
        layout.wrap("\(line: hit.place, .faint): \(line: hit.text)", hangingIndent: "  "))
    }
  }
}
