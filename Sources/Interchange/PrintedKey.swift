import QuestionGenerator

/// The right answer to an item, as a person marks it.
struct PrintedKey {
  /// A letter or several, pairs such as `1c 2a`, `True` or `False`, or the texts that are right.
  let answer: String
  /// The facts as sentences.
  let reasons: [String]

  init(_ item: Item) {
    switch item.body {
    case .choice(let choice):
      answer = item.kind == .trueFalse ? choice.options[choice.key].text : Self.letter(choice.key)
      reasons = [choice.options[choice.key].why]
    case .matching(let matching):
      answer = matching.premises.enumerated().map { "\($0 + 1)\(Self.letter($1.answer))" }.joined(separator: " ")
      reasons = matching.premises.map(\.why)
    case .selection(let selection):
      let right = selection.options.indices.filter { selection.options[$0].isRight }
      answer = right.map(Self.letter).joined(separator: " ")
      reasons = right.map { selection.options[$0].option.why }
    case .typed(let typed):
      answer = typed.accepted.joined(separator: " or ")
      reasons = [typed.why]
    }
  }

  /// The letter that stands before an option: `a` for 0.
  static func letter(_ index: Int) -> String {
    String(Unicode.Scalar(UInt8(ascii: "a") + UInt8(clamping: min(index, 25))))
  }
}
