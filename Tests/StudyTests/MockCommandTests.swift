import Study
import Testing

@Suite struct MockCommandTests {
  static let lines: [(line: String, reading: MockCommand.Reading)] = [
    (":next", .command(.next)), (":n", .command(.next)), (":prev", .command(.previous)), (":P", .command(.previous)),
    (":go 12", .command(.go(12))), (" :g 3 ", .command(.go(3))), (":go 0", .command(.go(0))),
    (":go", .notANumber("")), (":go twelve", .notANumber("twelve")), (":go 1 2", .notANumber("1 2")),
    (":go 99999999999999999999", .notANumber("99999999999999999999")), (":flag", .command(.flag)),
    (":sheet", .command(.sheet)), (":s", .command(.sheet)), (":time", .command(.time)),
    (":hand-in", .command(.handIn)), (":ha", .command(.handIn)), (":he", .command(.help)),
    (":h", .unclear(.unknownCommand(":h"))), (":quit", .command(.quit)), (":help", .command(.help)),
    (":hint", .unclear(.unknownCommand(":hint"))), (":", .unclear(.unknownCommand(":"))),
    ("b?", .response(.option(1, .unsure))), ("?", .response(.dontKnow)), ("", .empty), ("  ", .empty),
    ("next", .unclear(.notAnOption("next", last: "d"))),
  ]

  @Test("A line typed in a mock exam is read as it is meant", arguments: lines)
  func read(_ line: String, _ reading: MockCommand.Reading) {
    #expect(MockCommand.read(line, for: choiceItem()) == reading)
  }

  @Test func everyListedCommandIsUnderstood() {
    for summary in MockCommand.summaries {
      let line = ":\(summary.word)\(summary.word == "go" ? " 1" : "")"
      guard case .command = MockCommand.read(line, for: typedItem()) else {
        Issue.record("\(line) is not understood")
        continue
      }
      #expect(!summary.effect.isEmpty)
    }
  }
}
