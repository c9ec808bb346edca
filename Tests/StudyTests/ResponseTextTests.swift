import QuestionGenerator
import Study
import TestSupport
import Testing

@Suite struct ResponseTextTests {
  static let lines: [(response: Response, item: Item, line: String?)] = [
    (.option(1, .unsure), choiceItem(), "b?"), (.option(0, .none), choiceItem(), "a"), (.dontKnow, choiceItem(), "?"),
    (.option(0, .none), trueFalseItem(), "true"), (.option(1, .sure), trueFalseItem(), "false!"),
    (.option(2, .none), trueFalseItem(), nil), (.options([0, 2], .none), selectionItem(), "ac"),
    (.options([], .unsure), selectionItem(), "-?"), (.options([0, 9], .none), selectionItem(), nil),
    (.options([2, 0], .none), selectionItem(), nil), (.options([1], .none), choiceItem(), nil),
    (.dontKnow, selectionItem(), "?"), (.pairs([0, 0, nil, 2, 1], .none), categoriesItem(), "1a 2a 3- 4c 5b"),
    (.pairs([3, 0, 0, 0, 0], .none), categoriesItem(), nil),
    (.option(3, .sure), choiceItem(), "d!"), (.option(4, .none), choiceItem(), nil),
    (.option(-1, .none), choiceItem(), nil), (.text("a", .none), choiceItem(), nil),
    (.pairs([2, 0, nil, 5], .none), matchingItem(), "1c 2a 3- 4f"),
    (.pairs([nil, nil, nil, nil], .sure), matchingItem(), "1- 2- 3- 4-!"),
    (.pairs([0, 0, 1, 2], .none), matchingItem(), nil), (.pairs([0, 1], .none), matchingItem(), nil),
    (.dontKnow, matchingItem(), "?"), (.option(0, .none), matchingItem(), nil),
    (.text("Deep Red", .sure), typedItem(), "Deep Red!"), (.text("C!", .sure), typedItem(), "C!!"),
    (.text("What?", .unsure), typedItem(), "What??"),
    // What would be read as a mark, a command or nothing cannot have been typed.
    (.text("What?", .none), typedItem(), nil), (.text(":quit", .none), typedItem(), nil),
    (.text("", .none), typedItem(), nil), (.text("", .unsure), typedItem(), nil),
    (.text(" Red", .none), typedItem(), nil), (.dontKnow, typedItem(), "?"),
  ]

  @Test("An answer is written as it would be typed", arguments: lines)
  func written(_ response: Response, _ item: Item, _ line: String?) {
    #expect(response.line(for: item) == line)
  }

  @Test func whatIsReadIsWrittenSoThatItReadsTheSame() {
    let seed = UInt64.random(in: 0 ... .max)
    var numbers = SeededNumbers(seed: seed)
    let characters = Array("abcdefABC12345678?!:-=+,; \té🙂")
    var answers = 0
    for _ in 0..<20_000 {
      let length = Int.random(in: 0...12, using: &numbers)
      let line = String((0..<length).compactMap { _ in characters.randomElement(using: &numbers) })
      for item in itemOfEachKind {
        guard case .response(let response) = AnswerParser.read(line, for: item) else { continue }
        answers += 1
        let context = "seed \(seed), \(line.debugDescription) under a \(item.kind.rawValue) item"
        guard let written = response.line(for: item) else {
          Issue.record("\(context) is not written")
          continue
        }
        #expect(AnswerParser.read(written, for: item) == .response(response), "\(context)")
        #expect(response.line(for: item) == written)
      }
    }
    #expect(answers > 10_000)
  }

  @Test func everyPossiblePairingIsWritten() {
    let seed = UInt64.random(in: 0 ... .max)
    var numbers = SeededNumbers(seed: seed)
    for _ in 0..<2_000 {
      let premises = Int.random(in: 4...6, using: &numbers)
      let responses = Array(0..<premises + 2).shuffled(using: &numbers)
      let pairs = (0..<premises).map { Bool.random(using: &numbers) ? responses[$0] : nil }
      let mark = [Response.Mark.none, .unsure, .sure][Int.random(in: 0..<3, using: &numbers)]
      let response = Response.pairs(pairs, mark)
      let line = response.line(for: matchingItem(premises: premises))
      #expect(
        line.map { AnswerParser.read($0, for: matchingItem(premises: premises)) } == .response(response),
        "seed \(seed), \(response)")
    }
  }
}
