import ArgumentParser
import ContentModel
import Progress
import QuestionGenerator
import Study
import Terminal

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
  choose: (StudyPlan, inout SeededRandom) throws -> [PlannedFact]
) throws {
  let generators = try BankLibrary(app: app).banks(named: options.bank).map(QuestionGenerator.init)
  let store = try app.openProgress(global, for: .readWrite, command: "kpo \(mode.rawValue)")
  defer { store.close() }
  let seed = options.seed ?? app.randomness.next()
  var random = SeededRandom(seed: seed)
  let plan = StudyPlan(generators, learner: Learner(store.scores, today: app.clock.today))
  let chosen = try choose(plan, &random)
  var runner = SittingRunner(
    app: app, store: store, generators: generators, plan: chosen, kinds: kinds,
    untilRight: mode == .missed, seed: random.next())
  try runner.run(mode: mode, seed: seed)
}

struct DailyCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "daily",
    abstract: "Take the daily quiz.",
    discussion: """
      First come facts that you took for each other, then what is due, the most faded first, then up to \
      \(StudyPlan.newFactsPerDay) new facts a day; \(StudyPlan.dailyCount) questions at most, unless --count or \
      --minutes says otherwise. \
      What you know well is asked by typing. Every answer is saved at once; Ctrl-D or :quit ends the quiz with its score. \
      With piped input, results go to standard output and the rest to standard error.

      Examples:
        kpo daily
        kpo daily --count 30
        kpo daily --minutes 5
        printf 'a\\nb\\n' | kpo daily --count 2
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: SittingOptions

  @Option(help: ArgumentHelp("Ask so many, with more new facts if it takes them.", valueName: "number"))
  var count: Int?

  @Option(help: ArgumentHelp("Ask as many as fit into so many minutes at your pace.", valueName: "minutes"))
  var minutes: Double?

  func validate() throws {
    if count != nil, minutes != nil { throw ValidationError("Give --count or --minutes, not both.") }
    if let minutes, !(0.1...600).contains(minutes) { throw ValidationError("--minutes goes from 0.1 to 600.") }
  }

  func run(in app: App) throws {
    let count = try SittingOptions.checked(count: count)
    let kinds: [Item.Kind] = [.multipleChoice, .shortAnswer]
    try playSitting(.daily, options, global, kinds: kinds, in: app) { plan, random in
      let chosen = plan.daily(count: count, minutes: minutes, using: &random)
      guard !chosen.isEmpty else {
        throw AppError.nothingToAsk(
          "Nothing is due today, and no new fact is left for today. `kpo practice` asks what you like.")
      }
      return chosen
    }
  }
}

struct MissedCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "missed",
    abstract: "Ask again what was answered wrong.",
    discussion: """
      Answers that you were sure of and that were wrong come first: they are mended best. A fact is asked until it is \
      right once, and once more on a later day; then it leaves the list.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: SittingOptions

  @Option(help: ArgumentHelp("Ask so many at most.", valueName: "number"))
  var count: Int?

  @Option(help: ArgumentHelp("Only what was missed in the last so many days, today included.", valueName: "number"))
  var days: Int?

  private static let daysAllowed = 1...36_500

  func run(in app: App) throws {
    let count = try SittingOptions.checked(count: count) ?? SittingOptions.counts.upperBound
    if let days, !Self.daysAllowed.contains(days) {
      throw AppError.badNumber(option: "--days", value: days, allowed: Self.daysAllowed)
    }
    try playSitting(.missed, options, global, kinds: [.multipleChoice], in: app) { plan, _ in
      let missed = plan.missedSitting(days: days, count: count)
      guard !missed.isEmpty else { throw AppError.nothingToAsk("Nothing is missed. `kpo daily` asks what comes next.") }
      return missed
    }
  }
}

struct PracticeCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "practice",
    abstract: "Practise freely, without moving the schedule.",
    discussion: """
      Right answers count in your scores but do not change when a fact returns; wrong ones do.

      Examples:
        kpo practice
        kpo practice providers --count 5
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: SittingOptions

  @Option(help: ArgumentHelp("How many questions to ask, 10 unless given.", valueName: "number"))
  var count: Int?

  @Argument(help: "Stay within this section.")
  var section: String?

  func run(in app: App) throws {
    let count = try SittingOptions.checked(count: count) ?? 10
    let banks = try BankLibrary(app: app).banks(named: options.bank)
    let sectionID = try section.map { try banks.section($0).section.id }
    try playSitting(.practice, options, global, kinds: [.multipleChoice], in: app) { plan, random in
      let chosen = plan.practice(section: sectionID, count: count, using: &random)
      guard !chosen.isEmpty else { throw AppError.nothingToAsk("There are no facts to practise here.") }
      let note: SafeText = "Free practice: right answers do not move the schedule, wrong ones do."
      try app.talk(app.talkLayout.wrap(note))
      return chosen
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
    let banks = try BankLibrary(app: app).banks(named: options.bank)
    let sectionID = try section.map { try banks.section($0).section.id }
    try playSitting(.match, options, global, kinds: [.matching], in: app) { plan, random in
      let facts = plan.matching(section: sectionID, count: count, using: &random)
      guard !facts.isEmpty else {
        throw AppError.nothingToAsk("No matching drill can be made here: it needs four facts that cannot be mixed up.")
      }
      return facts
    }
  }
}
