import QuestionGenerator

/// One question in QTI 2.1.
struct QTIItem {
  let item: Item
  let title: String
  let language: String

  /// What belongs to one sort of answer.
  private struct Parts {
    let declaration: XMLNode
    let interaction: XMLNode
    /// The rule that gives the points.
    let scoring: XMLNode
    /// What is told, each under the name of the answer that it is told after.
    let feedback: [(name: String, text: String)]
    /// Whether each answer has its own feedback, rather than one for all.
    let isFeedbackChosen: Bool
  }

  /// The assessment item.
  var node: XMLNode {
    let parts = parts
    let cardinality = isSelection ? "multiple" : "single"
    let told: XMLNode =
      parts.isFeedbackChosen ? Self.variable : .element("baseValue", [("baseType", "identifier")], text: Self.told)
    return .element(
      "assessmentItem",
      [
        ("xmlns", "http://www.imsglobal.org/xsd/imsqti_v2p1"), ("identifier", item.id), ("title", title),
        ("xml:lang", language), ("adaptive", "false"), ("timeDependent", "false"),
      ],
      [
        parts.declaration,
        .element(
          "outcomeDeclaration", [("identifier", "SCORE"), ("cardinality", "single"), ("baseType", "float")],
          [.element("defaultValue", [], [.element("value", text: "0")])]),
        .element(
          "outcomeDeclaration",
          [("identifier", "FEEDBACK"), ("cardinality", cardinality), ("baseType", "identifier")], []),
        .element("itemBody", [], [parts.interaction]),
        .element(
          "responseProcessing", [],
          [
            parts.scoring, .element("setOutcomeValue", [("identifier", "FEEDBACK")], [told]),
          ]),
      ] + parts.feedback.filter { !$0.text.isEmpty }.map(Self.modalFeedback))
  }

  private var isSelection: Bool {
    guard case .selection = item.body else { return false }
    return true
  }

  private var parts: Parts {
    switch item.body {
    case .choice(let choice):
      choiceParts(choice.options, right: [choice.key], most: 1)
    case .selection(let selection):
      choiceParts(
        selection.options.map(\.option), right: selection.options.indices.filter { selection.options[$0].isRight },
        most: 0)
    case .matching(let matching): matchingParts(matching)
    case .typed(let typed): typedParts(typed)
    }
  }

  /// - Parameter most: how many options may be chosen; 0 for any number.
  private func choiceParts(_ options: [Choice.Option], right: [Int], most: Int) -> Parts {
    let names = options.indices.map { "A\($0 + 1)" }
    let choices = zip(names, options).map { XMLNode.element("simpleChoice", [("identifier", $0)], Self.lines($1.text)) }
    return Parts(
      declaration: Self.declaration(
        cardinality: most == 1 ? "single" : "multiple", type: "identifier", right: right.map { names[$0] }),
      interaction: .element(
        "choiceInteraction",
        [("responseIdentifier", "RESPONSE"), ("shuffle", "false"), ("maxChoices", "\(most)")], [prompt] + choices),
      scoring: Self.wholePoint, feedback: Array(zip(names, options.map(\.why))), isFeedbackChosen: true)
  }

  private func matchingParts(_ matching: Matching) -> Parts {
    func choices(_ name: String, _ texts: [String], most: Int) -> XMLNode {
      .element(
        "simpleMatchSet", [],
        texts.enumerated().map { index, text in
          .element(
            "simpleAssociableChoice", [("identifier", "\(name)\(index + 1)"), ("matchMax", "\(most)")],
            Self.lines(text))
        })
    }
    let pairs = matching.premises.enumerated().map { "P\($0 + 1) R\($1.answer + 1)" }
    return Parts(
      declaration: Self.declaration(cardinality: "multiple", type: "directedPair", right: pairs),
      interaction: .element(
        "matchInteraction",
        [("responseIdentifier", "RESPONSE"), ("shuffle", "false"), ("maxAssociations", "\(pairs.count)")],
        [
          prompt, choices("P", matching.premises.map(\.text), most: 1),
          choices("R", matching.responses.map(\.text), most: matching.reusesResponses ? 0 : 1),
        ]),
      scoring: Self.wholePoint, feedback: [(Self.told, matching.premises.map(\.why).joined(separator: "\n"))],
      isFeedbackChosen: false)
  }

  private func typedParts(_ typed: TypedAnswer) -> Parts {
    var seen: Set<String> = []
    let accepted = typed.accepted.filter { seen.insert($0).inserted }
    let entries = accepted.map {
      XMLNode.element("mapEntry", [("mapKey", $0), ("mappedValue", "1"), ("caseSensitive", "false")], [])
    }
    let length = accepted.map(\.count).max() ?? 0
    let entry = XMLNode.element(
      "textEntryInteraction", [("responseIdentifier", "RESPONSE"), ("expectedLength", "\(length)")], [])
    return Parts(
      declaration: Self.declaration(
        cardinality: "single", type: "string", right: [typed.key],
        mapping: .element("mapping", [("defaultValue", "0"), ("upperBound", "1")], entries)),
      interaction: .element(
        "div", [], [.element("p", [], Self.lines(item.stem)), .element("p", [], [entry])]),
      scoring: Self.points(.element("mapResponse", [("identifier", "RESPONSE")], [])),
      feedback: [(Self.told, typed.why)],
      isFeedbackChosen: false)
  }

  private var prompt: XMLNode { .element("prompt", [], Self.lines(item.stem)) }

  /// The name of the feedback that is told after any answer.
  private static let told = "TOLD"

  private static let variable = XMLNode.element("variable", [("identifier", "RESPONSE")], [])

  /// One point for the whole right answer, as our own exams give it.
  private static let wholePoint = XMLNode.element(
    "responseCondition", [],
    [
      .element(
        "responseIf", [],
        [
          .element("match", [], [variable, .element("correct", [("identifier", "RESPONSE")], [])]),
          points(.element("baseValue", [("baseType", "float")], text: "1")),
        ])
    ])

  private static func points(_ expression: XMLNode) -> XMLNode {
    .element("setOutcomeValue", [("identifier", "SCORE")], [expression])
  }

  private static func declaration(
    cardinality: String, type: String, right: [String], mapping: XMLNode? = nil
  ) -> XMLNode {
    let values = right.map { XMLNode.element("value", text: $0) }
    return .element(
      "responseDeclaration", [("identifier", "RESPONSE"), ("cardinality", cardinality), ("baseType", type)],
      [.element("correctResponse", [], values)] + [mapping].compactMap(\.self))
  }

  private static func modalFeedback(_ name: String, _ text: String) -> XMLNode {
    .element(
      "modalFeedback", [("outcomeIdentifier", "FEEDBACK"), ("identifier", name), ("showHide", "show")], lines(text))
  }

  /// A text with its line breaks as elements.
  private static func lines(_ text: String) -> [XMLNode] {
    let lines = text.split(omittingEmptySubsequences: false) { "\n\r\r\n".contains($0) }.map {
      XMLNode.text(String($0))
    }
    return Array(lines.map { [$0] }.joined(separator: [.element("br", [], [])]))
  }
}
