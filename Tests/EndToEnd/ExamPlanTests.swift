import StrictJSON
import TestSupport
import Testing

/// Planning an exam, and what the days until then bring.
@Suite struct ExamPlanTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// Plans an exam on a day, seen from another.
  @discardableResult
  private func plan(_ examDay: Int, _ options: [String] = [], on day: Int = 0) throws -> ProcessRunner.Result {
    try sandbox.run(["exam", "plan", "--date", Sandbox.date(of: examDay)] + options, on: day)
  }

  /// The first planned exam as JSON.
  private func planned(on day: Int) throws -> JSONValue {
    let shown = try sandbox.run(["exam", "plan", "--json"], on: day)
    #expect(shown.exitCode == 0)
    return try #require(try JSONValue(parsing: shown.outputText)[0])
  }

  /// The quiz of a day, each answer "I don't know".
  private func daily(_ arguments: [String] = [], on day: Int) throws -> ProcessRunner.Result {
    try sandbox.run(["daily"] + arguments, on: day, answers: Array(repeating: "?", count: 400))
  }

  @Test func aPlanShowsItsDaysAndItsForecast() throws {
    let result = try plan(22)
    #expect(result.exitCode == 0)
    #expect(result.errorText == "The exam is planned; `kpo daily` works towards it.\n")
    #expect(result.outputText.hasPrefix("Exam on \(Sandbox.date(of: 22)), in 22 days: kpo; 0 of "))
    let said = result.outputText.replacing("\n", with: " ")
    for words in [
      " 70 % passes. 15 minutes a day make about ", "Forecast for 40 questions of multiple choice",
      "keep to 15 minutes a day", "stop now", "8 of 10 times", "These help your score most now • ",
    ] {
      #expect(said.contains(words), "\(words)")
    }
    let days = result.lines.filter { $0.hasPrefix("2026-") }.map { String($0.prefix(10)) }
    #expect(days == (0..<22).map(Sandbox.date))
    #expect(try sandbox.run(["exam", "plan"], on: 0).outputText == result.outputText)
    try sandbox.expectSoundProgress()
  }

  @Test func planningTheSameExamAgainChangesIt() throws {
    try plan(22, ["--pass", "0.6"])
    let changed = try plan(22, ["--minutes-per-day", "20"])
    #expect(changed.exitCode == 0)
    #expect(changed.errorText == "The plan of this exam is changed.\n")
    let plans = try sandbox.run(["exam", "plans"], on: 0).lines.filter { $0.contains("2026-") }
    #expect(plans.count == 1)
    let fields = try #require(plans.first).split(separator: " ").joined(separator: " ")
    #expect(fields == "1 \(Sandbox.date(of: 22)) in 22 days kpo 20 minutes 60 %")
  }

  @Test func plansAreListedByDayAndDroppedByNumberOrDay() throws {
    for day in [9, 3, 5] { try plan(day) }
    try plan(5, ["--sections", "types"])
    func days() throws -> [String] {
      try sandbox.run(["exam", "plans"], on: 0).outputText.matches(of: /2026-[0-9-]+/).map { String($0.output) }
    }
    func drop(_ exam: String) throws -> ProcessRunner.Result { try sandbox.run(["exam", "drop", exam], on: 0) }
    #expect(try days() == [3, 5, 5, 9].map(Sandbox.date))
    let twice = try drop(Sandbox.date(of: 5))
    #expect(twice.exitCode == 64)
    #expect(twice.errorText.replacing("\n ", with: "").contains("2 exams are planned for \(Sandbox.date(of: 5))."))
    let first = try drop("1")
    #expect(first.exitCode == 0)
    #expect(first.outputText == "The exam on \(Sandbox.date(of: 3)) is forgotten; what you learned stays.\n")
    #expect(try drop(Sandbox.date(of: 9)).exitCode == 0)
    #expect(try days() == [5, 5].map(Sandbox.date))
    for exam in ["3", "0", "-", Sandbox.date(of: 9)] { #expect(try drop(exam).exitCode == 64, "\(exam)") }
    #expect(try drop("2").exitCode == 0)
    #expect(try drop("1").exitCode == 0)
    #expect(try sandbox.run(["exam", "plans"], on: 0).outputText.hasPrefix("No exam is planned. "))
    #expect(try sandbox.run(["exam", "plan"], on: 0).exitCode == 1)
    try sandbox.expectSoundProgress()
  }

  @Test(
    arguments: [
      (["--date", Sandbox.date(of: -1)], "\(Sandbox.date(of: -1)) is over: today is \(Sandbox.date(of: 0))."),
      (["--date", "soon"], "`soon` is no day. Write year, month and day, such as "),
      (["--date", "2026-02-30"], "`2026-02-30` is no day."), (["--date", "2999-01-01"], "more than ten years away."),
      (["--date", Sandbox.date(of: 9), "--sections", "typs"], "There is no section `typs`. Did you mean `types`?"),
      (["--date", Sandbox.date(of: 9), "--pass", "2"], "--pass is a share from 0.01 to 1, such as 0.7 for 70 %."),
      (["--date", Sandbox.date(of: 9), "--minutes-per-day", "0"], "--minutes-per-day goes from 0.1 to 600."),
      (["--minutes-per-day", "5"], "Say the day of the exam, too: "), (["--pass", "0.5"], "Say the day of the exam"),
      (["--sections", "types"], "Say the day of the exam, too: "),
    ] as [([String], String)])
  func whatCannotBePlannedIsRefused(options: [String], words: String) throws {
    let result = try sandbox.run(["exam", "plan"] + options, on: 0)
    #expect(result.exitCode == 64)
    #expect(result.standardOutput.isEmpty)
    let said = result.errorLines.map { $0.drop { $0 == " " } }.joined(separator: " ")
    #expect(said.contains(words), "\(result.errorText)")
    #expect(sandbox.files.isEmpty)
  }

  @Test func whatOnlyReadsLeavesNothingBehind() throws {
    for command in [["exam", "plan"], ["exam", "plan", "--json"], ["exam", "plans"], ["exam", "sheet"]] {
      let result = try sandbox.run(command, on: 0)
      #expect(result.exitCode == (command[1] == "plan" ? 1 : 0))
      #expect(sandbox.files.isEmpty, "\(command)")
    }
    try plan(22)
    let before = try sandbox.text("data/history.jsonl")
    for command in [["exam", "plan"], ["exam", "plan", "--json"], ["exam", "plans"], ["exam", "sheet"]] {
      #expect(try sandbox.run(command, on: 1).exitCode == 0)
    }
    #expect(try sandbox.text("data/history.jsonl") == before)
  }

  @Test func thePlanInJSONHasTheDocumentedKeys() throws {
    try plan(22, ["--sections", "types", "providers", "--minutes-per-day", "10"])
    let plan = try planned(on: 0)
    #expect(
      plan.objectValue?.members.map(\.key) == [
        "day", "daysLeft", "banks", "sections", "minutesPerDay", "pass", "facts", "seen", "answersPerDay", "questions",
        "ifKept", "ifStopped", "days", "best",
      ])
    #expect(plan["day"]?.stringValue == Sandbox.date(of: 22))
    #expect(plan["daysLeft"]?.intValue == 22)
    #expect(plan["sections"]?.arrayValue?.compactMap(\.stringValue) == ["kpo/types", "kpo/providers"])
    #expect(plan["minutesPerDay"]?.doubleValue == 10)
    for key in ["ifKept", "ifStopped"] {
      let forecast = try #require(plan[key])
      #expect(forecast.objectValue?.members.map(\.key) == ["expected", "low", "high", "passChance"])
      let shares = ["low", "expected", "high"].compactMap { forecast[$0]?.doubleValue }
      #expect(shares.count == 3 && shares == shares.sorted() && shares.allSatisfy((0...1).contains))
    }
    let days = try #require(plan["days"]?.arrayValue)
    #expect(days.texts("day") == (0..<22).map(Sandbox.date))
    #expect(
      days.allSatisfy { $0.objectValue?.members.map(\.key) == ["day", "new", "reviews", "answers", "expectedScore"] })
    #expect(plan["best"]?.arrayValue?.count == 5)
  }

  @Test func studyingRaisesTheForecastAndWhatIsDroppedIsStillKnown() throws {
    try plan(10)
    func expected() throws -> Double { try #require(try planned(on: 1)["ifStopped"]?["expected"]?.doubleValue) }
    let before = try expected()
    for _ in 0..<10 {
      let right = try sandbox.question(["practice", "benefits", "--count", "1", "--seed", "1"], on: 0).rightLine
      _ = try sandbox.run(["practice", "benefits", "--count", "1", "--seed", "1"], on: 0, answers: [right])
    }
    _ = try daily(on: 0)
    #expect(try expected() != before)
    let seen = try planned(on: 1)["seen"]?.intValue
    _ = try sandbox.run(["exam", "drop", "1"], on: 1)
    try plan(10, on: 1)
    #expect(try planned(on: 1)["seen"]?.intValue == seen)
  }

  @Test func theDailyQuizAsksOnlyForTheExamUntilItIsOver() throws {
    let sections = ["kpo/types", "kpo/providers"]
    try plan(7, ["--sections", "types", "providers", "--minutes-per-day", "6"])
    var seen: Set<String> = []
    for day in 0...7 where day != 3 {
      let before = try sandbox.isPlayed ? sandbox.reviews().count : 0
      let plan = try planned(on: day)
      #expect(plan["daysLeft"]?.intValue == 7 - day)
      // A day that was missed is made up for: the table begins today.
      let dates = try #require(plan["days"]?.arrayValue).texts("day")
      #expect(dates == (day..<7).map(Sandbox.date))
      let answers = try #require(plan["answersPerDay"]?.intValue)
      let quiz = try daily(on: day)
      #expect(quiz.exitCode == 0 && quiz.lines.last?.hasPrefix("Score: 0 of ") == true, "day \(day)")
      let reviews = try sandbox.reviews().dropFirst(before)
      #expect(Set(reviews.map { $0 }.texts("section")).isSubset(of: sections), "day \(day)")
      let first = reviews.filter { $0["repeated"]?.boolValue == false }
      let asked = first.texts("fact")
      // A question with several right answers asks several facts, and is one answer.
      let items = Set(first.texts("item")).count
      #expect(items > 0 && items <= answers && Set(asked).count == asked.count, "day \(day)")
      // On the day before the exam, and on its own, nothing new is begun.
      if day >= 6 { #expect(seen.isSuperset(of: asked), "day \(day)") }
      if day < 2 { #expect(!seen.isSuperset(of: asked), "day \(day)") }
      seen.formUnion(asked)
    }
    // When it is over, other sections come again, and up to eight new facts a day.
    #expect(try sandbox.run(["exam", "plan"], on: 8).exitCode == 1)
    #expect(try sandbox.run(["exam", "plans"], on: 8).lines.contains { $0.contains(" over ") })
    #expect(try !sandbox.run([], on: 8).errorText.contains("Exam "))
    let before = try sandbox.reviews().count
    _ = try daily(["--count", "60"], on: 8)
    let after = try Set(sandbox.reviews().dropFirst(before).map { $0 }.texts("section"))
    #expect(!after.isSubset(of: sections))
    try sandbox.expectSoundProgress()
  }

  @Test func theMinutesOfADayAreUsedOnce() throws {
    // An answer takes 24 seconds as long as the learner's pace is not known.
    try plan(20, ["--minutes-per-day", "12"])
    #expect(try planned(on: 0)["answersPerDay"]?.intValue == 30)
    let quiz = try daily(on: 0)
    let answers = quiz.lines.count { $0.contains(". Not known: ") }
    // Each comes a second time, as it was not known.
    #expect((25...40).contains(answers), "\(answers)")
    let again = try daily(on: 0)
    #expect(again.exitCode == 1, "\(again.outputText.suffix(100))")
    #expect(again.standardOutput.isEmpty)
    let said = again.errorText.replacing("\n", with: " ")
    #expect(said.contains("Today's minutes for the exam are used") && said.contains("`kpo practice`"), "\(said)")
    // Who asks for more gets more.
    #expect(try daily(["--count", "3"], on: 0).outputText.contains(/Score: 0 of [345] right/))
    #expect(try daily(on: 1).exitCode == 0)
  }

  @Test func theGreetingNamesTheNearestExam() throws {
    try plan(9)
    try plan(4, ["--sections", "types"])
    let greeting = try sandbox.run([], on: 0).errorText.replacing("\n", with: " ")
    #expect(greeting.contains("Exam in 4 days. ") && greeting.contains(" new; about "), "\(greeting)")
    #expect(try sandbox.run([], on: 4).errorText.contains("Exam today. "))
    #expect(try sandbox.run([], on: 5).errorText.contains("Exam in 4 days. "))
  }

  @Test func whyTellsThatItIsForTheExam() throws {
    try plan(2)
    _ = try daily(on: 0)
    let told = try sandbox.run(["daily"], on: 1, answers: [":why"]).errorText.replacing("\n", with: " ")
    #expect(told.contains(" to go) "), "\(told)")
    #expect(told.contains("It helps your score in the exam tomorrow most for its time"), "\(told)")
  }
}

extension Sandbox {
  /// Whether there is a history.
  fileprivate var isPlayed: Bool { files.contains("data/history.jsonl") }
}
