import Progress
import Terminal

/// Why a command could not do what it was asked; each case has its words and its exit code.
enum AppError: Error, Equatable {
  case unknownCommand(String, of: String?, known: [String], closest: String?)
  case unknownBank(String, known: [String], closest: String?)
  case unreadableBank(String)
  case brokenBank(file: String, errors: Int)
  case unknownSection(String, known: [String], closest: String?)
  case unknownKind(String, known: [String], closest: String?)
  case badNumber(option: String, value: Int, allowed: ClosedRange<Int>)
  case nothingToAsk(String)
  case noMatch(String)
  case usage(String)

  /// Whether something is wrong, rather than only not there.
  var isFault: Bool {
    switch self {
    case .nothingToAsk, .noMatch: false
    default: true
    }
  }

  /// The codes of sysexits.h, and 1 for a question that has no answer.
  var exitCode: Int32 {
    switch self {
    case .unknownBank: 66
    case .unreadableBank: 66
    case .brokenBank: 65
    case .unknownCommand, .unknownSection, .unknownKind, .badNumber, .usage: 64
    case .nothingToAsk, .noMatch: 1
    }
  }

  /// What is wrong, where, and how to go on.
  var message: SafeText {
    switch self {
    case .unknownCommand(let name, let group, let known, let closest):
      "There is no command `\(line: Self.path(group, name))`. "
        + (closest.map { "Did you mean `\(line: Self.path(group, $0))`?" }
          ?? (group == nil
            ? "`kpo --help` lists the commands."
            : "The commands of `\(line: group ?? "")` are \(line: known.joined(separator: ", "))."))
    case .unknownBank(let name, let known, let closest):
      "There is no bank `\(line: name)`, and no file of that name. "
        + Self.suggestion(closest, known: known, what: "The built-in banks are")
    case .unreadableBank(let reason): "\(reason)"
    case .brokenBank(let file, let errors):
      "\(line: file) has \(errors == 1 ? "an error" : "\(errors) errors"), so it cannot be studied. "
        + "`kpo bank check \(line: file)` shows \(errors == 1 ? "it" : "them all")."
    case .unknownSection(let name, let known, let closest):
      "There is no section `\(line: name)`. " + Self.suggestion(closest, known: known, what: "The sections are")
    case .unknownKind(let name, let known, let closest):
      "There is no kind `\(line: name)`. " + Self.suggestion(closest, known: known, what: "The kinds are")
    case .badNumber(let option, let value, let allowed):
      "\(option) is \(value); it goes from \(allowed.lowerBound) to \(allowed.upperBound)."
    case .nothingToAsk(let reason): "\(reason)"
    case .noMatch(let words): "Nothing in the banks matches `\(line: words)`. Try fewer words, or a part of one."
    case .usage(let text): "\(text)"
    }
  }

  private static func suggestion(_ closest: String?, known: [String], what: SafeText) -> SafeText {
    if let closest { return "Did you mean `\(line: closest)`?" }
    return what + " \(line: known.joined(separator: ", "))."
  }

  private static func path(_ group: String?, _ name: String) -> String { group.map { "\($0) \(name)" } ?? name }
}
