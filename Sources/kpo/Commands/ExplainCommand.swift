import ArgumentParser
import ContentModel
import ItemQuality
import StrictJSON
import Terminal

struct ExplainCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain what a check complains about.",
    discussion: """
      Every report ends with its code in brackets, such as [clang].

      Examples:
        kpo explain           every code with its title
        kpo explain clang     the reason, the remedy and examples
        kpo explain --json
      """)

  @OptionGroup var global: GlobalOptions

  @Flag(help: "Print JSON; the README lists the keys.")
  var json = false

  @Argument(help: "The code of a rule.")
  var code: String?

  /// The rules for banks, then those for the items that are made of them.
  static let rules = Rule.banks + ItemRule.all.map(\.rule)

  func run(in app: App) throws {
    let layout = app.resultLayout
    guard let code else {
      if json { return try app.result(json: .array(Self.rules.map(\.json))) }
      let rows = Self.rules.map { rule -> [SafeText] in ["\(rule.code)", "\(rule.title)"] }
      return try app.result(layout.table(header: ["Code", "What is wrong"], rows: rows))
    }
    guard let rule = Self.rules.first(where: { $0.code == code }) else {
      throw UnknownWord(.rule, code, known: Self.rules.map(\.code))
    }
    if json { return try app.result(json: [rule.json]) }
    try app.result(RuleSheet(rule: rule).text(layout))
  }
}

extension Rule {
  fileprivate var json: JSONValue {
    [
      "code": .string(code), "severity": .string(severity.rawValue), "title": .string(title),
      "reason": .string(reason), "remedy": .string(remedy),
      "passing": JSONValue(passing.map { RuleExample($0).text }),
      "failing": JSONValue(failing.map { RuleExample($0).text }),
    ]
  }
}

/// A rule with its reason, its remedy and an example of either sort.
private struct RuleSheet {
  let rule: Rule

  func text(_ layout: Layout) -> SafeText {
    let head = layout.wrap(
      "\(rule.code, .key) (\(rule.severity.rawValue)): \(rule.title, .strong)", hangingIndent: "  ")
    var parts = [head, layout.wrap("\(rule.reason)"), layout.wrap("Remedy: \(rule.remedy)")]
    for (title, example) in [("This breaks the rule:", rule.failing.first), ("This keeps it:", rule.passing.first)] {
      if let example { parts += [layout.wrap("\(title)"), self.example(RuleExample(example), layout)] }
    }
    return parts.joined(separator: "\n\n")
  }

  /// An example, its long lines folded, with a caret under its place.
  private func example(_ example: RuleExample, _ layout: Layout) -> SafeText {
    var shown: [SafeText] = []
    for (index, line) in example.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      var start = 0
      let line = line.count > Self.longestLine ? line.prefix(Self.longestLine) + "..." : line
      for piece in Self.folded(line, width: layout.lineWidth - Self.indent.count) {
        shown.append(piece.isEmpty ? "" : "\(Self.indent)\(line: String(piece))")
        if index + 1 == example.line, let column = example.column, (start..<(start + piece.count)).contains(column - 1)
        {
          shown.append("\(Self.indent + String(repeating: " ", count: column - 1 - start))^")
        }
        start += piece.count
      }
    }
    return shown.joined(separator: "\n")
  }

  private static let indent = "    "
  /// More of a line than this shows nothing new.
  private static let longestLine = 200

  /// The pieces of a line, each broken behind a space if there is one, and none of its characters lost.
  private static func folded(_ line: Substring, width: Int) -> [Substring] {
    var pieces: [Substring] = []
    var rest = line
    while rest.count > width {
      let full = rest.prefix(width)
      let end = full.lastIndex(of: " ").map { full.index(after: $0) } ?? full.endIndex
      pieces.append(full[..<end])
      rest = rest[end...]
    }
    return pieces + [rest]
  }
}
