public import ContentModel
public import QuestionGenerator

/// What a bank states, read once more from its tables: the generator's own judgement must not judge itself.
///
/// Texts are compared by their letters and digits alone.
public struct StatedFacts: Sendable {
  /// What a bank says about an option for a subject.
  enum Verdict { case right, wrong, unclear }

  /// Two columns of one table: which texts stand in a row together.
  struct Columns: Sendable {
    var pairs: Set<[Int]> = []
    var answers: Set<Int> = []
    var subjects: Set<Int> = []
    var isComplete = true
    /// One text of each group that means the same, of the subjects if each has one answer only; else none.
    var singleSubjects: Set<Int> = []
    /// The same of the answers, if each has one subject only.
    var singleAnswers: Set<Int> = []
  }

  private var numbers: [String: Int] = [:]
  /// The names that have a note, by their text without it: what is typed for them.
  private var noted: [String: Set<Int>] = [:]
  /// For each number those that mean the same, and those that mean the same or nearly so; both with itself.
  private var same: [Set<Int>] = []
  private var close: [Set<Int>] = []
  /// For each number what stands in a row with it, or with another name of it, anywhere in the bank.
  private var beside: [Set<Int>] = []
  private var columns: [ItemFace.Place: Columns] = [:]
  private var facts: [FactID: Fact] = [:]

  /// Reads the tables and the name lines of a bank.
  public init(_ bank: Bank) {
    facts = Dictionary(bank.facts.map { ($0.id, $0) }) { first, _ in first }
    for statement in bank.relations.statements { for name in statement.names { _ = number(name.displayText) } }
    for (section, table) in bank.tables {
      let rows = table.rows.map { row in row.cells.map { cell in Set(cell.flatMap(texts).map { number($0) }) } }
      for row in rows {
        for (left, right) in Self.ordered(row.indices) {
          for one in row[left] { beside[one].formUnion(row[right]) }
        }
      }
      for (left, right) in Self.ordered(table.columns.indices) {
        let place = ItemFace.Place(
          sectionID: section.id, subjectColumn: table.columns[left].header, answerColumn: table.columns[right].header)
        var found = columns[place, default: Columns()]
        found.isComplete = found.isComplete && table.extent == .complete
        for row in rows {
          for subject in row[left] { for answer in row[right] { found.pairs.insert([subject, answer]) } }
          found.subjects.formUnion(row[left])
          found.answers.formUnion(row[right])
        }
        columns[place] = found
      }
    }
    relate(bank)
    for place in columns.keys { findSingles(at: place) }
  }

  private mutating func findSingles(at place: ItemFace.Place) {
    guard let pairs = columns[place]?.pairs else { return }
    let links = Set(pairs.map { [firstMeaning(of: $0[0]), firstMeaning(of: $0[1])] })
    let subjects = Set(links.map { $0[0] })
    let answers = Set(links.map { $0[1] })
    columns[place]?.singleSubjects = links.count == subjects.count ? subjects : []
    columns[place]?.singleAnswers = links.count == answers.count ? answers : []
  }

  private func firstMeaning(of number: Int) -> Int { same[number].min() ?? number }

  private static func ordered(_ range: Range<Int>) -> [(Int, Int)] {
    range.flatMap { left in range.filter { $0 != left }.map { (left, $0) } }
  }

  /// A cell's text; a description may be a list of names, too.
  private func texts(_ value: Value) -> [String] {
    guard case .description(let text) = value, text.contains(";") else { return [value.displayText] }
    return [text] + text.split(separator: ";").map(String.init)
  }

  private mutating func number(_ text: String) -> Int {
    let key = Self.letters(text)
    if let number = numbers[key] { return number }
    let number = same.count
    numbers[key] = number
    same.append([number])
    close.append([number])
    beside.append([])
    return number
  }

  private static func letters(_ text: String) -> String {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    return words.isEmpty ? text : words
  }

  private mutating func relate(_ bank: Bank) {
    let names = bank.names
    for name in Set(names + bank.relations.statements.flatMap(\.names)) {
      let own = number(name.displayText)
      if name.note != nil { noted[Self.letters(name.text), default: []].insert(own) }
      for other in bank.relations.synonyms(of: name) { same[own].insert(number(other.displayText)) }
    }
    var near = bank.relations.statements.filter { $0.kind == .near }.map(\.names)
    near += Dictionary(grouping: names, by: \.text).values.filter { $0.count > 1 }
    let declared = DeclaredPairs(bank.relations)
    for (left, right) in NameLikeness.alikePairs(names.map(\.text))
    where !declared.contains(names[left], names[right]) {
      near.append([names[left], names[right]])
    }
    close = same
    for group in near {
      let group = group.map { number($0.displayText) }
      for left in group { for right in group { for one in same[left] { close[one].formUnion(same[right]) } } }
    }
  }
}

