import ContentModel

/// Makes short-answer items: a question whose answer, a name, is typed.
struct ShortAnswer {
  let bank: Bank
  let truth: Truth
  let form: FormFacts

  /// Nobody wants to type more than this, in characters.
  private static let longestAnswer = 40

  /// An item that asks this fact, or nil if the answer is no name or too long, or the question gives it away.
  func item(asking fact: Fact) -> Item? {
    let asked = form.asked
    guard let subject = fact.value(inColumn: asked.pattern.subject),
      case .name(let key)? = fact.value(inColumn: asked.pattern.answer), key.text.count <= Self.longestAnswer,
      let stem = form.stem(for: fact), form.clash(in: fact) == nil, !needsOptions
    else { return nil }
    let right = rightNames(for: subject)
    // A synonym that stands in the question would be an answer for the taking.
    let accepted = right.flatMap { [$0] + bank.relations.synonyms(of: $0) }.map(\.text)
      .filter { AnswerGrader.normalised($0) != AnswerGrader.normalised(subject.displayText) }
    guard accepted.contains(key.text) else { return nil }
    let others = bank.names.map(\.text).filter { !accepted.contains($0) }
    return Item(
      id: Item.id(.shortAnswer, [stem, key.displayText]), bankID: bank.id, sectionID: asked.sectionID,
      subjectColumn: asked.table.columns[asked.pattern.subject].header,
      answerColumn: asked.table.columns[asked.pattern.answer].header, stem: stem,
      body: .typed(
        TypedAnswer(
          subject: subject.displayText, fact: fact.id, key: key.text, accepted: accepted, otherNames: others,
          why: Explanation(table: asked.table).sentence(for: fact))))
  }

  /// Whether the stem speaks of options, which a typed question does not show: "Which of these ...?"
  private var needsOptions: Bool { form.asked.pattern.stem.literalText.lowercased().contains("of these") }

  /// Every name that holds for the subject: the question has more than one right answer then.
  private func rightNames(for subject: Value) -> [Name] {
    form.answers.compactMap { answer in
      guard case .name(let name) = answer, truth.verdict(answer, for: subject, in: form.asked) == .holds else {
        return nil
      }
      return name
    }
  }
}
