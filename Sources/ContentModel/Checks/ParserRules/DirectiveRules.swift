/// The rules about the `>` lines above a table, which `Directive` and `TableBuilder` check.
extension Rule {
  private static let rows = "| Tree | Leaf |\n| --- | --- |\n| Oak | Lobed |\n| Rowan | Feathered |"
  private static let ask = "> ask Tree from Leaf: Which tree has a leaf like this: {Leaf}?\n"

  static let unknownDirective = Rule(
    .unknownDirective, .error, title: "A `>` line begins with no known word",
    reason: "A line that begins with `>` says how the table under it is asked; a misspelt one would be lost.",
    remedy: "Begin with `ask`, `lists`, `why`, `names`, `descriptions` or `compare`, or take the `>` away.",
    passing: ["> lists: complete\n\(ask)\n\(rows)"], failing: ["> ^^list: complete\n\(ask)\n\(rows)"])

  static let badDirective = Rule(
    .badDirective, .error, title: "A `>` line cannot be understood",
    reason: "Its first word is known, and what follows is not what that word needs.",
    remedy: "Mend the line as the report says.",
    passing: ["> lists: examples\n\(ask)\n\(rows)", "> why: {Tree}: {Leaf}.\n\(ask)\n\(rows)"],
    failing: ["> lists: ^^open\n\(ask)\n\(rows)", "> why^^:\n\(ask)\n\(rows)", "> ^^ask Tree by Leaf: Which?\n\(rows)"])

  static let directiveWithoutTable = Rule(
    .directiveWithoutTable, .error, title: "A `>` line stands above no table",
    reason: "It says how a table is asked, and the next thing under it is none.",
    remedy: "Move it directly above its table.", passing: ["Leaves differ.\n\n\(ask)\n\(rows)"],
    failing: ["> ^^lists: complete\n\nLeaves differ.\n\n\(ask)\n\(rows)"])

  static let duplicateDirective = Rule(
    .duplicateDirective, .error, title: "A table has a second `lists` or `compare` line",
    reason: "Only one of the two can count.", remedy: "Keep one of the two.",
    passing: ["> lists: complete\n\(ask)\n\(rows)"],
    failing: ["> lists: complete\n> ^^lists: examples\n\(ask)\n\(rows)"])

  static let unknownColumn = Rule(
    .unknownColumn, .error, title: "The table has no such column",
    reason: "A `>` line names columns by their headings, letter by letter.",
    remedy: "Write the heading as it stands in the table.", passing: ["\(ask)\n\(rows)"],
    failing: [
      "> ask Tree from ^^Leave: Which tree has a leaf like this: {Leaf}?\n\n\(rows)",
      "\(ask)> why: {Tree} has a leaf like this: {^^leaf}.\n\n\(rows)",
    ])

  static let badStem = Rule(
    .badStem, .error, title: "A question shows too much or too little",
    reason: "A question has to show what it asks about, and must not show its answer.",
    remedy: "Put the column behind `from` into it, in braces, and take the other one out.",
    passing: ["\(ask)\n\(rows)"],
    failing: [
      "> ask Tree from Leaf: ^^Which of these is one of the trees?\n\n\(rows)",
      "> ask Tree from Leaf: ^^Does the {Tree} have a leaf like this: {Leaf}?\n\n\(rows)",
      "> ask Tree from Leaf: Which tree has a leaf like ^^{Leaf?\n\n\(rows)",
    ])

  static let shortStem = Rule(
    .shortStem, .warning, title: "A question has fewer than five words",
    reason: "So short a question can hardly be answered without looking at the options.",
    remedy: "Ask so that somebody who knows the subject could answer before seeing the options.",
    passing: ["\(ask)\n\(rows)", "> ask Tree from Leaf: Whose leaf is {Leaf} there?\n\n\(rows)"],
    failing: ["> ask Tree from Leaf: ^^Which is {Leaf}?\n\n\(rows)"])
}
