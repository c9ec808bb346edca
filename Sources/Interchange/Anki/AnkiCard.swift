/// What a card with two sides asks and answers, where its back sets the answer apart in bold.
///
/// Cards that `kpo export` writes have this form. Of others only those have it that list options on their front: what
/// else begins in bold may just be stressed.
struct AnkiCard {
  /// Why a card states no fact.
  enum Refusal: String, Error {
    case statement = "a statement that is true or false names no answer"
    case severalAnswers = "it has several right answers"
  }

  /// The front without its options, as HTML.
  let question: String
  /// The answer without its letter, as HTML.
  let answer: String

  /// The card of two fields; nil if it has another form, whose sides count as they are.
  ///
  /// - Parameter isOurs: whether `kpo export` wrote it.
  /// - Throws: ``Refusal``.
  init?(front: String, back: String, isOurs: Bool) throws(Refusal) {
    let bold = Self.leadingBold(of: back)
    guard let first = bold.first else { return nil }
    guard let list = front.firstRange(of: "<ol") else {
      guard isOurs else { return nil }
      if front.hasPrefix("True or false?"), ["True", "False"].contains(first) { throw .statement }
      (question, answer) = (front, bold.joined(separator: "<br>"))
      return
    }
    question = String(front[..<list.lowerBound])
    guard bold.count == 1, front[list.upperBound...].firstRange(of: "<ol") == nil else { throw .severalAnswers }
    let letter = first.prefix(2)
    answer = letter.first?.isLetter == true && letter.last == ")" ? String(first.dropFirst(2)) : first
  }

  /// The stretches in bold at the beginning, each on a line of its own.
  private static func leadingBold(of back: String) -> [String] {
    var found: [String] = []
    var rest = back[...]
    while rest.hasPrefix("<b>"), let end = rest.firstRange(of: "</b>") {
      let behind = rest[end.upperBound...]
      guard behind.isEmpty || behind.hasPrefix("<br>") else { break }
      found.append(String(rest[..<end.lowerBound].dropFirst(3)))
      rest = behind.dropFirst(4)
    }
    return found
  }
}
