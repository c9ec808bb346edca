import StrictJSON
import TestSupport
import Testing

/// The pictures of `kpo stats` and the page of `kpo report`, as somebody sees them who studied for some days.
@Suite struct StatsTests {
  let sandbox: Sandbox
  let bank: String

  init() throws {
    sandbox = try Sandbox()
    bank = try sandbox.write(Sandbox.capitals, to: "capitals.md")
  }

  /// Three days of answers, the second left out; on the last some with a mark, one of them typed and counted as right.
  private func study() throws {
    for day in [0, 2, 3] {
      let result = try sandbox.run(
        ["daily", "--count", "4", "--bank", bank, "--seed", "\(day)"], on: day,
        answers: ["a!", "b?", "a", "b", "c", "a", "b", "c"])
      #expect(result.exitCode == 0, "\(result.errorText)")
    }
    let typed = try sandbox.run(
      ["practice", "--kind", "short-answer", "--count", "1", "--bank", bank, "--seed", "1"], on: 3,
      answers: ["surely not", ":right"])
    #expect(typed.exitCode == 0, "\(typed.errorText)")
  }

  private func stats(_ arguments: [String] = [], _ changes: [String: String?] = [:]) throws -> ProcessRunner.Result {
    try sandbox.run(
      ["stats", "--bank", bank] + arguments, changes: ["KPO_NOW": Sandbox.morning(of: 3)].merging(changes) { $1 })
  }

  private func json(_ arguments: [String] = []) throws -> JSONValue {
    try JSONValue(parsing: try stats(arguments + ["--json"]).outputText)
  }

  /// Where a line was wrapped does not matter.
  private func words(_ result: ProcessRunner.Result) -> String {
    result.outputText.split { $0.isWhitespace }.joined(separator: " ")
  }

