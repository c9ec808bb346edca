import ContentModel
import Testing

/// The whole text of a dozen diagnostics, as an author reads it in a terminal.
@Suite struct DiagnosticTextTests {
  private func texts(_ text: String) -> String {
    read(text).diagnostics.map { $0.text(file: "trees.md") }.joined(separator: "\n")
  }

  private let rows = "\n| Tree | Leaf |\n| ---- | ---- |\n| Oak | Lobed |"

  @Test func golden() {
    let cases: [(text: String, expected: String)] = [
      (
        "",
        """
        trees.md:1:1: error: The file is empty. [missing-front-matter]
              Fix: Put four lines at the top: `---`, `bank: short-name`, `title: Its Title` and `---`.
        """
      ),
      (
        bankText("## Bark {#s}\nProse."),
        """
        trees.md:6:4: warning: This section has neither notes nor a table. [empty-section]
            6 | ## Section {#s}
              |    ^
              Fix: Write some, or delete the heading.
        trees.md:7:4: error: Line 6 begins another section with the id `#s`. [duplicate-section-id]
            7 | ## Bark {#s}
              |    ^
              Fix: Give each section an id of its own.
        """
      ),
      (
        "---\nbank: My Trees\ntitle: T\n---\n## The Bark\nProse.",
        """
        trees.md:2:7: error: `My Trees` cannot be an id: that has lower-case letters, digits and hyphens, and no hyphen in \
        front. [bad-identifier]
            2 | bank: My Trees
              |       ^
              Fix: Write `my-trees`.
        trees.md:5:4: error: A section needs a stable id, so that its title can change without losing anyone's progress. \
        [missing-section-id]
            5 | ## The Bark
              |    ^
              Fix: Write `## The Bark {#the-bark}`.
        """
      ),
      (
        bankText("> ask Tree from Laef: Which tree has a leaf like this: {Leaf}?\(rows)\n| Ash | Feathered | Long |"),
        """
        trees.md:7:17: error: The table has no column `Laef`. [unknown-column]
            7 | > ask Tree from Laef: Which tree has a leaf like this: {Leaf}?
              |                 ^
              Fix: Did you mean `Leaf`?
        trees.md:11:1: error: This row has 3 cells, the header has 2. [cell-count]
           11 | | Ash | Feathered | Long |
              | ^
              Fix: Take a cell out, or write `\\|` for a bar that belongs to a text.
        """
      ),
      (
        bankText("> Trees are tall.\n\n| Tree | Leaf |\n| Oak | Lobed |"),
        """
        trees.md:7:3: error: A line that begins with `>` says how the table under it is asked; it cannot begin with `Trees`. \
        [unknown-directive]
            7 | > Trees are tall.
              |   ^
              Fix: Begin with `ask`, `lists`, `why`, `names`, `descriptions`, `compare`, or take the `>` away.
        trees.md:9:1: error: The first row of a table is its header, and a row of hyphens goes under it. \
        [missing-delimiter-row]
            9 | | Tree | Leaf |
              | ^
              Fix: Add this line: `| --- | --- |`
        """
      ),
      (
        bankText("> ask Tree from Leaf: Which tree has a leaf like this: {Leaf}?\(rows)\n| Oak | Long |"),
        """
        trees.md:11:9: error: Two facts would have one id, `b/s/oak:leaf`: "Lobed" (line 10) and "Long". [conflicting-facts]
           11 | | Oak | Long |
              |         ^
              Fix: Tell equal names apart with a note, as in `Name [note]`; or if that column holds names too, add \
        `> names: Leaf` above the table.
        """
      ),
      (
        bankText("> ask Tree from Leaf: Which tree has a leaf like this: {Leaf}?\(rows)\n| Oak Tree | Like an oak |"),
        """
        trees.md:11:3: warning: `Oak Tree` looks like `Oak`, and no line says whether the two are the same. \
        [undeclared-likeness]
           11 | | Oak Tree | Like an oak |
              |   ^
              Fix: Write one in the section `{#names}`, with `=` (the same), `~` (too close to ask) or `!=` (different).
        trees.md:11:14: warning: The description gives `Oak Tree` away: both have a word that begins with "oak". [clang]
           11 | | Oak Tree | Like an oak |
              |              ^
              Fix: Say it in other words.
        """
      ),
      (
        bankText("\(rows)\n\n## Names {#names}\n- Elm"),
        """
        trees.md:13:3: error: A line of the names section relates names by a sign with spaces around it, and this has none. \
        [bad-name-line]
           13 | - Elm
              |   ^
              Fix: Write `A = B` (the same), `A ~ B` (too close to tell apart) or `A != B` (alike, but different).
        """
      ),
    ]
    for (text, expected) in cases { #expect(texts(text) == expected) }
  }

  @Test func aLongLineIsShownAroundThePlace() {
    let text = bankText("> lists: \(String(repeating: "very ", count: 30))open\(rows)")
    let ask = bankText(
      "\(String(repeating: "x", count: 40))\n> why: \(String(repeating: "ä", count: 90))\t{Laef} is long.\(rows)")
    #expect(
      texts(text).hasPrefix(
        """
        trees.md:7:10: error: A list is either open (`examples`) or closed (`complete`). [bad-directive]
            7 | > lists: very very very very very very very very very very very very v...
              |          ^
        """))
    #expect(
      texts(ask).hasPrefix(
        """
        trees.md:8:100: error: The table has no column `Laef`. [unknown-column]
            8 | ...\(String(repeating: "ä", count: 54)) {Laef} is long.
              | \(String(repeating: " ", count: 59))^
        """))
  }
}
