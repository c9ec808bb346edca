/// Proposes the questions and the sentences of the feedback for a pair of columns.
struct QuestionWording {
  /// How the second column of a pair stands to the first, whose names tell the rows apart.
  enum Relation {
    /// It stands before the first, and several rows share one of its names.
    case group
    /// A name that goes with it.
    case partner
    /// A text that describes the name.
    case description
    /// A description that some rows share.
    case sharedDescription
    /// A question whose answer is the name.
    case question
    /// A sentence with a gap for the name.
    case gap
  }

  let key: String
  let other: String
  let relation: Relation

  private var keyWords: String { ColumnWords.inQuestion(key) }
  private var otherWords: String { ColumnWords.inQuestion(other) }

  /// The question that shows the other column and asks for the name.
  var askingKey: String {
    switch relation {
    case .group: "Which \(keyWords) is listed under the \(otherWords) {\(other)}?"
    case .partner: "Which \(keyWords) is listed with the \(otherWords) {\(other)}?"
    case .description: "Which \(keyWords) is meant here: {\(other)}?"
    case .sharedDescription: "Which \(keyWords) is listed with this \(otherWords): {\(other)}?"
    case .question: "What is the right answer to this: {\(other)}"
    case .gap: "What fills the gap in this: {\(other)}"
    }
  }

  /// The question that shows the name and asks for the other column.
  var askingOther: String {
    switch relation {
    case .group: "Under which \(otherWords) is the \(keyWords) {\(key)} listed?"
    case .partner, .sharedDescription: "Which \(otherWords) is listed for the \(keyWords) {\(key)}?"
    case .description where Self.describing.contains(otherWords):
      "Which of these describes the \(keyWords) {\(key)}?"
    case .description: "Which \(otherWords) is listed for the \(keyWords) {\(key)}?"
    case .question: "Which of these questions is listed with the answer {\(key)}?"
    case .gap: "Which of these sentences is listed as lacking {\(key)}?"
    }
  }

  /// The sentence of the feedback.
  var explanation: String {
    switch relation {
    case .group: "These notes list {\(key)} under the \(otherWords) {\(other)}."
    case .partner: "These notes list the \(otherWords) {\(other)} for the \(keyWords) {\(key)}."
    case .description, .sharedDescription: "{\(key)}: {\(other)}."
    case .question: "{\(other)} The answer is {\(key)}."
    case .gap: "{\(other)} What is missing is {\(key)}."
    }
  }

  private static let describing: Set<String> = [
    "description", "meaning", "definition", "explanation", "detail", "note", "back", "text",
  ]
}
