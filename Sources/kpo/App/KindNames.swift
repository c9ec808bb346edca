import ContentModel
import QuestionGenerator

extension Item.Kind {
  /// The names of all kinds, for the help.
  static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// The kind with a name.
  static func named(_ name: String) throws -> Item.Kind {
    if let kind = Item.Kind(rawValue: name) { return kind }
    let known = allCases.map(\.rawValue)
    throw AppError.unknownKind(name, known: known, closest: Spelling.closest(to: name, among: known))
  }
}
