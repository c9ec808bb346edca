import QuestionGenerator
import Study
import TestSupport
import Testing

@Suite struct AnswerParserTests {
  typealias Reading = AnswerParser.Reading

  static let choiceLines: [(line: String, reading: Reading)] = [
    ("a", .response(.option(0, .none))), ("D", .response(.option(3, .none))), ("4", .response(.option(3, .none))),
    ("  b \t", .response(.option(1, .none))), ("b?", .response(.option(1, .unsure))),
    ("B !", .response(.option(1, .sure))), ("2!", .response(.option(1, .sure))),
    ("1 ?", .response(.option(0, .unsure))),
    ("?", .response(.dontKnow)), (" ? ", .response(.dontKnow)), ("", .empty), (" \t ", .empty),
    ("e", .unclear(.notAnOption("e", last: "d"))), ("0", .unclear(.notAnOption("0", last: "d"))),
    ("5", .unclear(.notAnOption("5", last: "d"))), ("-1", .unclear(.notAnOption("-1", last: "d"))),
    ("+1", .unclear(.notAnOption("+1", last: "d"))), ("ab", .unclear(.notAnOption("ab", last: "d"))),
    ("b??", .unclear(.notAnOption("b??", last: "d"))), ("!b", .unclear(.notAnOption("!b", last: "d"))),
    ("!", .unclear(.notAnOption("!", last: "d"))), ("ä", .unclear(.notAnOption("ä", last: "d"))),
    ("٢", .unclear(.notAnOption("٢", last: "d"))), ("²", .unclear(.notAnOption("²", last: "d"))),
    ("99999999999999999999", .unclear(.notAnOption("99999999999999999999", last: "d"))),
    ("quit", .unclear(.notAnOption("quit", last: "d"))),
  ]

  @Test("A line under a multiple-choice item is read as it is meant", arguments: choiceLines)
  func choice(_ line: String, _ reading: Reading) {
    #expect(AnswerParser.read(line, for: choiceItem()) == reading)
  }

  @Test func theLastLetterFollowsTheNumberOfOptions() {
    #expect(AnswerParser.read("d", for: choiceItem(options: 3)) == .unclear(.notAnOption("d", last: "c")))
    #expect(AnswerParser.read("d", for: choiceItem(options: 4)) == .response(.option(3, .none)))
  }

  static let commandLines: [(line: String, reading: Reading)] = [
    (":hint", .command(.hint)), (":hi", .command(.hint)), (":HELP", .command(.help)), (":he", .command(.help)),
    (":h", .unclear(.unknownCommand(":h"))), (":w", .command(.why)), (" :why ", .command(.why)),
    (":why\t", .command(.why)), (":re", .command(.read)), (":ri", .command(.right)),
    (":r", .unclear(.unknownCommand(":r"))), (":u", .command(.undo)), (":q", .command(.quit)),
    (":quit now", .command(.quit)), (": quit", .command(.quit)), (":flag", .command(.flag(note: ""))),
    (":f ask Anna about this", .command(.flag(note: "ask Anna about this"))),
    (":flag   two  spaces  ", .command(.flag(note: "two  spaces"))), (":", .unclear(.unknownCommand(":"))),
    (":x", .unclear(.unknownCommand(":x"))), (":quits", .unclear(.unknownCommand(":quits"))),
    ("::quit", .unclear(.unknownCommand("::quit"))),
  ]

  @Test("A line that begins with a colon is a command, cut short or not", arguments: commandLines)
  func commands(_ line: String, _ reading: Reading) {
    #expect(AnswerParser.read(line, for: choiceItem()) == reading)
    #expect(AnswerParser.read(line, for: matchingItem()) == reading)
  }

  @Test func everyListedCommandIsUnderstood() {
    for summary in SittingCommand.summaries {
      #expect(SittingCommand(":\(summary.word)"[...]) != nil, "\(summary.word)")
      #expect(!summary.effect.isEmpty)
    }
  }

