import ArgumentParser
import Progress
import QuestionGenerator
import Study

struct MatchCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Pair premises with their responses, or sort them.",
    discussion: """
      Each drill has four to six numbered premises and two more lettered responses than premises.
      Type one letter for each number, such as: 1c 2a 3f 4b

      With --categories, five to eight premises are sorted into two to four categories; a letter may then stand for \
      several numbers, such as: 1a 2b 3a 4c 5b

      Examples:
        kpo match
        kpo match --categories --section types
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: SittingOptions

  @Flag(help: "Sort into categories instead.")
  var categories = false

  @Option(help: ArgumentHelp("Stay within this section.", valueName: "section"))
  var section: String?

  @Option(help: ArgumentHelp("How many drills to ask, 2 unless given.", valueName: "number"))
  var count: Int?

  func run(in app: App) throws {
    let count = try SittingOptions.checked(count: count) ?? 2
    let kind = categories ? Item.Kind.categories : .matching
    try playSitting(.match, options, global, kinds: [kind], section: section, in: app) { plan, sectionID, random in
      let facts = plan.matching(kind, section: sectionID, count: count, using: &random)
      guard !facts.isEmpty else {
        throw AppError.nothingToAsk(
          categories
            ? "Nothing can be sorted here: it needs five facts that each belong to one of several groups."
            : "No matching drill can be made here: it needs four facts that cannot be mixed up.")
      }
      return facts
    }
  }
}
