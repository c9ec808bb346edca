public import ContentModel

extension QuestionGenerator {
  /// Forms that are asked in a mock exam and nowhere else are of these kinds: the others ask other facts beside.
  ///
  /// They stand in the order of what it costs to find out whether they give an item.
  private static let sealedKinds: [Item.Kind] = [.multipleChoice, .trueFalse, .shortAnswer, .cloze, .oddOneOut]
  /// It takes two ways of asking to know a fact, so that many stay for drills.
  private static let keptForDrills = 2
  /// One way of asking in so many is sealed, as far as each fact has some to spare.
  private static let sealedOneIn: UInt64 = 5

  /// The forms of a fact that drills never use, so that mock exams can tell knowing the fact from knowing its questions.
  ///
  /// Each way of asking (a kind and a direction) has its lot, but all are spared if fewer than two others stay.
  /// The lot is drawn from the id of the fact, the kind and the headings of the columns; the learner, the machine, the
  /// order of the bank and the wording of descriptions do not matter.
  public func sealedForms(of fact: FactID) -> Set<Form> {
    guard let asked = self.fact(fact) else { return [] }
    let possible = forms(of: fact, kinds: Self.sealedKinds).map { (form: $0, way: way($0)) }
    let drawn = Set(possible.map(\.way).filter { $0.lot(for: fact) % Self.sealedOneIn == 0 })
    guard !drawn.isEmpty else { return [] }
    var open: Set<Way> = []
    for (form, way) in possible where open.count < Self.keptForDrills && !drawn.contains(way) && !open.contains(way) {
      if canAsk(asked, in: form) { open.insert(way) }
    }
    guard open.count == Self.keptForDrills else { return [] }
    let giving = Set(possible.filter { drawn.contains($0.way) && canAsk(asked, in: $0.form) }.map(\.way))
    return Set(possible.filter { giving.contains($0.way) }.map(\.form))
  }

  /// In how many ways a fact can be asked: kinds, each with a direction.
  public func wayCount(of fact: FactID) -> Int {
    guard let asked = self.fact(fact) else { return 0 }
    return Set(forms(of: fact).filter { canAsk(asked, in: $0) }.map(way)).count
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
      kind: form.kind, subject: asked.table.columns[asked.subject].header,
      answer: asked.table.columns[asked.answer].header)
  }

  /// Whether this form gives an item, found out without making one where that costs less.
  func canAsk(_ fact: Fact, in form: Form) -> Bool {
    let facts = forms[form.index]
    let answers = ShortAnswer(bank: bank, truth: truth, form: facts)
    let distractors = Distractors(truth: truth, form: facts, difficulty: .standard, preferences: .none)
    switch form.kind {
    case .shortAnswer: return answers.canAsk(fact)
    case .cloze: return Cloze(answers: answers).canAsk(fact)
    case .trueFalse where facts.clash(in: fact) == nil:
      return TrueFalse(bankID: bank.id, distractors: distractors).canAsk(fact)
    case .multipleChoice where facts.clash(in: fact) == nil:
      let choice = MultipleChoice(bankID: bank.id, distractors: distractors, relations: bank.relations)
      return !choice.isKnownAsKey(fact) && distractors.canDrawTwo(for: fact) && facts.stem(for: fact) != nil
    default:
      var random = SeededRandom(seed: 0)
      return item(asking: fact.id, in: form, using: &random) != nil
    }
  }
}
