import ContentModel

/// Makes short-answer items: a question whose answer, a name, is typed.
struct ShortAnswer {
  let bank: Bank
  let truth: Truth
  let form: FormFacts

  /// Nobody wants to type more than this, in characters.
  private static let longestAnswer = 40

  /// What is asked and what is right.
  private struct Question {
    let stem: String
    let subject: Value
    let key: Name
    let accepted: [String]
  }

  /// Whether an item can ask this fact; much cheaper than the item.
  func canAsk(_ fact: Fact) -> Bool { question(asking: fact) != nil }

  private func question(asking fact: Fact) -> Question? {
    let asked = form.asked
    guard let subject = fact.value(inColumn: asked.pattern.subject),
      case .name(let key)? = fact.value(inColumn: asked.pattern.answer), key.text.count <= Self.longestAnswer,
      let stem = form.stem(for: fact), form.clash(in: fact) == nil, !needsOptions
    else { return nil }
    // With several right answers it would not be clear which fact was recalled.
    guard rightNames(for: subject).allSatisfy({ $0 == key || bank.relations.synonyms(of: key).contains($0) }) else {
      return nil
    }
    // A synonym that stands in the question would be an answer for the taking.
    let accepted = ([key] + bank.relations.synonyms(of: key)).map(\.text)
      .filter { AnswerGrader.normalised($0) != AnswerGrader.normalised(subject.displayText) }
    return accepted.contains(key.text) ? Question(stem: stem, subject: subject, key: key, accepted: accepted) : nil
  }

  /// An item that asks this fact, or nil if the answer is no name or too long, or the question gives it away.
  func item(asking fact: Fact) -> Item? {
    guard let question = question(asking: fact) else { return nil }
    let asked = form.asked
    let accepted = question.accepted
    let siblings = form.answers.compactMap { answer in
      form.place(of: answer).map { Choice.Option(text: answer.displayText, fact: $0.fact, why: $0.why) }
    }.filter { !accepted.contains($0.text) }
    let others = bank.names.map(\.text).filter { !accepted.contains($0) }
    return Item(
      id: Item.id(.shortAnswer, [question.stem, question.key.displayText]), bankID: bank.id, sectionID: asked.sectionID,
      subjectColumn: asked.table.columns[asked.pattern.subject].header,
      answerColumn: asked.table.columns[asked.pattern.answer].header, stem: question.stem,
      body: .typed(
        TypedAnswer(
          subject: question.subject.displayText, fact: fact.id, key: question.key.text, accepted: accepted,
          otherNames: others,
          siblings: siblings,
          why: Explanation(table: asked.table).sentence(for: fact))))
  }

  /// Whether the stem speaks of options, which a typed question does not show: "Which of these ...?"
  private var needsOptions: Bool { form.asked.pattern.stem.literalText.lowercased().contains("of these") }

  /// Every name that holds for the subject.
  private func rightNames(for subject: Value) -> [Name] {
    form.answers.compactMap { answer in
      guard case .name(let name) = answer, truth.verdict(answer, for: subject, in: form.asked) == .holds else {
        return nil
      }
      return name
    }
  }
}
