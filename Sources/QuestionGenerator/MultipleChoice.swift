import ContentModel

/// Makes multiple-choice items: one key, and two or three distractors that are proved wrong.
struct MultipleChoice {
  let bankID: String
  let distractors: Distractors
  /// Says which other names a subject has.
  let relations: NameRelations
  /// Whether nothing else can ask the fact, so that a name may share a word with its subject or be known as the key.
  var isLastResort = false

  /// The fewest and the most distractors of an item.
  static let distractorCounts = 2...3

  private var form: FormFacts { distractors.form }
  private var truth: Truth { distractors.truth }

  /// An item that asks this fact, or nil if too few options can be proved wrong.
  func item(asking fact: Fact, using random: inout SeededRandom) -> Item? {
    // What is hardly ever a distractor would be known as the key; other kinds ask it instead.
    guard isLastResort || !isKnownAsKey(fact) else { return nil }
    let drawn = distractors.draw(Self.distractorCounts.upperBound, for: fact, using: &random)
    guard drawn.count >= Self.distractorCounts.lowerBound else { return nil }
    return item(asking: fact, beside: drawn, contrast: nil, using: &random)
  }

  /// An item with two options, the key and what it was confused with; nil if the other is not proved wrong.
  func contrast(_ fact: Fact, with other: Fact, using random: inout SeededRandom) -> Item? {
    guard let subject = fact.value(inColumn: form.asked.subject),
      let key = fact.value(inColumn: form.asked.answer),
      let option = other.value(inColumn: form.asked.answer),
      truth.verdict(option, for: subject, in: form.asked) == .doesNotHold, truth.canBeToldApart(option, key)
    else { return nil }
    return item(asking: fact, beside: [option], contrast: other.id, using: &random)
  }

  private func item(
    asking fact: Fact, beside distractors: [Value], contrast: FactID?, using random: inout SeededRandom
  ) -> Item? {
    guard let key = fact.value(inColumn: form.asked.answer), let subject = subject(of: fact, beside: distractors),
      let stem = form.stem(for: fact, showing: subject)
    else { return nil }
    var options = distractors.compactMap(form.option)
    guard options.count == distractors.count else { return nil }
    var position = random.below(options.count + 1)
    options.insert(form.option(key, of: fact), at: position)
    // Readers look for the number that they have in mind.
    let numbers = options.compactMap { Double($0.text) }
    if numbers.count == options.count {
      let order = options.indices.sorted { numbers[$0] < numbers[$1] }
      position = order.firstIndex(of: position) ?? position
      options = order.map { options[$0] }
    }
    return form.item(
      .multipleChoice, bankID: bankID, stem: stem, shown: options.map(\.text),
      .choice(Choice(subject: subject.displayText, fact: fact.id, options: options, key: position, contrast: contrast)))
  }

  /// Whether the answer is right or doubtful almost wherever it is asked for, and its subject has other answers too.
  func isKnownAsKey(_ fact: Fact) -> Bool {
    fact.value(inColumn: form.asked.answer).flatMap(form.index).map { form.traits[$0].lots.isKnownAsKey } ?? false
  }

  /// What the stem asks about: the fact's own value, or another name of it that does not give the key away.
  private func subject(of fact: Fact, beside distractors: [Value]) -> Value? {
    guard let subject = fact.value(inColumn: form.asked.subject) else { return nil }
    guard let clash = form.clash(in: fact), !distractors.contains(where: clash.isShared(by:)) else { return subject }
    if case .name(let name) = subject, let key = fact.value(inColumn: form.asked.answer) {
      let others = relations.synonyms(of: name).map(Value.name)
      if let other = others.first(where: { Clash(subject: $0, answer: key) == nil }) { return other }
    }
    return clash.mayBeAllowed && isLastResort ? subject : nil
  }
}
