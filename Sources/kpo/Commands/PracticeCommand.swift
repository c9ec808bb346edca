import ArgumentParser
import Progress
import QuestionGenerator
import Study
import Terminal

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
    try playSitting(.practice, options, global, kinds: [.multipleChoice], section: section, in: app) {
      plan, sectionID, random in
      let chosen = plan.practice(section: sectionID, count: count, using: &random)
      guard !chosen.isEmpty else { throw AppError.nothingToAsk("There are no facts to practise here.") }
      let note: SafeText = "Free practice: right answers do not move the schedule, wrong ones do."
      try app.talk(app.talkLayout.wrap(note))
      return chosen
    }
  }
}
