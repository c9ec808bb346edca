/// The word that begins a command, found among those there are, and what stands after it.
struct CommandWord {
  let word: String
  let rest: String

  /// Reads a line that begins with a colon; a word may be cut short as long as it stays clear. Nil if none fits.
  init?(_ line: Substring, among words: [String]) {
    let body = line.dropFirst().drop { $0.isWhitespace }
    let first = body.prefix { !$0.isWhitespace }
    guard !first.isEmpty else { return nil }
    let typed = first.lowercased()
    let fitting = words.filter { $0.hasPrefix(typed) }
    guard let word = fitting.contains(typed) ? typed : fitting.first, fitting.count == 1 || word == typed else {
      return nil
    }
    self.word = word
    rest = String(body.dropFirst(first.count).drop { $0.isWhitespace }.withoutTrailingSpace)
  }
}
