import ContentModel
import StrictJSON

extension Bank {
  /// The notes and tables of some sections, and what stands before the first one.
  func notes(of sections: [Section], withIntroduction: Bool) -> JSONValue {
    [
      "bank": .string(id), "title": .string(title),
      "introduction": .array(withIntroduction ? introduction.map(\.json) : []),
      "sections": .array(
        sections.map { section in
          [
            "id": .string(section.id), "title": .string(section.title), "weight": .number(section.weight),
            "blocks": .array(section.blocks.map(\.json)),
          ]
        }),
    ]
  }

  /// The sections with the number of their facts.
  var list: JSONValue {
    let counts = Dictionary(grouping: facts, by: \.sectionID).mapValues(\.count)
    return [
      "bank": .string(id), "title": .string(title), "facts": JSONValue(facts.count),
      "sections": .array(
        sections.map { section in
          [
            "id": .string(section.id), "title": .string(section.title),
            "facts": JSONValue(counts[section.id, default: 0]), "weight": .number(section.weight),
          ]
        }),
    ]
  }
}

extension Block {
  fileprivate var json: JSONValue {
    switch self {
    case .paragraph(let text): Self.json("paragraph", [text])
    case .bullets(let texts): Self.json("bullets", texts)
    case .subheading(let text): Self.json("subheading", [text])
    case .table(let table): Self.json("table", rows: table.layout)
    }
  }

  private static func json(_ kind: String, _ texts: [String] = [], rows: [[String]] = []) -> JSONValue {
    ["kind": .string(kind), "texts": JSONValue(texts), "rows": .array(rows.map { JSONValue($0) })]
  }
}
