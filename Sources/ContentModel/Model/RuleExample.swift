/// An example of a rule, with the place that its mark shows.
public struct RuleExample: Sendable, Equatable {
  /// The example without its mark.
  public let text: String
  /// The line of the place, counted from 1; nil for an example without a mark.
  public let line: Int?
  /// The column of the place in characters, counted from 1; nil for an example without a mark.
  public let column: Int?

  /// Reads a text in which `^^` may mark a place.
  public init(_ marked: String) {
    guard let mark = marked.firstRange(of: "^^") else {
      (text, line, column) = (marked, nil, nil)
      return
    }
    let before = marked[..<mark.lowerBound].split(separator: "\n", omittingEmptySubsequences: false)
    text = String(marked[..<mark.lowerBound] + marked[mark.upperBound...])
    line = before.count
    column = (before.last?.count ?? 0) + 1
  }
}

extension Rule {
  /// The whole file that an example of a rule for banks stands for, its mark still in it.
  ///
  /// The text of a section gets front matter and a heading above it.
  public func file(of example: String) -> String {
    switch subject {
    case .section: "---\nbank: b\ntitle: A Bank\n---\n\n## Section {#s}\n\n\(example)\n"
    case .file, .item: example
    }
  }
}
