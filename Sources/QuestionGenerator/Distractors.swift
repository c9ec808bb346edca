import ContentModel

/// Finds options that are proved wrong, and draws them so that the looks of a set of items tell nothing.
///
/// A candidate is drawn in proportion to how often it is a key in its form. If all are safe for each other, every set of
/// options is then as likely with one of them as the key as with another, so that neither length nor punctuation nor
/// having been seen before tells which it is.
struct Distractors {
  let truth: Truth
  let form: FormFacts
  let difficulty: Difficulty
  let preferences: DistractorPreferences

  /// How many values of a large column are looked at before all of them are.
  private static let sampleSize = 200

  /// Up to `count` values, no two of them too close to be told apart, each proved wrong for the subject of `fact`.
  ///
  /// - Parameter beside: further right answers, from which they must be told as well.
  func draw(_ count: Int, for fact: Fact, beside right: [Value] = [], using random: inout SeededRandom) -> [Value] {
    guard let question = Question(fact, beside: right, truth: truth, form: form) else { return [] }
    let siblings = form.siblings(of: fact)
    let preferred = preferences.preferred.isEmpty ? [:] : preferredAnswers
    var proved: [Int] = []
    var drawn: [Int] = []
    for candidates in candidates(siblings, using: &random) {
      (proved, drawn) = ([], [])
      let isSibling = Set(siblings)
      let ranked = candidates.map { candidate in
        let isClose = isSibling.contains(candidate) || question.isDeclaredDifferent(candidate)
        return Ranked(
          index: candidate, tier: tier(candidate, preferred, question),
          lot: lot(drawing: form.traits[candidate].lots.count * difficulty.lots(forClose: isClose), using: &random))
      }.sorted()
      for candidate in ranked where drawn.count < count && question.isWrong(candidate.index) {
        proved.append(candidate.index)
        if drawn.allSatisfy({ canBeToldApart(candidate.index, $0) }) { drawn.append(candidate.index) }
      }
      if drawn.count == count, question.hasCompany(drawn) { break }
    }
    if drawn.count == 1, count > 1, let pair = pair(of: proved) { drawn = pair }
    return drawn.map { form.answers[$0] }
  }

  /// One value that may stand in the place of the right answer; nil if there is none.
  func one(for fact: Fact, using random: inout SeededRandom) -> Value? {
    guard let cells = cellsOfSameAspect(as: fact) else {
      let wrong = draw(1, for: fact, using: &random).first
      let clash = form.clash(in: fact)
      return wrong.flatMap { wrong in clash?.isShared(by: wrong) ?? true ? wrong : nil }
    }
    guard form.clash(in: fact) == nil, let question = Question(fact, beside: [], truth: truth, form: form) else {
      return nil
    }
    return random.element(of: cells.filter(question.isWrong)).map { form.answers[$0] }
  }

  /// Another fact for whose subject the answer of this one is proved wrong; nil if there is none.
  func subject(without fact: Fact, using random: inout SeededRandom) -> Fact? {
    guard form.clash(in: fact) == nil, let key = fact.value(inColumn: form.asked.answer) else { return nil }
    let table = form.asked.table
    let aspect = table.isComparison ? table.rows[fact.rowIndex].cells[0] : nil
    let start = random.below(form.facts.count)
    let others = form.facts[start...] + form.facts[..<start]
    return others.first { other in
      // Beside its aspect nothing else in a comparison makes sense.
      guard aspect == nil || table.rows[other.rowIndex].cells[0] == aspect, form.clash(in: other) == nil,
        let subject = other.value(inColumn: form.asked.subject)
      else { return false }
      return truth.verdict(key, for: subject, in: form.asked) == .doesNotHold
    }
  }

  /// Whether there is such a value for a fact whose two values share no word.
  func canDrawOne(for fact: Fact) -> Bool {
    let question = Question(fact, beside: [], truth: truth, form: form)
    return question.map { (cellsOfSameAspect(as: fact) ?? Array(form.answers.indices)).contains(where: $0.isWrong) }
      ?? false
  }

  /// Whether there are enough options for a fact whose two values share no word.
  func canDrawTwo(for fact: Fact) -> Bool {
    guard let question = Question(fact, beside: [], truth: truth, form: form) else { return false }
    var wrong: [Int] = []
    for candidate in form.answers.indices where question.isWrong(candidate) {
      if wrong.contains(where: { canBeToldApart(candidate, $0) }) { return true }
      wrong.append(candidate)
    }
    return false
  }

