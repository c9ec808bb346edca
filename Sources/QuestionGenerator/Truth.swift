public import ContentModel

/// What a bank says about a stem and an option.
public enum Verdict: Sendable, Equatable {
  /// The option is right.
  case holds
  /// The option is proved wrong, so that it may be a distractor.
  case doesNotHold
  /// The bank does not say, or says it in near words; such an option is never shown.
  case cannotBeTold
}

/// Judges whether an option holds for a stem, from everything that a bank states.
///
/// An option holds when a row of the asked table links it with the subject, synonyms counting as one.
/// It cannot be told when any row of the bank links something the same as or near to the subject with something the
/// same as or near to the option, or when the option is the subject itself or near to it.
/// Otherwise it is proved wrong if the list is closed (`lists: complete`, or the stem asks what is *listed*), or if the
/// table is a classification: each value on one side goes with exactly one on the other, and the option, or the
/// subject, has its one already. A list of examples proves nothing else.
public struct Truth: Sendable {
  private let terms: TermTable
  /// For each term, all that stand in a row with it.
  private let partners: [Set<Int>]
  /// For each term, the columns of the bank that it stands in.
  private let columns: [Set<Int>]
  private let relations: [Relation.Key: Relation]

  /// Compiles what a bank states.
  public init(_ bank: Bank) {
    var terms = TermTable(bank)
    var links: Set<TermPair> = []
    var places: Set<TermPair> = []
    var columnCount = 0
    var relations: [Relation.Key: Relation] = [:]
    for section in bank.sections {
      for (tableIndex, table) in section.tables.enumerated() {
        let cells = table.rows.map { row in row.cells.map { values in values.map { terms.term(of: $0) } } }
        let mentions = table.rows.map { row in row.cells.map { values in values.flatMap { terms.terms(in: $0) } } }
        for row in mentions {
          for left in row.indices {
            for right in row.indices where right > left {
              for first in row[left] { for second in row[right] { links.insert(TermPair(unordered: first, second)) } }
            }
          }
        }
        for row in cells {
          for (column, values) in row.enumerated() {
            for term in values { places.insert(TermPair(ordered: term, columnCount + column)) }
          }
        }
        columnCount += table.columns.count
        for pattern in table.patterns {
          let columns = [pattern.subject, pattern.answer].sorted()
          let key = Relation.Key(sectionID: section.id, tableIndex: tableIndex, left: columns[0], right: columns[1])
          if relations[key] == nil { relations[key] = Relation(cells, left: columns[0], right: columns[1]) }
        }
      }
    }
    self.terms = terms
    self.relations = relations
    var partners = [Set<Int>](repeating: [], count: terms.count)
    for link in links {
      partners[link.first].insert(link.second)
      partners[link.second].insert(link.first)
    }
    self.partners = partners
    var columns = [Set<Int>](repeating: [], count: terms.count)
    for place in places { columns[place.first].insert(place.second) }
    self.columns = columns
  }

  /// Judges an option for a subject under one way of asking.
  public func verdict(_ option: Value, for subject: Value, in form: AskedTable) -> Verdict {
    guard let relation = relation(of: form), let option = terms.known(option), let subject = terms.known(subject) else {
      return .cannotBeTold
    }
    return verdict(option, for: subject, in: form, relation)
  }

  /// Judges an option for a subject, both as terms, by the relation of the asked table.
  func verdict(_ option: Int, for subject: Int, in form: AskedTable, _ relation: Relation) -> Verdict {
    let subjectIsLeft = form.subject < form.answer
    let asked = subjectIsLeft ? (left: subject, right: option) : (left: option, right: subject)
    if relation.links.contains(TermPair(ordered: asked.left, asked.right)) { return .holds }
    if areNear(subject, option) { return .cannotBeTold }
    for nearSubject in terms.neighbourhood(of: subject) {
      for nearOption in terms.neighbourhood(of: option) where partners[nearSubject].contains(nearOption) {
        return .cannotBeTold
      }
    }
    if form.countsAsClosed { return .doesNotHold }
    let optionHasItsOne = subjectIsLeft ? relation.eachRightHasOneLeft : relation.eachLeftHasOneRight
    let optionIsPlaced = subjectIsLeft ? relation.rights.contains(option) : relation.lefts.contains(option)
    let subjectHasItsOne = subjectIsLeft ? relation.eachLeftHasOneRight : relation.eachRightHasOneLeft
    let subjectIsPlaced = subjectIsLeft ? relation.lefts.contains(subject) : relation.rights.contains(subject)
    if (optionHasItsOne && optionIsPlaced) || (subjectHasItsOne && subjectIsPlaced) { return .doesNotHold }
    return .cannotBeTold
  }

