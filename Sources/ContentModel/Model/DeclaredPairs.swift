/// The pairs of names about which a bank says something.
public struct DeclaredPairs: Sendable {
  private let pairs: Set<Set<Name>>

  /// Collects the pairs of all statements.
  public init(_ relations: NameRelations) {
    var pairs: Set<Set<Name>> = []
    for statement in relations.statements {
      for (index, left) in statement.names.enumerated() {
        for right in statement.names[(index + 1)...] { pairs.insert([left, right]) }
      }
    }
    self.pairs = pairs
  }

  /// Whether some line relates these two names.
  public func contains(_ left: Name, _ right: Name) -> Bool { pairs.contains([left, right]) }
}