extension StatedFacts {
  /// The faces of an item, with what a true/false item claims.
  public func faces(of item: Item) -> [ItemFace] {
    ItemFace.faces(of: item).map { face in
      guard case .choice(let choice) = item.body, item.kind == .trueFalse else { return face }
      var face = face
      // One of the two tells where the value in the statement belongs, whether the statement holds or not.
      let values = choice.options.flatMap { facts[$0.fact]?.values ?? [] }
      face.claim = values.map(\.displayText).first { text in
        text != face.subject && face.stem.contains(text) && isInColumn(text, of: face)
      }
      return face
    }
  }

  /// Whether a text stands in the column that is asked for.
  func isInColumn(_ text: String, of face: ItemFace) -> Bool {
    guard let place = face.place, let answers = columns[place]?.answers else { return false }
    return !answers.isDisjoint(with: meanings(of: text))
  }

  /// The fact with an id.
  func fact(_ id: FactID) -> Fact? { facts[id] }

  private func known(_ text: String) -> Int? { numbers[Self.letters(text)] }

  /// The number of a text, or those of the names that it is but for their notes.
  private func meanings(of text: String) -> Set<Int> {
    known(text).map { [$0] } ?? noted[Self.letters(text), default: []]
  }

  /// Whether two texts mean the same or nearly so.
  func areClose(_ left: String, _ right: String) -> Bool {
    guard let left = known(left), let right = known(right) else { return Self.letters(left) == Self.letters(right) }
    return close[left].contains(right)
  }

  /// Whether an option is right for what an item asks about.
  func verdict(_ option: String, for face: ItemFace) -> Verdict {
    guard let place = face.place, let columns = columns[place], let subject = known(face.subject) else {
      return .unclear
    }
    let meanings = meanings(of: option).reduce(into: Set<Int>()) { $0.formUnion(same[$1]) }
    if same[subject].contains(where: { one in meanings.contains { columns.pairs.contains([one, $0]) } }) {
      return .right
    }
    guard let option = known(option) else { return .unclear }
    let mayBelong = close[subject].contains(option) || !neighbours(of: subject).isDisjoint(with: close[option])
    if mayBelong { return .unclear }
    if columns.isComplete || speaksOfLists(face) { return .wrong }
    return isClassified(option, subject, in: columns) ? .wrong : .unclear
  }

  /// Whether each text of one side has one place only, and this one has its place: then it has no other.
  private func isClassified(_ option: Int, _ subject: Int, in columns: Columns) -> Bool {
    columns.singleAnswers.contains(firstMeaning(of: option))
      || columns.singleSubjects.contains(firstMeaning(of: subject))
  }

  private func speaksOfLists(_ face: ItemFace) -> Bool {
    let listing: Set<String> = ["list", "lists", "listed"]
    let stem = face.subject.isEmpty ? face.stem : face.stem.replacing(face.subject, with: "")
    return Grammar.words(stem).contains(where: listing.contains)
  }

  /// What stands in a row with a number or with something close to it.
  private func neighbours(of number: Int) -> Set<Int> {
    close[number].reduce(into: []) { $0.formUnion(beside[$1]) }
  }

  /// The options of which a single grouping of the bank holds all others; more than one makes an odd one out unclear.
  func oddOnes(among options: [String]) -> Set<Int> {
    let numbers = options.compactMap(known)
    guard numbers.count == options.count else { return [] }
    let groups = numbers.map { number in
      neighbours(of: number).reduce(into: Set<Int>()) { $0.formUnion(close[$1]) }
    }
    let sure = numbers.map { number in same[number].reduce(into: Set<Int>()) { $0.formUnion(beside[$1]) } }
    return Set(
      options.indices.filter { odd in
        let others = groups.indices.filter { $0 != odd }.map { groups[$0] }
        return others.dropFirst().reduce(others.first ?? []) { $0.intersection($1) }
          .contains { !sure[odd].contains($0) }
      })
  }
}
