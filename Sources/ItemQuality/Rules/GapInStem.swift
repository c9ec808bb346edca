import QuestionGenerator

extension ItemRule {
  static let gapInStem = ItemRule(
    "item-gap", flaws: ["fill in the blank"], title: "A gap in a question that offers options",
    reason: "Readers keep the sentence in mind while they try each option in the gap.",
    remedy: "Ask a whole question in the `ask` line.",
    passing: [
      "Which of these is a service of {Health}?\n+ Drug Trials\n- Patents",
      "A service of {Health} is _____.\n+ Billing",
    ],
    failing: ["A service of {Health} is called _____.\n+ Drug Trials\n- Patents"]
  ) { face, _ in
    face.stem.contains("__") != (face.kind == .cloze) ? "a gap" : nil
  }
}
