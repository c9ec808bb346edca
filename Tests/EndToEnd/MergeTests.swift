import Glibc
import StrictJSON
import TestSupport
import Testing

/// Progress that moves between machines, out of the program and off the disk.
@Suite struct MergeTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// Answers questions on a machine whose data are in a folder of this name.
  private func answer(_ folder: String, at time: String, _ input: String = "?\n?\n?\n") throws {
    let count = input.split(separator: "\n").count
    let result = try sandbox.run(
      ["daily", "--count", "\(count)"], input: input,
      changes: ["KPO_DATA": "\(sandbox.home)/\(folder)", "KPO_NOW": time])
    #expect(result.exitCode == 0, "\(result.errorText)")
  }

  private func kpo(_ folder: String, _ arguments: String...) throws -> ProcessRunner.Result {
    try sandbox.run(arguments, changes: ["KPO_DATA": "\(sandbox.home)/\(folder)", "COLUMNS": "200"])
  }

  private func lines(_ path: String) throws -> Int { try sandbox.text(path).split(separator: "\n").count }

  @Test func twoMachinesComeTogetherInBothDirections() throws {
    try answer("desk", at: "2026-11-23T10:00:00Z")
    try answer("laptop", at: "2026-11-23T11:00:00Z", "?\n?\n")
    let (desk, laptop) = try (lines("desk/history.jsonl"), lines("laptop/history.jsonl"))
    let dry = try kpo("desk", "progress", "merge", "--dry-run", "\(sandbox.home)/laptop")
    #expect(dry.exitCode == 0)
    #expect(
      dry.outputText.hasSuffix("There would be \(desk + laptop) events. Nothing was changed.\n"), "\(dry.outputText)")
    #expect(try lines("desk/history.jsonl") == desk)

    let merged = try kpo("desk", "progress", "merge", "\(sandbox.home)/laptop")
    #expect(merged.exitCode == 0 && merged.standardError.isEmpty, "\(merged.errorText)")
    #expect(merged.outputText.contains("There are \(desk + laptop) events now."), "\(merged.outputText)")
    #expect(try kpo("desk", "progress", "check").outputText == "\(desk + laptop) events read; all is well.\n")
    #expect(try kpo("laptop", "progress", "merge", "\(sandbox.home)/desk/history.jsonl").exitCode == 0)
    #expect(try sandbox.text("desk/history.jsonl") == sandbox.text("laptop/history.jsonl"))
    let again = try kpo("desk", "progress", "merge", "\(sandbox.home)/laptop")
    #expect(again.outputText.hasSuffix("There is nothing new: \(desk + laptop) events, as before.\n"))
    #expect(try kpo("desk", "stats", "--json").outputText == kpo("laptop", "stats", "--json").outputText)
    for name in ["history.jsonl", "progress.json"] { #expect(try permissions("desk/\(name)") == 0o600) }

    #expect(try kpo("desk", "progress", "merge", "/nowhere").exitCode == 66)
    let bank = try sandbox.write(Sandbox.capitals, to: "capitals.md")
    #expect(try kpo("desk", "progress", "merge", bank).exitCode == 65)
  }

  private static let gitPath = ["/usr/bin/git", "/usr/local/bin/git", "/bin/git"].first { (path: String) in
    access(path, X_OK) == 0
  }

  @Test(.enabled(if: gitPath != nil, "git is not installed")) func gitMergesTwoClonesThatBothAnswered() throws {
    try git("init", "-q", "-b", "main", "--bare", "hub")
    try git("clone", "-q", "hub", "desk")
    try answer("desk", at: "2026-11-23T10:00:00Z")
    _ = try sandbox.write("history.jsonl merge=kpo\n", to: "desk/.gitattributes")
    _ = try sandbox.write("progress.json\nlock\nbackups\n", to: "desk/.gitignore")
    try git("add", ".", in: "desk")
    try git("commit", "-q", "-m", "first", in: "desk")
    try git("push", "-q", "origin", "HEAD:main", in: "desk")
    try git("clone", "-q", "hub", "laptop")
    for clone in ["desk", "laptop"] {
      try git("config", "merge.kpo.name", "kpo progress", in: clone)
      let driver = try "'\(BuildProducts.path(of: "kpo"))' progress merge --driver %O %A %B"
      try git("config", "merge.kpo.driver", driver, in: clone)
    }
    try answer("desk", at: "2026-11-24T10:00:00Z", "?\n?\n")
    try answer("laptop", at: "2026-11-24T09:00:00Z")
    let ids = try Set(["desk", "laptop"].flatMap { try self.ids("\($0)/history.jsonl") })
    for clone in ["desk", "laptop"] { try git("commit", "-q", "-a", "-m", "answers", in: clone) }
    try git("push", "-q", "origin", "HEAD:main", in: "desk")
    try git("pull", "-q", "--no-rebase", "--no-edit", "origin", "main", in: "laptop")
    try git("push", "-q", "origin", "HEAD:main", in: "laptop")
    try git("pull", "-q", "--no-rebase", "--no-edit", "origin", "main", in: "desk")
    #expect(try sandbox.text("desk/history.jsonl") == sandbox.text("laptop/history.jsonl"))
    #expect(try Set(self.ids("desk/history.jsonl")) == ids)
    // The next answer computes the scores anew; then all is well.
    for clone in ["desk", "laptop"] {
      try answer(clone, at: "2026-11-25T10:00:00Z", "?\n")
      let check = try kpo(clone, "progress", "check")
      #expect(check.outputText.hasSuffix("all is well.\n"), "\(check.outputText)")
    }

    // A line that cannot be read is a conflict: all others are merged, and git waits for the learner.
    for clone in ["desk", "laptop"] { try git("commit", "-q", "-a", "-m", "more", in: clone) }
    _ = try sandbox.write(try sandbox.text("laptop/history.jsonl") + "scribble\n", to: "laptop/history.jsonl")
    try git("commit", "-q", "-a", "-m", "damage", in: "laptop")
    try git("push", "-q", "origin", "HEAD:main", in: "desk")
    let pull = try runGit(["pull", "-q", "--no-rebase", "--no-edit", "origin", "main"], in: "laptop")
    #expect(pull.exitCode == 1 && (pull.outputText + pull.errorText).contains("cannot be read"), "\(pull.errorText)")
    #expect(try Set(self.ids("laptop/history.jsonl")).isSuperset(of: self.ids("desk/history.jsonl")))
  }

  private func git(_ arguments: String..., in folder: String = ".") throws {
    let result = try runGit(arguments, in: folder)
    #expect(result.exitCode == 0, "git \(arguments): \(result.outputText)\(result.errorText)")
  }

  private func runGit(_ arguments: [String], in folder: String) throws -> ProcessRunner.Result {
    let who = ["NAME": "Learner", "EMAIL": "learner@localhost"].flatMap { key, value in
      ["AUTHOR", "COMMITTER"].map { ("GIT_\($0)_\(key)", value) }
    }
    let changes: [String: String?] = Dictionary(uniqueKeysWithValues: who + [("GIT_CONFIG_NOSYSTEM", "1")])
      .mapValues { $0 }
    return try ProcessRunner.run(
      try #require(Self.gitPath), arguments: ["-C", "\(sandbox.home)/\(folder)"] + arguments,
      environment: sandbox.environment(changes))
  }

  private func ids(_ path: String) throws -> [String] {
    try sandbox.text(path).split(separator: "\n").compactMap {
      (try? JSONValue(parsing: String($0)))?["id"]?.stringValue
    }
  }

  @Test func theDriverLeavesAloneWhatItCannotRead() throws {
    try answer("desk", at: "2026-11-23T10:00:00Z")
    let before = try sandbox.text("desk/history.jsonl")
    let own = "\(sandbox.home)/desk/history.jsonl"
    let result = try kpo("desk", "progress", "merge", "--driver", own, own, "\(sandbox.home)/none")
    #expect(result.exitCode == 129)
    #expect(try sandbox.text("desk/history.jsonl") == before)
    #expect(try kpo("desk", "progress", "merge", "--driver", own).exitCode == 64)
  }

  @Test func anExportIsAHistoryAgain() throws {
    #expect(try kpo("desk", "progress", "export").exitCode == 1)
    try answer("desk", at: "2026-11-23T10:00:00Z")
    let history = try sandbox.text("desk/history.jsonl")
    #expect(try kpo("desk", "progress", "export").outputText == history)
    let file = "\(sandbox.home)/export.jsonl"
    #expect(try kpo("desk", "progress", "export", "--output", file).outputText == "\(file)\n")
    #expect(try sandbox.text("export.jsonl") == history)
    #expect(try permissions("export.jsonl") == 0o600)
    #expect(try kpo("desk", "progress", "export", "--output", file).exitCode == 64)
    let anonymous = try kpo("desk", "progress", "export", "--anonymous").outputText
    #expect(anonymous.split(separator: "\n").count == history.split(separator: "\n").count)
    for id in try self.ids("desk/history.jsonl") { #expect(!anonymous.contains(id)) }
    #expect(!anonymous.contains("T10:00"))
  }

  @Test func whatAStreamMustNotCarryIsEscapedAndTheChecksumsFit() throws {
    try answer("desk", at: "2026-11-23T10:00:00Z")
    let notes = [
      "\u{1B}]52;c;aGk=\u{7}", "a\u{FE0F}\u{200D}😀 b", "\u{3164}\u{200C}ab", "x\u{200C}\u{3164}", "👩‍👩‍👧 می‌خواهم",
    ]
    for (index, note) in notes.enumerated() {
      let input = ":flag \(note)\n:quit\n"
      let changes = ["KPO_DATA": "\(sandbox.home)/desk", "KPO_NOW": "2026-11-23T1\(index):30:00Z"]
      _ = try sandbox.run(["practice", "--count", "1"], input: input, changes: changes)
    }
    let export = try kpo("desk", "progress", "export")
    #expect(!export.outputText.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    let file = try sandbox.write(export.outputText, to: "export.jsonl")
    let merge = try kpo("laptop", "progress", "merge", file)
    #expect(merge.exitCode == 0 && merge.errorText.isEmpty, "\(merge.errorText)")
    #expect(try ids("laptop/history.jsonl") == ids("desk/history.jsonl"))
  }

  @Test func erasingAsksAndKeepsACopy() throws {
    #expect(try kpo("desk", "progress", "erase").outputText.hasPrefix("There is no progress in "))
    try answer("desk", at: "2026-11-23T10:00:00Z")
    let history = try sandbox.text("desk/history.jsonl")
    let refused = try kpo("desk", "progress", "erase")
    #expect(refused.exitCode == 64 && refused.errorText.contains("Give --yes"), "\(refused.errorText)")
    let no = try sandbox.terminal(["progress", "erase"], changes: ["KPO_DATA": "\(sandbox.home)/desk"])
    try no.expect("or no: ")
    no.type("no", .enter)
    #expect(try no.waitForExit() == .exited(1))
    #expect(try sandbox.text("desk/history.jsonl") == history)

    let yes = try sandbox.terminal(["progress", "erase"], changes: ["KPO_DATA": "\(sandbox.home)/desk"])
    try yes.expect("or no: ")
    yes.type("erase", .enter)
    #expect(try yes.waitForExit() == .exited(0))
    #expect(!sandbox.files.contains { $0.hasPrefix("desk/") })
    let copy = try #require(sandbox.files.first { $0.hasPrefix("desk-erased-") && $0.hasSuffix("/history.jsonl") })
    #expect(try sandbox.text(copy) == history)
    #expect(try permissions(copy) == 0o600)
    #expect(try permissions(String(copy.split(separator: "/")[0])) == 0o700)

    try answer("desk", at: "2026-11-23T10:00:00Z")
    _ = try sandbox.write("mine", to: "desk/letter.txt")
    let files = sandbox.files.count
    let erased = try kpo("desk", "progress", "erase", "--yes", "--no-backup")
    #expect(erased.exitCode == 0 && erased.errorText.contains("stays: letter.txt"), "\(erased.errorText)")
    #expect(sandbox.files.filter { $0.hasPrefix("desk/") } == ["desk/letter.txt"])
    #expect(sandbox.files.count < files)
  }

  private func permissions(_ path: String) throws -> UInt32 {
    var status = stat()
    try #require(stat("\(sandbox.home)/\(path)", &status) == 0, "\(path)")
    return status.st_mode & 0o777
  }
}
