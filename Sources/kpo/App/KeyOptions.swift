import ArgumentParser
import Progress
import Terminal

/// The option that says how choices are answered.
struct KeyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Answer a choice with a `line` and Enter, or with a `single` key.", valueName: "how"),
    completion: .list(Settings.Keys.allCases.map(\.rawValue)),
    transform: { text in
      guard let keys = Settings.Keys(rawValue: text) else { throw ValidationError("Use line or single.") }
      return keys
    })
  var keys: Settings.Keys?

  /// What the option says, or else the setting.
  func chosen(_ settings: Settings) -> Settings.Keys { keys ?? settings.keys }
}

/// Answers of one key: a letter or a digit, `?`, and `+` or `-` before them for sure and for guessing.
///
/// The marks stand before the letter, which ends the answer.
enum SingleKey {
  /// Whether a text answers without Enter; a colon begins a command, which is a line as ever.
  @MainActor static func isWhole(_ typed: String) -> Bool {
    guard let first = typed.first, first != ":", first != " " else { return false }
    return typed.count == (marks[first] == nil ? 1 : 2)
  }

  /// The same answer with its mark where a line has it: `b!` for `+b`.
  static func line(_ typed: String) -> String {
    guard let first = typed.first, let mark = marks[first] else { return typed }
    return typed.dropFirst() + mark
  }

  private static let marks: [Character: String] = ["+": "!", "-": "?"]
}
