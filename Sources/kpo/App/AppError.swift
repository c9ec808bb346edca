import Progress
import Terminal

/// Why a command could not do what it was asked; each case has its words and its exit code.
enum AppError: Error, Equatable {
  case unreadableBank(String)
  case brokenBank(file: String, errors: Int)
  case brokenFile(String)
  case sameBank(_ id: String, String, String)
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
    case .unreadableBank: 66
    case .brokenBank, .brokenFile: 65
    case .badNumber, .usage, .sameBank: 64
    case .nothingToAsk, .noMatch: 1
    }
  }

  /// What is wrong, where, and how to go on.
  var message: SafeText {
    switch self {
    case .unreadableBank(let reason): "\(reason)"
    case .brokenBank(let file, let errors):
      "\(line: file) has \(errors == 1 ? "an error" : "\(errors) errors"), so it cannot be studied. "
        + "`kpo bank check \(line: file)` shows \(errors == 1 ? "it" : "them all")."
    case .sameBank(let id, let first, let second):
      "\(line: first) and \(line: second) are both the bank `\(line: id)`. Change the line `bank:` of one of them."
    case .brokenFile(let reason): "\(reason)"
    case .badNumber(let option, let value, let allowed):
      "\(option) is \(value); it goes from \(allowed.lowerBound) to \(allowed.upperBound)."
    case .nothingToAsk(let reason): "\(reason)"
    case .noMatch(let words): "Nothing in the banks matches `\(line: words)`. Try fewer words, or a part of one."
    case .usage(let text): "\(text)"
    }
  }
}
