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
  /// - Parameter leftOut: facts that it must not ask beside them.
  func item(asking wanted: [Fact], without leftOut: Set<FactID> = [], using random: inout SeededRandom) -> Item? {
    // The cells of a comparison are told by their row too, so they have no single basis.
    guard !form.asked.table.isComparison else { return nil }
    let others = random.shuffled(form.facts).filter { fact in
      !leftOut.contains(fact.id) && !wanted.contains { $0.id == fact.id }
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
    guard let subject = fact.value(inColumn: form.asked.pattern.subject),
      let answer = fact.value(inColumn: form.asked.pattern.answer)
    else { return nil }
    let clash = form.clash(in: fact)
    return clash?.mayBeAllowed == false ? nil : Pair(fact: fact, subject: subject, answer: answer, clash: clash)
  }

  /// Whether the right response shares a word with its premise, and no other response does.
  private func givesItselfAway(_ pair: Pair, among pairs: [Pair], _ extras: [Value]) -> Bool {
    guard let clash = pair.clash else { return false }
    let others = pairs.map(\.answer).filter { $0 != pair.answer } + extras
    return !others.contains(where: clash.isShared)
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
    let asked = form.asked
    let values = (pairs.map(\.answer) + extras).sorted { left, right in
      (left.displayText.lowercased(), left.displayText) < (right.displayText.lowercased(), right.displayText)
    }
    let responses = values.compactMap { value in
      form.place(of: value).map { Choice.Option(text: value.displayText, fact: $0.fact, why: $0.why) }
    }
    guard responses.count == values.count else { return nil }
    let explanation = Explanation(table: asked.table)
    let premises = random.shuffled(pairs).compactMap { pair in
      values.firstIndex(of: pair.answer).map { index in
        Matching.Premise(
          text: pair.subject.displayText, fact: pair.fact.id, answer: index,
          why: explanation.sentence(for: pair.fact))
      }
    }
    let subjectColumn = asked.table.columns[asked.pattern.subject].header
    let answerColumn = asked.table.columns[asked.pattern.answer].header
    // What an open list does not name is proved wrong only if the question says "listed".
    let restriction = asked.pattern.asksWhatIsListed ? ", as these notes list them" : ""
    let stem = "Match each \(Self.inSentence(subjectColumn)) with its \(Self.inSentence(answerColumn))\(restriction)."
    return Item(
      id: Item.id(.matching, [stem] + premises.map(\.text) + responses.map(\.text)), bankID: bankID,
      sectionID: asked.sectionID, subjectColumn: subjectColumn, answerColumn: answerColumn, stem: stem,
      body: .matching(Matching(premises: premises, responses: responses)))
  }

  /// A heading inside a sentence: in lower case, but for words such as KPO.
  private static func inSentence(_ heading: String) -> String {
    heading.split(separator: " ").map { word in
      word.dropFirst().contains(where: \.isUppercase) ? String(word) : word.lowercased()
    }.joined(separator: " ")
  }
}
