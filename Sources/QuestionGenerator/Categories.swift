import ContentModel

/// Makes sorting items: five to eight premises, each of which belongs to exactly one of two to four categories.
struct Categories {
  let bankID: String
  let truth: Truth
  /// Asks the group of a member.
  let form: FormFacts

  /// How many premises an item has.
  static let premiseCounts = 5...8
  /// How many categories it has.
  static let categoryCounts = 2...4
  /// How many facts are tried at most, so that a large table costs no more than a small one.
  private static let mostTried = 60

  /// A premise with its category.
  private struct Pair {
    let fact: Fact
    let subject: Value
    let category: Value
  }

  /// An item that asks this fact among others; nil if too few belong to just one of the categories shown.
  ///
  /// - Parameter isLeftOut: whether it must not ask a fact beside it.
  func item(asking fact: Fact, without isLeftOut: (FactID) -> Bool, using random: inout SeededRandom) -> Item? {
    guard let own = fact.value(inColumn: form.asked.answer) else { return nil }
    let others = random.shuffled(form.answers.prefix(Self.mostTried)).filter { $0 != own }
    let facts = random.shuffled(form.facts).filter { $0.id != fact.id && !isLeftOut($0.id) }
    let most = Self.premiseCounts.lowerBound + random.below(Self.premiseCounts.count)
    for count in random.shuffled(Self.categoryCounts) {
      let categories = others.reduce(into: [own]) { chosen, value in
        if chosen.count < count, chosen.allSatisfy({ truth.canBeToldApart($0, value) }) { chosen.append(value) }
      }
      let pairs = pairs([fact] + facts, in: categories, atMost: most)
      let isSound = categories.allSatisfy { category in pairs.contains { $0.category == category } }
      if categories.count == count, pairs.first?.fact.id == fact.id, isSound,
        pairs.count >= Self.premiseCounts.lowerBound
      {
        return item(random.shuffled(pairs), categories)
      }
    }
    return nil
  }

  /// The premises: the first of each category, and then whatever comes.
  private func pairs(_ facts: [Fact], in categories: [Value], atMost count: Int) -> [Pair] {
    let candidates = facts.lazy.compactMap { pair($0, in: categories) }.prefix(Self.mostTried)
    var seen: Set<Value> = []
    var firsts: [Pair] = []
    var rest: [Pair] = []
    for candidate in candidates {
      if seen.insert(candidate.category).inserted { firsts.append(candidate) } else { rest.append(candidate) }
    }
    return (firsts + rest).reduce(into: []) { chosen, pair in
      if chosen.count < count, chosen.allSatisfy({ truth.canBeToldApart($0.subject, pair.subject) }) {
        chosen.append(pair)
      }
    }
  }

  /// A fact as a premise; nil if it may belong to another of the categories, or gives its own away.
  private func pair(_ fact: Fact, in categories: [Value]) -> Pair? {
    guard let subject = fact.value(inColumn: form.asked.subject),
      let own = fact.value(inColumn: form.asked.answer), categories.contains(own)
    else { return nil }
    let others = categories.filter { $0 != own }
    guard others.allSatisfy({ truth.verdict($0, for: subject, in: form.asked) == .doesNotHold }),
      form.clash(in: fact).map({ others.contains(where: $0.isShared(by:)) }) ?? true
    else { return nil }
    return Pair(fact: fact, subject: subject, category: own)
  }

  private func item(_ pairs: [Pair], _ categories: [Value]) -> Item? {
    let nouns = form.nouns
    let (task, category) =
      form.asked.table.isComparison
      ? ("Sort each statement by what it describes", "heading")
      : ("Sort each \(nouns.subject) by its \(nouns.answer)", nouns.answer)
    let stem = "\(task)\(form.restriction). Each \(category) may be used more than once."
    return form.matching(pairs.map { ($0.fact, $0.category) }, responses: categories, reused: true).map {
      form.item(.categories, bankID: bankID, stem: stem, $0)
    }
  }
}
