import ContentModel

extension ItemRule {
  static let clang = ItemRule(
    "item-clang", flaws: ["word repeats"], title: "A key that alone shares a word with what is asked about",
    reason: "The word gives the answer away to those who know nothing.",
    remedy: "Say the description in other words.",
    passing: [
      "Which of these is a service of {Research}?\n+ Survey Design\n- Patents\n- Billing",
      "Which of these is a service of {Research}?\n+ Market Research\n- Drug Research\n- Billing",
    ],
    failing: [
      "Which of these is a service of {Research}?\n+ Market Research\n- Patents\n- Billing",
      "Which of these is a service of {Filing}?\n+ Files for courts\n- Patents\n- Billing",
    ]
  ) { face, _ in
    guard face.offersTexts else { return nil }
    let subject = ContentWords.stems(of: face.subject)
    return face.sharedWord(with: subject).map { "both have a word that begins with `\($0)`" }
  }
}

extension ItemFace {
  /// The stem of a word that a right option has in common with some words, while no wrong option has any.
  func sharedWord(with words: Set<String>) -> String? {
    guard distractors.allSatisfy({ ContentWords.stems(of: $0).isDisjoint(with: words) }) else { return nil }
    return keys.flatMap { ContentWords.stems(of: $0).intersection(words) }.min()
  }
}
