public import ContentModel

/// A pattern of a table (`AskedTable`) with all facts that it can ask, indexed for making items of any kind.
public struct FormFacts: Sendable {
  /// The table and the pattern.
  public let asked: AskedTable
  /// The facts of its two columns, in the order of the file.
  public let facts: [Fact]
  /// The values of the answer column that a fact can explain, each once, in the order of the file.
  let answers: [Value]
  /// What is known of each of `answers`, in the same order.
  let traits: [AnswerTraits]
  /// What the two columns state together.
  let relation: Relation?
  /// Puts its facts into sentences.
  let explanation: Explanation
  /// Whether the stem speaks of options: "Which of these ...?"
  let needsOptions: Bool
  private let indexOfAnswer: [Value: Int]
  /// The facts of each subject, by its term.
  private let factsOfSubject: [Int: [Fact]]
  /// The facts that share their subject with each fact are found by this.
  private let subjectTerms: [FactID: Int]
  /// For each value of the other columns of names, the answers that share a row with it, as indices.
  private let answersBesideValue: [Value: [Int]]
  /// The columns of names that the pattern neither shows nor asks for.
  private let otherColumns: [Int]
  /// The facts whose two values share a word.
  private let clashes: [FactID: Clash]

  init(_ asked: AskedTable, facts: [Fact], truth: Truth) {
    self.asked = asked
    self.facts = facts
    explanation = Explanation(table: asked.table, columns: [asked.subject, asked.answer].sorted())
    let relation = truth.relation(of: asked)
    self.relation = relation
    needsOptions = asked.pattern.stem.literalText.lowercased().contains("of these")
    var stems: [Value: Set<String>] = [:]
    func stemsOnce(_ value: Value) -> Set<String> {
      if let known = stems[value] { return known }
      let new = ContentWords.stems(of: value.displayText)
      stems[value] = new
      return new
    }
    var factsOfAnswer: [Value: [Fact]] = [:]
    var answers: [Value] = []
    var factsOfSubject: [Int: [Fact]] = [:]
    var subjectTerms: [FactID: Int] = [:]
    var clashes: [FactID: Clash] = [:]
    for fact in facts {
      guard let answer = fact.value(inColumn: asked.answer), let subject = fact.value(inColumn: asked.subject) else {
        continue
      }
      if factsOfAnswer[answer] == nil { answers.append(answer) }
      factsOfAnswer[answer, default: []].append(fact)
      if let term = truth.term(of: subject) {
        factsOfSubject[term, default: []].append(fact)
        subjectTerms[fact.id] = term
      }
      clashes[fact.id] = Clash(
        subject: subject, answer: answer, stems: (subject: stemsOnce(subject), answer: stemsOnce(answer)))
    }
    self.answers = answers
    self.factsOfSubject = factsOfSubject
    self.subjectTerms = subjectTerms
    self.clashes = clashes
    let indexOfAnswer = Dictionary(answers.enumerated().map { ($1, $0) }) { first, _ in first }
    self.indexOfAnswer = indexOfAnswer
    let terms = answers.map { truth.term(of: $0) ?? -1 }
    let sets = answers.map(stemsOnce)
    let lots = DistractorLots.fitted(
      answers.indices.map { factsOfAnswer[answers[$0], default: []].count },
      Self.sample(of: answers.flatMap { factsOfAnswer[$0, default: []] }).compactMap { fact in
        guard let relation, let subject = fact.value(inColumn: asked.subject).flatMap(truth.term),
          let key = fact.value(inColumn: asked.answer).flatMap({ indexOfAnswer[$0] })
        else { return nil }
        let safe = terms.indices.filter { index in
          !truth.areNear(terms[key], terms[index])
            && truth.verdict(terms[index], for: subject, in: asked, relation) == .doesNotHold
        }
        // A key that shares a word with its subject is not asked for without company.
        let clash = clashes[fact.id]
        let isAsked = clash.map { clash in safe.contains { clash.isShared(by: sets[$0]) } } ?? true
        return DistractorLots.Question(key: key, safe: safe, isAsked: isAsked)
      })
    traits = answers.indices.map { index in
      AnswerTraits(
        term: terms[index], stems: sets[index], facts: factsOfAnswer[answers[index], default: []],
        lots: lots[index])
    }
    otherColumns = asked.table.columns.indices.filter { column in
      column != asked.subject && column != asked.answer && asked.table.columns[column].content == .names
    }
    var answersBesideValue: [Value: [Int]] = [:]
    for row in asked.table.rows {
      let inRow = row.cells[asked.answer].compactMap { indexOfAnswer[$0] }
      for value in Set(otherColumns.flatMap { row.cells[$0] }) { answersBesideValue[value, default: []] += inRow }
    }
    self.answersBesideValue = answersBesideValue
  }

