extension ItemRule {
  static let allOrNone = ItemRule(
    "item-all-or-none", flaws: ["all of the above", "none of the above"],
    title: "An option that speaks of all or none of the others",
    reason: "Two right options give \"all\" away, and \"none\" shows only what is not known.",
    remedy: "Take the text out of its cell.",
    passing: ["Which of these is a service of {Health}?\n+ Drug Trials\n- Patents"],
    failing: [
      "Which of these is a service of {Health}?\n+ Drug Trials\n- All of the above",
      "Which of these is a service of {Health}?\n+ Drug Trials\n- None of these",
    ]
  ) { face, _ in
    face.options.first { option in
      let words = Grammar.words(option).prefix(4).joined(separator: " ")
      return ["all of the", "none of the", "all the above", "neither of the", "both of the"]
        .contains(where: words.hasPrefix)
    }.map { "`\($0)`" }
  }
}
