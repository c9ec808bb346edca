public import ContentModel

/// A pattern of a table (`AskedTable`) with all facts that it can ask, indexed for making items of any kind.
public struct FormFacts: Sendable {
  /// The table and the pattern.
  public let asked: AskedTable
  /// The facts of its two columns, in the order of the file.
  public let facts: [Fact]
  /// The values of the answer column that a fact can explain, each once, in the order of the file.
  let answers: [Value]
  /// The facts that a value of the answer column stands in.
  let factsOfAnswer: [Value: [Fact]]
  /// For each value of the other columns of names, the answers that share a row with it.
  private let answersBesideValue: [Value: [Value]]
  /// The facts whose two values share a word.
  private let clashes: [FactID: Clash]

  init(_ asked: AskedTable, facts: [Fact]) {
    self.asked = asked
    self.facts = facts
    var factsOfAnswer: [Value: [Fact]] = [:]
    var answers: [Value] = []
    for fact in facts {
      guard let answer = fact.value(inColumn: asked.pattern.answer) else { continue }
      if factsOfAnswer[answer] == nil { answers.append(answer) }
      factsOfAnswer[answer, default: []].append(fact)
    }
    self.answers = answers
    self.factsOfAnswer = factsOfAnswer
    answersBesideValue = Self.answersBesideValue(asked)
    var clashes: [FactID: Clash] = [:]
    for fact in facts {
      if let subject = fact.value(inColumn: asked.pattern.subject),
        let answer = fact.value(inColumn: asked.pattern.answer)
      {
        clashes[fact.id] = Clash(subject: subject, answer: answer)
      }
    }
    self.clashes = clashes
  }

  /// The clash between the two values of a fact, asked in this way.
  func clash(in fact: Fact) -> Clash? { clashes[fact.id] }

  /// The columns of names that a pattern neither shows nor asks for.
  private static func otherColumns(_ asked: AskedTable) -> [Int] {
    asked.table.columns.indices.filter { column in
      column != asked.pattern.subject && column != asked.pattern.answer
        && asked.table.columns[column].content == .names
    }
  }

  private static func answersBesideValue(_ asked: AskedTable) -> [Value: [Value]] {
    var answers: [Value: [Value]] = [:]
    let columns = otherColumns(asked)
    for row in asked.table.rows {
      for value in Set(columns.flatMap { row.cells[$0] }) {
        answers[value, default: []] += row.cells[asked.pattern.answer]
      }
    }
    return answers
  }

  /// The answers whose rows share a value with the row of the fact, such as the other services of the same type.
  func siblings(of fact: Fact) -> [Value] {
    let cells = asked.table.rows[fact.rowIndex].cells
    var seen: Set<Value> = []
    return Self.otherColumns(asked).flatMap { cells[$0] }.flatMap { answersBesideValue[$0, default: []] }
      .filter { factsOfAnswer[$0] != nil && seen.insert($0).inserted }
  }

  /// Where an answer belongs, as the fact to name and a sentence; nil for a value that stands in no asked fact.
  func place(of answer: Value) -> (fact: FactID, why: String)? {
    guard let facts = factsOfAnswer[answer], let first = facts.first else { return nil }
    let explanation = Explanation(table: asked.table)
    return (first.id, explanation.sentence(for: facts, otherwiseNamedIn: asked.pattern.subject))
  }

  /// Whether an item asks the same column from the same column of this section.
  func isDirection(of item: Item?) -> Bool {
    guard let item else { return false }
    let columns = asked.table.columns
    return item.sectionID == asked.sectionID && item.subjectColumn == columns[asked.pattern.subject].header
      && item.answerColumn == columns[asked.pattern.answer].header
  }
}
