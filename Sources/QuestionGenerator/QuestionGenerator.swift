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
  private let factOfID: [FactID: Fact]
  private let formsOfFact: [FactID: [Int]]

  /// Prepares a bank for asking.
  public init(_ bank: Bank) {
    self.bank = bank
    truth = Truth(bank)
    var forms: [FormFacts] = []
    let factsOfTable = Dictionary(grouping: bank.facts) { TableKey(sectionID: $0.sectionID, tableIndex: $0.tableIndex) }
    for section in bank.sections {
      for (tableIndex, table) in section.tables.enumerated() {
        let facts = factsOfTable[TableKey(sectionID: section.id, tableIndex: tableIndex), default: []]
        for pattern in table.patterns {
          let columns = [pattern.subject, pattern.answer].sorted()
          let asked = AskedTable(sectionID: section.id, tableIndex: tableIndex, table: table, pattern: pattern)
          forms.append(FormFacts(asked, facts: facts.filter { $0.columns == columns }))
        }
      }
    }
    self.forms = forms
    factOfID = Dictionary(bank.facts.map { ($0.id, $0) }) { first, _ in first }
    var formsOfFact: [FactID: [Int]] = [:]
    for (index, form) in forms.enumerated() {
      for fact in form.facts { formsOfFact[fact.id, default: []].append(index) }
    }
    self.formsOfFact = formsOfFact
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
  /// - Parameter leftOut: facts that a matching item must not ask beside it.
  public func item(
    asking fact: FactID, in form: Form, difficulty: Difficulty = .standard, without leftOut: Set<FactID> = [],
    using random: inout SeededRandom
  ) -> Item? {
    guard let fact = factOfID[fact], forms.indices.contains(form.index) else { return nil }
    let facts = forms[form.index]
    switch form.kind {
    case .multipleChoice:
      let choice = MultipleChoice(bankID: bank.id, truth: truth, form: facts, relations: bank.relations)
      return choice.item(asking: fact, difficulty: difficulty, using: &random)
    case .shortAnswer:
      return ShortAnswer(bank: bank, truth: truth, form: facts).item(asking: fact)
    case .matching:
      let item = MatchingDrill(bankID: bank.id, truth: truth, form: facts)
        .item(asking: [fact], without: leftOut, using: &random)
      // The wanted fact may clang and so be left out.
      return item?.facts.contains(fact.id) == true ? item : nil
    }
  }

  /// An item that asks this fact in any of the kinds, each way tried in a drawn order; nil if none gives one.
  ///
  /// - Parameters:
  ///   - last: an item that asked the fact before; other directions than its own are tried first.
  ///   - sealed: forms that are not used, such as those of ``sealedForms(of:)``.
  public func item(
    asking fact: FactID, kinds: [Item.Kind], difficulty: Difficulty = .standard, after last: Item? = nil,
    except sealed: Set<Form> = [], using random: inout SeededRandom
  ) -> Item? {
    let drawn = random.shuffled(forms(of: fact, kinds: kinds).filter { !sealed.contains($0) })
    let isLast = { (form: Form) in forms[form.index].isDirection(of: last) }
    for form in drawn.filter({ !isLast($0) }) + drawn.filter(isLast) {
      if let item = item(asking: fact, in: form, difficulty: difficulty, using: &random) { return item }
    }
    return lastResort(asking: fact, among: drawn, difficulty, using: &random)
  }

  /// An item that makes the learner choose between the answers to two facts that were confused; nil if none can be made.
  ///
  /// It is made for drills, so a sealed form is not used.
  public func contrast(_ fact: FactID, with other: FactID, using random: inout SeededRandom) -> Item? {
    guard let fact = factOfID[fact], let other = factOfID[other] else { return nil }
    let sealed = sealedForms(of: fact.id)
    for form in random.shuffled(forms(of: fact.id, kinds: [.multipleChoice]).filter { !sealed.contains($0) }) {
      let choice = MultipleChoice(bankID: bank.id, truth: truth, form: forms[form.index], relations: bank.relations)
      if let item = choice.contrast(fact, with: other, using: &random) { return item }
    }
    return nil
  }

  /// An item whose key shares a word with its subject, for a fact of two names that cannot be asked otherwise.
  private func lastResort(
    asking fact: FactID, among drawn: [Form], _ difficulty: Difficulty, using random: inout SeededRandom
  ) -> Item? {
    guard let fact = factOfID[fact] else { return nil }
    for form in drawn where form.kind == .multipleChoice {
      let choice = MultipleChoice(
        bankID: bank.id, truth: truth, form: forms[form.index], relations: bank.relations, allowsClash: true)
      if let item = choice.item(asking: fact, difficulty: difficulty, using: &random) { return item }
    }
    return nil
  }

  /// A fact as a sentence; nil for one that the bank does not state.
  public func sentence(for fact: FactID) -> String? {
    guard let fact = factOfID[fact], let table = bank.section(fact.sectionID)?.tables[fact.tableIndex] else {
      return nil
    }
    return Explanation(table: table).sentence(for: fact)
  }

  /// The facts that at least one item of these kinds can ask, in the order of the file.
  public func askableFacts(kinds: [Item.Kind] = Item.Kind.allCases) -> [FactID] {
    bank.facts.map(\.id).filter { fact in
      var random = SeededRandom(seed: 0)
      return item(asking: fact, kinds: kinds, using: &random) != nil
    }
  }

  private struct TableKey: Hashable {
    let sectionID: String
    let tableIndex: Int
  }
}
