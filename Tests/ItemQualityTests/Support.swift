import ContentModel
import QuestionBanks
import QuestionGenerator
import Testing

@testable import ItemQuality

/// A bank that comes with the program.
func embeddedBank(_ id: String) throws -> Bank {
  let file = try #require(EmbeddedBanks.all.first { $0.id == id })
  return try #require(BankParser.parse(file.bytes).bank)
}

/// The first bank that comes with the program.
func kpoBank() throws -> Bank { try embeddedBank("kpo") }

/// A faultless bank with one section `s` around `body`.
func bank(_ body: String, _ location: SourceLocation = #_sourceLocation) throws -> Bank {
  let text = "---\nbank: b\ntitle: A Bank\n---\n\n## Section {#s}\n\n\(body)\n"
  return try #require(BankParser.parse(Array(text.utf8)).bank, sourceLocation: location)
}

/// A face whose first option is the key.
func face(
  _ stem: String, about subject: String = "", _ options: [String], kind: Item.Kind = .multipleChoice
) -> ItemFace {
  ItemFace(stem, about: subject, options: options, right: [0], kind: kind)
}

extension Strategy {
  /// The strategy with a name.
  static func named(_ name: String) throws -> Strategy {
    try #require(all.first { $0.name == name }, "there is no strategy \(name)")
  }

  /// The points for the last item of a sitting, for the strategy and for its opposite.
  func points(_ sitting: [ItemFace], remembering past: [ItemFace] = []) throws -> (own: Double, opposite: Double) {
    let items = sitting.compactMap(CueItem.init)
    let situation = Situation(
      sitting: items, index: items.count - 1, experience: Experience([past.compactMap(CueItem.init)]))
    let key = try #require(items.last).key
    let scores = scores(situation)
    return (scores.points(key: key), scores.map(-).points(key: key))
  }
}
