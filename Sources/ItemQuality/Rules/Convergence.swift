import ContentModel
import QuestionGenerator

extension ItemRule {
  static let convergence = ItemRule(
    "item-convergence", flaws: ["convergence cues"],
    title: "A key made of parts that two distractors have, while no distractor is",
    reason: "Distractors are often the key with one part changed, so that what they have in common is the key.",
    remedy: "Give the names other words, or keep them apart by a `~` line.",
    passing: [
      "Which of these is a service of {Research}?\n+ Data Mining\n- Data Cleaning\n- Coal Trade",
      "Which of these is a service of {Research}?\n+ Data Mining\n- Data Trade\n- Coal Mining\n- Coal Trade",
    ],
    failing: ["Which of these is a service of {Research}?\n+ Data Mining\n- Data Cleaning\n- Coal Mining"]
  ) { face, _ in
    // Odd ones out are about what the options have in common, and responses belong to other premises.
    guard face.kind == .multipleChoice, let key = face.key else { return nil }
    let words = face.options.map { ContentWords.stems(of: $0) }
    // An option converges if it has one word with one other option and another word with another.
    let converging = words.indices.filter { index in
      let shared = words.indices.filter { $0 != index }.map { words[index].intersection(words[$0]) }
        .filter { !$0.isEmpty }
      return Set(shared).count > 1
    }
    return converging == [key] ? "`\(face.options[key])`" : nil
  }
}
