import QuestionGenerator

extension Item {
  /// Every text of the item that stands in a file.
  var texts: [String] {
    let shown =
      switch body {
      case .choice(let choice): choice.options.map(\.text)
      case .selection(let selection): selection.options.map(\.option.text)
      case .matching(let matching): matching.premises.map(\.text) + matching.responses.map(\.text)
      case .typed(let typed): typed.accepted
      }
    return [stem] + shown + reasons
  }

  /// One sentence for each option, or for each premise of a matching item.
  var reasons: [String] {
    switch body {
    case .choice(let choice): choice.options.map(\.why)
    case .selection(let selection): selection.options.map(\.option.why)
    case .matching(let matching): matching.premises.map(\.why)
    case .typed(let typed): [typed.why]
    }
  }
}
