import ContentModel

extension ItemRule {
  /// The most words that a stem may have.
  private static let mostWords = 40

  static let longStem = ItemRule(
    "item-long-stem", flaws: ["gratuitous information"], severity: .warning, title: "A stem of more than 40 words",
    reason: "What is not needed for the answer takes time and hides what is asked.", remedy: "Shorten the cell.",
    passing: ["Which of these is a service of {Health}?\n+ Drug Trials\n- Patents"],
    failing: [
      String(repeating: "As is well known to all who work in such offices, ", count: 5)
        + "which of these is a service of {Health}?\n+ Drug Trials\n- Patents"
    ]
  ) { face, _ in
    let words = face.stem.split(separator: " ").count
    return words > mostWords ? "\(words) words" : nil
  }
}
