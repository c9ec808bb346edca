import FoundationEssentials
import TestSupport
import Testing

/// A learner who comes back on other days, with the clock in `KPO_NOW` and the answers in a pipe.
extension Sandbox {
  /// A one-to-one table that can be asked, and typed, from both sides.
  static let capitals = """
    ---
    bank: capitals
    title: Capitals
    ---

    # Capitals

    ## Of Europe {#europe}

    > lists: complete
    > ask Capital from Country: What is the capital of {Country}?
    > ask Country from Capital: Of which country is {Capital} the capital?
    > why: The capital of {Country} is {Capital}.

    | Country  | Capital   |
    | -------- | --------- |
    | Bulgaria | Sofia     |
    | Denmark  | Copenhagen |
    | Norway   | Oslo      |
    | Portugal | Lisbon    |
    | Slovenia | Ljubljana |
    | Sweden   | Stockholm |

    """

  /// The moment, in UTC, on a day counted from 2026-11-23; the offset makes the machine's time zone not matter.
  static func morning(of day: Int) -> String {
    let moment = Date(timeIntervalSince1970: Double(1_795_428_000 + day * 86_400))
    return moment.ISO8601Format().replacing("Z", with: "+00:00")
  }

  /// The study day, as kpo writes it.
  static func date(of day: Int) -> String { String(morning(of: day).prefix(10)) }

  /// Runs `kpo` on a day.
  func run(_ arguments: [String], on day: Int, answers: [String] = []) throws -> ProcessRunner.Result {
    try run(arguments, input: answers.map { "\($0)\n" }.joined(), changes: ["KPO_NOW": Self.morning(of: day)])
  }

  /// A question of a sitting, with its right answer.
  struct Question {
    /// Everything on the screen from the number of the question on.
    let text: String
    /// What is right.
    let answer: String

    /// The texts of the options, none if the answer is typed.
    var options: [String] {
      text.split(separator: "\n").filter { $0.contains(/^  [a-z][)]/) }.map { String($0.dropFirst(5)) }
    }
    /// Whether the answer is typed.
    var isTyped: Bool { text.contains("  Type the answer.") }
    /// What to type for an option, or for a typed answer.
    func line(for text: String) throws -> String {
      isTyped ? text : String(UnicodeScalar(UInt8(97 + (try #require(options.firstIndex(of: text))))))
    }
    /// What to type to be right.
    var rightLine: String { get throws { try line(for: answer) } }
    /// What to type to be wrong, and to choose another option.
    var wrongLine: String {
      get throws { try line(for: try #require(options.first { $0 != answer })) }
    }
  }

  /// The question that comes after some answers; it is found on a copy of the progress, which is left as it is.
  func question(_ arguments: [String], on day: Int, after answers: [String] = []) throws -> Question {
    let files = FileManager.default
    let copy = "\(home)/copy"
    if files.fileExists(atPath: data) { try files.copyItem(atPath: data, toPath: copy) }
    defer { try? files.removeItem(atPath: copy) }
    let result = try run(
      arguments, input: (answers + ["?"]).map { "\($0)\n" }.joined(),
      changes: ["KPO_NOW": Self.morning(of: day), "KPO_DATA": copy])
    let told = try #require(result.lines.last { $0.contains(". Not known: the answer is ") }, "\(result.errorText)")
    let number = told.prefix { $0 != "." }
    let parts = "\(told)".split(separator: ": the answer is ", maxSplits: 1)
    let shown = try #require(result.errorText.ranges(of: "\n\(number). ").last, "\(result.errorText)")
    let rest = result.errorText[shown.upperBound...]
    // The question ends where the explanation begins, which is indented by three.
    let text = rest.ranges(of: "\n   ").first.map { rest[..<$0.lowerBound] } ?? rest
    return Question(text: String(text), answer: String(try #require(parts.last)))
  }
}
