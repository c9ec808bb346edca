/// A text that gives a term and says what it is: `Name: description`, `Name – description`, `**Name** description`.
enum TermText {
  /// The most characters and words of a term.
  private static let longestTerm = (characters: 60, words: 8)

  /// The term and what is said of it; nil if the text has another form.
  static func split(_ text: String) -> (name: String, description: String)? {
    if let (bold, rest) = InlineMarkup.leadingBold(text) {
      var name = bold[...]
      while let last = name.last, ":.–— ".contains(last) { name = name.dropLast() }
      let description = InlineMarkup.plain(String(rest.drop { ":–—-. \u{A0}".contains($0) }))
      return isTerm(name) && !description.isEmpty ? made(String(name), description) : nil
    }
    let plain = InlineMarkup.plain(text)
    for sign in [": ", " – ", " — ", " - "] {
      guard let range = plain.firstRange(of: sign), isTerm(plain[..<range.lowerBound]) else { continue }
      let description = plain[range.upperBound...].drop { $0 == " " }
      return description.isEmpty ? nil : made(String(plain[..<range.lowerBound]), String(description))
    }
    return nil
  }

  /// Whether a text is short enough, and no sentence.
  static func isTerm(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.count <= longestTerm.characters
      && text.split(whereSeparator: \.isWhitespace).count <= longestTerm.words
      && !text.contains { ".!?".contains($0) && text.last == $0 } && text.contains(where: \.isLetter)
  }

  private static func made(_ name: String, _ description: String) -> (name: String, description: String) {
    (name, predicate(of: description, about: name))
  }

  /// What a sentence says of its subject: of "The Nile is a river in Africa" about the Nile, "River in Africa".
  ///
  /// A description that begins with its own name would give the answer away.
  static func predicate(of sentence: String, about name: String) -> String {
    let words = sentence.split(separator: " ")
    let start = ["the", "a", "an"].contains(words.first?.lowercased() ?? "") ? 1 : 0
    let own = name.split { $0 == " " || $0 == "(" || $0 == ")" }.map { $0.lowercased() }
    var end = start
    while end < words.count, own.contains(words[end].lowercased().filter { $0 != "(" && $0 != ")" }) { end += 1 }
    let subject = words[start..<end]
    var rest = words[end...]
    let verb = rest.first?.lowercased() ?? ""
    let isVerbSure = ["is", "are", "was", "were"].contains(verb)
    // "Market trends are watched" is not about Market Research, but "EXL offers" is about EXL Services.
    let isSubject =
      subject.count >= own.count || subject.count == 1 && subject.allSatisfy { $0.allSatisfy(\.isUppercase) }
    guard isVerbSure && (start == 0 || !subject.isEmpty) || !subject.isEmpty && isSubject, rest.count > 2,
      rest.first?.first?.isLowercase == true
    else { return capitalised(sentence) }
    if isVerbSure {
      rest = rest.dropFirst()
      if ["a", "an", "the"].contains(rest.first?.lowercased() ?? "") { rest = rest.dropFirst() }
    }
    return capitalised(rest.joined(separator: " "))
  }

  /// The text up to the first full stop that a capital follows, if that is 20 characters or more.
  static func firstSentence(of text: String) -> String {
    var start = text.startIndex
    while let stop = text[start...].firstRange(of: ". ") {
      let next = text[stop.upperBound...].first
      if next?.isUppercase == true, text.distance(from: text.startIndex, to: stop.lowerBound) >= 20 {
        return String(text[..<stop.lowerBound])
      }
      start = stop.upperBound
    }
    return text
  }

  /// With a capital first, unless the word has one inside or stands for a sign.
  private static func capitalised(_ text: String) -> String {
    guard let first = text.first, first.isLowercase else { return text }
    let word = text.prefix { $0 != " " }
    return word.dropFirst().allSatisfy { !$0.isUppercase } ? first.uppercased() + text.dropFirst() : text
  }
}
