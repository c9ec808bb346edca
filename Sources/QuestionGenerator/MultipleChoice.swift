import ContentModel

/// Makes multiple-choice items: one key, and two or three distractors that are proved wrong.
struct MultipleChoice {
  let bankID: String
  let truth: Truth
  let form: FormFacts
  /// Says which other names a subject has.
  let relations: NameRelations
  /// Whether a name may share a word with its subject: the last resort for a fact that nothing else can ask.
  var allowsClash = false

  /// The fewest and the most distractors of an item.
  static let distractorCounts = 2...3

  /// An item that asks this fact, or nil if too few options can be proved wrong.
  func item(asking fact: Fact, difficulty: Difficulty, using random: inout SeededRandom) -> Item? {
    let distractors = Distractors(truth: truth, form: form, difficulty: difficulty)
      .draw(Self.distractorCounts.upperBound, for: fact, using: &random)
    guard distractors.count >= Self.distractorCounts.lowerBound else { return nil }
    return item(asking: fact, beside: distractors, contrast: nil, using: &random)
  }

  /// An item with two options, the key and what it was confused with; nil if the other is not proved wrong.
  func contrast(_ fact: Fact, with other: Fact, using random: inout SeededRandom) -> Item? {
    guard let subject = fact.value(inColumn: form.asked.pattern.subject),
      let key = fact.value(inColumn: form.asked.pattern.answer),
      let option = other.value(inColumn: form.asked.pattern.answer),
      truth.verdict(option, for: subject, in: form.asked) == .doesNotHold, truth.canBeToldApart(option, key)
    else { return nil }
    return item(asking: fact, beside: [option], contrast: other.id, using: &random)
  }

  private func item(
    asking fact: Fact, beside distractors: [Value], contrast: FactID?, using random: inout SeededRandom
  ) -> Item? {
    let asked = form.asked
    guard let key = fact.value(inColumn: asked.pattern.answer), let subject = subject(of: fact, beside: distractors),
      let stem = form.stem(for: fact, showing: subject)
    else { return nil }
    let keyOption = Choice.Option(
      text: key.displayText, fact: fact.id, why: Explanation(table: asked.table).sentence(for: fact))
    var options = distractors.compactMap { value in
      form.place(of: value).map { Choice.Option(text: value.displayText, fact: $0.fact, why: $0.why) }
    }
    guard options.count == distractors.count else { return nil }
    let position = random.below(options.count + 1)
    options.insert(keyOption, at: position)
    return Item(
      id: Item.id(.multipleChoice, [stem] + options.map(\.text)), bankID: bankID, sectionID: asked.sectionID,
      subjectColumn: asked.table.columns[asked.pattern.subject].header,
      answerColumn: asked.table.columns[asked.pattern.answer].header, stem: stem,
      body: .choice(
        Choice(subject: subject.displayText, fact: fact.id, options: options, key: position, contrast: contrast)))
  }

  /// What the stem asks about: the fact's own value, or another name of it that does not give the key away.
  private func subject(of fact: Fact, beside distractors: [Value]) -> Value? {
    guard let subject = fact.value(inColumn: form.asked.pattern.subject) else { return nil }
    guard let clash = form.clash(in: fact), !distractors.contains(where: clash.isShared) else { return subject }
    if case .name(let name) = subject, let key = fact.value(inColumn: form.asked.pattern.answer) {
      let others = relations.synonyms(of: name).map(Value.name)
      if let other = others.first(where: { Clash(subject: $0, answer: key) == nil }) { return other }
    }
    return clash.mayBeAllowed && allowsClash ? subject : nil
  }
}
