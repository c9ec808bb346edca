import ArgumentParser
import ContentModel
import StrictJSON
import Terminal

struct BankListCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the banks and their sections.",
    discussion: """
      Examples:
        kpo bank list
        kpo bank list --bank my-bank.md --json
      """)

  @OptionGroup var global: GlobalOptions

  @OptionGroup var banks: BankOptions

  @Flag(help: "Print JSON; the README lists the keys.")
  var json = false

  func run(in app: App) throws {
    let banks = try BankLibrary(app: app, global).banksToLookIn(banks.bank)
    if json { return try app.result(json: .array(banks.map(\.list))) }
    for bank in banks {
      let facts = Dictionary(grouping: bank.facts, by: \.sectionID).mapValues(\.count)
      let rows = bank.sections.map { section -> [SafeText] in
        ["\(line: section.id)", "\(line: section.title)", "\(facts[section.id, default: 0])", Self.weight(section)]
      }
      let head: SafeText = "\(line: bank.id, .key): \(line: bank.title, .title), \(bank.facts.count) facts"
      try app.result(app.resultLayout.wrap(head) + "\n")
      try app.result(
        app.resultLayout.table(
          header: ["Section", "Title", "Facts", "Weight"], rows: rows, alignments: [.left, .left, .right, .right]))
    }
  }

  private static func weight(_ section: Section) -> SafeText {
    section.weight == section.weight.rounded() ? "\(Int(section.weight))" : "\(section.weight)"
  }
}
