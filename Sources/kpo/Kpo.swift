import ArgumentParser

/// The program; without a subcommand it opens the REPL.
struct Kpo: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "kpo",
    abstract: "Study for an exam in the terminal.",
    discussion: """
      Without a command, kpo shows today's plan and waits for commands; `help` lists them.

      Examples:
        kpo                       today's plan, and a prompt
        kpo daily                 what is due and what is new
        kpo daily --count 20
        kpo match                 pair four to six premises with their responses
        kpo missed                what went wrong
        kpo practice              freely, without moving the schedule
        kpo exam                  a mock exam, with a plan and a forecast
        kpo read types            the notes of one section
        kpo --version --json      also of Swift, Readline, the files and the banks

      Topics: \(HelpTopic.allCases.map(\.rawValue).joined(separator: ", ")); `kpo help files` explains one.
      """,
    version: "0.1.0",
    subcommands: [
      DailyCommand.self, MissedCommand.self, MatchCommand.self, PracticeCommand.self, ExamCommand.self,
      FlaggedCommand.self, StatsCommand.self, ReportCommand.self, ReadCommand.self, SearchCommand.self,
      QuestionsCommand.self, ExportCommand.self, BankCommand.self, ExplainCommand.self, ProgressCommand.self,
      SettingsCommand.self,
      DoctorCommand.self,
    ])

  @OptionGroup var global: GlobalOptions

  func run(in app: App) throws {
    try REPL(app: app, options: global).run()
  }
}
