import ArgumentParser
import Progress
import Study

struct MissedCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "missed",
    abstract: "Ask again what was answered wrong.",
    discussion: """
      Answers that you were sure of and that were wrong come first: they are mended best. A fact is asked until it is \
      right once, and once more on a later day; then it leaves the list. It comes as multiple choice, or as what else can ask it.

      Examples:
        kpo missed
        kpo missed --days 7 --count 10
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: SittingOptions
  @OptionGroup var keys: KeyOptions

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
    try playSitting(.missed, options, global, kinds: KindLadder.drill, keys: keys.keys, in: app) { plan, _, _ in
      let missed = plan.missedSitting(days: days, count: count)
      guard !missed.isEmpty else { throw AppError.nothingToAsk("Nothing is missed. `kpo daily` asks what comes next.") }
      return missed
    }
  }
}
