import ContentModel
public import QuestionGenerator
public import StrictJSON

/// Questions as JSON Lines; every kind has its keys.
struct JSONItems: ItemWriter {
  private(set) var file: [UInt8] = []

  mutating func add(_ question: ItemExport.Question) -> String? {
    file += question.item.json.bytes(.compact) + [UInt8(ascii: "\n")]
    return nil
  }
}

extension Item {
  /// The item as an object; the README lists its keys.
  public var json: JSONValue {
    var object: JSONValue = [
      "id": JSONValue(id), "kind": JSONValue(kind.rawValue), "bank": JSONValue(bankID), "section": JSONValue(sectionID),
      "ask": ["from": JSONValue(subjectColumn), "to": JSONValue(answerColumn)],
    ]
    for member in bodyJSON.members { object = object.adding(member.key, member.value) }
    return object.adding("facts", JSONValue(facts.map(\.rawValue))).adding("feedback", JSONValue(reasons))
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
}

extension JSONValue {
  fileprivate func adding(_ key: String, _ value: JSONValue) -> JSONValue {
    var object = objectValue ?? JSONObject()
    object[key] = value
    return .object(object)
  }
}
