/// What a bank says about names that mean the same, look alike or differ in spite of their looks.
public struct NameRelations: Sendable, Equatable {
  /// One `A = B`, `A ~ B` or `A != B` line.
  public struct Statement: Sendable, Equatable {
    /// How the names of a line are related.
    public enum Kind: String, Sendable {
      /// The names mean the same thing.
      case same = "="
      /// The names are too close to be told apart in one question.
      case near = "~"
      /// The names look alike but are different things.
      case different = "!="
    }

    /// How the names are related, each with each.
    public let kind: Kind
    /// The names in the order of the line, two or more.
    public let names: [Name]
    /// The line, counted from 1.
    public let line: Int
  }

  /// The statements in the order of the file.
  public let statements: [Statement]

  /// Collects the statements of a bank.
  public init(_ statements: [Statement] = []) {
    self.statements = statements
  }

  /// The other names that mean the same as this one, in the order of the file.
  public func synonyms(of name: Name) -> [Name] {
    var group = [name]
    var grew = true
    while grew {
      grew = false
      for statement in statements where statement.kind == .same {
        guard statement.names.contains(where: group.contains) else { continue }
        for other in statement.names where !group.contains(other) {
          group.append(other)
          grew = true
        }
      }
    }
    return Array(group.dropFirst())
  }
}
