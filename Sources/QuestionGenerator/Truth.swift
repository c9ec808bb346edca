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
  private let links: Set<TermPair>
  private let relations: [Relation.Key: Relation]

  /// Compiles what a bank states.
  public init(_ bank: Bank) {
    var terms = TermTable(bank)
    var links: Set<TermPair> = []
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
        for pattern in table.patterns {
          let columns = [pattern.subject, pattern.answer].sorted()
          let key = Relation.Key(sectionID: section.id, tableIndex: tableIndex, left: columns[0], right: columns[1])
          if relations[key] == nil { relations[key] = Relation(cells, left: columns[0], right: columns[1]) }
        }
      }
    }
    self.terms = terms
    self.links = links
    self.relations = relations
  }

  /// Judges an option for a subject under one way of asking.
  public func verdict(_ option: Value, for subject: Value, in form: AskedTable) -> Verdict {
    guard let relation = relations[form.relationKey], let option = terms.known(option),
      let subject = terms.known(subject)
    else { return .cannotBeTold }
    let subjectIsLeft = form.pattern.subject < form.pattern.answer
    let asked = subjectIsLeft ? (left: subject, right: option) : (left: option, right: subject)
    if relation.links.contains(TermPair(ordered: asked.left, asked.right)) { return .holds }
    if terms.neighbourhood(of: subject).contains(option) { return .cannotBeTold }
    for nearSubject in terms.neighbourhood(of: subject) {
      for nearOption in terms.neighbourhood(of: option)
      where links.contains(TermPair(unordered: nearSubject, nearOption)) {
        return .cannotBeTold
      }
    }
    if form.table.extent == .complete || form.pattern.asksWhatIsListed { return .doesNotHold }
    let optionHasItsOne = subjectIsLeft ? relation.eachRightHasOneLeft : relation.eachLeftHasOneRight
    let optionIsPlaced = subjectIsLeft ? relation.rights.contains(option) : relation.lefts.contains(option)
    let subjectHasItsOne = subjectIsLeft ? relation.eachLeftHasOneRight : relation.eachRightHasOneLeft
    let subjectIsPlaced = subjectIsLeft ? relation.lefts.contains(subject) : relation.rights.contains(subject)
    if (optionHasItsOne && optionIsPlaced) || (subjectHasItsOne && subjectIsPlaced) { return .doesNotHold }
    return .cannotBeTold
  }

  /// Whether the author declared two names different in spite of their looks: the best distractors there are.
  func areDeclaredDifferent(_ left: Value, _ right: Value) -> Bool {
    guard let left = terms.known(left), let right = terms.known(right) else { return false }
    return terms.differing.contains(TermPair(unordered: left, right))
  }

  /// The terms that some values of the bank stand for.
  func terms(of values: some Sequence<Value>) -> Set<Int> { Set(values.compactMap(terms.known)) }

  /// The terms that some values of the bank stand for, and all that are too near to be told from them.
  func termsNear(_ values: some Sequence<Value>) -> Set<Int> {
    Set(terms(of: values).flatMap(terms.neighbourhood))
  }

  /// Whether two values may stand side by side: neither the same nor near to each other.
  public func canBeToldApart(_ left: Value, _ right: Value) -> Bool {
    guard let left = terms.known(left), let right = terms.known(right) else { return false }
    return !terms.neighbourhood(of: left).contains(right)
  }
}

/// A table of a section together with one of its patterns: what is asked from what, as the author wrote it.
///
/// `FormFacts` adds the facts that it can ask, and `QuestionGenerator.Form` the kind of item in which one of them is asked.
public struct AskedTable: Sendable, Equatable {
  /// The id of the section.
  public let sectionID: String
  /// Where the table stands among the section's tables, from 0.
  public let tableIndex: Int
  /// The table.
  public let table: Table
  /// The pattern.
  public let pattern: Pattern

  var relationKey: Relation.Key {
    Relation.Key(
      sectionID: sectionID, tableIndex: tableIndex, left: min(pattern.subject, pattern.answer),
      right: max(pattern.subject, pattern.answer))
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