  /// The answers in the row of a comparison that states the fact, as indices: beside its aspect nothing else makes sense.
  private func cellsOfSameAspect(as fact: Fact) -> [Int]? {
    guard form.asked.table.isComparison else { return nil }
    let rows = form.asked.table.rows
    let aspect = rows[fact.rowIndex].cells[0]
    return rows.filter { $0.cells[0] == aspect }.flatMap { $0.cells[form.asked.answer] }.compactMap(form.index)
  }

  /// A candidate with its place in the order of use.
  private struct Ranked: Comparable {
    let index: Int
    let tier: Int
    let lot: UInt64

    static func < (left: Ranked, right: Ranked) -> Bool {
      (left.tier, left.lot, left.index) > (right.tier, right.lot, right.index)
    }
  }

  /// The highest of some random numbers: who draws twice as many is the first twice as often.
  private func lot(drawing count: Int, using random: inout SeededRandom) -> UInt64 {
    (0..<count).reduce(0) { highest, _ in max(highest, random.next()) }
  }

  /// What comes before and behind the candidates that are drawn.
  private func tier(_ candidate: Int, _ preferred: [Int: Int], _ question: Question) -> Int {
    // A key that shares a word with the subject needs company, or it can be told by its looks.
    if question.isCompany(candidate) { return .max }
    if let place = preferred[candidate] { return preferences.preferred.count - place }
    let place = form.traits[candidate].facts.first?.id
    return place.map(preferences.retired.contains) == true ? -1 : 0
  }

  /// The answers to the preferred facts, each with its place among these.
  private var preferredAnswers: [Int: Int] {
    let places = Dictionary(preferences.preferred.enumerated().map { ($1, $0) }) { first, _ in first }
    var found: [Int: Int] = [:]
    for (index, traits) in form.traits.enumerated() {
      found[index] = traits.facts.compactMap { places[$0.id] }.min()
    }
    return found
  }

  private func canBeToldApart(_ left: Int, _ right: Int) -> Bool {
    !truth.areNear(form.traits[left].term, form.traits[right].term)
  }

  /// The first two that can be told apart, for the case that the very first one is near to all the others.
  private func pair(of values: [Int]) -> [Int]? {
    for (index, left) in values.enumerated() {
      for right in values[(index + 1)...] where canBeToldApart(left, right) { return [left, right] }
    }
    return nil
  }

  /// The answers to draw from, in one lot; those of a large column in two, a sample and then everything.
  private func candidates(_ siblings: [Int], using random: inout SeededRandom) -> [[Int]] {
    let all = Array(form.answers.indices)
    guard all.count > 2 * Self.sampleSize else { return [all] }
    func sample(_ values: [Int]) -> [Int] {
      values.count <= Self.sampleSize ? values : (0..<Self.sampleSize).map { _ in values[random.below(values.count)] }
    }
    var seen: Set<Int> = []
    let near = sample(siblings)
    return [(near + sample(all)).filter { seen.insert($0).inserted }, all]
  }

  /// What is asked, as numbers.
  private struct Question {
    private let subject: Int
    private let right: [Int]
    private let clash: Clash?
    private let truth: Truth
    private let form: FormFacts
    private let relation: Relation

    init?(_ fact: Fact, beside others: [Value], truth: Truth, form: FormFacts) {
      guard let subject = fact.value(inColumn: form.asked.subject).flatMap(truth.term),
        let key = fact.value(inColumn: form.asked.answer), let relation = form.relation
      else { return nil }
      self.subject = subject
      right = ([key] + others).compactMap(truth.term)
      clash = form.clash(in: fact)
      self.truth = truth
      self.form = form
      self.relation = relation
    }

    func isWrong(_ candidate: Int) -> Bool {
      let term = form.traits[candidate].term
      return !right.contains { truth.areNear($0, term) }
        && truth.verdict(term, for: subject, in: form.asked, relation) == .doesNotHold
    }

    /// Whether a candidate and the key look alike, and the author said that they differ: there are no better distractors.
    func isDeclaredDifferent(_ candidate: Int) -> Bool {
      right.first.map { truth.areDeclaredDifferent($0, form.traits[candidate].term) } ?? false
    }

    /// Whether a candidate shares a word with the subject, as the key does.
    func isCompany(_ candidate: Int) -> Bool { clash?.isShared(by: form.traits[candidate].stems) ?? false }

    /// Whether a key that shares a word with the subject is not the only one.
    func hasCompany(_ drawn: [Int]) -> Bool { clash == nil || drawn.contains(where: isCompany) }
  }
}
