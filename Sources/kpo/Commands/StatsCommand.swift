import ContentModel
import ArgumentParser
import Progress
import QuestionGenerator
import StrictJSON
import Study
import Terminal

struct StatsCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Show your scores and your memory in pictures.",
    discussion: """
      Every picture has a sentence that says the same. The second try at a missed fact within a sitting does not count in \
      these scores.

      Examples:
        kpo stats
        kpo stats --fact taxation compliance
        kpo stats --json
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var banks: BankOptions

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Show one fact: words of it or its id.", valueName: "words"))
  var fact: [String] = []

  @Flag(help: "Print JSON; the README lists the keys.")
  var json = false

  /// More facts than this are not listed.
  private static let longestList = 20

  func run(in app: App) throws {
    let store = try app.openProgress(global, for: .readOnly)
    let generators = try BankLibrary(app: app, global).banks(banks.bank, store.scores).map(QuestionGenerator.init)
    let learner = Learner(store.scores, today: app.clock.today)
    if !fact.isEmpty { return try showFacts(generators, learner, app) }
    let figures = StudyFigures(generators.map(\.bank), learner: learner)
    let view = StatsView(figures: figures, generators: generators)
    try app.result(
      json
        ? .init(json: figures.json(sittings: store.scores.sittings).text(.pretty)) : view.text(app.resultLayout))
  }

  @MainActor private func showFacts(_ generators: [QuestionGenerator], _ learner: Learner, _ app: App) throws {
    let matches = FactStatsView.matching(fact, in: generators, learner: learner)
    guard let first = matches.first else { throw AppError.noMatch(fact.joined(separator: " ")) }
    if json {
      try app.result(json: .array(matches.map(\.json)))
      return
    }
    let layout = app.resultLayout
    guard matches.count > 1 else { return try app.result(first.text(layout)) }
    try app.result(
      layout.wrap("\(matches.count) facts have these words. Add words, or give the id that stands behind each."))
    try app.result(layout.bullets(matches.prefix(Self.longestList).map(\.entry)))
    let left = matches.count - Self.longestList
    if left > 0 { try app.result(layout.wrap("\(left) more are not shown.")) }
  }
}