  @Test func theNumbersAreThoseOfTheHistory() throws {
    try study()
    let stats = try json()
    let undone = Set(try sandbox.history().flatMap { $0["events"]?.arrayValue ?? [] }.compactMap(\.stringValue))
    let reviews = try sandbox.reviews().filter { !undone.contains($0["id"]?.stringValue ?? "") }
    let counted = reviews.filter { $0["repeated"]?.boolValue != true }
    for mark in ["none", "unsure", "sure"] {
      let marked = counted.filter { ($0["confidence"]?.stringValue ?? "none") == mark }
      let shown = stats["marks"]?.arrayValue?.first { $0["mark"]?.stringValue == mark }
      #expect(shown?["asked"]?.intValue ?? 0 == marked.count)
      #expect(shown?["right"]?.intValue ?? 0 == marked.count { $0["right"]?.boolValue == true })
    }
    #expect(stats["corrected"]?.intValue == 1)
    #expect(stats["streaks"] == ["current": 2, "longest": 2])
    let load = try #require(stats["load"]?["days"]?.arrayValue)
    #expect(load.count == 30 && load.texts("day").first == Sandbox.date(of: 3))
    let facts = Set(reviews.texts("fact"))
    let due = load.compactMap { $0["due"]?.intValue }.reduce(0, +) + (stats["load"]?["later"]?.intValue ?? 0)
    #expect(due == facts.count && stats["recall"]?.arrayValue?.count == 31)
    // Each confusion of the history is one of the numbers, unless there are more than three pairs.
    for pair in try #require(stats["confusions"]?.arrayValue) {
      let same = reviews.count { review in
        review["right"]?.boolValue == false && review["fact"] == pair["asked"] && review["chosenFact"] == pair["chosen"]
      }
      #expect(pair["count"]?.intValue == same)
    }
  }

  @Test func theWordsSayWhatTheNumbersSay() throws {
    try study()
    let stats = try json()
    let text = words(try self.stats())
    let (asked, right) = (stats["answers"]?["asked"]?.intValue ?? 0, stats["answers"]?["right"]?.intValue ?? 0)
    let load = try #require(stats["load"]?["days"]?.arrayValue).compactMap { $0["due"]?.intValue }
    for sentence in [
      "\(right) of \(asked) answers right (", "The last 4 sittings: ",
      "3 study days so far; 2 in a row now, 2 at most.",
      "\(load[0]) due today", "\(load.prefix(7).reduce(0, +)) in 7 days from today on, \(load.reduce(0, +)) in 30",
      "All answers so far are in Of Europe: \(right) of \(asked) right", "One answer counts as right by `:right`.",
      "Of the facts seen you recall about ",
    ] {
      #expect(text.contains(sentence), "\(sentence)\n\(text)")
    }
  }

  @Test func aListenerGetsNoOrnamentAndOtherLocalesNothingButASCII() throws {
    try study()
    let spoken = try stats([], ["ACCESSIBLE": "1"])
    #expect(spoken.outputText.utf8.allSatisfy { $0 < 128 })
    #expect(spoken.outputText.contains("\nOf Europe: ") && spoken.outputText.contains("\nNovember 2026: 3 days, "))
    let plain = try stats([], ["LC_ALL": "C"])
    #expect(plain.outputText.utf8.allSatisfy { $0 < 128 } && plain.outputText.contains("##"))
    #expect(try stats().outputText.contains("█"))
  }

  @Test func oneFactByItsWords() throws {
    try study()
    let seen = try #require(try json()["facts"]?["seen"]?.intValue)
    #expect(seen > 0)
    let all = try #require(try json(["--fact", "capital"]).arrayValue)
    #expect(all.count == 6 && all.count { ($0["asked"]?.intValue ?? 0) > 0 } == seen)
    for fact in all {
      let id = try #require(fact["id"]?.stringValue)
      let text = words(try stats(["--fact", id]))
      #expect(text.hasPrefix("\(fact["sentence"]?.stringValue ?? "?") \(id) "), "\(text)")
      let reviews = try sandbox.reviews().filter { $0["fact"]?.stringValue == id }
      guard !reviews.isEmpty else {
        #expect(text.contains("Not asked yet") && fact["due"] == .null && fact["curve"] == [])
        continue
      }
      let curve = try #require(fact["curve"]?.arrayValue)
      let due = fact["due"]?.stringValue ?? "?"
      #expect(text.contains("It comes back on \(due).") || text.contains("It has been due since \(due)."), "\(text)")
      #expect(curve.first?["recall"]?.doubleValue == 1 && curve.count >= 15)
      #expect(text.contains("\(curve.last?["day"]?.stringValue ?? "?") if it is not asked."), "\(text)")
    }
    // Beginnings of words in any order are enough.
    let found = try stats(["--fact", "lisb", "PORTUGAL"])
    #expect(found.outputText.hasPrefix("The capital of Portugal is Lisbon.\n"))
  }

  @Test func severalFactsAreListedAndNoneIsToldSo() throws {
    let several = try stats(["--fact", "capital"])
    #expect(several.exitCode == 0 && several.outputText.hasPrefix("6 facts have these words."))
    #expect(several.outputText.contains("(capitals/of-europe/") || several.outputText.contains("(capitals/europe/"))
    let none = try stats(["--fact", "atlantis"])
    #expect(none.exitCode == 1 && none.outputText.isEmpty)
    #expect(none.errorText.contains("Nothing in the banks matches `atlantis`. Try fewer words"))
    #expect(try stats(["--fact", "atlantis", "--json"]).exitCode == 1)
  }

  @Test func aReportIsWrittenOnceUnlessForced() throws {
    try study()
    let path = "\(sandbox.home)/page.html"
    let report = ["report", "--bank", bank, "--output", path]
    let first = try sandbox.run(report, on: 3)
    #expect(first.exitCode == 0 && first.outputText == "\(path)\n", "\(first.errorText)")
    let page = try sandbox.text("page.html")
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("default-src 'none'") && page.contains("<svg "))
    #expect(page.contains("3 study days so far; 2 in a row now, 2 at most."))
    let asked = try #require(try json()["answers"]?["asked"]?.intValue)
    #expect(page.contains(" of \(asked) answers right"))
    _ = try sandbox.write("mine", to: "page.html")
    let second = try sandbox.run(report, on: 3)
    let told = second.errorText.split { $0.isWhitespace }.joined(separator: " ")
    #expect(second.exitCode == 64 && told.contains("exists and is not written over. Use --force"), "\(told)")
    #expect(try sandbox.text("page.html") == "mine")
    #expect(try sandbox.run(report + ["--force"], on: 3).exitCode == 0)
    #expect(try sandbox.text("page.html") == page)
    #expect(!sandbox.files.contains { $0.contains(".new-") })
    let lost = try sandbox.run(["report", "--bank", bank, "--output", "\(sandbox.home)/no/page.html"], on: 3)
    #expect(lost.exitCode != 0 && lost.errorText.contains("\(sandbox.home)/no/page.html"))
  }

  @Test func aReportHasTheDayInItsName() throws {
    try study()
    let result = try ProcessRunner.run(
      "/bin/sh",
      arguments: ["-c", "cd \"$HOME\" && \"$0\" report --bank capitals.md", try BuildProducts.path(of: "kpo")],
      environment: sandbox.environment(["KPO_NOW": Sandbox.morning(of: 3)]))
    #expect(result.outputText == "kpo-report-\(Sandbox.date(of: 3)).html\n", "\(result.errorText)")
    #expect(sandbox.files.contains("kpo-report-\(Sandbox.date(of: 3)).html"))
  }

  @Test(arguments: [20, 40, 80, 200])
  func nothingIsWiderThanTheTerminal(columns: Int) throws {
    try study()
    for arguments in [["stats"], ["stats", "--fact", "portugal"], ["stats", "--fact", "capital"]] {
      let terminal = try sandbox.terminal(
        arguments + ["--bank", bank], columns: columns, changes: ["KPO_NOW": Sandbox.morning(of: 3)])
      #expect(try terminal.waitForExit() == .exited(0))
      #expect(!terminal.screenLines.isEmpty && terminal.screenLines.allSatisfy { $0.count <= columns })
    }
  }
}
