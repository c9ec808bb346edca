import ContentModel

/// Makes true/false items: a statement with the right answer in half of them, with another one in the other half.
struct TrueFalse {
  let bankID: String
  let distractors: Distractors

  private var form: FormFacts { distractors.form }

  /// An item that asks this fact, or nil if no statement fits or nothing is proved wrong.
  ///
  /// A fact without a false statement has no true one either, or nobody would have to think about it.
  func item(asking fact: Fact, using random: inout SeededRandom) -> Item? {
    guard let key = fact.value(inColumn: form.asked.answer) else { return nil }
    switch falsehood(of: fact) {
    case .anotherAnswer:
      return item(asking: fact, key, insteadOf: distractors.one(for: fact, using: &random), using: &random)
    case .anotherSubject:
      return item(
        asking: fact, key, elsewhereThan: distractors.subject(without: fact, using: &random), using: &random)
    case nil: return nil
    }
  }

  /// What a false statement puts in the place of something right.
  private enum Falsehood {
    case anotherAnswer
    case anotherSubject
  }

  /// How a false statement can be false about this fact and no other; nil if both its values stand in other facts too.
  private func falsehood(of fact: Fact) -> Falsehood? {
    if form.facts(sharingSubjectOf: fact).isEmpty { return .anotherAnswer }
    return form.facts(sharingAnswerOf: fact).isEmpty ? .anotherSubject : nil
  }

  /// An item that shows the fact, or another value in the place of its answer.
  private func item(
    asking fact: Fact, _ key: Value, insteadOf wrong: Value?, using random: inout SeededRandom
  ) -> Item? {
    guard let wrong, let place = form.option(wrong) else { return nil }
    let holds = random.below(2) == 0
    let own = form.option(key, of: fact)
    let whenTrue = holds ? own : place
    return stem(of: fact, showing: holds ? key : wrong).flatMap {
      item(asking: fact, $0, about: fact, holds: holds, true: whenTrue, false: own)
    }
  }

  /// An item that shows the fact, or its answer beside the subject of another fact, which it does not belong to.
  private func item(
    asking fact: Fact, _ key: Value, elsewhereThan other: Fact?, using random: inout SeededRandom
  ) -> Item? {
    guard let other, let answer = other.value(inColumn: form.asked.answer) else { return nil }
    let holds = random.below(2) == 0
    let own = form.option(key, of: fact)
    let shown = holds ? fact : other
    let whenTrue = holds ? own : form.option(answer, of: other)
    return stem(of: shown, showing: key).flatMap {
      item(asking: fact, $0, about: shown, holds: holds, true: whenTrue, false: own)
    }
  }

  private func item(
    asking fact: Fact, _ stem: String, about shown: Fact, holds: Bool, true whenTrue: Choice.Option,
    false whenFalse: Choice.Option
  ) -> Item {
    let options = [
      Choice.Option(text: "True", fact: holds ? fact.id : whenTrue.fact, why: whenTrue.why),
      Choice.Option(text: "False", fact: fact.id, why: whenFalse.why),
    ]
    let subject = shown.value(inColumn: form.asked.subject)?.displayText ?? ""
    return form.item(
      .trueFalse, bankID: bankID, stem: stem, shown: [subject] + options.map(\.fact.rawValue),
      .choice(Choice(subject: subject, fact: fact.id, options: options, key: holds ? 0 : 1, contrast: nil)))
  }

  /// Whether an item can ask this fact, whose two values share no word; cheaper than the item.
  func canAsk(_ fact: Fact) -> Bool {
    guard let key = fact.value(inColumn: form.asked.answer), stem(of: fact, showing: key) != nil else { return false }
    switch falsehood(of: fact) {
    case .anotherAnswer: return distractors.canDrawOne(for: fact)
    case .anotherSubject:
      var random = SeededRandom(seed: 0)
      return distractors.subject(without: fact, using: &random) != nil
    case nil: return false
    }
  }

  /// The author's sentence about the fact, or a sentence of ours around the question.
  private func stem(of fact: Fact, showing value: Value) -> String? {
    guard let statement = Statement(fact, in: form.asked) else {
      // "Which of these" has nothing to point at.
      guard !form.needsOptions, let question = form.stem(for: fact) else { return nil }
      return "True or false? \"\(value.displayText)\" is a right answer to this: \(question)"
    }
    guard let sentence = statement.showing(value) else { return nil }
    let needsRestriction = form.asked.asksWhatIsListed && !statement.speaksOfLists
    return "True or false\(needsRestriction ? form.restriction : "")? \(sentence)"
  }
}
