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
    }
  }

  private var choiceResult: SafeText {
    guard let answer = marked.answers.first else { return "" }
    let number: SafeText = "\(number). "
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
    return "\(number). " + word + ": \(right) of \(total) pairs"
  }

  /// The fact behind the key and where the chosen option belongs; for a matching item a line for each premise.
  func explanation(_ layout: Layout) -> SafeText {
    switch marked.asked.item.body {
    case .choice, .typed:
      guard let answer = marked.answers.first else { return "" }
      var lines = [layout.wrap("\(answer.why)", firstIndent: "   ", hangingIndent: "   ")]
      if let why = answer.chosen?.why, !answer.isRight {
        lines.append(layout.wrap("But: \(why)", firstIndent: "   ", hangingIndent: "   "))
      }
      if answer.isSureButWrong {
        let advice: SafeText = "You were sure, so this one is worth a second look."
        lines.append(layout.wrap(advice, firstIndent: "   ", hangingIndent: "   "))
      }
      return lines.joined(separator: "\n")
    case .matching(let matching):
      return zip(matching.premises.indices, marked.answers).map { pair($0, $1, matching, layout) }
        .joined(separator: "\n")
    }
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
