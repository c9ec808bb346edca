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
  private var neighbours: [[Int]] = []
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
    for group in Dictionary(grouping: names, by: \.text).values where group.count > 1 { joinNear(group) }
    // Names that look alike stay apart from each other until the author has said what they are.
    let declared = DeclaredPairs(bank.relations)
    for (left, right) in NameLikeness.alikePairs(names.map(\.text)) where !declared.contains(names[left], names[right]) {
      joinNear([names[left], names[right]])
    }
  }

  /// The number of a value, a new one if it was not seen before.
  mutating func term(of value: Value) -> Int {
    let value = Self.normalised(value)
    if let term = termOfValue[value] { return term }
    let term = neighbours.count
    neighbours.append([term])
    termOfValue[value] = term
    return term
  }

  /// The number of a value that the bank states.
  func known(_ value: Value) -> Int? { termOfValue[Self.normalised(value)] }

  /// The term itself and all that are too close to be told from it.
  func neighbourhood(of term: Int) -> [Int] { neighbours[term] }

  /// Equal descriptions are one, whatever their capitals.
  private static func normalised(_ value: Value) -> Value {
    guard case .description(let text) = value else { return value }
    return .description(text.lowercased())
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
