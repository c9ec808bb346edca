import StrictJSON
import TestSupport
import Testing

/// The keys that commands print as JSON are those that the README lists.
@Suite struct JSONKeyTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// A learner with answers, a fact set aside, an exam, a mock, a dated copy and a damaged line.
  private func prepare() throws {
    _ = try sandbox.run(["daily", "--count", "3", "--seed", "7"], on: 0, answers: [":flag odd", "?", "?", ":quit"])
    _ = try sandbox.run(["exam", "plan", "--date", Sandbox.date(of: 9)], on: 0)
    _ = try sandbox.run(["exam", "--questions", "2"], on: 0, answers: ["a", "a", ":hand-in"])
    _ = try sandbox.run(["daily", "--count", "1"], on: 1, answers: ["?"])
    _ = try sandbox.write(Sandbox.capitals, to: "capitals.md")
    _ = try sandbox.write("---\nbank: b\n---\n", to: "faulty.md")
    let history = try sandbox.text("data/history.jsonl")
    _ = try sandbox.write(history + "{}\n", to: "data/history.jsonl")
  }

  /// How each command is called so that it has something to print.
  private static let calls: [String: [String]] = [
    "kpo read": ["read"], "kpo search": ["search", "pharma"], "kpo bank list": ["bank", "list"],
    "kpo bank check": ["bank", "check", "capitals.md", "faulty.md"],
    "kpo bank measure": ["bank", "measure", "capitals.md", "--items", "20", "--seeds", "4"],
    "kpo explain": ["explain"], "kpo flagged": ["flagged"], "kpo exam plan": ["exam", "plan"],
    "kpo exam plans": ["exam", "plans"], "kpo exam sheet": ["exam", "sheet"],
    "kpo progress path": ["progress", "path"],
    "kpo progress show": ["progress", "show"], "kpo progress check": ["progress", "check"],
    "kpo progress backups": ["progress", "backups"], "kpo settings": ["settings"], "kpo doctor": ["doctor"],
    "kpo --version": ["--version"],
  ]

  @Test func everyKeyIsDocumentedAndEveryDocumentedKeyIsThere() throws {
    try prepare()
    let shapes = try Self.shapes()
    #expect(Set(shapes.keys) == Set(Self.calls.keys))
    for (command, shape) in shapes.sorted(by: { $0.key < $1.key }) {
      var arguments = try #require(Self.calls[command], "\(command)")
      arguments = arguments.map { $0.hasSuffix(".md") ? "\(sandbox.home)/\($0)" : $0 }
      let result = try sandbox.run(arguments + ["--json"], on: 1)
      #expect([0, 1, 65].contains(result.exitCode), "\(command): \(result.errorText)")
      var checker = ShapeChecker()
      checker.check(try JSONValue(parsing: result.outputText), shape, command)
      #expect(checker.faults.isEmpty, "\(command)")
      // Keys of which no example was seen would be documented in vain.
      let unseen = shape.arrays(at: command).subtracting(checker.seen).filter { path in
        // Only `--cues` fills them, which takes long; `kpo bank measure` has the same.
        !path.hasPrefix("kpo bank check/cues")
      }
      #expect(unseen.isEmpty, "\(command)")
    }
  }

  @Test func oneSettingSectionAndRuleHaveTheSameKeysAsAll() throws {
    let shapes = try Self.shapes()
    for (command, arguments) in [
      ("kpo read", ["read", "types"]), ("kpo explain", ["explain", "clang"]),
      ("kpo settings", ["settings", "questions"]),
    ] {
      let value = try JSONValue(parsing: try sandbox.run(arguments + ["--json"]).outputText)
      #expect(value.arrayValue?.count == 1)
      var checker = ShapeChecker()
      checker.check(value, try #require(shapes[command]), command)
      #expect(checker.faults.isEmpty)
    }
    let nothing = try sandbox.run(["search", "zebra", "--json"])
    #expect(nothing.exitCode == 1 && nothing.outputText == "[]\n")
  }

  /// The shapes that stand in the README, by their commands.
  private static func shapes() throws -> [String: Shape] {
    let readme = try Readme.text()
    let section = try #require(readme.firstRange(of: "\n## JSON\n"))
    let start = try #require(readme[section.upperBound...].firstRange(of: "```text\n"))
    let end = try #require(readme[start.upperBound...].firstRange(of: "```"))
    var texts: [String] = []
    for line in readme[start.upperBound..<end.lowerBound].split(separator: "\n") {
      if line.hasPrefix("kpo ") { texts.append(String(line)) } else { texts[texts.count - 1] += line }
    }
    var shapes: [String: Shape] = [:]
    for text in texts {
      let begin = try #require(text.firstIndex { "[{".contains($0) })
      let command = text[..<begin].split(separator: " ").joined(separator: " ")
      var rest = text[begin...].filter { $0 != " " }[...]
      shapes[command] = try Shape(&rest)
      #expect(rest.isEmpty, "\(command): \(rest)")
    }
    return shapes
  }
}

