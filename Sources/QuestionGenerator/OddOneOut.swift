import ContentModel

/// Makes items of four options: three that belong together, and the asked one, which does not.
struct OddOneOut {
  let bankID: String
  /// Asks the members of a group.
  let form: FormFacts
  /// What may stand beside the odd one.
  let threes: OddOneThrees

  /// An item whose odd one is the answer of this fact; nil if no three belong together in one way only.
  func item(asking fact: Fact, using random: inout SeededRandom) -> Item? {
    guard let odd = fact.value(inColumn: form.asked.answer), let threes = threes.beside[fact.id] else { return nil }
    var place = random.unit() * threes.reduce(0) { $0 + $1.weight }
    let drawn = threes.first { three in
      place -= three.weight
      return place < 0
    }
    guard let three = (drawn ?? threes.last).map({ random.shuffled($0.facts) }) else { return nil }
    let values = three.compactMap { $0.value(inColumn: form.asked.answer) }
    return item(fact, odd, beside: three, values, using: &random)
  }

  private func item(
    _ fact: Fact, _ odd: Value, beside three: [Fact], _ values: [Value], using random: inout SeededRandom
  ) -> Item {
    var options = zip(values, three).map { form.option($0, of: $1) }
    let position = random.below(options.count + 1)
    options.insert(form.option(odd, of: fact), at: position)
    let nouns = form.nouns
    let stem =
      form.asked.table.isComparison
      ? "Three of these describe one side of the comparison. Which of them describes another?"
      : "Three of these stand under one \(nouns.subject) in these notes. Which \(nouns.answer) stands under another?"
    return form.item(
      .oddOneOut, bankID: bankID, stem: stem, shown: options.flatMap { [$0.text, $0.fact.rawValue] },
      .choice(
        Choice(
          subject: form.asked.table.columns[form.asked.subject].header, fact: fact.id, options: options,
          key: position, contrast: nil)))
  }
}
