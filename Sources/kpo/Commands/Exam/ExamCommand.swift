import ArgumentParser

struct ExamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exam",
    abstract: "Plan an exam, take a mock, see what to expect.",
    discussion: """
      Without a subcommand, kpo exam takes a mock exam: `kpo exam take --help` tells its options.

      Examples:
        kpo exam plan --date 2026-12-15    kpo daily then works towards it
        kpo exam                           a mock, or the interrupted one
        kpo exam --questions 20 --minutes 15
        kpo exam print --form C            a paper and its key as files
        kpo exam sheet                     a page for the morning of the exam
      """,
    subcommands: [
      ExamTakeCommand.self, ExamPlanCommand.self, ExamPlansCommand.self, ExamDropCommand.self, ExamPrintCommand.self,
      ExamSheetCommand.self,
    ],
    defaultSubcommand: ExamTakeCommand.self)
}
