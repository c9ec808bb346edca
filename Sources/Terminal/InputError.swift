import Glibc

/// Why a line could not be read.
public enum InputError: Error, Equatable, Sendable {
  /// A line was longer than `limit` bytes; it was skipped, and the next call goes on after it.
  case lineTooLong(limit: Int)
  /// The system refused to read; `code` is its `errno`.
  case readFailed(code: Int32)

  /// The status to exit with: 65 for bad data, 74 for a failed read.
  public var exitCode: Int32 {
    switch self {
    case .lineTooLong: 65
    case .readFailed: 74
    }
  }

  /// The words for the learner.
  public var message: SafeText {
    switch self {
    case .lineTooLong(let limit):
      """
      Standard input: a line is longer than \(limit / 1024) KiB, so it cannot be an answer or a command.
      Send each answer on a line of its own.
      """
    case .readFailed(let code):
      """
      Reading standard input failed: \(String(cString: strerror(code))).
      Check where the input comes from, then run the command again.
      """
    }
  }
}
