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
    let stems = [subject, answer].map { ContentWords.stems(of: $0.displayText) }
    self.init(subject: subject, answer: answer, stems: (subject: stems[0], answer: stems[1]))
  }

  /// The same for values whose stems are known.
  init?(subject: Value, answer: Value, stems: (subject: Set<String>, answer: Set<String>)) {
    guard !stems.subject.isDisjoint(with: stems.answer) else { return nil }
    self.stems = stems.subject
    if case .name = subject, case .name = answer { mayBeAllowed = true } else { mayBeAllowed = false }
  }

  /// Whether an option has a word of the subject too.
  func isShared(by option: Value) -> Bool { isShared(by: ContentWords.stems(of: option.displayText)) }

  /// Whether an option with these stems has a word of the subject too.
  func isShared(by stems: Set<String>) -> Bool { !self.stems.isDisjoint(with: stems) }
}
