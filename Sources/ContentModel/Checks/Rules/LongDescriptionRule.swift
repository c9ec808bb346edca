extension Rule {
  static let longDescription = Rule(
    .longDescription, .warning, title: "A description is much longer than its neighbours",
    reason: "The longest option is often the right one, and a learner who knows that need not know the subject.",
    remedy: "Shorten it, or say a little more in the others, until none stands out.",
    passing: [
      """
      > ask Tree from Use: Which tree is grown for this: {Use}?

      | Tree   | Use                                          |
      | ------ | -------------------------------------------- |
      | Cork   | Stoppers of bottles                          |
      | Rubber | Tyres, boots and whatever else must hold air |
      | Teak   | Decks of ships                               |
      """,
      // Where one text in three is long, none of them stands out.
      """
      > ask Tree from Use: Which tree is grown for this: {Use}?

      | Tree   | Use                                                               |
      | ------ | ----------------------------------------------------------------- |
      | Cork   | Stoppers that let a bottle of wine lie in the cellar for years    |
      | Rubber | Tyres, boots, hoses and whatever else has to hold air or water in |
      | Teak   | Decks of ships                                                    |
      """,
      // Short texts may differ by a few words.
      """
      > ask Tree from Use: Which tree is grown for this: {Use}?

      | Tree   | Use                    |
      | ------ | ---------------------- |
      | Cork   | Stoppers               |
      | Rubber | Tyres, boots and hoses |
      | Teak   | Decks                  |
      """,
    ],
    failing: [
      """
      > ask Tree from Use: Which tree is grown for this: {Use}?

      | Tree   | Use                                                                            |
      | ------ | ------------------------------------------------------------------------------ |
      | Cork   | Stoppers of bottles                                                            |
      | Rubber | ^^Tyres for cars, boots for rainy days, hoses for gardens and balls for children |
      | Teak   | Decks of ships                                                                 |
      """
    ])
}

extension BankCheck {
  /// Reports descriptions of more than twice the usual length of their column, and at least 30 characters more.
  static func checkLongDescriptions(
    _ columns: [DescriptionColumn], _ lines: [SourceLine], _ sink: inout DiagnosticSink
  ) {
    for column in columns where column.cells.count >= 3 {
      let lengths = column.cells.map(\.text.count).sorted()
      let usual = lengths[lengths.count / 2]
      for cell in column.cells where cell.text.count > max(2 * usual, usual + 30) {
        sink.report(
          .longDescription, at: lines[cell.line - 1].place(of: cell.text),
          "This description has \(cell.text.count) characters; half of its column has at most \(usual).",
          fix: "Shorten it, or say a little more in the others.")
      }
    }
  }
}
