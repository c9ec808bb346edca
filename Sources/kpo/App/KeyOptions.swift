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
}

/// Answers of one key: a letter or a digit, `?`, and `+` or `-` before them for sure and for guessing.
///
/// The marks stand before the letter, which ends the answer.
enum SingleKey {
  /// Whether a text answers without Enter: all else, such as a command, is a line as ever.
  @MainActor static func isWhole(_ typed: String) -> Bool {
    let key = typed.drop { $0 == " " }
    return key == "?" || key.count == 1 && isOption(key.last) || isMarked(key)
  }

  /// The same answer with its mark where a line has it: `b!` for `+b`.
  static func line(_ typed: String) -> String {
    let key = typed.drop { $0 == " " }
    guard isMarked(key), let mark = key.first.flatMap({ marks[$0] }) else { return typed }
    return key.dropFirst() + mark
  }

  private static func isMarked(_ key: Substring) -> Bool {
    key.count == 2 && key.first.map { marks[$0] != nil } == true && isOption(key.last)
  }

  private static func isOption(_ key: Character?) -> Bool { key.map { $0.isLetter || $0.isNumber } == true }

  private static let marks: [Character: String] = ["+": "!", "-": "?"]
}
