/// The rules about the form of names and of the lines that relate them, which `NameReader` and `BankParser` check.
extension Rule {
  static let badName = Rule(
    .badName, .error, title: "A name cannot stand as a name",
    reason: "A name has a letter or a digit, at most 200 characters, and at its end perhaps a note in brackets.",
    remedy: "Mend the name, or list its column on a `> descriptions:` line.",
    passing: [ExampleTable.text, ExampleTable.text.replacing("Oak ", with: "Oak [English] ")],
    failing: [
      ExampleTable.text.replacing("Oak ", with: "^^Oak [English "), ExampleTable.text.replacing("Oak ", with: "^^??? "),
    ])

  static let badNameLine = Rule(
    .badNameLine, .error, title: "A line of the names section does not relate names",
    reason: "There each bullet has names and one kind of sign between them, with spaces around it.",
    remedy: "Write `- A = B` (the same), `- A ~ B` (too close to tell apart) or `- A != B` (alike, but different).",
    passing: ["\(ExampleTable.text)\n\n## Names {#names}\n\nOther names:\n\n- Rowan = Mountain Ash = Quickbeam"],
    failing: [
      "\(ExampleTable.text)\n\n## Names {#names}\n\n- ^^Rowan is Mountain Ash",
      "\(ExampleTable.text)\n\n## Names {#names}\n\n- ^^Rowan = Mountain Ash ~ Oak",
      "\(ExampleTable.text)\n\n## Names {#names}\n\n^^Rowan = Mountain Ash",
    ])
}
