public import ContentModel

/// One way of asking with everything that it can ask.
public struct FormFacts: Sendable {
  /// The table and the pattern.
  public let asked: AskedTable
  /// The facts of its two columns, in the order of the file.
  public let facts: [Fact]
  /// The values of the answer column that a fact can explain, each once, in the order of the file.
  let answers: [Value]
  /// The facts that a value of the answer column stands in.
  let factsOfAnswer: [Value: [Fact]]

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
  }

  /// Where an answer belongs, as the fact to name and a sentence; nil for a value that stands in no asked fact.
  func place(of answer: Value) -> (fact: FactID, why: String)? {
    guard let facts = factsOfAnswer[answer], let first = facts.first else { return nil }
    let explanation = Explanation(table: asked.table)
    return (first.id, explanation.sentence(for: facts, otherwiseNamedIn: asked.pattern.subject))
  }
}
