import ContentModel

extension ItemRule {
  static let vagueWord = ItemRule(
    "item-vague-word", flaws: ["vague terms"], severity: .warning,
    title: "An option with a word that says neither how much nor how often",
    reason: "Everybody takes it in another way, and hedged options are often right.", remedy: "Reword the cell.",
    passing: [
      "Which of these describes {Health}?\n+ Work for hospitals\n- Work for courts",
      "Which of these describes {Health}?\n+ Work for some 80 hospitals\n- Work for courts",
    ],
    failing: [
      "Which of these describes {Health}?\n+ Work usually for hospitals\n- Work for courts",
      "Which of these describes {Health}?\n+ Work for hospitals\n- Work done mainly for courts",
    ]
  ) { face, _ in
    let shown = face.claim.map { [$0] } ?? face.options
    return shown.lazy.compactMap(WatchedWords.vague.first).first.map { "\"\($0.lowercased())\"" }
  }
}
