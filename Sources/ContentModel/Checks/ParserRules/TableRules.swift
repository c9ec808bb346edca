/// The rules about the form of tables, which `TableGrid`, `TableBuilder` and `FactCollector` check.
extension Rule {
  private static let ask = "> ask Tree from Leaf: Which tree has a leaf like this: {Leaf}?"

  static let missingDelimiterRow = Rule(
    .missingDelimiterRow, .error, title: "A table has no row of hyphens",
    reason: "The first row of a table is its header, and Markdown wants a row of hyphens under it.",
    remedy: "Add a line such as `| --- | --- |` under the header.", passing: [ExampleTable.text],
    failing: ["\(ask)\n\n^^| Tree | Leaf |\n| Oak | Lobed |"])

  static let cellCount = Rule(
    .cellCount, .error, title: "A row has too many or too few cells",
    reason: "Each row has as many cells as the header, or its values would stand in the wrong columns.",
    remedy: "Add the missing cells, which may be empty, or write `\\|` for a bar that belongs to a text.",
    passing: [ExampleTable.text, "\(ask)\n\n| Tree | Leaf |\n| --- | --- |\n| Oak | Either \\| or |"],
    failing: [
      "\(ask)\n\n| Tree | Leaf |\n| --- | --- |\n^^| Oak |",
      "\(ask)\n\n| Tree | Leaf |\n| --- | --- |\n^^| Oak | a | b |",
    ])

  static let duplicateColumn = Rule(
    .duplicateColumn, .error, title: "Two columns have one heading, or a column has none",
    reason: "A `>` line names a column by its heading.", remedy: "Give every column a heading of its own.",
    passing: [ExampleTable.text],
    failing: [
      "| Tree | ^^Tree |\n| --- | --- |\n| Oak | Lobed |", "| Tree | ^^|\n| --- | --- |\n| Oak | Lobed |",
    ])

  static let emptyCell = Rule(
    .emptyCell, .error, title: "A cell lacks what it needs",
    reason: "An empty first cell repeats the one above, and in a list a name stands on either side of each `;`.",
    remedy: "Fill the cell, or take the extra `;` out.",
    passing: [
      """
      > ask Tree from Kind: Which of these is listed as a {Kind}?

      | Kind      | Tree         |
      | --------- | ------------ |
      | Broadleaf | Rowan; Maple |
      |           | Oak          |
      """
    ],
    failing: [
      """
      > ask Tree from Kind: Which of these is listed as a {Kind}?

      | Kind | Tree |
      | ---- | ---- |
      ^^|      | Oak  |
      """,
      """
      > ask Tree from Kind: Which of these is listed as a {Kind}?

      | Kind      | Tree         |
      | --------- | ------------ |
      | Broadleaf | Rowan; ^^; Oak |
      """,
    ])

  static let emptyTable = Rule(
    .emptyTable, .error, title: "A table has no rows", reason: "A header alone states nothing.",
    remedy: "Add a row, or delete the table.", passing: [ExampleTable.text],
    failing: ["^^| Tree | Leaf |\n| --- | --- |"])

  static let tooManyColumns = Rule(
    .tooManyColumns, .error, title: "A table has more than twelve columns",
    reason: "So wide a table cannot be read on a terminal, nor easily in the file.",
    remedy: "Split it into two tables.", passing: [ExampleTable.text],
    failing: ["|a|b|c|d|e|f|g|h|i|j|k|l|^^m|\n|-|-|-|-|-|-|-|-|-|-|-|-|-|\n|1|2|3|4|5|6|7|8|9|10|11|12|13|"])

  static let conflictingFacts = Rule(
    .conflictingFacts, .error, title: "Two facts would have one id",
    reason: "A fact's id is made from its names, so that one name has one description in each column.",
    remedy: "Tell equal names apart with a note, as in `Name [note]`, or declare the column as `> names:`.",
    passing: [
      "> ask Word from Sense: Which word has this sense: {Sense}?\n\n"
        + "| Word | Sense |\n| --- | --- |\n| Bark [tree] | A skin of wood |\n| Bark [dog] | A short loud cry |"
    ],
    failing: [
      "> ask Word from Sense: Which word has this sense: {Sense}?\n\n"
        + "| Word | Sense |\n| --- | --- |\n| Bark | A skin of wood |\n| Bark | ^^A short loud cry |"
    ])

  static let repeatedFact = Rule(
    .repeatedFact, .warning, title: "Two tables of a section state the same fact",
    reason: "The two are one to the scheduler, and the feedback of one may not fit the other.",
    remedy: "State it once, or move one of the two tables to another section.",
    passing: ["\(ExampleTable.text)\n\n## More {#more}\n\n\(ask)\n\n| Tree | Leaf |\n| --- | --- |\n| Oak | Lobed |"],
    failing: ["\(ExampleTable.text)\n\n\(ask)\n\n| Tree | Leaf |\n| --- | --- |\n^^| Oak | Lobed |"])
}
