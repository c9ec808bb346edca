/// The words of a text that carry meaning.
public enum ContentWords {
  private static let functionWords: Set<String> = [
    "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "into", "is", "it", "its", "of", "on", "or",
    "that", "the", "their", "them", "these", "this", "to", "what", "which", "who", "with",
  ]

  /// Whether a word in lower case is one such as "and", which says nothing by itself.
  static func isFunctionWord(_ word: String) -> Bool { functionWords.contains(word) }

  /// The words in lower case, without function words such as "and".
  public static func words(of text: String) -> Set<String> {
    Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)).subtracting(functionWords)
  }

  /// The stems of the words, so that "analysing" meets "analysis" and "filing" meets "file".
  ///
  /// A stem is a word without the commonest English endings, cut to six letters: crude, but it errs towards
  /// calling two words one, and that is the safe side for telling whether a text gives its name away.
  public static func stems(of text: String) -> Set<String> {
    Set(words(of: text).filter { $0.count > 2 }.map(WordStem.of))
  }
}
