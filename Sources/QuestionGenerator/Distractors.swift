import ContentModel

/// Finds options that are proved wrong, the plausible ones first.
struct Distractors {
  let truth: Truth
  let form: FormFacts

  /// Up to `count` values, no two of them too close to be told apart, each proved wrong for the subject of `fact`.
  func draw(_ count: Int, for fact: Fact, using random: inout SeededRandom) -> [Value] {
    let asked = form.asked
    guard let subject = fact.value(inColumn: asked.pattern.subject), let key = fact.value(inColumn: asked.pattern.answer)
    else { return [] }
    let siblings = siblings(of: fact)
    let keyLength = Double(key.displayText.count)
    let ranked = form.answers.map { candidate -> (value: Value, rank: Double) in
      let lengthRatio = Double(candidate.displayText.count) / max(keyLength, 1)
      let imbalance = abs(lengthRatio > 1 ? lengthRatio - 1 : 1 / lengthRatio - 1)
      let plausibility = truth.areDeclaredDifferent(candidate, key) ? 0.6 : siblings.contains(candidate) ? 0.4 : 0
      return (candidate, random.unit() + plausibility - 0.25 * min(imbalance, 2))
    }.sorted { $0.rank > $1.rank }
    var proved: [Value] = []
    var drawn: [Value] = []
    for (candidate, _) in ranked where drawn.count < count {
      guard truth.verdict(candidate, for: subject, in: asked) == .doesNotHold, truth.canBeToldApart(candidate, key)
      else { continue }
      proved.append(candidate)
      if drawn.allSatisfy({ truth.canBeToldApart(candidate, $0) }) { drawn.append(candidate) }
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

  /// The answers whose rows share a value with the row of the fact, such as the other services of the same type.
  private func siblings(of fact: Fact) -> Set<Value> {
    let table = form.asked.table
    let columns = table.columns.indices.filter { !fact.columns.contains($0) && table.columns[$0].content == .names }
    let shared = Set(columns.flatMap { table.rows[fact.rowIndex].cells[$0] })
    guard !shared.isEmpty else { return [] }
    let rows = table.rows.filter { row in columns.contains { !shared.isDisjoint(with: row.cells[$0]) } }
    return Set(rows.flatMap { $0.cells[form.asked.pattern.answer] })
  }
}
