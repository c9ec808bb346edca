import QuestionGenerator
import Study
import Terminal

/// An item on paper: with its key and why each option belongs where it does.
struct ItemSheet {
  let item: Item
  let number: Int

  func text(_ layout: Layout) -> SafeText {
    let head = layout.wrap("\(number). \(item.stem, .strong) \("[\(item.kind.rawValue), \(item.sectionID)]", .faint)")
    return [head, ItemView.choices(item, layout), layout.wrap(key, firstIndent: "  ", hangingIndent: "  "), ""]
      .joined(separator: "\n")
  }

  private var key: SafeText {
    switch item.body {
    case .choice(let choice):
      "\("Answer" as SafeText, .right): \(ItemView.letters(of: item)[choice.key])) \(choice.options[choice.key].text). \(choice.options[choice.key].why)"
    case .matching(let matching):
      "\("Answer" as SafeText, .right): "
        + "\(matching.premises.enumerated().map { "\($0 + 1)\(AnswerParser.letter($1.answer)) \(matching.responses[$1.answer].text)" }.joined(separator: ", "))"
    case .selection(let selection):
      "\("Answer" as SafeText, .right): "
        + "\(selection.options.indices.filter { selection.options[$0].isRight }.map { "\(AnswerParser.letter($0))) \(selection.options[$0].option.text)" }.joined(separator: ", "))"
    case .typed(let typed): "\("Answer" as SafeText, .right): \(typed.accepted.joined(separator: " or ")). \(typed.why)"
    }
  }
}
