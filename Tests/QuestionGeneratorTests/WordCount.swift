/// Words of texts, read without the program's own idea of a stem.
enum WordCount {
  private static let small: Set<String> = [
    "and", "are", "for", "from", "into", "its", "that", "the", "their", "them", "these", "this", "what", "which", "who",
    "with",
  ]

  /// The first five letters of each longer word; the whole of a shorter one.
  static func beginnings(of text: String) -> Set<String> {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return Set(words.filter { $0.count > 2 && !small.contains($0) }.map { String($0.prefix(5)) })
  }
}
