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

  /// For each name on a `=` line, all names that a chain of such lines joins with it.
  private let groupOfName: [Name: [Name]]

  /// Collects the statements of a bank.
  public init(_ statements: [Statement] = []) {
    self.statements = statements
    groupOfName = Self.groups(statements.filter { $0.kind == .same })
  }

  /// The other names that mean the same as this one, in the order of the file.
  public func synonyms(of name: Name) -> [Name] {
    groupOfName[name, default: []].filter { $0 != name }
  }

  /// Joins names by union and find (Galler and Fischer 1964), so that many lines cost little more than few.
  private static func groups(_ statements: [Statement]) -> [Name: [Name]] {
    var names: [Name] = []
    var indexOfName: [Name: Int] = [:]
    var parents: [Int] = []
    func root(of index: Int) -> Int {
      var root = index
      while parents[root] != root { root = parents[root] }
      var step = index
      while parents[step] != root { (step, parents[step]) = (parents[step], root) }
      return root
    }
    for statement in statements {
      var first: Int?
      for name in statement.names {
        let index = indexOfName[name] ?? names.count
        if index == names.count {
          indexOfName[name] = index
          names.append(name)
          parents.append(index)
        }
        parents[root(of: index)] = root(of: first ?? index)
        first = first ?? index
      }
    }
    let groups = Dictionary(grouping: names.indices, by: root)
    return Dictionary(
      groups.values.flatMap { group in group.map { (names[$0], group.map { names[$0] }) } }, uniquingKeysWith: { $1 })
  }
}
