import ContentModel

/// Makes cloze items: the author's sentence about a fact with a gap, whose name is typed.
struct Cloze {
  let answers: ShortAnswer

  /// What stands for the answer.
  static let gap = "_____"

  /// An item that asks this fact, or nil if no sentence states it, or what the sentence shows gives the name away.
  func item(asking fact: Fact) -> Item? {
    question(asking: fact).flatMap { answers.item(.cloze, asking: fact, $0) }
  }

  /// Whether an item can ask this fact; much cheaper than the item.
  func canAsk(_ fact: Fact) -> Bool { question(asking: fact) != nil }

  private func question(asking fact: Fact) -> ShortAnswer.Question? {
    guard
      let sentence = Statement(fact, in: answers.form.asked)?.showing(.description(Self.gap)),
      let question = answers.question(asking: fact, stem: "Fill the gap: \(sentence)")
    else { return nil }
    let shown = ContentWords.words(of: sentence)
    let names = [question.key] + answers.bank.relations.synonyms(of: question.key)
    return names.allSatisfy { ContentWords.words(of: $0.text).isDisjoint(with: shown) } ? question : nil
  }
}
