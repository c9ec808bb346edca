extension ItemRule {
  static let unclearText = ItemRule(
    "item-unclear", flaws: ["ambiguous or unclear information"], title: "A placeholder or an empty text in an item",
    reason: "Something is missing that the reader needs.",
    remedy: "Fill the cell that the `ask` line shows.",
    passing: ["Which of these is a service of {Health}?\n+ Drug Trials\n- Patents"],
    failing: [
      "Which of these is a service of []?\n+ Drug Trials\n- Patents",
      "Which of these is a service of {Law}?\n+ \n- Panels",
    ]
  ) { face, _ in
    let texts = [face.stem] + face.options
    if texts.contains(where: { !$0.contains { $0.isLetter || $0.isNumber } }) { return "an empty text" }
    return texts.first { text in ["{", "}", "[]", "()", "??", "  "].contains(where: text.contains) }.map { "`\($0)`" }
  }
}
