/// A line of a bank, with comments blanked out so that columns stay what the author sees.
struct SourceLine {
  /// Where a further line of the file was joined to this one.
  struct Joint {
    /// The first character of the joined text, counted from 0 in the whole.
    let offset: Int
    /// The column in its own line that this character has.
    let column: Int
    /// The line that was joined.
    let number: Int
    let original: String
  }

  /// Counted from 1.
  let number: Int
  /// The line as it stands in the file, for excerpts; what cannot be shown is replaced by U+FFFD.
  let original: String
  /// The line with comments replaced by spaces.
  let text: String
  /// Whether the parser passes over it: nothing but a comment, or too long to be read.
  var isSkipped = false
  /// The lines that go on where this one ends, as in a wrapped bullet; none for a line as it stands in the file.
  private(set) var joints: [Joint] = []

  init(number: Int, original: String, text: String, isSkipped: Bool = false) {
    self.number = number
    self.original = original
    self.text = text
    self.isSkipped = isSkipped
  }

  /// Several lines as one, which still knows where each of its characters stands in the file.
  init(joining lines: [SourceLine], first: SourceLine) {
    var text = first.text
    var offset = text.count
    var joints: [Joint] = []
    for line in lines {
      let piece = Located(line.text.trimmingSpaces(), in: line)
      joints.append(
        Joint(offset: offset + 1, column: piece.place.column, number: line.number, original: line.original))
      text += " " + piece.text
      offset += 1 + piece.text.count
    }
    self.init(number: first.number, original: first.original, text: text)
    self.joints = joints
  }
}

/// A piece of a line that remembers where it stands.
struct Located {
  let text: Substring
  let line: SourceLine

  init(_ text: Substring, in line: SourceLine) {
    self.text = text
    self.line = line
  }

  /// Where the first character stands in the file, line and column counted from 1, and the text of that line.
  var place: (line: Int, column: Int, excerpt: String) {
    let offset = line.text.distance(from: line.text.startIndex, to: text.startIndex)
    guard let joint = line.joints.last(where: { $0.offset <= offset }) else {
      return (line.number, offset + 1, line.original)
    }
    return (joint.number, offset - joint.offset + joint.column, joint.original)
  }

  /// The text as it is shown, every run of spaces and tabs as one space, so that a comment leaves no hole.
  var string: String { String(text).collapsingSpaces() }

  /// The same piece without white space at its ends.
  var trimmed: Located { Located(text.trimmingSpaces(), in: line) }

  /// The pieces between separators, trimmed, empty ones kept.
  func split(at separator: Character) -> [Located] {
    text.split(separator: separator, omittingEmptySubsequences: false).map { Located($0, in: line).trimmed }
  }

  /// The piece after the first `count` characters, trimmed.
  func dropping(_ count: Int) -> Located { Located(text.dropFirst(count), in: line).trimmed }
}

extension StringProtocol where SubSequence == Substring {
  /// The text without spaces and tabs at its ends.
  func trimmingSpaces() -> Substring {
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    guard let first = firstIndex(where: { !isSpace($0) }), let last = lastIndex(where: { !isSpace($0) }) else {
      return self[endIndex...]
    }
    return self[first...last]
  }
}

extension String {
  /// The text with every run of spaces and tabs as one space.
  fileprivate func collapsingSpaces() -> String {
    guard utf8.contains(UInt8(ascii: "\t")) || firstRange(of: "  ") != nil else { return self }
    var result = ""
    for character in self {
      let isSpace = character == " " || character == "\t"
      if !isSpace { result.append(character) } else if result.last != " " { result.append(" ") }
    }
    return result
  }
}
