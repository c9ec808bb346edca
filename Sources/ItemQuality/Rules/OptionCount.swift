import QuestionGenerator

extension ItemRule {
  static let optionCount = ItemRule(
    "item-option-count", title: "Too few or too many options",
    reason: "A fifth option is hardly ever chosen, and costs time.",
    remedy: "This is a fault of the program: please report it.",
    passing: ["Which of these is a service of {Health}?\n+ Drug Trials\n- Patents"],
    failing: [
      "Which of these is a service of {Health}?\n+ Drug Trials",
      "Which of these is a service of {Health}?\n+ Drug Trials\n- A\n- B\n- C\n- D",
    ]
  ) { face, _ in
    counts(face.kind).contains(face.options.count) ? nil : "\(face.options.count) options"
  }

  private static func counts(_ kind: Item.Kind) -> ClosedRange<Int> {
    switch kind {
    case .multipleChoice: 2...4
    case .trueFalse: 2...2
    case .oddOneOut: 4...4
    case .multipleResponse: 4...6
    // Two more responses than premises, of which there are four to six.
    case .matching: 6...8
    case .categories: 2...4
    case .shortAnswer, .cloze: 1...1
    }
  }
}
