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
      Right answers count in your scores but do not change when a fact returns; wrong ones do. The kinds climb as in \
      `kpo daily` unless --kind asks for one.

      Examples:
        kpo practice
        kpo practice providers --count 5
        kpo practice --kind true-false
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: SittingOptions
  @OptionGroup var keys: KeyOptions

  @Option(help: ArgumentHelp("How many questions to ask, 10 unless given.", valueName: "number"))
  var count: Int?

  @Option(help: ArgumentHelp("Ask only this kind: \(Item.Kind.list).", valueName: "kind"))
  var kind: String?

  @Argument(help: "Stay within this section.")
  var section: String?

  func run(in app: App) throws {
    let count = try SittingOptions.checked(count: count) ?? 10
    let kinds = try kind.map { [try Item.Kind.named($0)] }
    try playSitting(
      .practice, options, global, kinds: kinds ?? KindLadder.drill, section: section, keys: keys.keys, in: app
    ) {
      plan, sectionID, random in
      let chosen = plan.practice(section: sectionID, kinds: kinds, count: count, using: &random)
      let way = kind.map { "as \($0)" } ?? "here"
      guard !chosen.isEmpty else { throw AppError.nothingToAsk("There are no facts that can be asked \(way).") }
      var note: SafeText = "Free practice: right answers do not move the schedule, wrong ones do."
      if chosen.count < count { note += " Only \(chosen.count) facts can be asked \(line: way) in one sitting." }
      try app.talk(app.talkLayout.wrap(note))
      return chosen
    }
  }
}