  /// Some facts from all over the table, so that a large one costs no more for each answer than a small one.
  ///
  /// - Parameter facts: the facts, those with one answer beside each other, so that each answer keeps its share.
  private static func sample(of facts: [Fact]) -> [Fact] {
    guard facts.count > mostSampled else { return facts }
    return (0..<mostSampled).map { facts[$0 * facts.count / mostSampled] }
  }

  private static let mostSampled = 64

  /// The clash between the two values of a fact, asked in this way.
  func clash(in fact: Fact) -> Clash? { clashes[fact.id] }

  /// Where a value stands in `answers`.
  func index(of answer: Value) -> Int? { indexOfAnswer[answer] }

  /// The answers whose rows share a value with the row of the fact, such as the other services of the same type, as indices.
  func siblings(of fact: Fact) -> [Int] {
    let cells = asked.table.rows[fact.rowIndex].cells
    var seen: Set<Int> = []
    return otherColumns.flatMap { cells[$0] }.flatMap { answersBesideValue[$0, default: []] }
      .filter { seen.insert($0).inserted }
  }

  /// The other facts whose subject is this one's or means the same.
  func facts(sharingSubjectOf fact: Fact) -> [Fact] {
    subjectTerms[fact.id].map { factsOfSubject[$0, default: []].filter { $0.id != fact.id } } ?? []
  }

  /// The other facts whose answer is this one's.
  func facts(sharingAnswerOf fact: Fact) -> [Fact] {
    let index = fact.value(inColumn: asked.answer).flatMap(index)
    return index.map { traits[$0].facts.filter { $0.id != fact.id } } ?? []
  }

  /// The subjects with at least so many facts, by their first, in the order of the file.
  func groups(ofAtLeast count: Int) -> [[Fact]] {
    factsOfSubject.filter { $0.value.count >= count }.sorted { $0.key < $1.key }.map(\.value)
  }

  /// How many different subjects there are.
  var subjectCount: Int { factsOfSubject.count }

  /// Where an answer belongs, as the fact to name and a sentence; nil for a value that stands in no asked fact.
  func place(of answer: Value) -> (fact: FactID, why: String)? {
    guard let index = indexOfAnswer[answer], let first = traits[index].facts.first else { return nil }
    return (first.id, explanation.sentence(for: traits[index].facts, otherwiseNamedIn: asked.subject))
  }

  /// Whether an item asks the same column from the same column of this section.
  func isDirection(of item: Item?) -> Bool {
    guard let item else { return false }
    let columns = asked.table.columns
    return item.sectionID == asked.sectionID && item.subjectColumn == columns[asked.subject].header
      && item.answerColumn == columns[asked.answer].header
  }
}

/// What is known of a value of an answer column, so that no item needs to find it out again.
struct AnswerTraits {
  /// The number of the term that it stands for.
  let term: Int
  /// Its words that carry meaning, as stems.
  let stems: Set<String>
  /// The facts that it stands in, which it is the key of.
  let facts: [Fact]
  /// How it is drawn as a distractor.
  let lots: DistractorLots
}
