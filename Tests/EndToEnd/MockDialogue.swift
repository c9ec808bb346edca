import FoundationEssentials
import StrictJSON
import TestSupport
import Testing

/// What a mock exam needs beside a sitting.
extension Sandbox {
  /// What to type to be right, question by question, from the printed key of a paper.
  ///
  /// - Parameter paper: the options that say which paper it is, its form among them.
  func rightLines(_ paper: [String]) throws -> [String] {
    let folder = "\(home)/printed"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let printed = try run(["exam", "print", "--output", folder] + paper)
    let path = try #require(printed.lines.last, "\(printed.errorText)")
    return try Self.answers(inKey: text(String(path.dropFirst(home.count + 1))))
  }

  /// The right answers that a printed key tells; of several typed ones the first.
  static func answers(inKey key: String) -> [String] {
    key.split(separator: "\n").compactMap { line in
      line.firstMatch(of: /^[0-9]+[.] (.+) \([^()]+\)$/).map { match in
        String(match.1).replacing("\\", with: "").split(separator: " or ").first.map(String.init) ?? ""
      }
    }
  }

  /// An option that is not the right one.
  static func wrong(_ right: String) -> String { right == "a" ? "b" : "a" }

  /// Hands a paper in, through a pipe.
  func exam(_ arguments: [String] = [], lines: [String], on day: Int = 0) throws -> ProcessRunner.Result {
    try run(["exam"] + arguments, on: day, answers: lines)
  }

  /// The event of this name that was saved last.
  func last(_ event: String) throws -> JSONValue {
    try #require(try history().last { $0["event"]?.stringValue == event }, "\(event)")
  }

  /// Expects that each fact was reviewed once, and that progress is whole.
  func expectReviewsOnce(_ count: Int, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let facts = try reviews().texts("fact")
    #expect(facts.count == count, sourceLocation: sourceLocation)
    #expect(Set(facts).count == count, sourceLocation: sourceLocation)
    try expectSoundProgress(sourceLocation: sourceLocation)
  }
}

extension PseudoTerminal {
  /// Waits for the prompt of a question of a mock exam, and types a line.
  ///
  /// - Returns: what was shown before, its lines ended by line feeds alone.
  @discardableResult
  func atQuestion(_ number: Int, of count: Int, type line: String) throws -> String {
    let shown = try expectLines("\(number)/\(count)> ")
    type(.text(line), .enter)
    return shown
  }
}