  static let matchingLines: [(line: String, reading: Reading)] = [
    ("1c 2a 3f 4b", .response(.pairs([2, 0, 5, 1], .none))), ("4b 3f 2a 1c", .response(.pairs([2, 0, 5, 1], .none))),
    ("cafb", .response(.pairs([2, 0, 5, 1], .none))), ("CAFB", .response(.pairs([2, 0, 5, 1], .none))),
    ("c a f b", .response(.pairs([2, 0, 5, 1], .none))), (" c  a,f;b ", .response(.pairs([2, 0, 5, 1], .none))),
    ("1-c, 2=a, 3-f, 4=b", .response(.pairs([2, 0, 5, 1], .none))),
    ("1C,2A,3F,4B", .response(.pairs([2, 0, 5, 1], .none))), ("c a - b", .response(.pairs([2, 0, nil, 1], .none))),
    ("ca-b", .response(.pairs([2, 0, nil, 1], .none))), ("----", .response(.pairs([nil, nil, nil, nil], .none))),
    ("2a 1- 4- 3-", .response(.pairs([nil, 0, nil, nil], .none))),
    ("1- 2a 3- 4=f", .response(.pairs([nil, 0, nil, 5], .none))),
    ("1c 2a 3f 4b?", .response(.pairs([2, 0, 5, 1], .unsure))), ("cafb!", .response(.pairs([2, 0, 5, 1], .sure))),
    ("c a f b !", .response(.pairs([2, 0, 5, 1], .sure))),
    ("1-c 2-- 3- 4- ?", .response(.pairs([2, nil, nil, nil], .unsure))),
    ("?", .response(.dontKnow)), ("", .empty), ("  ", .empty),
    ("caf", .unclear(.wrongCount(given: 3, needed: 4))), ("c a f b d", .unclear(.wrongCount(given: 5, needed: 4))),
    ("-", .unclear(.wrongCount(given: 1, needed: 4))), (",", .unclear(.wrongCount(given: 0, needed: 4))),
    ("!", .unclear(.wrongCount(given: 0, needed: 4))), ("c c a b", .unclear(.givenTwice("c"))),
    ("1c 2c 3a 4b", .unclear(.givenTwice("c"))), ("1c 1a 3b 4d", .unclear(.givenTwice("1"))),
    ("1- 1- 3a 4b", .unclear(.givenTwice("1"))), ("g a f b", .unclear(.notAPair("g", premises: 4, last: "f"))),
    ("1g 2a 3b 4c", .unclear(.notAPair("1g", premises: 4, last: "f"))),
    ("5a 1b 2c 3d", .unclear(.notAPair("5a", premises: 4, last: "f"))),
    ("0a 1b 2c 3d", .unclear(.notAPair("0a", premises: 4, last: "f"))),
    ("1 c 2 a", .unclear(.notAPair("1", premises: 4, last: "f"))),
    ("1c 2a", .unclear(.wrongCount(given: 2, needed: 4))), ("1", .unclear(.notAPair("1", premises: 4, last: "f"))),
    ("12 1a 3b 4c", .unclear(.notAPair("12", premises: 4, last: "f"))),
    ("1c a 3b 4d", .unclear(.notAPair("a", premises: 4, last: "f"))),
    ("1c2a3f4b", .unclear(.notAPair("1c2a3f4b", premises: 4, last: "f"))),
    ("½c 2a 3b 4d", .unclear(.notAPair("½c", premises: 4, last: "f"))),
    (
      "99999999999999999999a 2b 3c 4d",
      .unclear(.notAPair("99999999999999999999a", premises: 4, last: "f"))
    ),
  ]

  static let trueFalseLines: [(line: String, reading: Reading)] =
    ["t", "T", "true", "TRUE", "yes", "y", "a", "1", " true "].map { ($0, .response(.option(0, .none))) }
    + ["f", "false", "False", "no", "n", "b", "2"].map { ($0, .response(.option(1, .none))) } + [
      ("t?", .response(.option(0, .unsure))), ("false !", .response(.option(1, .sure))), ("?", .response(.dontKnow)),
      ("", .empty), ("c", .unclear(.neitherTrueNorFalse("c"))), ("tr", .unclear(.neitherTrueNorFalse("tr"))),
      ("!", .unclear(.neitherTrueNorFalse("!"))), ("3", .unclear(.neitherTrueNorFalse("3"))),
      ("t f", .unclear(.neitherTrueNorFalse("t f"))), (":right", .command(.right)),
      (":r", .unclear(.unknownCommand(":r"))),
    ]

  @Test("A line under a true/false item is read as it is meant", arguments: trueFalseLines)
  func trueFalse(_ line: String, _ reading: Reading) {
    #expect(AnswerParser.read(line, for: trueFalseItem()) == reading)
  }

  @Test func otherKindsKnowNoTrueAndFalse() {
    #expect(AnswerParser.read("t", for: choiceItem(options: 2)) == .unclear(.notAnOption("t", last: "b")))
    #expect(AnswerParser.read("yes", for: choiceItem()) == .unclear(.notAnOption("yes", last: "d")))
    #expect(AnswerParser.read("true", for: typedItem()) == .response(.text("true", .none)))
  }

