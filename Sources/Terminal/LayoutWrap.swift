extension Layout {
  /// Wraps prose at the layout's width, at most at 100 columns; a plain layout leaves each line whole.
  ///
  /// Newlines in the text stay; other white space becomes one space or a line end. A word longer than the
  /// line is broken. Chinese and Japanese text may break between any two characters.
  ///
  /// - Parameters:
  ///   - text: the prose.
  ///   - firstIndent: what stands before the first line, such as `a) `.
  ///   - hangingIndent: what stands before every other line.
  public func wrap(_ text: SafeText, firstIndent: SafeText = "", hangingIndent: SafeText = "") -> SafeText {
    Self.lines(of: text, width: lineWidth, firstIndent: firstIndent, hangingIndent: hangingIndent)
      .joined(separator: "\n")
  }

  /// Wraps a text at exactly `width` columns and returns its lines.
  ///
  /// An indent that would leave fewer than two columns leaves two all the same.
  public static func lines(
    of text: SafeText, width: Int, firstIndent: SafeText = "", hangingIndent: SafeText = ""
  ) -> [SafeText] {
    var result: [SafeText] = []
    for paragraph in text.lines {
      var filler = LineFiller(
        width: width, firstIndent: result.isEmpty ? firstIndent : hangingIndent, hangingIndent: hangingIndent)
      for word in Word.words(of: paragraph) { filler.add(word) }
      result += filler.finish()
    }
    return result
  }
}

/// Characters that stay together on a line if they can.
private struct Word {
  /// One character with its role and width.
  struct Piece {
    let character: Character
    let role: Role?
    let columns: Int
  }

  var pieces: [Piece] = []
  /// The role of the white space before the word; `nil` if the word follows the one before directly.
  var spaceBefore: Role??

  var columns: Int { pieces.reduce(0) { $0 + $1.columns } }

  static func words(of line: SafeText) -> [Word] {
    var words: [Word] = []
    var current = Word()
    func close(_ word: inout Word, nextSpace: Role??) {
      if !word.pieces.isEmpty {
        words.append(word)
        word = Word(spaceBefore: nextSpace)
      } else if nextSpace != nil && word.spaceBefore == nil {
        word.spaceBefore = nextSpace
      }
    }
    for run in line.runs {
      for character in run.text {
        if character == " " || character == "\t" {
          close(&current, nextSpace: .some(run.role))
          continue
        }
        let piece = Piece(character: character, role: run.role, columns: DisplayWidth.columns(of: character))
        if let last = current.pieces.last, mayBreak(between: last, and: piece) { close(&current, nextSpace: nil) }
        current.pieces.append(piece)
      }
    }
    close(&current, nextSpace: nil)
    return words
  }

  /// Between two wide characters a line may end, but no line begins with closing punctuation.
  private static func mayBreak(between left: Piece, and right: Piece) -> Bool {
    left.columns == 2 && right.columns == 2 && !"、。，．！？：；）」』】〉》".contains(right.character)
  }
}

/// Sets words into lines of one width.
private struct LineFiller {
  let width: Int
  let hangingIndent: SafeText
  private var lines: [SafeText] = []
  private var line: SafeText
  private var left: Int
  private var isEmpty = true

  init(width: Int, firstIndent: SafeText, hangingIndent: SafeText) {
    self.width = width
    self.hangingIndent = hangingIndent
    line = firstIndent
    left = max(2, width - firstIndent.columns)
  }

  mutating func add(_ word: Word) {
    let space = word.spaceBefore != nil && !isEmpty ? 1 : 0
    if space + word.columns > left && !isEmpty { startLine() }
    if !isEmpty, let role = word.spaceBefore {
      line.append(" ", role: role)
      left -= 1
    }
    for piece in word.pieces {
      if piece.columns > left && !isEmpty { startLine() }
      line.append(String(piece.character), role: piece.role)
      left -= piece.columns
      isEmpty = false
    }
  }

  mutating func finish() -> [SafeText] { lines + [line] }

  private mutating func startLine() {
    lines.append(line)
    line = hangingIndent
    left = max(2, width - hangingIndent.columns)
    isEmpty = true
  }
}
