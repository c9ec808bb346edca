import FoundationEssentials
import StrictJSON
import TestSupport
import Testing

/// Every example of every `--help` is run as it stands there.
@Suite struct ExampleTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// A command with its examples.
  struct Command {
    let path: String
    let examples: [String]
  }

  /// All commands, from the description of itself that the program gives to those who make completions.
  private func commands() throws -> [Command] {
    let dump = try JSONValue(parsing: try sandbox.run(["--experimental-dump-help"]).outputText)
    return Self.commands(try #require(dump["command"]), path: [])
  }

  private static func commands(_ command: JSONValue, path: [String]) -> [Command] {
    let path = path + [command["commandName"]?.stringValue ?? ""]
    // The argument parser adds `help` to each group; it has no examples of ours.
    guard path.last != "help" else { return [] }
    let discussion = command["discussion"]?.stringValue ?? ""
    let lines = discussion.split(separator: "\n", omittingEmptySubsequences: false)
    let examples = lines.drop { $0 != "Examples:" }.dropFirst().prefix { !$0.isEmpty }.map { line in
      // What the example does stands behind it.
      String(line.drop { $0 == " " }.split(separator: "  ").first ?? "")
    }
    return [Command(path: path.joined(separator: " "), examples: examples)]
      + (command["subcommands"]?.arrayValue ?? []).flatMap { commands($0, path: path) }
  }

  @Test func everyCommandHasExamples() throws {
    let commands = try commands()
    #expect(commands.count > 25)
    for command in commands {
      #expect(!command.examples.isEmpty, "\(command.path)")
      for example in command.examples { #expect(example.contains("kpo"), "\(command.path): \(example)") }
    }
  }

  @Test func everyExampleRuns() throws {
    let learner = try prepared()
    let fact = try #require(try learner.history().filter { $0["event"]?.stringValue == "flagged" }.texts("fact").first)
    let copy = try #require(learner.files.first { $0.hasPrefix("data/backups/") }?.split(separator: "/")[2])
    for example in try commands().flatMap(\.examples) {
      // Each on a machine of its own.
      let sandbox = try Sandbox()
      for name in try FileManager.default.contentsOfDirectory(atPath: learner.home) {
        try FileManager.default.copyItem(atPath: "\(learner.home)/\(name)", toPath: "\(sandbox.home)/\(name)")
      }
      var line = example.replacing("/media/stick", with: "stick").replacing("2026-11-23T10-00-00Z", with: copy)
        .replacing("kpo/types/document-review:task", with: fact)
      // Nobody is there to say yes, and all questions of all seeds take their time.
      if line == "kpo progress erase" || line.hasPrefix("kpo progress restore") { line += " --yes" }
      if line == "kpo bank measure" { line += " --items 20 --seeds 4" }
      line = line.replacing("--items 1000", with: "--items 20")
      let result = try sandbox.shell(line)
      // 1 is a question answered with no, as by `kpo missed` if nothing is.
      #expect([0, 1].contains(result.exitCode), "\(example): \(result.errorText)")
      #expect(!result.errorText.contains("Error:"), "\(example): \(result.errorText)")
    }
  }

  /// A learner with answers of two days, a fact set aside, a planned exam, and the files that examples name.
  private func prepared() throws -> Sandbox {
    let sandbox = try Sandbox()
    let stick = ["--data", "\(sandbox.home)/stick/kpo"]
    _ = try sandbox.run(["daily", "--count", "2"] + stick, on: -9, answers: ["?", "?"])
    _ = try sandbox.run(["daily", "--count", "3", "--seed", "3"], on: -8, answers: [":flag", "?", "?"])
    _ = try sandbox.run(["exam", "plan", "--date", "2026-12-15"], on: 0)
    _ = try sandbox.write(Sandbox.capitals, to: "my-bank.md")
    _ = try sandbox.write("River,Mouth\nRhine,North Sea\nDanube,Black Sea\n", to: "rivers.csv")
    _ = try sandbox.write("Long rivers\n\n- Rhine: flows north\n- Danube: flows east\n", to: "article.txt")
    let history = try sandbox.text("stick/kpo/history.jsonl")
    for name in ["laptop", "phone", "other"] { _ = try sandbox.write(history, to: "\(name).jsonl") }
    _ = try sandbox.write(
      "guid,id,ease,time,type\nkpo/types/document-review:task|short-answer,1763200000000,3,5000,1\n", to: "answers.csv")
    try FileManager.default.createDirectory(atPath: "\(sandbox.home)/papers", withIntermediateDirectories: false)
    return sandbox
  }
}

extension Sandbox {
  /// Runs a line in a shell that finds `kpo`, in the home folder and with nothing to read.
  fileprivate func shell(_ line: String) throws -> ProcessRunner.Result {
    let kpo = try BuildProducts.path(of: "kpo")
    let folder = kpo.split(separator: "/").dropLast().map { "/" + $0 }.joined()
    return try ProcessRunner.run(
      "/bin/sh", arguments: ["-c", "cd \"$HOME\" && \(line)"],
      environment: environment(["PATH": "\(folder):/usr/bin:/bin", "KPO_NOW": Self.morning(of: 0)]),
      input: [])
  }
}
