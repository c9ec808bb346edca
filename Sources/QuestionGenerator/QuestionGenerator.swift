public import ContentModel

/// Turns a bank into items.
///
/// The same bank and the same random numbers give the same items, byte for byte.
public struct QuestionGenerator: Sendable {
  /// How one fact is asked: the kind of item, and which of the generator's patterns (`forms`).
  public struct Form: Sendable, Hashable {
    /// The kind of item.
    public let kind: Item.Kind
    /// The index of the pattern in `forms`.
    public let index: Int
  }

  /// The bank that is asked.
  public let bank: Bank
  /// What the bank says about stems and options.
  public let truth: Truth
  /// Every pattern of the bank with the facts that it asks.
  public let forms: [FormFacts]
  /// For each of `forms`, the form that asks the group of a member, if its columns group something.
  private let sortingForms: [FormFacts?]
  /// For each of `forms`, the form that asks the members of a group, if its columns group something.
  private let groupForms: [FormFacts?]
  private let oddOnes = OddOneCache()
  private let factOfID: [FactID: Fact]
  private let formsOfFact: [FactID: [Int]]

  /// Prepares a bank for asking.
  public init(_ bank: Bank) {
    self.bank = bank
    let truth = Truth(bank)
    self.truth = truth
    var forms: [FormFacts] = []
    let factsOfTable = Dictionary(grouping: bank.facts) { TableKey(sectionID: $0.sectionID, tableIndex: $0.tableIndex) }
    for section in bank.sections {
      for (tableIndex, table) in section.tables.enumerated() {
        let facts = factsOfTable[TableKey(sectionID: section.id, tableIndex: tableIndex), default: []]
        for pattern in table.patterns {
          let columns = [pattern.subject, pattern.answer].sorted()
          let asked = AskedTable(sectionID: section.id, tableIndex: tableIndex, table: table, pattern: pattern)
          forms.append(FormFacts(asked, facts: facts.filter { $0.columns == columns }, truth: truth))
        }
      }
    }
    self.forms = forms
    sortingForms = forms.map { Self.form($0, among: forms, truth) { $0.answers.count < $0.subjectCount } }
    groupForms = forms.map { Self.form($0, among: forms, truth) { $0.answers.count > $0.subjectCount } }
    factOfID = Dictionary(bank.facts.map { ($0.id, $0) }) { first, _ in first }
    var formsOfFact: [FactID: [Int]] = [:]
    for (index, form) in forms.enumerated() {
      for fact in form.facts { formsOfFact[fact.id, default: []].append(index) }
    }
    self.formsOfFact = formsOfFact
  }

  /// The form itself or its reverse, whichever fits; nil if another form of the table is that reverse already.
  private static func form(
    _ form: FormFacts, among forms: [FormFacts], _ truth: Truth, where fits: (FormFacts) -> Bool
  ) -> FormFacts? {
    if fits(form) { return form }
    let isAsked = forms.contains {
      $0.asked.relationKey == form.asked.relationKey && $0.asked.answer == form.asked.subject
    }
    guard form.answers.count != form.subjectCount, !isAsked else { return nil }
    return FormFacts(form.asked.reversed, facts: form.facts, truth: truth)
  }

  /// The fact with an id, if the bank states it.
  func fact(_ id: FactID) -> Fact? { factOfID[id] }

  /// Whether the bank states this fact.
  public func contains(_ fact: FactID) -> Bool { factOfID[fact] != nil }

  /// The ways in which a fact might be asked; not each of them need give an item.
  public func forms(of fact: FactID, kinds: [Item.Kind] = Item.Kind.allCases) -> [Form] {
    kinds.flatMap { kind in formsOfFact[fact, default: []].map { Form(kind: kind, index: $0) } }
  }

  /// An item that asks this fact in this form, or nil if the rules for items allow none.
  ///
  /// - Parameters:
  ///   - preferences: which distractors suit the learner.
  ///   - isLeftOut: whether an item of several facts must not ask a fact beside it.
  public func item(
    asking fact: FactID, in form: Form, difficulty: Difficulty = .standard,
    preferences: DistractorPreferences = .none, without isLeftOut: (FactID) -> Bool = { _ in false },
    using random: inout SeededRandom
  ) -> Item? {
    guard let fact = factOfID[fact], forms.indices.contains(form.index) else { return nil }
    let facts = forms[form.index]
    var distractors: Distractors {
      Distractors(truth: truth, form: facts, difficulty: difficulty, preferences: preferences)
    }
    switch form.kind {
    case .multipleChoice:
      let choice = MultipleChoice(bankID: bank.id, distractors: distractors, relations: bank.relations)
      return choice.item(asking: fact, using: &random)
    case .matching:
      let item = MatchingDrill(bankID: bank.id, truth: truth, form: facts)
        .item(asking: [fact], without: isLeftOut, using: &random)
      // The wanted fact may clang and so be left out.
      return item?.facts.contains(fact.id) == true ? item : nil
    case .shortAnswer:
      return ShortAnswer(bank: bank, truth: truth, form: facts).item(asking: fact)
    case .trueFalse:
      return TrueFalse(bankID: bank.id, distractors: distractors).item(asking: fact, using: &random)
    case .multipleResponse:
      return MultipleResponse(bankID: bank.id, distractors: distractors)
        .item(asking: fact, without: isLeftOut, using: &random)
    case .oddOneOut:
      return groupForms[form.index].flatMap { facts in
        let threes = oddOnes.threes(ofForm: form.index, facts, truth)
        return OddOneOut(bankID: bank.id, form: facts, threes: threes).item(asking: fact, using: &random)
      }
    case .categories:
      return sortingForms[form.index].flatMap { facts in
        Categories(bankID: bank.id, truth: truth, form: facts).item(asking: fact, without: isLeftOut, using: &random)
      }
    case .cloze:
      return Cloze(answers: ShortAnswer(bank: bank, truth: truth, form: facts)).item(asking: fact)
    }
  }

