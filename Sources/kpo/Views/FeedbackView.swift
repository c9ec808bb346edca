import QuestionGenerator
import Study
import Terminal

/// What is said after an answer: one line with the result, then why.
struct FeedbackView {
  let marked: MarkedItem
  /// The number of the item in its sitting.
  let number: Int

  /// Right or wrong, and the right answer, in one line.
  var result: SafeText {
    switch marked.asked.item.body {
    case .choice, .typed: choiceResult
    case .matching: matchingResult
    case .selection(let selection): selectionResult(selection)
    }
  }

  private var choiceResult: SafeText {
    guard let answer = marked.answers.first else { return "" }
    let number: SafeText = "\(number). "
    if answer.isCorrected { return number + "\("Right, as you say" as SafeText, .right): \(line: answer.right)" }
    if answer.isRight { return number + "\("Right" as SafeText, .right): \(line: answer.right)" }
    guard let chosen = answer.chosen else {
      return number + "\("Not known" as SafeText, .wrong): the answer is \(line: answer.right)"
    }
    return number + "\("Wrong" as SafeText, .wrong): \(line: chosen.text); the answer is \(line: answer.right)"
  }

  private var matchingResult: SafeText {
    let right = marked.answers.count(where: \.isRight)
    let total = marked.answers.count
    let word: SafeText =
      right == total
      ? "\("Right" as SafeText, .right)" : "\((right == 0 ? "Wrong" : "Partly right") as SafeText, .wrong)"
    return "\(number). " + word + ": \(right) of \(total) \(marked.asked.item.kind == .categories ? "sorted" : "pairs")"
  }

  private func selectionResult(_ selection: Selection) -> SafeText {
    let right = selection.options.indices.filter { selection.options[$0].isRight }
    let key = right.map { "\(AnswerParser.letter($0))) \(selection.options[$0].option.text)" }.joined(separator: ", ")
    if marked.isRight { return "\(number). \("Right" as SafeText, .right): \(line: key)" }
    let word: SafeText =
      marked.response == .dontKnow
      ? "\("Not known" as SafeText, .wrong)"
      : "\((marked.answers.contains(where: \.isRight) ? "Partly right" : "Wrong") as SafeText, .wrong)"
    return "\(number). " + word + ": the right \(right.count == 1 ? "one is" : "ones are") \(line: key)"
  }

  /// The fact behind the key and where the chosen option belongs; for a matching item a line for each premise.
  func explanation(_ layout: Layout) -> SafeText {
    switch marked.asked.item.body {
    case .choice, .typed:
      guard let answer = marked.answers.first else { return "" }
      var parts: [SafeText] = rule(answer).map { [$0] } ?? []
      parts.append("\(answer.why)")
      // Of a true statement that was taken for false, both sides are the same fact.
      if !answer.isRight, let chosen = answer.chosen, let why = chosen.why, chosen.fact != answer.fact {
        parts.append("But: \(why)")
      }
      if answer.isSureButWrong { parts.append("You were sure, so this one is worth a second look.") }
      if let other = otherOfThree { parts.append("The other three: \(other.why)") }
      if answer.grade == .wrong { parts.append("If your answer means the same, type :right.") }
      return parts.map { layout.wrap($0, firstIndent: "   ", hangingIndent: "   ") }.joined(separator: "\n")
    case .selection(let selection):
      return selectionExplanation(selection, layout)
    case .matching(let matching):
      return zip(matching.premises.indices, marked.answers).map { pair($0, $1, matching, layout) }
        .joined(separator: "\n")
    }
  }

  /// One of the three that belong together in an odd one out, unless it was chosen and so explained.
  private var otherOfThree: Choice.Option? {
    guard marked.asked.item.kind == .oddOneOut, case .choice(let choice) = marked.asked.item.body,
      let answer = marked.answers.first, answer.isRight || answer.chosen == nil
    else { return nil }
    return choice.options.indices.first { $0 != choice.key }.map { choice.options[$0] }
  }

  /// The rule that a typed answer was graded by, if it is not the right text to the letter.
  private func rule(_ answer: MarkedAnswer) -> SafeText? {
    guard case .text(let typed, _) = marked.response else { return nil }
    switch answer.grade {
    case .right:
      return "You typed \"\(typed)\": capitals, accents, hyphens, plurals and what stands in brackets do not matter."
    case .exact where typed != answer.right: return "\"\(typed)\" is another name for it."
    case .otherName(let name): return "\(name) is in these notes too, but it is not the answer here."
    case .exact, .almost, .wrong, nil: return nil
    }
  }

  /// A line for each option that is right or was taken: what was right, what was missed, and where the wrong ones belong.
  private func selectionExplanation(_ selection: Selection, _ layout: Layout) -> SafeText {
    var taken: [Int] = []
    if case .options(let chosen, _) = marked.response { taken = chosen }
    var lines: [SafeText] = []
    for (index, option) in selection.options.enumerated() where option.isRight || taken.contains(index) {
      let word: SafeText =
        switch (option.isRight, taken.contains(index)) {
        case (true, true): "\("right" as SafeText, .right)"
        case (true, false): "\("missed" as SafeText, .wrong)"
        case (false, _): "\("wrong" as SafeText, .wrong)"
        }
      let line: SafeText = "\(String(AnswerParser.letter(index))) " + word + ": \(option.option.why)"
      lines.append(layout.wrap(line, firstIndent: "   ", hangingIndent: "      "))
    }
    if marked.answers.contains(where: \.isSureButWrong) {
      let advice: SafeText = "You were sure, so this one is worth a second look."
      lines.append(layout.wrap(advice, firstIndent: "   ", hangingIndent: "   "))
    }
    return lines.joined(separator: "\n")
  }

  private func pair(_ index: Int, _ answer: MarkedAnswer, _ matching: Matching, _ layout: Layout) -> SafeText {
    let letter = String(AnswerParser.letter(matching.premises[index].answer))
    let given = matching.responses.firstIndex { $0.text == answer.chosen?.text }.map { String(AnswerParser.letter($0)) }
    let mark: SafeText =
      if answer.isRight {
        "\(index + 1)\(letter) \("right" as SafeText, .right)"
      } else if let given {
        "\(index + 1)\(given) \("wrong" as SafeText, .wrong), it is \(letter)"
      } else {
        "\(index + 1) \("not known" as SafeText, .wrong), it is \(letter)"
      }
    var lines = [layout.wrap(mark + ": \(answer.why)", firstIndent: "   ", hangingIndent: "      ")]
    if let why = answer.chosen?.why, !answer.isRight {
      lines.append(layout.wrap("But: \(why)", firstIndent: "      ", hangingIndent: "      "))
    }
    return lines.joined(separator: "\n")
  }
}
