import TestSupport
import Testing

/// How long the daily quiz is, and what the plan says about it.
@Suite struct DailyTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// The number of questions still to come that the first one shows.
  private func length(_ arguments: [String] = [], on day: Int) throws -> Int? {
    let shown = try sandbox.run(["daily"] + arguments, on: day).errorText
    guard let match = shown.firstMatch(of: /\n1[.] [^(]*\(([0-9]+) to go\)/) else { return nil }
    return Int(match.1)
  }

  /// The lines of the plan, wrapped ones put together.
  private func plan(on day: Int) throws -> String {
    try sandbox.run([], on: day).errorText.replacing("\n", with: " ")
  }

  @Test func aFirstDayBringsEightNewFactsAndNoMore() throws {
    #expect(try length(on: 0) == 8)
    let quiz = try sandbox.run(["daily"], on: 0, answers: Array(repeating: "?", count: 16))
    // One with several right answers asks more facts than the one it is there for.
    let asked = quiz.errorText.matches(of: /\n[0-9]+[.] [^(]*\((?:last|[0-9]+ to go)\)/).count
    #expect(asked <= 8 && asked > 4, "\(quiz.errorText)")
    #expect(quiz.lines.last?.hasPrefix("Score: 0 of ") == true)
    let more = try sandbox.run(["daily"], on: 0)
    #expect(more.exitCode == 1)
    #expect(more.errorText.hasPrefix("Nothing is due today, and no new fact is left for today."))
    #expect(more.errorText.contains("`kpo practice`"))
    let plan = try plan(on: 0)
    #expect(
      plan.contains("Nothing is due today, and no new fact is left for today. practice asks what you like, missed"))
    // Who asks for more gets more.
    #expect(try length(["--count", "5"], on: 0) == 5)
  }

  @Test func minutesSizeTheQuizByThePace() throws {
    // Without any answers one takes 24 seconds, its feedback included.
    #expect(try length(["--minutes", "1"], on: 0) == 2)
    #expect(try length(["--minutes", "2.5"], on: 0) == 6)
    #expect(try length(["--minutes", "60"], on: 0) == 8)
    // Answers through a pipe take next to no time, and say nothing about the pace.
    _ = try sandbox.run(["daily", "--count", "40"], on: 0, answers: Array(repeating: "?", count: 80))
    #expect(try length(["--minutes", "1"], on: 1) == 2)
  }

  @Test func aBacklogIsSpreadOverDaysAndBeginsNothingNew() throws {
    _ = try sandbox.run(["daily", "--count", "45"], on: 0, answers: Array(repeating: "?", count: 90))
    // What an item asks beside is not asked once more.
    #expect((15...20).contains(try length(on: 40) ?? 0))
    let plan = try plan(on: 40)
    let match = plan.firstMatch(of: #/([0-9]+) due; 20 today, about /#)
    let due = try #require(match.flatMap { Int($0.1) }, "\(plan)")
    #expect((45...60).contains(due), "\(plan)")
    #expect(plan.contains(" At 20 a day you have caught up in 3 days."), "\(plan)")
    #expect(!plan.contains(" new"), "\(plan)")
  }

  @Test func thePlanCountsWhatIsDueAndWhatIsNew() throws {
    _ = try sandbox.run(["daily"], on: 0, answers: Array(repeating: "?", count: 16))
    let plan = try plan(on: 1)
    let match = plan.firstMatch(of: #/([0-9]+) due, [0-9]+ new; about /#)
    let due = try #require(match.flatMap { Int($0.1) }, "\(plan)")
    #expect((8...20).contains(due), "\(plan)")
    #expect((8...20).contains(try length(on: 1) ?? 0))
  }
}