  static let selectionLines: [(line: String, reading: Reading)] = [
    ("ac", .response(.options([0, 2], .none))), ("c a", .response(.options([0, 2], .none))),
    ("A, C;", .response(.options([0, 2], .none))), ("1,3", .response(.options([0, 2], .none))),
    ("3 1!", .response(.options([0, 2], .sure))), ("e?", .response(.options([4], .unsure))),
    ("abcde", .response(.options([0, 1, 2, 3, 4], .none))), ("-", .response(.options([], .none))),
    ("- !", .response(.options([], .sure))), ("?", .response(.dontKnow)), ("", .empty),
    ("f", .unclear(.notAnOption("f", last: "e"))), ("af", .unclear(.notAnOption("f", last: "e"))),
    ("a 6", .unclear(.notAnOption("6", last: "e"))), ("13", .unclear(.notAnOption("13", last: "e"))),
    ("a-c", .unclear(.notAnOption("-", last: "e"))), (",", .unclear(.notAnOption(",", last: "e"))),
    ("!", .unclear(.notAnOption("!", last: "e"))), ("aa", .unclear(.givenTwice("a"))),
    ("a 1", .unclear(.givenTwice("1"))),
  ]

  @Test("A line under a multiple-response item is read as it is meant", arguments: selectionLines)
  func selection(_ line: String, _ reading: Reading) {
    #expect(AnswerParser.read(line, for: selectionItem()) == reading)
  }

  static let categoryLines: [(line: String, reading: Reading)] = [
    ("1a 2b 3a 4c 5b", .response(.pairs([0, 1, 0, 2, 1], .none))),
    ("abacb", .response(.pairs([0, 1, 0, 2, 1], .none))),
    ("a b a c b!", .response(.pairs([0, 1, 0, 2, 1], .sure))), ("aaaaa", .response(.pairs([0, 0, 0, 0, 0], .none))),
    ("5b,1a,2b,3-,4=c", .response(.pairs([0, 1, nil, 2, 1], .none))), ("?", .response(.dontKnow)),
    ("1a 1b 3a 4c 5b", .unclear(.givenTwice("1"))), ("abad", .unclear(.wrongCount(given: 4, needed: 5))),
    ("abadd", .unclear(.notAPair("d", premises: 5, last: "c"))),
  ]

  @Test("A line under an item that sorts is read as it is meant", arguments: categoryLines)
  func categories(_ line: String, _ reading: Reading) {
    #expect(AnswerParser.read(line, for: categoriesItem()) == reading)
  }

  @Test("A line under a matching item is read as it is meant", arguments: matchingLines)
  func matching(_ line: String, _ reading: Reading) {
    #expect(AnswerParser.read(line, for: matchingItem()) == reading)
  }

  @Test func aVeryLongLineIsUnclearRatherThanATrap() {
    let letters = String(repeating: "a", count: 60_000)
    #expect(AnswerParser.read(letters, for: choiceItem()) == .unclear(.notAnOption(letters, last: "d")))
    #expect(AnswerParser.read(letters, for: matchingItem()) == .unclear(.wrongCount(given: 60_000, needed: 4)))
    #expect(AnswerParser.read(":\(letters)", for: choiceItem()) == .unclear(.unknownCommand(":\(letters)")))
  }

  @Test func garbageNeverTrapsAndNeverMakesAnImpossibleAnswer() {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed \(seed)")
    var numbers = SeededNumbers(seed: seed)
    let characters = Array("abcdefgABCF123456790?!:-=+,; \t\u{0}\r\né٣½²İ🙂")
    for _ in 0..<20_000 {
      let length = Int.random(in: 0...12, using: &numbers)
      let line = String((0..<length).compactMap { _ in characters.randomElement(using: &numbers) })
      if case .response(.option(let index, _)) = AnswerParser.read(line, for: choiceItem()) {
        #expect((0..<4).contains(index), "seed \(seed), line \(line.debugDescription)")
      }
      if case .response(.pairs(let pairs, _)) = AnswerParser.read(line, for: matchingItem()) {
        let given = pairs.compactMap { $0 }
        #expect(pairs.count == 4, "seed \(seed), line \(line.debugDescription)")
        #expect(Set(given).count == given.count, "seed \(seed), line \(line.debugDescription)")
        #expect(given.allSatisfy { (0..<6).contains($0) }, "seed \(seed), line \(line.debugDescription)")
      }
      if case .response(.options(let chosen, _)) = AnswerParser.read(line, for: selectionItem()) {
        #expect(chosen == Set(chosen).sorted(), "seed \(seed), line \(line.debugDescription)")
        #expect(chosen.allSatisfy { (0..<5).contains($0) }, "seed \(seed), line \(line.debugDescription)")
      }
      if case .response(.pairs(let pairs, _)) = AnswerParser.read(line, for: categoriesItem()) {
        #expect(pairs.count == 5, "seed \(seed), line \(line.debugDescription)")
        #expect(pairs.allSatisfy { $0.map((0..<3).contains) ?? true }, "seed \(seed), line \(line.debugDescription)")
      }
    }
  }
}
