import Testing

@testable import Terminal

@Suite struct ColourTests {
  typealias Case = (flag: ColourMode?, environment: [String: String], isTerminal: Bool, expected: Bool)

  /// Each row beats the next one's reason.
  static let cases: [Case] = [
    (.always, ["NO_COLOR": "1", "TERM": "dumb"], false, true),
    (.never, ["FORCE_COLOR": "1", "TERM": "xterm"], true, false),
    (nil, ["NO_COLOR": "1", "FORCE_COLOR": "1", "TERM": "xterm"], true, false),
    (.auto, ["NO_COLOR": "", "FORCE_COLOR": "1", "TERM": "dumb"], false, true),
    (nil, ["CLICOLOR_FORCE": "1", "TERM": "dumb"], false, true),
    (nil, ["CLICOLOR_FORCE": "0", "TERM": "xterm"], false, false),
    (nil, ["FORCE_COLOR": "1", "CLICOLOR": "0"], false, true),
    (nil, ["CLICOLOR": "0", "TERM": "xterm"], true, false),
    (nil, ["TERM": "dumb"], true, false),
    (nil, [:], true, false),
    (nil, ["TERM": "xterm"], true, true),
    (nil, ["TERM": "xterm"], false, false),
  ]

  @Test(arguments: cases.indices)
  func theFirstThatSpeaksDecides(index: Int) {
    let (flag, environment, isTerminal, expected) = Self.cases[index]
    #expect(ColourMode.resolve(flag: flag, environment: environment, isTerminal: isTerminal) == expected)
  }

  /// Removes SGR sequences, as a test of ours would be worth little if it used our own renderer.
  static func stripped(_ text: String) -> String { text.replacing(/\u{1B}\[[0-9;]*m/, with: "") }

  @Test(arguments: Role.allCases)
  func strippingColourGivesThePlainText(role: Role) {
    let text: SafeText = "a \("two\nlines\n", role) and \("end", role)"
    #expect(text.rendered(colour: false) == text.plain)
    let coloured = text.rendered(colour: true)
    #expect(coloured != text.plain)
    #expect(Self.stripped(coloured) == text.plain)
  }

  @Test func aStyleEndsBeforeEachNewline() {
    let text = SafeText("x\ny").styled(.right)
    #expect(text.rendered(colour: true) == "\u{1B}[1;32mx\u{1B}[0m\n\u{1B}[1;32my\u{1B}[0m")
  }

  @Test func theSixteenColoursHaveTheirCodes() {
    #expect(ANSIColour.allCases.map(\.foregroundCode) == Array(30...37) + Array(90...97))
  }

  @Test func readlineIsToldWhatTakesNoColumns() {
    let prompt = SafeText("> ").styled(.due)
    #expect(prompt.renderedAsPrompt(colour: true) == "\u{1}\u{1B}[33m\u{2}> \u{1}\u{1B}[0m\u{2}")
    #expect(prompt.renderedAsPrompt(colour: false) == "> ")
  }
}
