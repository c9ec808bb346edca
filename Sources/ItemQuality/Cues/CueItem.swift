import ContentModel

/// An item with one right option, and the words of its texts counted out.
struct CueItem: Sendable {
  let face: ItemFace
  let key: Int
  /// The stems of the words that carry meaning.
  let stemWords: Set<String>
  let subjectWords: Set<String>
  let optionWords: [Set<String>]
  let grams: [Trigrams]
  /// All words in order, in lower case.
  let stemText: [String]
  let optionTexts: [[String]]
  /// All words that it shows.
  let words: Set<String>

  /// Prepares a face; nil for one without options or with several right ones.
  init?(_ face: ItemFace) {
    guard let key = face.key, face.options.count >= 2 else { return nil }
    self.face = face
    self.key = key
    stemWords = ContentWords.stems(of: face.stem)
    subjectWords = ContentWords.stems(of: face.subject)
    optionWords = face.options.map(ContentWords.stems)
    grams = face.options.map(Trigrams.init)
    stemText = Grammar.words(face.stem)
    optionTexts = face.options.map(Grammar.words)
    words = optionWords.reduce(stemWords) { $0.union($1) }
  }

  /// The number of options.
  var count: Int { face.options.count }

  /// A score for each option from its text.
  func scores(_ score: (String) -> Double) -> [Double] { face.options.map(score) }
}
