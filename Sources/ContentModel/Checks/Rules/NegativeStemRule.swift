extension Rule {
  static let negativeStem = Rule(
    .negativeStem, .warning, title: "A question has a negation that misleads",
    reason:
      "A small \"not\" is easily missed, even by those who know; and what an open list leaves out may still be true.",
    remedy: "Ask what is true. If that cannot be, write `NOT listed`, so that it is seen and can be proved.",
    passing: [
      """
      > ask Absent from Tree: Which of these is NOT listed for the {Tree}?

      | Tree | Absent |
      | ---- | ------ |
      | Oak  | Cones  |
      | Yew  | Acorns |
      """,
      """
      > lists: complete
      > ask Absent from Tree: Which of these does NOT grow on the {Tree}?

      | Tree | Absent |
      | ---- | ------ |
      | Oak  | Cones  |
      | Yew  | Acorns |
      """,
      "> ask Tree from Leaf: Which tree is known not only for this leaf: {Leaf}?\n\n"
        + "| Tree | Leaf |\n| --- | --- |\n| Oak | Lobed |",
      "> ask Tree from Leaf: Which tree, cut or not, has this leaf: {Leaf}?\n\n"
        + "| Tree | Leaf |\n| --- | --- |\n| Oak | Lobed |",
      "> ask Sign from Sense: Which sign, not to be mixed up with `not`, means this: {Sense}?\n\n"
        + "| Sign | Sense |\n| --- | --- |\n| Knot | Not straight |",
    ],
    failing: [
      """
      > ask Absent from Tree: Which of these is ^^not listed for the {Tree}?

      | Tree | Absent |
      | ---- | ------ |
      | Oak  | Cones  |
      """,
      """
      > ask Absent from Tree: Which of these is ^^NOT a part of the {Tree}?

      | Tree | Absent |
      | ---- | ------ |
      | Oak  | Cones  |
      """,
      """
      > ask Absent from Tree: Which of these ^^doesn't grow on the {Tree}?

      | Tree | Absent |
      | ---- | ------ |
      | Oak  | Cones  |
      """,
    ])
}

extension BankCheck {
  private static let negations = WatchedWords(
    ["not", "except", "isn't", "aren't", "doesn't", "don't", "can't", "cannot", "isn’t", "aren’t", "doesn’t", "don’t"],
    except: ["not only", "or not", "if not", "not to be", "why not"])

  /// Reports questions with a negation other than `NOT listed`, or `NOT` where the lists are complete.
  static func checkNegativeStems(_ bank: Bank, _ lines: [SourceLine], _ sink: inout DiagnosticSink) {
    for (_, table) in bank.tables {
      for pattern in table.patterns {
        let stem = pattern.stem.literalText
        let line = lines[pattern.line - 1]
        if let word = negations.first(in: stem) {
          sink.report(
            .negativeStem, at: line.place(ofWord: word),
            "A small \"\(word)\" is missed by those who know the answer.",
            fix: "Ask what is true, or write `NOT listed`.")
        } else if stem.contains("NOT"), table.extent == .examples, !stem.contains("NOT listed"),
          let word = stem.split(whereSeparator: { !$0.isLetter }).first(where: { $0 == "NOT" })
        {
          sink.report(
            .negativeStem, at: line.place(ofWord: word),
            "The list is open, so what it leaves out may still be true.",
            fix: "Write `NOT listed`, or close the list with `> lists: complete`.")
        }
      }
    }
  }
}

extension SourceLine {
  /// Where a word of a question stands in its line, behind the colon.
  fileprivate func place(ofWord word: Substring) -> Located {
    let stem = text.firstIndex(of: ":").map { text[$0...] } ?? text[...]
    let words = stem.split { !$0.isLetter && $0 != "'" && $0 != "’" }
    return Located(words.first { $0 == word } ?? text.trimmingSpaces(), in: self)
  }
}