  /// What the two columns that a form asks state together.
  func relation(of form: AskedTable) -> Relation? { relations[form.relationKey] }

  /// Whether two terms are the same or too close to be told apart.
  func areNear(_ left: Int, _ right: Int) -> Bool { terms.neighbourhood(of: left).contains(right) }

  /// Whether the author declared two terms different in spite of their looks.
  func areDeclaredDifferent(_ left: Int, _ right: Int) -> Bool {
    terms.differing.contains(TermPair(unordered: left, right))
  }

  /// The number of the term that a value of the bank stands for.
  func term(of value: Value) -> Int? { terms.known(value) }

  /// The terms that some values of the bank stand for.
  func terms(of values: some Sequence<Value>) -> Set<Int> { Set(values.compactMap(terms.known)) }

  /// The terms that some values of the bank stand for, and all that are too near to be told from them.
  func termsNear(_ values: some Sequence<Value>) -> Set<Int> {
    Set(terms(of: values).flatMap(terms.neighbourhood))
  }

  /// Whether two values may stand side by side: neither the same nor near to each other.
  public func canBeToldApart(_ left: Value, _ right: Value) -> Bool {
    guard let left = terms.known(left), let right = terms.known(right) else { return false }
    return !areNear(left, right)
  }

  /// Whether something may join the odd one of four values with two of the others.
  ///
  /// What joins is anything that stands in a row with a value or with something near to it, whatever is near to the
  /// value itself, and a column in which not all of them stand.
  static func groupsOtherwise(three others: [Joined], odd: Joined) -> Bool {
    odd.groups.contains { group in others.count { $0.groups.contains(group) } >= 2 }
      || odd.columns.contains { column in
        others.count { $0.columns.contains(column) } >= 2 && !others.allSatisfy { $0.ownColumns.contains(column) }
      }
  }

  /// What a value may be joined by: other terms, and columns.
  struct Joined {
    let groups: Set<Int>
    let columns: Set<Int>
    /// The columns in which the value itself stands.
    let ownColumns: Set<Int>
  }

  /// What a value of the bank may be joined by.
  func joined(_ value: Value) -> Joined {
    guard let term = terms.known(value) else { return Joined(groups: [], columns: [], ownColumns: []) }
    let near = terms.neighbourhood(of: term)
    let groups = near.reduce(into: Set(near)) { $0.formUnion(partners[$1]) }
    return Joined(
      groups: groups.reduce(into: []) { $0.formUnion(terms.neighbourhood(of: $1)) },
      columns: near.reduce(into: []) { $0.formUnion(columns[$1]) }, ownColumns: columns[term])
  }
}

/// What two columns of a table state together.
struct Relation: Sendable {
  struct Key: Hashable, Sendable {
    let sectionID: String
    let tableIndex: Int
    let left: Int
    let right: Int
  }

  /// Ordered pairs, the left column's term first.
  let links: Set<TermPair>
  let lefts: Set<Int>
  let rights: Set<Int>
  let eachLeftHasOneRight: Bool
  let eachRightHasOneLeft: Bool

  init(_ rows: [[[Int]]], left: Int, right: Int) {
    var links: Set<TermPair> = []
    for row in rows {
      for first in row[left] { for second in row[right] { links.insert(TermPair(ordered: first, second)) } }
    }
    self.links = links
    lefts = Set(links.map(\.first))
    rights = Set(links.map(\.second))
    eachLeftHasOneRight = links.count == lefts.count
    eachRightHasOneLeft = links.count == rights.count
  }
}
