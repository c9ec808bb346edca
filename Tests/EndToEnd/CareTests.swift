import Glibc
import StrictJSON
import TestSupport
import Testing

/// Repair, restore and doctor, as somebody uses them whose files are damaged.
@Suite struct CareTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func at(_ day: Int, hour: Int = 10, minute: String = "00") -> [String: String?] {
    ["KPO_NOW": "2026-11-\(day)T\(hour):\(minute):00Z"]
  }

  /// Answers three questions on each of three days, so that there are two copies.
  private func study() throws {
    let bank = try sandbox.write(Sandbox.capitals, to: "capitals.md")
    for day in 21...23 {
      let result = try sandbox.run(
        ["daily", "--count", "3", "--bank", bank], input: "a\nb\nc\na\nb\nc\n", changes: at(day))
      #expect(result.exitCode == 0, "\(result.errorText)")
    }
  }

  private func unwrapped(_ result: ProcessRunner.Result) -> String { result.outputText.replacing("\n  ", with: " ") }

  private func answers() throws -> Int? {
    try JSONValue(parsing: try sandbox.run(["stats", "--json"]).outputText)["answers"]?["asked"]?.intValue
  }

  @Test func aRepairBringsBackWhatACopyHasAndSaysSo() throws {
    try study()
    let (history, all) = (try sandbox.text("data/history.jsonl"), try answers())
    var lines = history.split(separator: "\n").map(String.init)
    lines[1] = lines[1].replacing("review", with: "rewiev")
    _ = try sandbox.write(lines.joined(separator: "\n") + "\n", to: "data/history.jsonl")
    _ = try sandbox.write("{", to: "data/progress.json")
    #expect(try sandbox.run(["progress", "check"]).exitCode == 1)
    let before = Set(sandbox.files)
    let repair = try sandbox.run(["progress", "check", "--repair"], changes: at(23, hour: 20))
    #expect(repair.exitCode == 0, "\(repair.errorText)")
    let said = unwrapped(repair)
    #expect(said.contains("copied to \(sandbox.data)/backups/2026-11-23T20-00-00Z."), "\(said)")
    #expect(said.contains("1 event came back from \(sandbox.data)/backups/2026-11-23T10-00-00Z."), "\(said)")
    #expect(said.contains("are kept in \(sandbox.data)/history.jsonl.corrupt-2026-11-23T20-00-00Z."), "\(said)")
    #expect(said.hasSuffix("all is well.\n"), "\(said)")
    #expect(try sandbox.text("data/history.jsonl") == history)
    #expect(try answers() == all)
    let after = sandbox.files
    #expect(Set(after).isSuperset(of: before))
    let again = try sandbox.run(["progress", "check", "--repair"], changes: at(23, hour: 20))
    #expect(again.outputText.hasPrefix("Nothing needs a repair.\n"))
    #expect(sandbox.files == after)
    #expect(try sandbox.run(["doctor"]).exitCode == 0)
  }

  @Test func aRestoreShowsFirstAndDoesItOnlyWhenToldTo() throws {
    try study()
    let history = try sandbox.text("data/history.jsonl")
    let list = try sandbox.run(["progress", "backups"])
    let names = list.lines.dropFirst(2).compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(names == ["2026-11-23T10-00-00Z", "2026-11-22T10-00-00Z"], "\(list.outputText)")
    let look = try sandbox.run(["progress", "restore", names[1]])
    #expect(look.exitCode == 64 && look.errorText.contains("Give --yes"), "\(look.errorText)")
    #expect(try sandbox.text("data/history.jsonl") == history)
    let restore = try sandbox.run(["progress", "restore", names[1], "--yes"], changes: at(23, hour: 20))
    #expect(restore.exitCode == 0, "\(restore.errorText)")
    #expect(try sandbox.text("data/history.jsonl") == sandbox.text("data/backups/\(names[1])/history.jsonl"))
    #expect(try sandbox.text("data/backups/2026-11-23T20-00-00Z/history.jsonl") == history)
    try sandbox.expectSoundProgress()
    // The present may be gone altogether, and the way back is open.
    #expect(unlink("\(sandbox.data)/history.jsonl") == 0 && unlink("\(sandbox.data)/progress.json") == 0)
    let back = try sandbox.run(["progress", "restore", "2026-11-23T20-00-00Z", "--yes"])
    #expect(back.exitCode == 0, "\(back.errorText)")
    #expect(try sandbox.text("data/history.jsonl") == history)
    for name in ["nope", "../backups", "2026-11-20T10-00-00Z"] {
      let unknown = try sandbox.run(["progress", "restore", name])
      #expect(unknown.exitCode == 64)
      #expect(unknown.errorText.contains("kpo progress backups"))
    }
  }

  @Test(arguments: [("yes", Int32(0)), ("n", 1), (" NO ", 1), ("\u{3}", 130), ("\u{4}", 1)])
  func aTerminalIsAskedUntilTheAnswerIsClear(answer: String, code: Int32) throws {
    try study()
    let history = try sandbox.text("data/history.jsonl")
    let terminal = try sandbox.terminal(["progress", "restore", "2026-11-22T10-00-00Z"])
    try terminal.expect("or no: ")
    terminal.type("maybe", .enter)
    try terminal.expect("or no: ")
    terminal.type(.text(answer), .enter)
    try terminal.expect(code == 0 ? "written anew" : "Nothing was changed.")
    #expect(try terminal.waitForExit() == .exited(code))
    #expect(try (sandbox.text("data/history.jsonl") != history) == (code == 0))
  }

  @Test func whatARestoreReplacedStaysHoweverLongOneGoesOn() throws {
    try study()
    let history = try sandbox.text("data/history.jsonl")
    for hour in [20, 21] {
      #expect(
        try sandbox.run(["progress", "restore", "2026-11-22T10-00-00Z", "--yes"], changes: at(23, hour: hour)).exitCode
          == 0)
      _ = try sandbox.run(["daily", "--count", "1"], input: "?\n:quit\n", changes: at(23, hour: hour, minute: "30"))
    }
    for day in 24...30 { _ = try sandbox.run(["daily", "--count", "1"], input: "?\n:quit\n", changes: at(day)) }
    #expect(try sandbox.text("data/backups/2026-11-23T20-00-00Z/history.jsonl") == history)
    // A repair does not take for today's what was given up.
    let now = try sandbox.text("data/history.jsonl")
    let own = try sandbox.reviews().texts("id")
    _ = try sandbox.write(String(now.dropLast(300)), to: "data/history.jsonl")
    _ = try sandbox.run(["progress", "check", "--repair"], changes: at(30, hour: 12))
    #expect(try Set(own).isSuperset(of: sandbox.reviews().texts("id")))
    try sandbox.expectSoundProgress()
  }

  @Test func whereOnlyCopiesAreLeftTheCommandIsNamed() throws {
    try study()
    #expect(unlink("\(sandbox.data)/history.jsonl") == 0 && unlink("\(sandbox.data)/progress.json") == 0)
    let check = try sandbox.run(["progress", "check"])
    #expect(check.exitCode == 1)
    let text = check.outputText.replacing("\n  ", with: " ")
    #expect(text.contains("kpo progress restore 2026-11-23T10-00-00Z"), "\(text)")
    #expect(try sandbox.run(["doctor"]).exitCode == 1)
  }

  @Test func aRepairLeavesFilesInUseAlone() throws {
    try study()
    let lock = open("\(sandbox.data)/lock", O_RDWR | O_CLOEXEC)
    #expect(lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0)
    defer { close(lock) }
    _ = try sandbox.write("{", to: "data/progress.json")
    let repair = try sandbox.run(["progress", "check", "--repair"])
    #expect(repair.exitCode == 74)
    #expect(repair.errorText.contains("Another program is saving answers"))
    #expect(try sandbox.text("data/progress.json") == "{")
    let doctor = try JSONValue(parsing: try sandbox.run(["doctor", "--json"]).outputText)
    #expect(doctor["lock"]?["held"]?.boolValue == true)
  }

  @Test func theDoctorTellsEverythingButAnswers() throws {
    let before = try sandbox.run(["doctor"])
    #expect(before.exitCode == 0, "\(before.outputText)")
    #expect(before.outputText.hasSuffix("All is well.\n"))
    #expect(sandbox.files.isEmpty)
    try study()
    let review = try #require(try sandbox.reviews().first)
    let report = try sandbox.run(["doctor", "--json"])
    #expect(report.exitCode == 0, "\(report.outputText)")
    let json = try JSONValue(parsing: report.outputText)
    #expect(
      json.objectValue?.members.map(\.key) == [
        "healthy", "problems", "kpo", "format", "readline", "folder", "files", "lock", "freeBytes", "events", "backups",
        "lastBackup", "terminal",
      ])
    #expect(json["healthy"]?.boolValue == true)
    #expect(json["backups"]?.intValue == 2)
    #expect(json["lock"]?["held"]?.boolValue == false)
    #expect(json["terminal"]?["locale"]?.stringValue == "C.UTF-8")
    let words = try sandbox.run(["doctor"]).outputText
    for key in ["fact", "section", "item", "chosen"] {
      guard let text = review[key]?.stringValue else { continue }
      #expect(!words.contains(text) && !report.outputText.contains(text), "\(text)")
    }
  }

  @Test func theDoctorFindsOpenPermissionsAndDamage() throws {
    try study()
    #expect(chmod("\(sandbox.data)/history.jsonl", 0o644) == 0)
    _ = try sandbox.write("{", to: "data/progress.json")
    let result = try sandbox.run(["doctor"])
    #expect(result.exitCode == 1)
    let said = unwrapped(result)
    #expect(said.contains("history.jsonl: others on this machine may look into it."), "\(said)")
    #expect(said.contains("progress is damaged."), "\(said)")
  }
}