  /// An item that asks this fact in any of the kinds, each way tried in a drawn order; nil if none gives one.
  ///
  /// - Parameters:
  ///   - preferences: which distractors suit the learner.
  ///   - last: an item that asked the fact before; other directions than its own are tried first.
  ///   - sealed: forms that are not used, such as those of ``sealedForms(of:)``.
  ///   - isLeftOut: whether an item of several facts must not ask a fact beside it.
  public func item(
    asking fact: FactID, kinds: [Item.Kind], difficulty: Difficulty = .standard,
    preferences: DistractorPreferences = .none, after last: Item? = nil,
    except sealed: Set<Form> = [], without isLeftOut: (FactID) -> Bool = { _ in false },
    using random: inout SeededRandom
  ) -> Item? {
    let drawn = random.shuffled(forms(of: fact, kinds: kinds).filter { !sealed.contains($0) })
    let isLast = { (form: Form) in forms[form.index].isDirection(of: last) }
    for form in drawn.filter({ !isLast($0) }) + drawn.filter(isLast) {
      let item = item(
        asking: fact, in: form, difficulty: difficulty, preferences: preferences, without: isLeftOut, using: &random)
      if let item { return item }
    }
    return lastResort(asking: fact, among: drawn, difficulty, preferences, using: &random)
  }

  /// An item that makes the learner choose between the answers to two facts that were confused; nil if none can be made.
  ///
  /// It is made for drills, so a sealed form is not used.
  public func contrast(_ fact: FactID, with other: FactID, using random: inout SeededRandom) -> Item? {
    guard let fact = factOfID[fact], let other = factOfID[other] else { return nil }
    let sealed = sealedForms(of: fact.id)
    for form in random.shuffled(forms(of: fact.id, kinds: [.multipleChoice]).filter { !sealed.contains($0) }) {
      let distractors = Distractors(truth: truth, form: forms[form.index], difficulty: .standard, preferences: .none)
      let choice = MultipleChoice(bankID: bank.id, distractors: distractors, relations: bank.relations)
      if let item = choice.contrast(fact, with: other, using: &random) { return item }
    }
    return nil
  }

  /// An item whose key could be guessed by its looks, for a fact that no kind can ask otherwise.
  private func lastResort(
    asking fact: FactID, among drawn: [Form], _ difficulty: Difficulty, _ preferences: DistractorPreferences,
    using random: inout SeededRandom
  ) -> Item? {
    guard let fact = factOfID[fact], !forms(of: fact.id).contains(where: { canAsk(fact, in: $0) }) else { return nil }
    for form in drawn where form.kind == .multipleChoice {
      let distractors = Distractors(
        truth: truth, form: forms[form.index], difficulty: difficulty, preferences: preferences)
      let choice = MultipleChoice(
        bankID: bank.id, distractors: distractors, relations: bank.relations, isLastResort: true)
      if let item = choice.item(asking: fact, using: &random) { return item }
    }
    return nil
  }

  /// A fact as a sentence; nil for one that the bank does not state.
  public func sentence(for fact: FactID) -> String? {
    guard let fact = factOfID[fact], let table = bank.section(fact.sectionID)?.tables[fact.tableIndex] else {
      return nil
    }
    return Explanation(table: table, columns: fact.columns).sentence(for: fact)
  }

  /// The facts that at least one item of these kinds can ask, in the order of the file.
  ///
  /// - Parameter isDrill: whether sealed forms (``sealedForms(of:)``) are not used.
  public func askableFacts(kinds: [Item.Kind] = Item.Kind.allCases, inDrills isDrill: Bool = false) -> [FactID] {
    bank.facts.filter { fact in
      let sealed = isDrill ? sealedForms(of: fact.id) : []
      let forms = forms(of: fact.id, kinds: kinds).filter { !sealed.contains($0) }
      if forms.contains(where: { canAsk(fact, in: $0) }) { return true }
      var random = SeededRandom(seed: 0)
      return lastResort(asking: fact.id, among: forms, .standard, .none, using: &random) != nil
    }.map(\.id)
  }

  private struct TableKey: Hashable {
    let sectionID: String
    let tableIndex: Int
  }
}
