import ArgumentParser
import ContentModel
import Interchange
import Progress
import QuestionGenerator
import StrictJSON
import Study
import Terminal

struct QuestionsCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "questions",
    abstract: "Print generated questions with their answers.",
    discussion: """
      The same bank, options and seed give the same bytes. JSON has one question a line; the README lists the keys.

      Examples:
        kpo questions --section types --count 5 --seed 1
        kpo questions --kind matching --format json
        kpo questions --kind true-false
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: SittingOptions

  @Option(help: ArgumentHelp("Stay within this section.", valueName: "section"))
  var section: String?

  @Option(help: ArgumentHelp("Print only this kind: \(Item.Kind.list).", valueName: "kind"))
  var kind: String?

  @Option(help: ArgumentHelp("How many questions to print, 10 unless given.", valueName: "number"))
  var count: Int?

  @Option(help: ArgumentHelp("How to print: text or json.", valueName: "format"))
  var format = Format.text

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  private static let counts = 1...1_000_000

  func run(in app: App) throws {
    let count = count ?? 10
    guard Self.counts.contains(count) else {
      throw AppError.badNumber(option: "--count", value: count, allowed: Self.counts)
    }
    let banks = try BankLibrary(app: app, global).banks(options.banks.bank, global)
    let chosen = try section.map { try banks.section($0) }
    let seed = options.seed ?? app.questionSeed
    let kinds = try kind.map { [try Item.Kind.named($0)] } ?? Item.Kind.allCases
    var source = QuestionSource(
      chosen.map { [$0.bank] } ?? banks, section: chosen?.section.id, kinds: kinds, seed: seed)
    var printed = 0
    while printed < count, let item = source.next() {
      printed += 1
      switch format {
      case .text: try app.result(ItemSheet(item: item, number: printed).text(app.resultLayout))
      case .json: try app.result(SafeText(json: item.json.text(.compact)))
      }
    }
    if printed == 0 { throw AppError.nothingToAsk("No question of this kind can be made here.") }
  }
}
