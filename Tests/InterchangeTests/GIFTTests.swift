import QuestionGenerator
import Testing

@testable import Interchange

@Suite struct GIFTTests {
  private typealias Option = GIFTQuestion.Option

  private func plain(_ text: String) -> GIFTQuestion.Text { GIFTQuestion.Text(text, format: .plain) }

  @Test func aFileWithEverySortOfAnswer() {
    let questions = [
      GIFTQuestion(
        title: "t:1", category: "$course$/Trees", stem: plain("Which {one} is 1=1?"),
        answers: .choice([
          Option(plain("Fir"), weight: 100, feedback: plain("Yes.")), Option(plain("Oak"), weight: -50),
          Option(plain("%5% of it"), weight: 0), Option(plain("[html]"), weight: 0),
        ]), generalFeedback: plain("Read #3.")),
      GIFTQuestion(
        category: "$course$/Trees", stem: plain("// no comment"),
        answers: .severalRight([
          Option(plain("a"), weight: 50), Option(plain("b"), weight: 50), Option(plain("c"), weight: -100),
        ])),
      GIFTQuestion(
        category: "$course$/More", stem: plain("Match."),
        answers: .matching([.init(plain("a"), "b"), .init(plain("c"), "d")], extraResponses: ["e"])),
      GIFTQuestion(
        stem: plain("True?"), answers: .trueFalse(false, afterWrong: plain("wrong"), afterRight: plain("right"))),
      GIFTQuestion(stem: plain("Again?"), answers: .trueFalse(true, afterWrong: nil, afterRight: plain("right"))),
      GIFTQuestion(
        stem: plain("Name\nit"),
        answers: .shortAnswer([Option(plain("C\\"), weight: 100), Option(plain("~"), weight: 50)])),
      GIFTQuestion(stem: "How many?", answers: .other(.numerical("3:1"))),
      GIFTQuestion(stem: "Tell.", answers: .other(.essay)), GIFTQuestion(stem: "Read.", answers: .other(.description)),
    ]
    let text = GIFTWriter.text(of: questions)
    #expect(
      text == ##"""
        $CATEGORY: $course$/Trees

        ::t\:1::[plain]Which \{one\} is 1\=1? {
        =Fir#Yes.
        ~%-50%Oak
        ~[plain]%5% of it
        ~[plain][html]
        ####Read \#3.
        }

        [plain]// no comment {
        ~%50%a
        ~%50%b
        ~%-100%c
        }

        $CATEGORY: $course$/More

        [plain]Match. {
        =a -> b
        =c -> d
        = -> e
        }

        [plain]True? {
        FALSE#wrong#right
        }

        [plain]Again? {
        TRUE##right
        }

        [plain]Name\nit {
        =C\\
        =%50%\~
        }

        [moodle]How many? {
        #3:1
        }

        [moodle]Tell. {
        }

        [moodle]Read.