/// What the README says of a value: `{key, key?: {...}, key: [...]}`.
private indirect enum Shape {
  case anything
  case array(Shape)
  case object([(key: String, isOptional: Bool, shape: Shape)])

  struct Unreadable: Error {
    let rest: Substring
  }

  init(_ text: inout Substring) throws {
    switch text.first {
    case "[":
      text.removeFirst()
      self = .array(try Shape(&text))
      guard text.popFirst() == "]" else { throw Unreadable(rest: text) }
    case "{":
      var members: [(key: String, isOptional: Bool, shape: Shape)] = []
      while let mark = text.popFirst(), mark != "}" {
        guard "{,".contains(mark) else { throw Unreadable(rest: text) }
        let key = text.prefix { $0.isLetter || $0.isNumber }
        guard !key.isEmpty else { throw Unreadable(rest: text) }
        text = text.dropFirst(key.count)
        let isOptional = text.first == "?"
        if isOptional { text.removeFirst() }
        var shape = Shape.anything
        if text.first == ":" {
          text.removeFirst()
          shape = try Shape(&text)
        }
        members.append((String(key), isOptional, shape))
      }
      self = .object(members)
    default: throw Unreadable(rest: text)
    }
  }

  /// The places of all arrays of objects.
  func arrays(at path: String) -> Set<String> {
    switch self {
    case .anything: []
    case .array(let element): element.arrays(at: path).union([path])
    case .object(let members): members.reduce(into: []) { $0.formUnion($1.shape.arrays(at: "\(path)/\($1.key)")) }
    }
  }
}

/// Compares values with their shapes.
private struct ShapeChecker {
  var faults: [String] = []
  /// The places of the arrays that had an element.
  var seen: Set<String> = []

  mutating func check(_ value: JSONValue, _ shape: Shape, _ path: String) {
    switch (shape, value) {
    case (.array(let element), .array(let values)):
      if !values.isEmpty { seen.insert(path) }
      for value in values { check(value, element, path) }
    case (.object(let members), .object(let object)):
      let known = members.map(\.key)
      faults += object.members.map(\.key).filter { !known.contains($0) }.map { "\(path)/\($0) is not documented" }
      for member in members {
        switch object[member.key] {
        case nil, .null:
          if !member.isOptional { faults.append("\(path)/\(member.key) is missing or null") }
        case let value?: check(value, member.shape, "\(path)/\(member.key)")
        }
      }
    case (.anything, .object): faults.append("\(path) has keys that are not documented")
    case (.anything, .array(let values)):
      if values.contains(where: { $0.objectValue != nil }) {
        faults.append("\(path) has keys that are not documented")
      }
    case (.anything, _): break
    default: faults.append("\(path) is of another type")
    }
  }
}
