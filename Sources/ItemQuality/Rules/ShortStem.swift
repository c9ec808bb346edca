extension ItemRule {
  static let shortStem = ItemRule(
    "item-unfocused-stem", flaws: ["unfocused stem"], title: "A stem that is no whole question of at least five words",
    reason: "A stem must say what is wanted before the options are read.",
    remedy: "Write a whole question in the `ask` line.",
    passing: ["Which of these is a service of {Health}?\n+ Drug Trials\n- Patents"],
    failing: ["{Health}:\n+ Drug Trials\n- Patents", "Service of {Health}?\n+ Drug Trials\n- Patents"]
  ) { face, _ in
    let words = face.stem.split(separator: " ").count
    if words < 5 { return "\(words) words" }
    return face.stem.last.map { ".?!".contains($0) || $0 == "_" } == true ? nil : "it ends like no sentence"
  }
}
