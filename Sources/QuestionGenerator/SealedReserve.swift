public import ContentModel

extension QuestionGenerator {
  /// Forms that are asked in a mock exam and nowhere else are of these kinds: a matching item asks other facts beside.
  private static let sealedKinds: [Item.Kind] = [.multipleChoice, .shortAnswer]
  /// It takes two ways of asking to know a fact, so that many stay for drills.
  private static let keptForDrills = 2
  /// One way of asking in so many is sealed, as far as each fact has one to spare.
  private static let sealedOneIn = 5

  /// The forms of a fact that drills never use, so that mock exams can tell knowing the fact from knowing its questions.
  ///
  /// A fact has one sealed way of asking (a kind and a direction), or none if it has fewer than three or the lot spares it.
  /// The lot is drawn from the id of the fact, the kind and the headings of the columns; the learner, the machine, the
  /// order of the bank and the wording of descriptions do not matter.
  public func sealedForms(of fact: FactID) -> Set<Form> {
    let possible = forms(of: fact, kinds: Self.sealedKinds)
    // A fact with so many ways seals one so often that a fifth of all ways is sealed.
    let lot = Int(StableHash.spread("sealed", fact.rawValue) % UInt64(Self.sealedOneIn))
    let needed = max(Self.keptForDrills, lot) + 1
    guard possible.count >= needed else { return [] }
    let ways = Dictionary(grouping: possible.filter { gives(fact, $0) }, by: way)
    guard ways.count >= needed else { return [] }
    // Each kind keeps a way, or drills of that kind could not ask the fact any more.
    let spare = ways.keys.filter { way in ways.keys.contains { $0 != way && $0.kind == way.kind } }
    let sealed = spare.map { (lot: $0.lot(for: fact), way: $0) }.min { $0.lot < $1.lot }?.way
    return Set(sealed.map { sealed in possible.filter { way($0) == sealed } } ?? [])
  }

  /// A kind and a direction; several patterns may ask in the same one.
  private struct Way: Hashable {
    let kind: Item.Kind
    let subject: String
    let answer: String

    func lot(for fact: FactID) -> UInt64 { StableHash.spread(fact.rawValue, kind.rawValue, subject, answer) }
  }

  private func way(_ form: Form) -> Way {
    let asked = forms[form.index].asked
    return Way(
      kind: form.kind, subject: asked.table.columns[asked.pattern.subject].header,
      answer: asked.table.columns[asked.pattern.answer].header)
  }

  private func gives(_ fact: FactID, _ form: Form) -> Bool {
    if form.kind == .shortAnswer, let fact = self.fact(fact) {
      return ShortAnswer(bank: bank, truth: truth, form: forms[form.index]).canAsk(fact)
    }
    var random = SeededRandom(seed: 0)
    return item(asking: fact, in: form, using: &random) != nil
  }
}
