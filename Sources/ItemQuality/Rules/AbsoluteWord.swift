import ContentModel

extension ItemRule {
  static let absoluteWord = ItemRule(
    "item-absolute-word", flaws: ["absolute terms"], severity: .warning,
    title: "An option with a word that allows no exception",
    reason: "Such options are seldom right, and readers know it.", remedy: "Reword the cell.",
    passing: [
      "Which of these describes {Health}?\n+ Work for hospitals\n- Work for courts",
      "Which of these describes {Health}?\n+ Work for hospitals all over the country\n- Work for courts",
    ],
    failing: [
      "Which of these describes {Health}?\n+ Work for hospitals\n- Work that is always for courts",
      "Which of these describes {Health}?\n+ Work for hospitals\n- Work for courts without exception",
    ]
  ) { face, _ in
    let shown = face.claim.map { [$0] } ?? face.options
    return shown.lazy.compactMap(WatchedWords.absolute.first).first.map { "\"\($0.lowercased())\"" }
  }
}
