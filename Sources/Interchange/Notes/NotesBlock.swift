/// A piece of an article as it is read.
enum NotesBlock {
  /// A heading of level 1 to 6; level 0 where nothing but its looks makes a line one.
  case heading(level: Int, text: String, line: Int)
  /// Running text.
  case paragraph(text: String, line: Int)
  /// A list, with the line that ends in a colon above it.
  case list(NotesList)
  /// A table, with a remark where its columns had to be guessed.
  case table(FoundTable, guess: String?, line: Int)
}

/// A bulleted or numbered list.
struct NotesList {
  /// An entry with those under it.
  struct Item {
    var text: String
    let line: Int
    let indent: Int
    let isNumbered: Bool
    var children: [Item] = []
  }

  /// The text above that introduces it, without the colon at its end.
  var introduction: String?
  var items: [Item] = []

  /// Puts an entry at its place: under the one above if it is indented, or is a bullet where that is numbered.
  mutating func add(_ item: Item) {
    guard let parent = items.last, item.indent >= parent.indent + 2 || parent.isNumbered && !item.isNumbered else {
      items.append(item)
      return
    }
    items[items.count - 1].children.append(item)
  }

  /// Lengthens the last entry by a line that goes on with it.
  mutating func lengthen(by text: String) {
    guard var item = items.popLast() else { return }
    if var child = item.children.popLast() {
      child.text += " " + text
      item.children.append(child)
    } else {
      item.text += " " + text
    }
    items.append(item)
  }
}
