import ContentModel

/// Makes matching items: four to six premises, two more responses, one right response for each premise.
struct MatchingDrill {
  let bankID: String
  let truth: Truth
  let form: FormFacts

  /// How many premises an item has.
  static let premiseCounts = 4...6
  /// How many responses belong to no premise.
  static let extraResponses = 2
  /// How many facts are tried at most, so that a large table costs no more than a small one.
  private static let mostTried = 60

  /// A premise with its right response.
  private struct Pair {
    let fact: Fact
    let subject: Value
    let answer: Value
    let clash: Clash?
  }

  /// An item whose first premises ask `wanted`, as far as they fit together; nil if no item can be made.
  ///
  /// - Parameter isLeftOut: whether it must not ask a fact beside them.
  func item(asking wanted: [Fact], without isLeftOut: (FactID) -> Bool, using random: inout SeededRandom) -> Item? {
    // The cells of a comparison are told by their row too, so they have no single basis.
    guard !form.asked.table.isComparison else { return nil }
    let others = random.shuffled(form.facts).filter { fact in
      !isLeftOut(fact.id) && !wanted.contains { $0.id == fact.id }
    }
    let candidates = (wanted + others).prefix(Self.mostTried).compactMap(pair)
    // What shares a word with its answer comes last, unless it is wanted.
    let pool =
      candidates.filter { $0.clash == nil || wanted.contains($0.fact) }
      + candidates.filter { $0.clash != nil && !wanted.contains($0.fact) }
    var pairs: [Pair] = []
    for candidate in pool where pairs.count < Self.premiseCounts.upperBound {
      if pairs.allSatisfy({ fitTogether($0, candidate) }) { pairs.append(candidate) }
    }
    // Every premise less leaves more answers that belong to none of those shown.
    while pairs.count >= Self.premiseCounts.lowerBound {
      let extras = extras(beside: pairs, using: &random)
      let givenAway = pairs.lastIndex { givesItselfAway($0, among: pairs, extras) }
      if extras.count == Self.extraResponses, givenAway == nil { return item(pairs, extras, using: &random) }
      pairs.remove(at: givenAway ?? pairs.count - 1)
    }
    return nil
  }

  private func pair(_ fact: Fact) -> Pair? {
    guard let subject = fact.value(inColumn: form.asked.subject),
      let answer = fact.value(inColumn: form.asked.answer)
    else { return nil }
    let clash = form.clash(in: fact)
    return clash?.mayBeAllowed == false ? nil : Pair(fact: fact, subject: subject, answer: answer, clash: clash)
  }

  /// Whether the right response shares a word with its premise, and no other response does.
  private func givesItselfAway(_ pair: Pair, among pairs: [Pair], _ extras: [Value]) -> Bool {
    guard let clash = pair.clash else { return false }
    let others = pairs.map(\.answer).filter { $0 != pair.answer } + extras
    return !others.contains(where: clash.isShared(by:))
  }

  /// Whether neither response could be meant for the other's premise, and all four texts can be told apart.
  private func fitTogether(_ left: Pair, _ right: Pair) -> Bool {
    truth.canBeToldApart(left.subject, right.subject) && truth.canBeToldApart(left.answer, right.answer)
      && truth.verdict(right.answer, for: left.subject, in: form.asked) == .doesNotHold
      && truth.verdict(left.answer, for: right.subject, in: form.asked) == .doesNotHold
  }

  /// Answers that are proved wrong for every premise.
  private func extras(beside pairs: [Pair], using random: inout SeededRandom) -> [Value] {
    var extras: [Value] = []
    let shuffled = random.shuffled(form.answers.prefix(10 * Self.mostTried))
    let clashes = pairs.compactMap(\.clash)
    let sharing = clashes.isEmpty ? [] : shuffled.filter { answer in clashes.contains { $0.isShared(by: answer) } }
    for candidate in sharing + shuffled where extras.count < Self.extraResponses {
      let isWrongForAll = pairs.allSatisfy { pair in
        truth.canBeToldApart(candidate, pair.answer)
          && truth.verdict(candidate, for: pair.subject, in: form.asked) == .doesNotHold
      }
      if isWrongForAll, extras.allSatisfy({ truth.canBeToldApart(candidate, $0) }) { extras.append(candidate) }
    }
    return extras
  }

  private func item(_ pairs: [Pair], _ extras: [Value], using random: inout SeededRandom) -> Item? {
    let drawn = random.shuffled(pairs).map { (fact: $0.fact, answer: $0.answer) }
    let nouns = form.nouns
    return form.matching(drawn, responses: pairs.map(\.answer) + extras, reused: false).map {
      form.item(
        .matching, bankID: bankID, stem: "Match each \(nouns.subject) with its \(nouns.answer)\(form.restriction).", $0)
    }
  }
}
