extension Rule {
  static let longName = Rule(
    .longName, .warning, title: "A name is too long to stand as an option",
    reason: "An option is taken in at a glance; more than 80 characters are a sentence, which is a description.",
    remedy: "Shorten the name, or list its column on a `> descriptions:` line.",
    passing: [
      ExampleTable.text,
      ExampleTable.text.replacing("Rowan", with: "Health Insurance Portability and Accountability Act"),
      "> ask Tree from Leaf: Which tree has a leaf like this: {Leaf}?\n\n| Tree | Leaf |\n| --- | --- |\n"
        + "| Rowan | \(String(repeating: "leafy ", count: 20))|\n| Ash | \(String(repeating: "tiny ", count: 20))|",
    ],
    failing: [
      """
      > ask Origin from Tree: Which of these stories is told about the {Tree}?

      | Tree | Origin                                                                                        |
      | ---- | --------------------------------------------------------------------------------------------- |
      | Oak  | ^^It grew out of the staff that a wanderer had put into the ground by his grave and then forgot |
      """
    ])
}

extension BankCheck {
  /// The longest name that reads well as an option, in characters.
  private static let longestOption = 80

  /// Reports names that are too long to stand as options.
  static func checkLongNames(_ names: NamesInTables, _ lines: [SourceLine], _ sink: inout DiagnosticSink) {
    for name in names.names {
      guard name.displayText.count > longestOption, let line = names.firstLine[name] else { continue }
      sink.report(
        .longName, at: lines[line - 1].place(of: name.text),
        "This name has \(name.displayText.count) characters; as an option it may have \(longestOption).",
        fix: "Shorten it, or list its column on a `> descriptions:` line.")
    }
  }
}
