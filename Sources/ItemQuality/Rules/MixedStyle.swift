extension ItemRule {
  static let mixedStyle = ItemRule(
    "item-mixed-style", title: "Options that differ in their first capital or their full stop",
    reason: "The one that was typed at another time stands out.",
    remedy: "Write the cells of a column in one style.",
    passing: ["Which of these is a service of {Health}?\n+ Drug Trials\n- Patents"],
    failing: [
      "Which of these is a service of {Health}?\n+ Drug Trials\n- patents",
      "Which of these is a service of {Health}?\n+ Drug Trials.\n- Patents",
    ]
  ) { face, _ in
    let letters = face.options.compactMap(\.first).filter(\.isLetter)
    if Set(letters.map(\.isUppercase)).count > 1 { return "capitals differ" }
    return Set(face.options.map { $0.hasSuffix(".") }).count > 1 ? "full stops differ" : nil
  }
}
