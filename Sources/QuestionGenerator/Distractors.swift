import ContentModel

/// Finds options that are proved wrong, the plausible ones first.
struct Distractors {
  let truth: Truth
  let form: FormFacts
  let difficulty: Difficulty

  /// How many values of a large column are looked at before all of them are.
  private static let sampleSize = 200

  /// Up to `count` values, no two of them too close to be told apart, each proved wrong for the subject of `fact`.
  func draw(_ count: Int, for fact: Fact, using random: inout SeededRandom) -> [Value] {
    let asked = form.asked
    guard let subject = fact.value(inColumn: asked.pattern.subject),
      let key = fact.value(inColumn: asked.pattern.answer)
    else { return [] }
    let siblings = form.siblings(of: fact)
    let isSibling = Set(siblings)
    let clash = form.clash(in: fact)
    let keyLength = Double(key.displayText.count)
    var proved: [Value] = []
    var drawn: [Value] = []
    for candidates in candidates(siblings, using: &random) {
      (proved, drawn) = ([], [])
      let ranked = candidates.map { candidate -> (value: Value, rank: Double) in
        let lengthRatio = Double(candidate.displayText.count) / max(keyLength, 1)
        let imbalance = abs(lengthRatio > 1 ? lengthRatio - 1 : 1 / lengthRatio - 1)
        let isClose = truth.areDeclaredDifferent(candidate, key) || isSibling.contains(candidate)
        // A key that shares a word with the subject needs company, or it can be told by its looks.
        let company = clash?.isShared(by: candidate) == true ? 10.0 : 0
        return (candidate, random.unit() + (isClose ? difficulty.closeness : 0) + company - 0.25 * min(imbalance, 2))
      }.sorted { $0.rank > $1.rank }
      for (candidate, _) in ranked where drawn.count < count {
        guard truth.verdict(candidate, for: subject, in: asked) == .doesNotHold, truth.canBeToldApart(candidate, key)
        else { continue }
        proved.append(candidate)
        if drawn.allSatisfy({ truth.canBeToldApart(candidate, $0) }) { drawn.append(candidate) }
      }
      let isEnough = drawn.count == count && (clash.map { drawn.contains(where: $0.isShared) } ?? true)
      if isEnough { return drawn }
    }
    return drawn.count == 1 ? pair(of: proved) ?? drawn : drawn
  }

  /// The first two that can be told apart, for the case that the very first one is near to all the others.
  private func pair(of values: [Value]) -> [Value]? {
    for (index, left) in values.enumerated() {
      for right in values[(index + 1)...] where truth.canBeToldApart(left, right) { return [left, right] }
    }
    return nil
  }

  /// The answers to draw from, in one lot; those of a large column in two, a sample and then everything.
  private func candidates(_ siblings: [Value], using random: inout SeededRandom) -> [[Value]] {
    guard form.answers.count > 2 * Self.sampleSize else { return [form.answers] }
    func sample(_ values: [Value]) -> [Value] {
      values.count <= Self.sampleSize ? values : (0..<Self.sampleSize).map { _ in values[random.below(values.count)] }
    }
    var seen: Set<Value> = []
    let near = sample(siblings)
    return [(near + sample(form.answers)).filter { seen.insert($0).inserted }, form.answers]
  }
}
