/// Words that a check looks for, and the phrases in which they are harmless.
public struct WatchedWords: Sendable {
  private let watched: [[String]]
  private let harmless: [[String]]

  /// Takes words and phrases in lower case, the phrases with single spaces.
  init(_ watched: Set<String>, except harmless: [String]) {
    // In a fixed order, and a phrase before its words.
    self.watched = watched.sorted { ($1.count, $0) < ($0.count, $1) }.map(Self.words)
    self.harmless = harmless.map(Self.words)
  }

  private static func words(_ phrase: String) -> [String] { phrase.split(separator: " ").map(String.init) }

  /// The first of the words that stands in a text and means what it says.
  ///
  /// A word in quotes, in a compound or an address, or with a capital in the middle of a text is a part of some title
  /// or term and says nothing about the subject; one before a number is about that number.
  public func first(in text: String) -> Substring? {
    let found = text.split { !$0.isLetter && $0 != "'" && $0 != "’" }
    let lowered = found.map { $0.lowercased() }
    for index in found.indices where index == 0 || found[index].first?.isLowercase == true {
      guard let phrase = watched.first(where: { lowered[index...].starts(with: $0) }) else { continue }
      let range = found[index].startIndex..<found[index + phrase.count - 1].endIndex
      if !Self.isQuotedOrJoined(text[range], in: text), !Self.isBeforeNumber(text[range], in: text),
        !isHarmless(at: index, in: lowered)
      {
        return text[range]
      }
    }
    return nil
  }

  private static func isQuotedOrJoined(_ word: Substring, in text: String) -> Bool {
    let before = text[..<word.startIndex].last
    let after = text[word.endIndex...].first
    let signs = "-‐‑_/`\"“”„«»"
    return before.map(signs.contains) == true || after.map(signs.contains) == true
  }

  private static func isBeforeNumber(_ word: Substring, in text: String) -> Bool {
    text[word.endIndex...].dropFirst().first?.isNumber == true
  }

  /// Whether one of the phrases reaches over the word.
  private func isHarmless(at index: Int, in text: [String]) -> Bool {
    harmless.contains { phrase in
      phrase.indices.contains { offset in
        let start = index - offset
        return phrase[offset] == text[index] && start >= 0 && start + phrase.count <= text.count
          && Array(text[start..<(start + phrase.count)]) == phrase
      }
    }
  }
}
