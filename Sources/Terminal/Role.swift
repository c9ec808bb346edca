/// What a piece of text is for, from which its colour follows.
///
/// A role never carries meaning alone: whatever it says is also said in words or marks.
public enum Role: String, CaseIterable, Equatable, Sendable {
  /// The heading of a screen or a section.
  case title
  /// Words that carry the sentence.
  case strong
  /// Words that may be skipped.
  case faint
  /// A right answer.
  case right
  /// A wrong answer.
  case wrong
  /// A fact that is due.
  case due
  /// A fact never asked before.
  case new
  /// A key, a letter or a command to type.
  case key
  /// The prompt before the learner's input.
  case prompt
  /// A fault that stopped something.
  case error
  /// Something to look at that stopped nothing.
  case warning

  /// How this role looks on a terminal with colour.
  public var style: Style {
    switch self {
    case .title: Style(colour: .brightBlue, isBold: true)
    case .strong: Style(isBold: true)
    case .faint: Style(isFaint: true)
    case .right: Style(colour: .green, isBold: true)
    case .wrong: Style(colour: .red, isBold: true)
    case .due: Style(colour: .yellow)
    case .new: Style(colour: .cyan)
    case .key: Style(colour: .brightCyan)
    case .prompt: Style(colour: .blue, isBold: true)
    case .error: Style(colour: .brightRed, isBold: true)
    case .warning: Style(colour: .brightYellow)
    }
  }
}
