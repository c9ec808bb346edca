/// A command that can be given in place of an answer; it begins with a colon.
public enum SittingCommand: Sendable, Equatable {
  /// `:hint` rules out a wrong option, or tells how many are right.
  case hint
  /// `:why` tells why the last fact came and when it returns.
  case why
  /// `:flag [NOTE]` sets the fact aside.
  case flag(note: String)
  /// `:right` counts the last answer, typed and marked wrong, as right.
  case right
  /// `:undo` takes the last answer back.
  case undo
  /// `:read` shows the notes of the section.
  case read
  /// `:quit` ends the sitting.
  case quit
  /// `:help` lists these commands.
  case help

  /// The words that are typed, without the colon, each with what it does.
  public static let summaries: [(word: String, effect: String)] = [
    ("hint", "rule out a wrong option, and the answer proves less; or tell how many are right"),
    ("why", "tell why the last fact came and when it returns"),
    ("read", "show the notes of this section; the question then does not count"),
    ("flag", "set this fact aside; words after it are kept as a note"),
    ("right", "count the last answer, typed and marked wrong, as right: you know what you meant"),
    ("undo", "take the last answer back, also one of an earlier sitting"),
    ("quit", "end the sitting; everything answered is kept"),
    ("help", "show this list"),
  ]

  /// Reads a line that begins with a colon; a word may be cut short as long as it stays clear. Nil if none fits.
  public init?(_ line: Substring) {
    guard let command = CommandWord(line, among: Self.summaries.map(\.word)) else { return nil }
    switch command.word {
    case "hint": self = .hint
    case "why": self = .why
    case "read": self = .read
    case "flag": self = .flag(note: command.rest)
    case "right": self = .right
    case "undo": self = .undo
    case "quit": self = .quit
    default: self = .help
    }
  }
}
