import ArgumentParser
import ContentModel
import Progress
import QuestionGenerator
import Study

/// The options of every command that begins a sitting.
struct SittingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Study one bank: its id or its file.", valueName: "bank"))
  var bank: String?

  @Option(help: ArgumentHelp("Draw everything from this seed, so that the same questions come.", valueName: "number"))
  var seed: UInt64?

  /// The range of `--count`.
  static let counts = 1...500

  static func checked(count: Int?) throws -> Int? {
    guard let count else { return nil }
    guard counts.contains(count) else { throw AppError.badNumber(option: "--count", value: count, allowed: counts) }
    return count
  }
}

/// Plays a sitting of one mode over the facts that `choose` picks.
@MainActor
func playSitting(
  _ mode: SittingMode, _ options: SittingOptions, _ global: GlobalOptions, kinds: [Item.Kind], in app: App,
  choose: (StudyPlan, [Bank], inout SeededRandom) throws -> [PlannedFact]
) throws {
  let banks = try BankLibrary(app: app).banks(named: options.bank)
  let store = try app.openProgress(global, for: .readWrite, command: "kpo \(mode.rawValue)")
  defer { store.close() }
  let seed = options.seed ?? app.randomness.next()
  var random = SeededRandom(seed: seed)
  let plan = StudyPlan(banks, scores: store.scores, today: app.clock.today)
  let chosen = try choose(plan, banks, &random)
  var runner = SittingRunner(app: app, store: store, banks: banks, plan: chosen, kinds: kinds, seed: random.next())
  try runner.run(mode: mode, seed: seed)
}

struct DailyCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "daily",
    abstract: "Take the daily quiz.",
    discussion: """
      Asks what you missed, what you saw longest ago, and what is new. \
      Every answer is saved at once; Ctrl-D or :quit ends the quiz with its score. \
      With piped input, results go to standard output and the rest to standard error.

      Examples:
        kpo daily
        kpo daily --count 20
        printf 'a\\nb\\n' | kpo daily --count 2
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: SittingOptions

  @Option(help: ArgumentHelp("How many questions to ask, 10 unless given.", valueName: "number"))
  var count: Int?

  func run(in app: App) throws {
    let count = try SittingOptions.checked(count: count) ?? StudyPlan.dailyCount
    try playSitting(.daily, options, global, kinds: [.multipleChoice], in: app) { plan, _, random in
      let chosen = plan.daily(count: count, using: &random)
      guard !chosen.isEmpty else { throw AppError.nothingToAsk("The banks have no facts to ask.") }
      return chosen
    }
  }
}

struct MissedCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "missed",
    abstract: "Ask again what was last answered wrong.",
    discussion: """
      Answers that you were sure of and that were wrong come first: they are mended best.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: SittingOptions

  @Option(help: ArgumentHelp("Ask so many at most.", valueName: "number"))
  var count: Int?

  func run(in app: App) throws {
    let count = try SittingOptions.checked(count: count) ?? SittingOptions.counts.upperBound
    try playSitting(.missed, options, global, kinds: [.multipleChoice], in: app) { plan, _, _ in
      guard !plan.missed.isEmpty else {
        throw AppError.nothingToAsk("Nothing is missed. `kpo daily` asks what comes next.")
      }
      return Array(plan.missed.prefix(count))
    }
  }
}

struct MatchCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Pair premises with their responses.",
    discussion: """
      Each drill has four to six numbered premises and two more lettered responses than premises.
      Type one letter for each number, such as: 1c 2a 3f 4b
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: SittingOptions

  @Option(help: ArgumentHelp("Stay within this section.", valueName: "section"))
  var section: String?

  @Option(help: ArgumentHelp("How many drills to ask, 2 unless given.", valueName: "number"))
  var count: Int?

  func run(in app: App) throws {
    let count = try SittingOptions.checked(count: count) ?? 2
    try playSitting(.match, options, global, kinds: [.matching], in: app) { plan, banks, random in
      let sectionID = try section.map { try banks.section($0).section.id }
      let facts = plan.forMatching(banks.map(QuestionGenerator.init), section: sectionID, count: count, using: &random)
      guard !facts.isEmpty else {
        throw AppError.nothingToAsk("No matching drill can be made here: it needs four facts that cannot be mixed up.")
      }
      return facts
    }
  }
}
