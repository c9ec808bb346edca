import ArgumentParser

struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress",
    abstract: "Look after the files of your progress.",
    discussion: """
      Examples:
        kpo progress show       what is kept
        kpo progress check      whether it is sound
        kpo progress backups    the dated copies
      """,
    subcommands: [
      ProgressPathCommand.self, ProgressShowCommand.self, ProgressCheckCommand.self, ProgressBackupsCommand.self,
      ProgressRestoreCommand.self, ProgressMergeCommand.self, ProgressImportCommand.self, ProgressExportCommand.self,
      ProgressEraseCommand.self,
    ])
}
