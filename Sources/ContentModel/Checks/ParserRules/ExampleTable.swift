/// A table that keeps every rule, for examples that are about something else.
enum ExampleTable {
  static let text = """
    > ask Tree from Leaf: Which tree has a leaf like this: {Leaf}?

    | Tree  | Leaf      |
    | ----- | --------- |
    | Oak   | Lobed     |
    | Rowan | Feathered |
    """

  /// A whole bank around it.
  static let file = "---\nbank: trees\ntitle: Trees\n---\n\n## Leaves {#leaves}\n\n\(text)"
}
