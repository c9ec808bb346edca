import ContentModel

/// Makes items whose answer, a name, is typed.
struct ShortAnswer {
  let bank: Bank
  let truth: Truth
  let form: FormFacts

  /// Nobody wants to type more than this, in characters.
  private static let longestAnswer = 40

  /// What is asked and what is right.
  struct Question {
    let stem: String
    let subject: Value
    let key: Name
    let accepted: [String]
    /// Names that are wrong here, but that nobody who knows the answer should lose points for.
    let close: [String]
  }

  /// Whether an item can ask this fact; much cheaper than the item.
  func canAsk(_ fact: Fact) -> Bool { question(asking: fact) != nil }

  private func question(asking fact: Fact) -> Question? {
    // "Which of these" has nothing to point at.
    guard !form.needsOptions, let stem = form.stem(for: fact) else { return nil }
    return question(asking: fact, stem: stem)
  }

  /// A question in these words; nil if the answer is no name or too long, is not the only one, or is given away.
  func question(asking fact: Fact, stem: String) -> Question? {
    guard let subject = fact.value(inColumn: form.asked.subject),
      case .name(let key)? = fact.value(inColumn: form.asked.answer), key.text.count <= Self.longestAnswer,
      form.clash(in: fact) == nil
    else { return nil }
    let synonyms = bank.relations.synonyms(of: key)
    // With several right answers it would not be clear which fact was recalled.
    for other in form.facts(sharingSubjectOf: fact) {
      guard case .name(let name)? = other.value(inColumn: form.asked.answer), name == key || synonyms.contains(name)
      else { return nil }
    }
    // A synonym that stands in the question would be an answer for the taking.
    let shown = AnswerGrader.normalised(subject.displayText)
    // Where a table has short and full forms, just one of them is asked for.
    let otherForms = synonyms.filter { synonym in
      form.asked.table.rows[fact.rowIndex].cells.enumerated().contains { column, values in
        column != form.asked.answer && values.contains(.name(synonym))
      }
    }
    let accepted = ([key] + synonyms.filter { !otherForms.contains($0) }).map(\.text)
      .filter { AnswerGrader.normalised($0) != shown }
    guard accepted.contains(key.text) else { return nil }
    let near = bank.relations.statements.filter { $0.kind == .near && $0.names.contains(key) }.flatMap(\.names)
    let close = (otherForms + near.filter { $0 != key }).map(\.text)
    return Question(stem: stem, subject: subject, key: key, accepted: accepted, close: close)
  }

  /// An item that asks this fact, or nil if the answer is no name or too long, or the question gives it away.
  func item(asking fact: Fact) -> Item? {
    question(asking: fact).flatMap { item(.shortAnswer, asking: fact, $0) }
  }

  /// An item of a kind that is typed.
  func item(_ kind: Item.Kind, asking fact: Fact, _ question: Question) -> Item {
    let accepted = question.accepted
    let siblings = form.answers.compactMap(form.option).filter { !accepted.contains($0.text) }
    let others = bank.names.map(\.text).filter { !accepted.contains($0) }
    return form.item(
      kind, bankID: bank.id, stem: question.stem, shown: [question.key.displayText],
      .typed(
        TypedAnswer(
          subject: question.subject.displayText, fact: fact.id, key: question.key.text, accepted: accepted,
          otherNames: others, closeNames: question.close, siblings: siblings, why: form.explanation.sentence(for: fact))
      ))
  }
}
