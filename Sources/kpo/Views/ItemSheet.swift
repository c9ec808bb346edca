import ContentModel
import QuestionGenerator
import StrictJSON
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

extension Item {
  /// The item as one line of JSON Lines.
  var json: JSONValue {
    var object: JSONValue = [
      "id": JSONValue(id), "kind": JSONValue(kind.rawValue), "bank": JSONValue(bankID), "section": JSONValue(sectionID),
      "ask": ["from": JSONValue(subjectColumn), "to": JSONValue(answerColumn)],
    ]
    for member in bodyJSON.members { object = object.adding(member.key, member.value) }
    return object.adding("facts", JSONValue(facts.map(\.rawValue))).adding("feedback", feedbackJSON)
  }

  private var bodyJSON: JSONObject {
    let value: JSONValue =
      switch body {
      case .choice(let choice):
        [
          "subject": JSONValue(choice.subject), "stem": JSONValue(stem),
          "options": JSONValue(choice.options.map(\.text)), "answer": JSONValue(choice.key),
        ]
      case .matching(let matching):
        [
          "subject": .null, "stem": JSONValue(stem), "premises": JSONValue(matching.premises.map(\.text)),
          "responses": JSONValue(matching.responses.map(\.text)),
          "answers": .array(matching.premises.map { JSONValue($0.answer) }),
        ]
      case .selection(let selection):
        [
          "subject": JSONValue(selection.subject), "stem": JSONValue(stem),
          "options": JSONValue(selection.options.map(\.option.text)),
          "answers": .array(selection.options.indices.filter { selection.options[$0].isRight }.map { JSONValue($0) }),
        ]
      case .typed(let typed):
        [
          "subject": JSONValue(typed.subject), "stem": JSONValue(stem), "answer": JSONValue(typed.key),
          "accepted": JSONValue(typed.accepted),
        ]
      }
    return value.objectValue ?? JSONObject()
  }

  /// One sentence for each option; for a matching item one for each premise.
  private var feedbackJSON: JSONValue {
    switch body {
    case .choice(let choice): JSONValue(choice.options.map(\.why))
    case .matching(let matching): JSONValue(matching.premises.map(\.why))
    case .typed(let typed): JSONValue([typed.why])
    case .selection(let selection): JSONValue(selection.options.map(\.option.why))
    }
  }
}

extension JSONValue {
  fileprivate func adding(_ key: String, _ value: JSONValue) -> JSONValue {
    var object = objectValue ?? JSONObject()
    object[key] = value
    return .object(object)
  }
}
