extension ItemRule {
  static let negativeStem = ItemRule(
    "item-negative-stem", flaws: ["negative worded"], title: "A question with a \"not\" that is easily missed",
    reason: "Readers overlook it, and an open list does not say what is not on it.",
    remedy: "Ask without it, or write NOT in capitals together with \"listed\".",
    passing: [
      "Which of these is a service of {Health}?\n+ Drug Trials\n- Patents",
      "Which of these is NOT listed as a service of {Health}?\n- Drug Trials\n+ Patents",
    ],
    failing: [
      "Which of these is not a service of {Health}?\n- Drug Trials\n+ Patents",
      "Which of these is NOT a service of {Health}?\n- Drug Trials\n+ Patents",
    ]
  ) { face, _ in
    let wording = face.subject.isEmpty ? face.stem : face.stem.replacing(face.subject, with: "")
    // What a statement claims is the author's text.
    let words = (face.claim.map { wording.replacing($0, with: "") } ?? wording).split { !$0.isLetter }
    if words.contains("NOT"), !words.contains("listed") { return "NOT without \"listed\"" }
    return words.first { ["not", "Not", "except", "isn", "doesn", "aren"].contains($0) }.map { "\"\($0)\"" }
  }
}
