extension Rule {
  static let absoluteWord = Rule(
    .absoluteWord, .warning, title: "A description has an absolute word",
    reason: "Few things are so without exception, so options with \"always\" or \"never\" are crossed out unread.",
    remedy: "Leave \"always\", \"never\", \"every\" and their like out, or say under which condition it holds.",
    passing: [
      """
      > ask Tree from Trait: Which tree has this trait: {Trait}?

      | Tree  | Trait                              |
      | ----- | ---------------------------------- |
      | Larch | A conifer that is bare in winter   |
      | Holly | Green all year round, even in snow |
      | Yew   | Not only slow but also old         |
      """,
      """
      > ask Tree from Trait: Which tree has this trait: {Trait}?

      | Tree  | Trait                                            |
      | ----- | ------------------------------------------------ |
      | Oak   | Home to birds, squirrels and, above all, beetles |
      | Birch | A pioneer that needs no soil at all              |
      | Pine  | Planted by forestries all over the north         |
      """,
      """
      > ask Tree from Trait: Which tree has this trait: {Trait}?

      | Tree  | Trait                                     |
      | ----- | ----------------------------------------- |
      | Fir   | The largest of all trees in Europe        |
      | Aspen | The only one with a never-ending tremble  |
      | Elm   | Named in the song "Always Evergreen"      |
      | Olive | Fruit almost always pressed, not eaten    |
      """,
      """
      > ask Tree from Trait: Which tree has this trait: {Trait}?

      | Tree   | Trait                                  |
      | ------ | -------------------------------------- |
      | Almond | Flowers that open every spring         |
      | Fig    | Not entirely hardy in northern gardens |
      | Ginkgo | All 12 of its relatives died out       |
      """,
      // Notes are not options.
      "A note.\n\n## All or none {#all}\n\nAll notes may say always, never and only.",
    ],
    failing: [
      """
      > ask Tree from Trait: Which tree has this trait: {Trait}?

      | Tree  | Trait                                |
      | ----- | ------------------------------------ |
      | Larch | A conifer that is bare in winter     |
      | Holly | A shrub that ^^always keeps its leaves |
      """,
      """
      > ask Tree from Trait: Which tree has this trait: {Trait}?

      | Tree  | Trait                   |
      | ----- | ----------------------- |
      | Larch | ^^Never green in winter   |
      | Holly | Seen in parks and woods |
      """,
      """
      > ask Tree from Trait: Which tree has this trait: {Trait}?

      | Tree  | Trait                                    |
      | ----- | ---------------------------------------- |
      | Larch | Bare in winter ^^without exception         |
      | Holly | Seen in parks and woods, green in winter |
      """,
    ])
}

extension BankCheck {
  /// Reports descriptions with an absolute word.
  static func checkAbsolutes(_ columns: [DescriptionColumn], _ lines: [SourceLine], _ sink: inout DiagnosticSink) {
    for cell in columns.flatMap(\.cells) {
      guard let word = WatchedWords.absolute.first(in: cell.text) else { continue }
      sink.report(
        .absoluteWord, at: lines[cell.line - 1].place(of: word, inCell: cell.text),
        "The description says \"\(word.lowercased())\", and options that say so are crossed out unread.",
        fix: "Say it without the word, or say under which condition it holds.")
    }
  }
}
