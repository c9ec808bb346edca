import ContentModel

/// Makes multiple-choice items: one key, and two or three distractors that are proved wrong.
struct MultipleChoice {
  let bankID: String
  let truth: Truth
  let form: FormFacts

  /// The fewest and the most distractors of an item.
  static let distractorCounts = 2...3

  /// An item that asks this fact, or nil if too few options can be proved wrong.
  func item(asking fact: Fact, using random: inout SeededRandom) -> Item? {
    let asked = form.asked
    guard let subject = fact.value(inColumn: asked.pattern.subject),
      let key = fact.value(inColumn: asked.pattern.answer), let stem = form.stem(for: fact)
    else { return nil }
    let distractors = Distractors(truth: truth, form: form)
      .draw(Self.distractorCounts.upperBound, for: fact, using: &random)
    guard distractors.count >= Self.distractorCounts.lowerBound, !givesItselfAway(fact, beside: distractors) else {
      return nil
    }
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
      body: .choice(Choice(subject: subject.displayText, fact: fact.id, options: options, key: position)))
  }

  /// Whether a description and its name share a word that no distractor shares with the description's side.
  private func givesItselfAway(_ fact: Fact, beside distractors: [Value]) -> Bool {
    guard Clang.find(in: fact.values) != nil, let subject = fact.value(inColumn: form.asked.pattern.subject) else {
      return false
    }
    let stems = ContentWords.stems(of: subject.displayText)
    return distractors.allSatisfy { ContentWords.stems(of: $0.displayText).isDisjoint(with: stems) }
  }
}

extension FormFacts {
  /// The question about one fact, or nil if a column that it shows is empty in the fact's row.
  func stem(for fact: Fact) -> String? {
    func text(_ column: Int) -> String {
      fact.value(inColumn: column)?.displayText
        ?? asked.table.rows[fact.rowIndex].cells[column].map(\.displayText).joined(separator: "; ")
    }
    guard asked.pattern.stem.columns.allSatisfy({ !text($0).isEmpty }) else { return nil }
    return asked.pattern.stem.filled(with: text)
  }
}

extension Item {
  /// The id of an item: its kind and a hash of everything that the learner sees.
  static func id(_ kind: Kind, _ shown: [String]) -> String {
    var hash = StableHash()
    for text in shown { hash.add(text) }
    return "\(kind.rawValue)-\(hash.hexadecimal)"
  }
}
