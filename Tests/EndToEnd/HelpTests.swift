import FoundationEssentials
import StrictJSON
import TestSupport
import Testing

/// What `kpo help` says, in the shell and at the prompt.
@Suite struct HelpTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private static let topics = ["environment", "exit-codes", "banks", "bank-format", "scheduling", "files"]

  /// The rows of the table under a heading of the README, each as its two cells without marks.
  private static func rows(under heading: String) throws -> [[String]] {
    let readme = try Readme.text()
    let start = try #require(readme.firstRange(of: "\n\(heading)\n"))
    let lines = readme[start.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
    return lines.drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }.dropFirst(2).map { line in
      line.split(separator: " | ").map { cell in
        String(cell.filter { $0 != "|" }).split(separator: " ").joined(separator: " ").replacing("`", with: "")
      }
    }
  }

  @Test(arguments: [
    ("environment", "### Environment", "Variable: ", " What it does: "),
    ("exit-codes", "## Exit codes", "Code: ", " Meaning: "),
  ])
  func tablesAreThoseOfTheReadme(_ topic: String, _ heading: String, _ first: String, _ second: String) throws {
    let help = try sandbox.run(["help", topic], changes: ["ACCESSIBLE": "1"])
    #expect(help.exitCode == 0)
    let shown = help.outputText.split(separator: "\n\n").map { record in
      record.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing("`", with: "")
    }
    let rows = try Self.rows(under: heading)
    #expect(rows.count > 5)
    #expect(shown == rows.map { first + $0[0] + second + $0[1] })
  }

  @Test(arguments: topics, [20, 40, 80, 200]) func topicsFitTheirWidth(_ topic: String, _ columns: Int) throws {
    let help = try sandbox.run(["help", topic], changes: ["COLUMNS": "\(columns)"])
    #expect(help.exitCode == 0 && help.standardError.isEmpty)
    #expect(help.lines.allSatisfy { $0.count <= columns }, "\(help.outputText)")
    #expect(help.lines.count > 4)
    #expect(sandbox.files.isEmpty)
  }

  /// Every `kpo` command that stands in a topic or in the README's table of commands.
  @Test func theCommandsThatAreNamedExist() throws {
    var named: Set<String> = []
    for topic in Self.topics {
      let text = try sandbox.run(["help", topic], changes: ["COLUMNS": "200"]).outputText
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      for match in text.matches(of: /`kpo ([a-z]+)/) { named.insert(String(match.1)) }
    }
    #expect(named.count > 5)
    for command in named { #expect(try sandbox.run([command, "--help"]).exitCode == 0, "\(command)") }
  }

  @Test func helpListsTopicsAndCommandsAndExplainsEither() throws {
    let help = try sandbox.run(["help"])
    for topic in Self.topics { #expect(help.outputText.contains(topic), "\(topic)") }
    #expect(try sandbox.run(["--help"]).outputText == help.outputText)
    for words in [["daily"], ["exam", "plan"], ["settings"]] {
      #expect(try sandbox.run(["help"] + words).outputText == sandbox.run(words + ["--help"]).outputText)
    }
  }

  /// The same mistake gets the same answer in the shell and at the prompt.
  @Test(
    arguments: [
      ("dialy", "There is no command `dialy`. Did you mean `daily`?"),
      ("exam pln", "There is no command `exam pln`. Did you mean `exam plan`?"),
      ("daily --cont 3", "Unknown option '--cont'. Did you mean '--count'?"),
      ("help fils", "There is no command or topic `fils`. Did you mean `files`?"),
      ("help exm", "There is no command or topic `exm`. Did you mean `exam`?"),
      ("help exam pln", "There is no command `exam pln`. Did you mean `exam plan`?"),
      ("settings questins", "There is no setting `questins`. Did you mean `questions`?"),
      (
        "settings colour",
        "There is no setting `colour`. The settings are banks, keys, questions, new-facts, retention."
      ),
      ("read typs", "There is no section `typs`. Did you mean `types`?"),
      ("stats --bank kop", "There is no bank `kop`, and no file of that name. Did you mean `kpo`?"),
      ("questions --kind clozee", "There is no kind `clozee`. Did you mean `cloze`?"),
      ("explain clng", "There is no rule `clng`. Did you mean `clang`?"),
    ])
  func didYouMean(_ line: String, _ words: String) throws {
    let shell = try sandbox.run(line.split(separator: " ").map(String.init))
    #expect(shell.exitCode == (line.contains("--bank") ? 66 : 64))
    #expect(shell.standardOutput.isEmpty)
    let said = shell.errorLines.map { $0.drop { $0 == " " } }.joined(separator: " ")
    #expect(said.hasPrefix("Error: \(words)"), "\(said)")
    let prompt = try sandbox.run([], input: "\(line)\nquit\n")
    #expect(prompt.exitCode == 0)
    #expect(prompt.errorText.contains(shell.errorText), "\(prompt.errorText)")
  }

  @Test func theVersionIsAlsoToldInFull() throws {
    let json = try JSONValue(parsing: try sandbox.run(["--version", "--json"]).outputText)
    #expect(json["kpo"]?.stringValue.map { "\($0)\n" } == (try sandbox.run(["--version"]).outputText))
    #expect(json["swift"]?.stringValue?.hasPrefix("6.") == true)
    let doctor = try JSONValue(parsing: try sandbox.run(["doctor", "--json"]).outputText)
    #expect(json["readline"] == doctor["readline"] && json["format"] == doctor["format"])
    #expect(json["banks"]?[0]?["facts"]?.intValue ?? 0 > 100)
    #expect(sandbox.files.isEmpty)
  }

  /// Nothing is asked before the first question, and nothing must be set up.
  @Test func aFirstRunAsksARealQuestionAtOnce() throws {
    // With this seed the first question has one right answer.
    let terminal = try sandbox.terminal(["daily", "--seed", "3"], changes: ["KPO_DATA": nil])
    let screen = try terminal.expect(PseudoTerminal.answerPrompt)
    #expect(screen.contains("1. ") && screen.contains("  a) "), "\(screen)")
    terminal.type("a", .enter)
    let answered = try terminal.expect(PseudoTerminal.answerPrompt)
    #expect(answered.contains("1. Right") || answered.contains("1. Wrong"), "\(answered)")
    terminal.type(":quit", .enter)
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(sandbox.files.contains(".local/share/kpo/history.jsonl"))
  }
}

/// The project's README.
enum Readme {
  static func text(file: String = #filePath) throws -> String {
    let root = file.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
    return String(decoding: try #require(FileManager.default.contents(atPath: "\(root)/README.md")), as: UTF8.self)
  }
}
