import ArgumentParser
import Progress
import StrictJSON
import Terminal

struct ProgressPathCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "Print the folder in which progress is kept.",
    discussion: """
      Examples:
        kpo progress path
        ls "$(kpo progress path)"
      """)

  @OptionGroup var global: GlobalOptions

  @Flag(help: "Print JSON; the README lists the keys.")
  var json = false

  func run(in app: App) throws {
    let path = try app.dataFolder(global).path
    try json ? app.result(json: ["folder": .string(path)]) : app.result("\(line: path)")
  }
}
