import ArgumentParser
import Progress
import Study
import Terminal

struct DailyCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "daily",
    abstract: "Take the daily quiz.",
    discussion: """
      First come facts that you took for each other, then what is due, the most faded first, then up to \
      \(StudyPlan.newFactsPerDay) new facts a day; \(StudyPlan.dailyCount) questions at most, unless --count, \
      --minutes or `kpo settings` says otherwise. While an exam is planned, it asks instead what raises the expected score most, within \
      the minutes of the plan. A question with several right answers asks all their facts at once, also new ones beside. \
      What is new comes with options; then true or false, odd one out and questions with several right answers take \
      turns with multiple choice; what you know well is asked by typing. Every answer is saved at once; Ctrl-D or :quit ends the quiz with its score. \
      With piped input, results go to standard output and the rest to standard error.

      Examples:
        kpo daily
        kpo daily --count 30
        kpo daily --minutes 5
        printf 'a\\nb\\n' | kpo daily --count 2
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: SittingOptions
  @OptionGroup var keys: KeyOptions

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
    try playSitting(.daily, options, global, kinds: KindLadder.drill, keys: keys.keys, in: app) { plan, _, random in
      let chosen = plan.daily(count: count, minutes: minutes, using: &random)
      guard !chosen.isEmpty else {
        throw AppError.nothingToAsk("\(PlanView.nothingLeft(plan).plain) `kpo practice` asks what you like.")
      }
      return chosen
    }
  }
}