        """##)
    let read = GIFTReader.read(text)
    #expect(read.diagnostics.isEmpty)
    #expect(read.entries.map(\.line) == [3, 11, 19, 25, 29, 33, 38, 42, 45])
    // A question after a category belongs to it, too.
    #expect(
      read.questions
        == questions.map { question in
          var question = question
          question.category = question.category ?? "$course$/More"
          return question
        })
  }

  /// Files as other programs write them.
  private static let filesFromElsewhere: [(String, GIFTQuestion)] = [
    (
      "// a comment\r\n::Q1:: 1+1 \\= ?{\r\n  // inside\r\n=2 #good\r\n~3\r\n}\r\n",
      GIFTQuestion(
        title: "Q1", stem: "1+1 = ?",
        answers: .choice([Option("2", weight: 100, feedback: "good"), Option("3", weight: 0)]))
    ),
    (
      "Grant is {~buried =entombed ~living} in Grant's tomb.",
      GIFTQuestion(
        stem: "Grant is _____ in Grant's tomb.",
        answers: .choice([
          Option("buried", weight: 0), Option("entombed", weight: 100), Option("living", weight: 0),
        ]))
    ),
    (
      "What two people are entombed?{~%-50%No one ~%50%Grant ~%50%Grant's wife ~%-50%Father}",
      GIFTQuestion(
        stem: "What two people are entombed?",
        answers: .severalRight([
          Option("No one", weight: -50), Option("Grant", weight: 50), Option("Grant's wife", weight: 50),
          Option("Father", weight: -50),
        ]))
    ),
    (
      "[html]<b>Who?</b>{=Ann =[plain]<Bob> =%33.33333%Cy}",
      GIFTQuestion(
        stem: .init("<b>Who?</b>", format: .html),
        answers: .shortAnswer([
          Option(.init("Ann", format: .html), weight: 100), Option(.init("<Bob>", format: .plain), weight: 100),
          Option(.init("Cy", format: .html), weight: 33.33333),
        ]))
    ),
    (
      "Sun rises?{t#no####see}",
      GIFTQuestion(
        stem: "Sun rises?", answers: .trueFalse(true, afterWrong: "no", afterRight: nil), generalFeedback: "see")
    ),
    ("Say yes {yes}", GIFTQuestion(stem: "Say yes", answers: .shortAnswer([Option("yes", weight: 100)]))),
    (
      "$CATEGORY: a/b\nWhen?{#1822:5}",
      GIFTQuestion(
        category: "a/b", stem: "When?", answers: .other(.numerical("1822:5")))
    ),
    (
      "Match{=a->b =c -> d = -> e}",
      GIFTQuestion(
        stem: "Match", answers: .matching([.init("a", "b"), .init("c", "d")], extraResponses: ["e"]))
    ),
    (
      "[x] y {=100% sure =%half%}",
      GIFTQuestion(
        stem: "[x] y", answers: .shortAnswer([Option("100% sure", weight: 100), Option("%half%", weight: 100)]))
    ),
    ("\u{FEFF}Two\nlines \\n \\q{}", GIFTQuestion(stem: "Two\nlines \n \\q", answers: .other(.essay))),
  ]

  @Test(arguments: filesFromElsewhere)
  func aFileFromElsewhere(text: String, question: GIFTQuestion) {
    let read = GIFTReader.read(Array(text.utf8))
    #expect(read.diagnostics.isEmpty, "\(read.diagnostics)")
    #expect(read.questions == [question])
  }

  /// What is wrong is told with its line, and costs no other question.
  @Test(arguments: [
    ("::title {=a}", GIFTDiagnostic.Reason.unclosedTitle, 3), ("a {\n=b\n\n~c }", .unclosedAnswers, 3),
    ("a\n} b", .unopenedAnswers, 4), ("a {=b} c {=d}", .secondAnswers, 3), ("{=a}", .noStem, 3),
    ("a {\nb ~c =d}", .textBeforeAnswers, 4), ("a {=b\n~ #c}", .emptyAnswer, 4), ("a {~%101%b =c}", .badWeight, 3),
    ("a {~b ~c}", .noRightAnswer, 3), ("a {=b -> c\n=d}", .noArrow, 4), ("a {= -> b}", .noPremise, 3),
    ("a {=b -> }", .emptyAnswer, 3), ("a {=b}}", .unopenedAnswers, 3), ("a {b {=c}", .secondAnswers, 3),
  ])
  func aFaultHasItsLine(text: String, reason: GIFTDiagnostic.Reason, line: Int) {
    let read = GIFTReader.read("first {=a ~b}\n\n\(text)\n\nlast {T}\n")
    #expect(read.diagnostics.first == GIFTDiagnostic(line: line, reason: reason))
    #expect(read.questions.first?.stem == "first" && read.questions.last?.stem == "last")
  }

  @Test func bytesThatAreNotUTF8AreTold() {
    let read = GIFTReader.read(Array("a {T}\n\nb".utf8) + [0xE9] + Array(" {F}\n".utf8))
    #expect(read.diagnostics == [GIFTDiagnostic(line: 3, reason: .notUTF8)])
    #expect(read.questions.map(\.stem.text) == ["a", "b\u{FFFD}"])
  }

  @Test func whatCannotStandInAFileIsLeftOut() {
    let arrow = GIFTQuestion(stem: "Match.", answers: .matching([.init("a -> b", "c")], extraResponses: []))
    let typed = GIFTQuestion(stem: "Name.", answers: .shortAnswer([Option("a", weight: 100, feedback: "x->y")]))
    let fine = GIFTQuestion(
      stem: "a -> b?", answers: .choice([Option("x -> y", weight: 100), Option("->", weight: 0)]))
    #expect(GIFTWriter.fault(of: arrow) == .arrow && GIFTWriter.fault(of: typed) == .arrow)
    #expect(GIFTReader.read(GIFTWriter.text(of: [arrow, fine, typed])).questions == [fine])
    let all = GIFTQuestion(stem: "x", answers: .choice([Option("a", weight: 100), Option("b", weight: 100)]))
    #expect(GIFTWriter.fault(of: all) == .noWrongOption)
  }

  @Test func everythingWrittenIsReadAgain() {
    let seed = UInt64.random(in: 0 ... .max)
    var random = RandomGIFT(numbers: SeededRandom(seed: seed))
    for _ in 0..<1000 {
      let questions = (0..<random.numbers.below(4)).map { _ in random.question() }
      let carried = questions.filter { GIFTWriter.fault(of: $0) == nil }
      let text = GIFTWriter.text(of: questions)
      let read = GIFTReader.read(Array(text.utf8))
      #expect(read.diagnostics.isEmpty, "seed \(seed)")
      // As bytes: equal strings may have other scalars.
      #expect(Array("\(read.questions)".utf8) == Array("\(carried)".utf8), "seed \(seed): \(text)")
    }
  }

  @Test func noFileMakesTheReaderStumble() {
    let seed = UInt64.random(in: 0 ... .max)
    var random = RandomGIFT(numbers: SeededRandom(seed: seed))
    for _ in 0..<1000 {
      let text = random.anyText(length: 60)
      let read = GIFTReader.read(text)
      // What was understood can be written and understood again.
      let carried = read.questions.filter { GIFTWriter.fault(of: $0) == nil }
      let again = GIFTReader.read(GIFTWriter.text(of: carried))
      #expect(again.questions == carried, "seed \(seed): \(text)")
    }
  }

  @Test(arguments: ["=", "~", "#", ":", "{", "}", "\\", "->", "\n", "// x\n", "a {=", "[", "%1%", "=x -> y "])
  func aLongRunOfOneSignIsRead(sign: String) {
    let run = String(repeating: sign, count: 5_000)
    for text in [run, "a {\(run)}", "a {=b ~\(run)}"] {
      let read = GIFTReader.read(text)
      #expect(!read.entries.isEmpty || !read.diagnostics.isEmpty || sign == "\n" || sign == "// x\n")
    }
  }
}

/// Questions and files of signs that mean something in GIFT.
private struct RandomGIFT {
  var numbers: SeededRandom

  private static let pieces = [
    "\\", "#", "=", "~", "{", "}", ":", "\n", "->", "-", ">", "%", "%50%", "[html]", "[", "]", "//", "$CATEGORY:", "::",
    "####", "T", "FALSE", "\\n", "a", "b", " ", "é", "e\u{301}", "\u{301}", "ש", "👩‍👩‍👧", "&&058;", "*", "\"", "<b>", "\t",
    "0",
  ]

  mutating func anyText(length: Int) -> String {
    (0..<numbers.below(length)).map { _ in Self.pieces[numbers.below(Self.pieces.count)] }.joined()
  }

  /// A text without spaces at its ends, which GIFT does not carry.
  private mutating func string() -> String {
    while true {
      let scalars = anyText(length: 7).unicodeScalars
      let spaces: Set<Unicode.Scalar> = [" ", "\t", "\n"]
      if let first = scalars.first, let last = scalars.last, !spaces.contains(first), !spaces.contains(last) {
        return String(scalars)
      }
    }
  }

  private mutating func text() -> GIFTQuestion.Text {
    GIFTQuestion.Text(string(), format: GIFTQuestion.Text.Format.allCases[numbers.below(4)])
  }

  private mutating func maybe<T>(_ value: (inout Self) -> T) -> T? { numbers.below(2) == 0 ? nil : value(&self) }

  private mutating func options(_ weights: [Double]) -> [GIFTQuestion.Option] {
    weights.map { GIFTQuestion.Option(text(), weight: $0, feedback: maybe { $0.text() }) }
  }

  mutating func question() -> GIFTQuestion {
    let answers: GIFTQuestion.Answers =
      switch numbers.below(7) {
      case 0: .choice(options([0, 100, -33.33333]))
      case 1: .severalRight(options([50, 50, 0, -100]))
      case 2:
        .matching(
          (0..<3).map { _ in .init(text(), string()) }, extraResponses: (0..<numbers.below(3)).map { _ in string() })
      case 3: .trueFalse(numbers.below(2) == 0, afterWrong: maybe { $0.text() }, afterRight: maybe { $0.text() })
      case 4: .shortAnswer(options([100, 66.66667]))
      case 5: .other(.essay)
      default: .other(.numerical("=1:2 =%50%3"))
      }
    return GIFTQuestion(
      title: maybe { $0.string() }, category: "c\(numbers.below(2))", stem: text(), answers: answers,
      generalFeedback: maybe { $0.text() })
  }
}
