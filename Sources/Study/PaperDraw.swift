import ContentModel
import QuestionGenerator

/// The drawing of a paper, one section after another.
struct PaperDraw {
  let form: String
  let generators: [QuestionGenerator]
  let kinds: [Item.Kind]
  /// The facts that no question may ask.
  let excluded: Set<FactID>
  /// What was drawn so far.
  private(set) var entries: [ExamPaper.Entry] = []
  private var asked: [FactID: QuestionGenerator.Disclosure] = [:]

  init(form: String, generators: [QuestionGenerator], kinds: [Item.Kind], _ excluded: Set<FactID>) {
    self.form = form
    self.generators = generators
    self.kinds = kinds
    self.excluded = excluded
  }

  /// Asks the first of some facts that can be asked beside what was drawn before.
  ///
  /// - Returns: how many questions it came to.
  mutating func ask(_ facts: [FactID], atMost limit: Int) -> Int {
    let before = entries.count
    for fact in facts where entries.count < before + limit {
      guard let generator = generators.first(where: { $0.contains(fact) }), isFree(fact, in: generator),
        let entry = entry(asking: fact, of: generator)
      else { continue }
      entries.append(entry)
      for fact in entry.item.facts { asked[fact] = generator.disclosure(of: fact) }
    }
    return entries.count - before
  }

  /// Whether a fact is asked nowhere on the paper, gives no answer away, and none of the paper gives it away.
  private func isFree(_ fact: FactID, in generator: QuestionGenerator) -> Bool {
    guard asked[fact] == nil, !excluded.contains(fact), let disclosure = generator.disclosure(of: fact) else {
      return false
    }
    // Terms are numbered within their bank.
    return !asked.contains { generator.contains($0.key) && disclosure.tellsOrIsTold($0.value) }
  }

  /// The question about a fact: in its sealed form with a chance of one half, otherwise in any other.
  private func entry(asking fact: FactID, of generator: QuestionGenerator) -> ExamPaper.Entry? {
    var random = SeededRandom(seed: StableHash.spread(form, fact.rawValue, "item"))
    let sealed = generator.sealedForms(of: fact)
    let prefersSealed = random.below(2) == 0
    // A kind with more directions is not asked more often.
    let drawn = random.shuffled(kinds).flatMap { random.shuffled(generator.forms(of: fact, kinds: [$0])) }
    let ordered =
      drawn.filter { sealed.contains($0) == prefersSealed }
      + drawn.filter { sealed.contains($0) != prefersSealed }
    let entries = ordered.lazy.compactMap { form -> ExamPaper.Entry? in
      // Each form draws from its own beginning, so that it does not matter what was tried before.
      let seed = StableHash.spread(self.form, fact.rawValue, form.kind.rawValue, "\(form.index)")
      return item(asking: fact, in: form, of: generator, seed: seed)
        .map { ExamPaper.Entry(item: $0, isSealed: sealed.contains(form)) }
    }
    // The same words for another answer only where nothing else is left.
    if let entry = entries.first(where: { !repeats($0.item) }) ?? entries.first { return entry }
    // The generator may know a last resort.
    return generator.item(asking: fact, kinds: kinds.filter { !$0.asksSeveralFacts }, except: sealed, using: &random)
      .map { ExamPaper.Entry(item: $0, isSealed: false) }
  }

  /// Whether the paper asks the same words already, only for another answer; all items that pair things begin alike.
  private func repeats(_ item: Item) -> Bool {
    guard item.kind != .matching, item.kind != .categories else { return false }
    return entries.contains { $0.item.stem == item.stem }
  }

  private func item(
    asking fact: FactID, in form: QuestionGenerator.Form, of generator: QuestionGenerator, seed: UInt64
  ) -> Item? {
    guard form.kind.asksSeveralFacts else {
      var random = SeededRandom(seed: seed)
      return generator.item(asking: fact, in: form, using: &random)
    }
    guard let own = generator.disclosure(of: fact) else { return nil }
    let beside = generator.forms[form.index].facts.map(\.id)
    var leftOut = Set(
      beside.filter { other in
        !isFree(other, in: generator) || generator.disclosure(of: other).map(own.tellsOrIsTold) ?? true
      })
    while true {
      var random = SeededRandom(seed: seed)
      guard let item = generator.item(asking: fact, in: form, without: leftOut.contains, using: &random) else {
        return nil
      }
      // The facts beside must not tell each other either.
      let told = Self.firstTold(item.facts.filter { $0 != fact }, of: generator)
      guard let told else { return item }
      guard leftOut.insert(told).inserted else { return nil }
    }
  }

  /// The first of some facts that tells one before it, or is told by it.
  private static func firstTold(_ facts: [FactID], of generator: QuestionGenerator) -> FactID? {
    let disclosures = facts.map(generator.disclosure)
    return facts.indices.first { index in
      disclosures[..<index].contains { earlier in
        guard let earlier, let own = disclosures[index] else { return false }
        return own.tellsOrIsTold(earlier)
      }
    }.map { facts[$0] }
  }
}

extension QuestionGenerator.Disclosure {
  /// Whether one of two facts gives the other away.
  fileprivate func tellsOrIsTold(_ other: Self) -> Bool { givesAway(other) || other.givesAway(self) }
}
