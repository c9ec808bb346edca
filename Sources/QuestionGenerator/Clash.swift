import ContentModel

/// The words that the answer to a question shares with what the question asks about: they give the answer away
/// unless a wrong option has one of them too.
struct Clash {
  /// The words of the subject, as stems.
  private let stems: Set<String>
  /// Whether it is one between two names, which an author can seldom reword; a description can always be reworded.
  let mayBeAllowed: Bool

  /// The clash between a subject and its answer, or nil if they share no word.
  init?(subject: Value, answer: Value) {
    stems = ContentWords.stems(of: subject.displayText)
    guard !stems.isDisjoint(with: ContentWords.stems(of: answer.displayText)) else { return nil }
    if case .name = subject, case .name = answer { mayBeAllowed = true } else { mayBeAllowed = false }
  }

  /// Whether an option has a word of the subject too.
  func isShared(by option: Value) -> Bool {
    !stems.isDisjoint(with: ContentWords.stems(of: option.displayText))
  }
}
