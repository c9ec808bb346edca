import ArgumentParser
import ContentModel
import Progress
import QuestionGenerator
import Study

/// The options of every command that begins a sitting.
struct SittingOptions: ParsableArguments {
  @OptionGroup var banks: BankOptions

  @Option(help: ArgumentHelp("Draw everything from this seed, so that the same questions come.", valueName: "number"))
  var seed: UInt64?

  /// The range of `--count`.
  static let counts = Setting.questionCounts

  static func checked(count: Int?) throws -> Int? {
    guard let count else { return nil }
    guard counts.contains(count) else { throw AppError.badNumber(option: "--count", value: count, allowed: counts) }
    return count
  }
}

/// Plays a sitting of one mode over the facts that `choose` picks, given the id of the section to stay within.
@MainActor
func playSitting(
  _ mode: SittingMode, _ options: SittingOptions, _ global: GlobalOptions, kinds: [Item.Kind],
  section: String? = nil, keys: Settings.Keys? = nil, in app: App,
  choose: (StudyPlan, _ sectionID: String?, inout SeededRandom) throws -> [PlannedFact]
) throws {
  let store = try app.openProgress(global, for: .readWrite, command: "kpo \(mode.rawValue)")
  defer { store.close() }
  let banks = try BankLibrary(app: app, global).banks(options.banks.bank, store.scores)
  let within = try section.map { try banks.section($0) }
  // Another bank may have a section of the same id.
  let generators = (within.map { [$0.bank] } ?? banks).map(QuestionGenerator.init)
  let seed = options.seed ?? app.questionSeed
  var random = SeededRandom(seed: seed)
  let plan = StudyPlan(generators, learner: Learner(store.scores, today: app.clock.today))
  let chosen = try choose(plan, within?.section.id, &random)
  var runner = SittingRunner(
    mode, app: app, store: store, generators: generators, plan: chosen, kinds: kinds, untilRight: mode == .missed,
    seed: seed, itemSeed: random.next(), keys: keys ?? store.scores.settings.keys)
  try runner.run()
}
