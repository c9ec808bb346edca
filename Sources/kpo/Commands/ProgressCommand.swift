import ArgumentParser

struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress", abstract: "Look after the files of your progress.",
    subcommands: [
      ProgressPathCommand.self, ProgressShowCommand.self, ProgressCheckCommand.self, ProgressBackupsCommand.self,
      ProgressRestoreCommand.self, ProgressMergeCommand.self, ProgressExportCommand.self, ProgressEraseCommand.self,
    ])
}
