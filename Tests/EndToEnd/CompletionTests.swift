import Glibc
import TestSupport
import Testing

/// The completions that `kpo --generate-completion-script` writes for shells, and the manual page.
@Suite struct CompletionTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func script(_ shell: String, columns: Int = 80) throws -> String {
    let result = try sandbox.run(["--generate-completion-script", shell], changes: ["COLUMNS": "\(columns)"])
    #expect(result.exitCode == 0 && result.standardError.isEmpty)
    #expect(sandbox.files.isEmpty)
    return result.outputText
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func scriptsAreTheSameAtAnyWidth(_ shell: String) throws {
    let script = try script(shell)
    #expect(try self.script(shell, columns: 30) == script)
    for command in ["daily", "settings", "new-facts", "backups", "minutes-per-day"] {
      #expect(script.contains(command), "\(command)")
    }
  }

  /// Shells that are not installed here cannot judge.
  @Test(arguments: [["bash", "-n"], ["zsh", "-n"], ["fish", "--no-execute"]])
  func shellsTakeThem(_ words: [String]) throws {
    let shell = "/usr/bin/\(words[0])"
    guard access(shell, X_OK) == 0 else { return }
    let file = try sandbox.write(try script(words[0]), to: "kpo.\(words[0])")
    let result = try ProcessRunner.run(
      shell, arguments: Array(words.dropFirst()) + [file], environment: sandbox.environment())
    #expect(result.exitCode == 0, "\(result.errorText)")
  }

  @Test(
    .enabled(if: access("/usr/bin/bash", X_OK) == 0),
    arguments: [
      (["dai"], "daily"), (["exam", "pla"], "plan plans"), (["settings", "ret"], "retention"),
      (["daily", "--mi"], "--minutes"),
    ])
  func bashCompletes(_ words: [String], _ expected: String) throws {
    let file = try sandbox.write(try script("bash"), to: "kpo.bash")
    let line = (["kpo"] + words).joined(separator: " ")
    let lines = [
      "source \(file)", "COMP_WORDS=(\(line))", "COMP_CWORD=\(words.count)", "COMP_LINE='\(line)'",
      "COMP_POINT=\(line.count)", "_kpo kpo '\(words.last ?? "")'", #"echo "${COMPREPLY[@]}""#,
    ]
    let result = try ProcessRunner.run(
      "/usr/bin/bash", arguments: ["-c", lines.joined(separator: "\n")], environment: sandbox.environment())
    #expect(
      result.outputText.split(whereSeparator: \.isWhitespace).joined(separator: " ") == expected, "\(result.errorText)")
  }

  @Test func theManualPageHasEveryCommandAndNoFaults() throws {
    let manual = try ProcessRunner.run(
      try BuildProducts.path(of: "kpo-manual"), environment: ["SOURCE_DATE_EPOCH": "1795428000"])
    #expect(manual.exitCode == 0 && manual.standardError.isEmpty)
    #expect(manual.outputText.hasPrefix(".Dd November 23, 2026\n.Dt KPO 1\n"))
    for words in ["kpo daily", "kpo exam plan", "kpo progress restore", "kpo settings"] {
      #expect(manual.outputText.contains("\n.Ss \(words)\n"), "\(words)")
    }
    for item in [".It KPO_DATA", ".It 78", ".It Fl -minutes Ar minutes"] {
      #expect(manual.outputText.contains("\n\(item)\n"), "\(item)")
    }
    // Where it is not installed, nothing more can be said.
    guard access("/usr/bin/mandoc", X_OK) == 0 else { return }
    let file = try sandbox.write(manual.outputText, to: "kpo.1")
    let lint = try ProcessRunner.run("/usr/bin/mandoc", arguments: ["-Tlint", file])
    #expect(lint.exitCode == 0 && lint.outputText.isEmpty, "\(lint.outputText)")
  }
}
