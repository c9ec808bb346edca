import StrictJSON
import TestSupport
import Testing

/// A dialogue in each kind of question, and what is said of typed answers.
@Suite struct KindTests {
  let sandbox: Sandbox
  /// A bank in which every fact can be typed.
  let capitals: String

  init() throws {
    sandbox = try Sandbox()
    capitals = try sandbox.write(Sandbox.capitals, to: "capitals.md")
  }

  /// Plays on a terminal: waits for each prompt, types a line, and waits for the words that must follow.
  private func play(_ arguments: [String], prompt: String, _ steps: [(line: String, words: [String])]) throws {
    let terminal = try sandbox.terminal(arguments)
    for (line, words) in steps {
      try terminal.expect("\(prompt)> ")
      terminal.type(.text(line), .enter)
      for word in words { try terminal.expect(word) }
    }
    try terminal.expect("> ")
    terminal.type(":quit", .enter)
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func trueOrFalse() throws {
    try play(
      ["practice", "--kind", "true-false", "--seed", "1"], prompt: "True or false",
      [
        ("maybe", ["`maybe` is neither. Type t for true or f for false"]), ("", ["Type t for true or f for false"]),
        (":hint", ["Of two options none can be ruled out."]), ("true!", ["\r1. ", ":"]), ("f", ["\r2. ", ":"]),
        ("?", ["\r3. Not known: the answer is "]),
      ])
    let reviews = try sandbox.reviews()
    #expect(reviews.texts("kind") == Array(repeating: "true-false", count: 3))
    #expect(reviews.allSatisfy { $0["guess"]?.doubleValue == 0.5 })
    #expect(reviews.texts("confidence") == ["sure", "none", "dont-know"])
  }

  @Test func multipleResponse() throws {
    try play(
      ["practice", "--kind", "multiple-response", "--seed", "1"], prompt: "Answers",
      [
        ("z", ["`z` is none of the options. Type the letters"]), ("aa", ["`a` stands twice. Type each letter once."]),
        (":hint", [" right."]), (":hint", ["There is no further hint"]),
        ("-", ["\r1. Wrong: the right one", " missed: "]),
        ("?", ["\r2. Not known: the right one", " missed: "]), ("abcd", ["\r3. "]),
      ])
    let reviews = try sandbox.reviews()
    #expect(Set(reviews.texts("kind")) == ["multiple-response"])
    #expect(reviews.allSatisfy { $0["shown"]?.arrayValue?.isEmpty == false })
    try sandbox.expectSoundProgress()
  }

  @Test func oddOneOut() throws {
    try play(
      ["practice", "--kind", "odd-one-out", "--seed", "1"], prompt: "Answer",
      [("e", ["Type a letter from a to d"]), (":hint", ["It is not "]), ("?", ["\r1. Not known: the answer is "])])
    #expect(try sandbox.reviews().texts("kind") == ["odd-one-out"])
  }

  @Test func categories() throws {
    try play(
      ["match", "--categories", "--count", "1", "--seed", "1"], prompt: "Sort",
      [
        ("a", ["numbers, and you gave one letter."]),
        ("1a 1b", ["`1` stands twice. Each number belongs to one group."]),
        ("", ["Type the letter of a group for each number"]), (":hint", ["No group can be ruled out"]),
        ("?", ["\r1. Wrong: 0 of ", " sorted", "1 not known, it is "]),
      ])
    #expect(Set(try sandbox.reviews().texts("kind")) == ["categories"])
  }

  @Test func cloze() throws {
    let arguments = ["practice", "--kind", "cloze", "--bank", capitals, "--seed", "1"]
    let question = try sandbox.question(arguments, on: 0)
    #expect(question.text.contains("Fill the gap: ") && question.text.contains("_____") && question.isTyped)
    let result = try sandbox.run(arguments, on: 0, answers: [question.answer])
    #expect(result.lines.first == "1. Right: \(question.answer)")
    #expect(try sandbox.reviews().texts("kind") == ["cloze"])
  }

  @Test func theRuleByWhichATypedAnswerWasGradedIsShown() throws {
    let arguments = ["practice", "--kind", "short-answer", "--bank", capitals, "--seed", "2", "--count", "1"]
    let answer = try sandbox.question(arguments, on: 0).answer
    func said(_ lines: String...) throws -> (result: String, talk: String) {
      let sandbox = try Sandbox()
      let bank = try sandbox.write(Sandbox.capitals, to: "capitals.md")
      let result = try sandbox.run(arguments.map { $0 == capitals ? bank : $0 }, on: 0, answers: lines)
      return (result.outputText, result.errorText)
    }
    let plain = try said(answer)
    #expect(plain.result.hasPrefix("1. Right: \(answer)\n") && !plain.talk.contains("do not matter"))
    let lower = try said(answer.lowercased())
    #expect(lower.result.hasPrefix("1. Right: \(answer)\n"))
    #expect(lower.talk.contains("You typed \"\(answer.lowercased())\": capitals, accents, hyphens, plurals and "))
    let other = answer == "Oslo" ? "Lisbon" : "Oslo"
    let taken = try said(other.lowercased())
    #expect(taken.talk.contains("   \(other) is in these notes too, but it is not the answer here.\n"))
    try #require(answer.count >= 5, "Take another seed: one slip in five letters is almost right.")
    let slipped = try said(String(answer.dropLast()) + "x", answer)
    #expect(slipped.talk.contains("Almost: a few letters are off. Type it again."))
    #expect(slipped.result.contains("Right: \(answer)"))
  }

  @Test func anotherFormOfTheAnswerIsAskedForAgain() throws {
    let names = "\n## Names {#names}\n\n- Sofia ~ Oslo ~ Lisbon ~ Ljubljana ~ Stockholm\n"
    let bank = try sandbox.write(Sandbox.capitals + names, to: "close.md")
    let result = try sandbox.run(
      ["practice", "--kind", "short-answer", "--bank", bank, "--seed", "1"],
      input: String(repeating: "Oslo\n", count: 60))
    #expect(result.exitCode == 0)
    #expect(result.errorText.contains("Close: Oslo is another form or comes near"), "\(result.errorText.suffix(900))")
  }

  @Test func whoWasRightSaysSoAndItIsRecorded() throws {
    let arguments = ["practice", "--kind", "short-answer", "--bank", capitals, "--seed", "3", "--count", "2"]
    let terminal = try sandbox.terminal(arguments)
    func type(_ line: String, _ words: String...) throws {
      try terminal.expect("Type> ")
      terminal.type(.text(line), .enter)
      for word in words { try terminal.expect(word) }
    }
    try type(":right", "Only an answer that was just typed and marked wrong")
    try type("qqqq", "\r1. Wrong: qqqq; the answer is ", "If your answer means the same, type :right.")
    try type(":right", "\r1. Right, as you say: ")
    try type(":right", "Only an answer that was just typed and marked wrong")
    try type(":undo", "Taken back; here is the question again.")
    try type("qqqq", "\r1. Wrong: qqqq")
    try type(":right", "\r1. Right, as you say: ")
    try type("rrrr", "\r2. Wrong: rrrr")
    // What comes back is the last question; after it there is still time to say so.
    try type("ssss", "\r3. Wrong: ssss", "type :right first")
    try terminal.expect("> ")
    terminal.type(":right", .enter)
    try terminal.expect("\r3. Right, as you say: ")
    try terminal.expect("Score: 1 of 2 right")
    #expect(try terminal.waitForExit() == .exited(0))
    let events = try sandbox.history()
    #expect(
      events.texts("event") == [
        "sittingBegan", "review", "undone", "review", "undone", "review", "undone", "review", "review", "review",
        "undone", "review", "sittingEnded",
      ])
    let reviews = try sandbox.reviews()
    #expect(reviews.map { $0["corrected"]?.boolValue ?? false } == [false, true, false, true, false, false, true])
    #expect(reviews.map { $0["right"]?.boolValue } == [false, true, false, true, false, false, true])
    #expect(reviews.texts("chosen") == ["qqqq", "qqqq", "qqqq", "qqqq", "rrrr", "ssss", "ssss"])
    try sandbox.expectSoundProgress()
  }
}
