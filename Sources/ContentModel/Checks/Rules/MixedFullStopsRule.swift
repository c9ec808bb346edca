extension Rule {
  static let mixedFullStops = Rule(
    .mixedFullStops, .warning, title: "Some descriptions of a column end with a full stop and some do not",
    reason: "Options of one question look alike, or the odd one draws the eye.",
    remedy: "End all of them with a full stop, or none.",
    passing: [
      ExampleTable.text,
      ExampleTable.text.replacing("Lobed    ", with: "Lobed.").replacing("Feathered", with: "Feathered."),
      // The full stop of an abbreviation ends no sentence, and other signs end one too.
      ExampleTable.text.replacing("Lobed    ", with: "Like those on the shield of Elm & Co."),
      ExampleTable.text.replacing("Lobed    ", with: "First seen in the U.S."),
      ExampleTable.text.replacing("Lobed    ", with: "Who would not know it?"),
    ],
    failing: [
      """
      > ask Tree from Leaf: Which tree has a leaf like this: {Leaf}?

      | Tree  | Leaf       |
      | ----- | ---------- |
      | Oak   | Lobed      |
      | Rowan | ^^Feathered. |
      | Birch | Toothed    |
      """
    ])
}

extension BankCheck {
  /// Reports the descriptions that end in the rarer of the two ways, with a full stop or without.
  static func checkFullStops(_ columns: [DescriptionColumn], _ lines: [SourceLine], _ sink: inout DiagnosticSink) {
    for column in columns {
      let closed = column.cells.filter { FullStop.ends($0.text) == true }
      let open = column.cells.filter { FullStop.ends($0.text) == false }
      guard !closed.isEmpty, !open.isEmpty else { continue }
      let odd = closed.count > open.count ? open : closed
      for cell in odd {
        sink.report(
          .mixedFullStops, at: lines[cell.line - 1].place(of: cell.text),
          closed.count > open.count
            ? "This description ends without a full stop, and most of its column have one."
            : "This description ends with a full stop, and the others of its column have none.",
          fix: "End all of them with a full stop, or none.")
      }
    }
  }
}

/// Tells how a description ends.
private enum FullStop {
  private static let abbreviations: Set<String> = [
    "bros", "cf", "co", "corp", "dr", "etc", "inc", "jr", "ltd", "mr", "mrs", "no", "sr", "st", "vs",
  ]

  /// Whether a text ends with the full stop of a sentence; nil where another sign ends it or the stop may be a word's own.
  static func ends(_ text: String) -> Bool? {
    guard let last = text.last, !"!?…:;".contains(last) else { return nil }
    guard last == "." else { return false }
    let word = text.dropLast().split(separator: " ").last ?? ""
    let isAbbreviation = word.contains(".") || word.count == 1 || abbreviations.contains(word.lowercased())
    return isAbbreviation ? nil : true
  }
}
