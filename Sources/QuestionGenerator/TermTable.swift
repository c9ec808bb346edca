import ContentModel

/// Two terms, packed for fast sets.
struct TermPair: Hashable, Sendable {
  let first: Int
  let second: Int

  /// A pair in which the order matters.
  init(ordered first: Int, _ second: Int) {
    self.first = first
    self.second = second
  }

  /// A pair in which the order does not matter.
  init(unordered left: Int, _ right: Int) {
    first = min(left, right)
    second = max(left, right)
  }
}

/// Numbers the values of a bank, one number for all names that mean the same, and knows which are near each other.
struct TermTable: Sendable {
  private var termOfValue: [Value: Int] = [:]
  /// The numbers of descriptions just as they are written, which spares taking them to pieces.
  private var termOfDescription: [String: Int] = [:]
  private var neighbours: [[Int]] = []
  /// The names that a text may mean, with and without their notes.
  private var termsOfText: [String: Set<Int>] = [:]
  /// The name that a text is as it stands, where there is just one.
  private var termOfWholeText: [String: Int] = [:]
  /// The pairs that look alike and are declared different.
  private(set) var differing: Set<TermPair> = []

  init(_ bank: Bank) {
    let names = bank.names
    for statement in bank.relations.statements where statement.kind == .same { mergeSame(statement.names) }
    for name in names { _ = term(of: .name(name)) }
    for statement in bank.relations.statements where statement.kind == .near { joinNear(statement.names) }
    for statement in bank.relations.statements where statement.kind == .different {
      let terms = statement.names.map { term(of: .name($0)) }
      for left in terms { for right in terms where left < right { differing.insert(TermPair(ordered: left, right)) } }
    }
    // Equal terms with different notes are told apart by their notes alone: too little for one question.
    let all = Set(names + bank.relations.statements.flatMap(\.names))
    for group in Dictionary(grouping: all, by: \.text).values where group.count > 1 { joinNear(group) }
    // Names that look alike stay apart from each other until the author has said what they are.
    let declared = DeclaredPairs(bank.relations)
    for (left, right) in NameLikeness.alikePairs(names.map(\.text)) where !declared.contains(names[left], names[right])
    {
      joinNear([names[left], names[right]])
    }
    indexTexts()
  }

  /// The number of a value, a new one if it was not seen before.
  mutating func term(of value: Value) -> Int {
    guard case .description(let text) = value else { return newTerm(of: value) }
    if let term = termOfDescription[text] { return term }
    let term = newTerm(of: Self.normalised(value))
    termOfDescription[text] = term
    return term
  }

  private mutating func newTerm(of value: Value) -> Int {
    if let term = termOfValue[value] { return term }
    if case .description(let text) = value, let named = termsOfText[text] { return readAsName(value, named) }
    let term = neighbours.count
    neighbours.append([term])
    termOfValue[value] = term
    return term
  }

  /// The numbers of all that a cell speaks of: its value, and the names that a description lists.
  ///
  /// A column that nothing asks for holds descriptions, though its cells may well be names of other tables.
  mutating func terms(in value: Value) -> [Int] {
    guard case .description(let text) = value, text.contains(";") else { return [term(of: value)] }
    let listed = text.split(separator: ";").flatMap { termsOfText[Self.words(of: $0), default: []] }
    return [term(of: value)] + listed.sorted()
  }

  /// A description that reads like a name is that name; one that is a name but for its note is near to it.
  private mutating func readAsName(_ value: Value, _ named: Set<Int>) -> Int {
    if let term = termOfWholeText[value.displayText] {
      termOfValue[value] = term
      return term
    }
    let term = neighbours.count
    neighbours.append([term] + named.sorted())
    for other in named { neighbours[other].append(term) }
    termOfValue[value] = term
    return term
  }

  private mutating func indexTexts() {
    var wholeTexts: [String: Set<Int>] = [:]
    for (value, term) in termOfValue {
      guard case .name(let name) = value else { continue }
      let whole = [name.displayText]
      for text in whole { wholeTexts[Self.words(of: text), default: []].insert(term) }
      for text in whole + [name.text] { termsOfText[Self.words(of: text), default: []].insert(term) }
    }
    termOfWholeText = wholeTexts.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// The number of a value that the bank states.
  func known(_ value: Value) -> Int? {
    if case .description(let text) = value, let term = termOfDescription[text] { return term }
    return termOfValue[Self.normalised(value)]
  }

  /// How many terms there are.
  var count: Int { neighbours.count }

  /// The term itself and all that are too close to be told from it.
  func neighbourhood(of term: Int) -> [Int] { neighbours[term] }

  /// Equal descriptions are one, whatever their capitals and signs.
  private static func normalised(_ value: Value) -> Value {
    guard case .description(let text) = value else { return value }
    return .description(words(of: text))
  }

  /// The letters and digits in lower case, every run of other characters as one space; signs only if there is nothing else.
  private static func words(of text: some StringProtocol) -> String {
    let lowered = text.lowercased()
    let words = lowered.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    return words.isEmpty ? lowered : words
  }

  private mutating func mergeSame(_ names: [Name]) {
    let known = names.compactMap { termOfValue[.name($0)] }
    guard let target = known.min() else {
      let new = term(of: .name(names[0]))
      for name in names { termOfValue[.name(name)] = new }
      return
    }
    for (value, term) in termOfValue where known.contains(term) { termOfValue[value] = target }
    for name in names { termOfValue[.name(name)] = target }
  }

  private mutating func joinNear(_ names: [Name]) {
    let group = Set(names.map { term(of: .name($0)) }).sorted()
    for left in group {
      for right in group where !neighbours[left].contains(right) { neighbours[left].append(right) }
    }
  }
}
