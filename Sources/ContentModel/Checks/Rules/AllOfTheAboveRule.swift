extension Rule {
  static let allOfTheAbove = Rule(
    .allOfTheAbove, .warning, title: "An option or a question speaks of all the other options",
    reason: "\"All of the above\" is right once two options are known to be right; and options are shuffled here.",
    remedy: "Ask for one thing; where several are right, let the table list them.",
    passing: [
      ExampleTable.text,
      ExampleTable.text.replacing("Which tree", with: "Of all these, which tree"),
      ExampleTable.text.replacing("Lobed    ", with: "Matt above"),
      ExampleTable.text.replacing("Lobed    ", with: "Like those of the above-named tree"),
    ],
    failing: [
      "> ask Tree from Leaf: ^^Which tree, or all of the above, has this leaf: {Leaf}?\n\n"
        + "| Tree | Leaf |\n| --- | --- |\n| Oak | Lobed |\n| Rowan | Feathered |",
      "\(ExampleTable.text)\n| ^^None of the above | Needles |", "\(ExampleTable.text)\n| Fir | ^^Both of these |",
    ])
}

extension BankCheck {
  private static let allPhrases = ["all", "none", "any", "both", "neither"].flatMap {
    ["\($0) of the above", "\($0) of the options", "\($0) of these options"]
  }
  private static let allCells: Set<String> = ["all of these", "none of these", "both of these", "all these"]

  /// Reports questions and cells that speak of all the other options.
  static func checkAllOfTheAbove(_ bank: Bank, _ lines: [SourceLine], _ sink: inout DiagnosticSink) {
    func report(_ place: Located) {
      sink.report(
        .allOfTheAbove, at: place, "This speaks of all the other options, and nobody knows which those will be.",
        fix: "Ask for one thing; where several are right, let the table list them.")
    }
    for (_, table) in bank.tables {
      for pattern in table.patterns where speaksOfAll(pattern.stem.literalText) {
        let line = lines[pattern.line - 1]
        let stem = line.text.firstIndex(of: ":").map { line.text[$0...].dropFirst() } ?? line.text[...]
        report(Located(stem, in: line).trimmed)
      }
      for row in table.rows {
        for value in row.cells.joined() where speaksOfAll(value.displayText) {
          report(lines[row.line - 1].place(of: value.displayText))
        }
      }
    }
  }

  private static func speaksOfAll(_ text: String) -> Bool {
    let lowered = text.lowercased()
    return allCells.contains(lowered.filter { $0 != "." })
      || allPhrases.contains { lowered.contains($0) && !lowered.contains("\($0)-") }
  }
}
