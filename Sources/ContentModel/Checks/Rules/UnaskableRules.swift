/// The rules about what cannot be asked, which the module that makes questions checks.
extension Rule {
  static let deadPattern = Rule(
    .deadPattern, .warning, title: "No question can be made from an `ask` line",
    reason:
      "A question needs something that is proved wrong in the place of the answer, and no fact of the line has it.",
    remedy: "Delete the line, give the column that it asks for more values, or ask what is `listed`.",
    passing: [
      """
      > ask Tree from Leaf: Which tree has a leaf like this: {Leaf}?

      | Tree  | Leaf      |
      | ----- | --------- |
      | Oak   | Lobed     |
      | Rowan | Feathered |
      | Birch | Toothed   |
      """
    ],
    failing: [
      """
      > names: Tree
      > ^^ask Leaf from Tree: Which of these are the leaves of the {Tree}?

      | Tree  | Leaf  |
      | ----- | ----- |
      | Oak   | Lobed |
      | Maple | Lobed |
      """
    ])

  static let unaskableFact = Rule(
    .unaskableFact, .warning, title: "No question can ask a fact",
    reason: "The other facts of its table can be asked, and this one would never be learnt.",
    remedy: "Fill the cells that the question shows, add rows to tell it from, or add an `ask` line.",
    passing: [
      """
      > ask Tree from Leaf: In the {Place}, which tree has a leaf like this: {Leaf}?

      | Tree  | Leaf      | Place  |
      | ----- | --------- | ------ |
      | Oak   | Lobed     | valley |
      | Rowan | Feathered | hills  |
      | Birch | Toothed   | north  |
      """
    ],
    failing: [
      """
      > ask Tree from Leaf: In the {Place}, which tree has a leaf like this: {Leaf}?

      | Tree  | Leaf      | Place  |
      | ----- | --------- | ------ |
      | Oak   | Lobed     | valley |
      | ^^Rowan | Feathered |        |
      | Birch | Toothed   | north  |
      """
    ])
}
