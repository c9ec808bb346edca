import QuestionGenerator

extension Item.Kind {
  /// The names of all kinds, for the help.
  static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// The kind with a name.
  static func named(_ name: String) throws -> Item.Kind {
    if let kind = Item.Kind(rawValue: name) { return kind }
    throw UnknownWord(.kind, name, known: allCases.map(\.rawValue))
  }
}
