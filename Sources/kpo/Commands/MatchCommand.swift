import ArgumentParser
import Progress
import QuestionGenerator
import Study

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
    try playSitting(.match, options, global, kinds: [.matching], section: section, in: app) { plan, sectionID, random in
      let facts = plan.matching(section: sectionID, count: count, using: &random)
      guard !facts.isEmpty else {
        throw AppError.nothingToAsk("No matching drill can be made here: it needs four facts that cannot be mixed up.")
      }
      return facts
    }
  }
}
