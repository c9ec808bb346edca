import ArgumentParser
import Progress
import Terminal

struct ProgressPathCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "path", abstract: "Print the folder in which progress is kept.")

  @OptionGroup var global: GlobalOptions

  func run(in app: App) throws {
    try app.result("\(line: try app.dataFolder(global).path)")
  }
}
