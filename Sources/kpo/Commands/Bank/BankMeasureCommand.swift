import ArgumentParser
import ContentModel
import ItemQuality
import StrictJSON
import Terminal

struct BankMeasureCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Measure the questions that banks give: are they right, and can they be guessed?",
    discussion: """
      Questions are drawn from several seeds and held against rules for good questions, and a solver that knows \
      nothing tries to answer them by their looks. `kpo bank check --cues` shows each of its strategies. \
      Exit codes: 0 every measure is what it must be, 1 one is not.

      Examples:
        kpo bank measure
        kpo bank measure my-bank.md --items 1000 --json
      """)

  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp("How many questions of each sort a seed gives, 10000 at most.", valueName: "number"))
  var items = 400

  @Option(help: ArgumentHelp("How many seeds, from 4 to 100.", valueName: "number"))
  var seeds = 5

  @Flag(help: "Print JSON; the README lists the keys.")
  var json = false

  @Argument(help: "Banks, their ids or files; those you study unless given.")
  var banks: [String] = []

  private static let itemCounts = 1...10_000
  private static let seedCounts = KnowNothingSolver.fewestRuns...100

  func run(in app: App) throws {
    try Self.check(items, "--items", Self.itemCounts)
    try Self.check(seeds, "--seeds", Self.seedCounts)
    let views = try BankLibrary(app: app, global).banks(banks, global).map { bank in
      if app.output.isInteractive {
        try app.talk("Measuring \(items) questions of each of \(seeds) seeds of \(line: bank.id)...")
      }
      return MeasureView(bankID: bank.id, report: QualityReport.measure(bank, items: items, seeds: seeds))
    }
    if json {
      try app.result(json: .array(views.map(\.json)))
    } else {
      try app.result(views.map { $0.text(app.resultLayout) }.joined(separator: "\n\n"))
    }
    if !views.allSatisfy(\.report.isGoodEnough) { throw AppExit(code: 1) }
  }

  private static func check(_ number: Int, _ option: String, _ allowed: ClosedRange<Int>) throws {
    guard allowed.contains(number) else { throw AppError.badNumber(option: option, value: number, allowed: allowed) }
  }
}
