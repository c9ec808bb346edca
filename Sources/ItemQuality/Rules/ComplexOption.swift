extension ItemRule {
  static let complexOption = ItemRule(
    "item-complex", flaws: ["complex or K-type"], title: "An option that combines other options",
    reason: "Knowing one part rules out several options at once.",
    remedy: "Ask for all that apply, as a multiple-response item does.",
    passing: ["Which of these is a service of {Law}?\n+ Patents\n- Billing and Coding\n- Panels"],
    failing: [
      "Which of these is a service of {Health}?\n- Billing\n- Coding\n+ Billing and Coding",
      "Which of these is a service of {Health}?\n- Both A and B\n+ Drug Trials",
    ]
  ) { face, _ in
    face.options.first { option in
      let others = face.options.filter { $0 != option && option.contains($0) }
      let isSum = others.count > 1 && option.contains(" and ")
      let words = option.split { $0 == " " || $0 == "," }
      let isOfLetters = words.count > 2 && words.dropFirst().allSatisfy { $0.count == 1 || $0 == "and" || $0 == "or" }
      return isSum || isOfLetters
    }.map { "`\($0)`" }
  }
}
