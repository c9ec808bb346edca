extension Rule {
  static let vagueWord = Rule(
    .vagueWord, .warning, title: "A description has a vague word",
    reason: "What holds \"often\" or for \"some\" is seldom false, so a learner takes such an option unread.",
    remedy: "Say how much, when or which, or leave \"often\", \"some\", \"etc.\" and their like out.",
    passing: [
      """
      > ask Tree from Trait: Which tree has this trait: {Trait}?

      | Tree  | Trait                            |
      | ----- | -------------------------------- |
      | Larch | A conifer that is bare in winter |
      | Aspen | Leaves that tremble in a breeze  |
      | Holly | Red berries and thorny leaves    |
      """,
      """
      > ask Tree from Trait: Which tree has this trait: {Trait}?

      | Tree     | Trait                               |
      | -------- | ----------------------------------- |
      | Alder    | Told by how many cones it bears     |
      | Maple    | Leaves with as many as seven points |
      | Chestnut | A crown with twice as many flowers  |
      | Sequoia  | Some 80 metres high                 |
      | Poplar   | Felled more often than it is sown   |
      """,
      """
      > ask Tree from Trait: Which tree has this trait: {Trait}?

      | Tree   | Trait                                   |
      | ------ | --------------------------------------- |
      | Linden | A many-sided wood for carvers           |
      | Beech  | A tree that someone once wrote upon     |
      | Apple  | Subject of the song "Some Like It Sour" |
      """,
    ],
    failing: [
      """
      > ask Tree from Trait: Which tree has this trait: {Trait}?

      | Tree  | Trait                               |
      | ----- | ----------------------------------- |
      | Larch | A conifer that is bare in winter    |
      | Holly | A shrub that is ^^often seen in parks |
      """,
      """
      > ask Tree from Trait: Which tree has this trait: {Trait}?

      | Tree  | Trait                            |
      | ----- | -------------------------------- |
      | Larch | A conifer that is bare in winter |
      | Teak  | Wood for ships, chairs, ^^etc.     |
      """,
    ])
}

extension BankCheck {
  /// Reports descriptions with a vague word.
  static func checkVagueWords(_ columns: [DescriptionColumn], _ lines: [SourceLine], _ sink: inout DiagnosticSink) {
    for cell in columns.flatMap(\.cells) {
      guard let word = WatchedWords.vague.first(in: cell.text) else { continue }
      sink.report(
        .vagueWord, at: lines[cell.line - 1].place(of: word, inCell: cell.text),
        "The description says \"\(word.lowercased())\", which is seldom false, so it is taken unread.",
        fix: "Say how much, when or which, or leave the word out.")
    }
  }
}
