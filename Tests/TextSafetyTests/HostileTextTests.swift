import Testing
import TextSafety

@Suite struct HostileTextTests {
  static let zalgo = "Z" + String(repeating: "\u{301}", count: 8)

  @Test(arguments: [
    "plain", "tab\there", "नमस्ते क्‍ष", "می‌خواهم", "עִבְרִית שָׁלוֹם", "👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️", "naïve e\u{301}", "漢字\u{E0100}",
  ])
  func honestTextStaysAsItIs(text: String) {
    #expect(HostileText.madeVisible(text, as: .marks(keepingLineBreaks: true)) == text)
    #expect(HostileText.first(in: text) == nil)
    #expect(HostileText.blanked(text, filler: " ") == text)
  }

  @Test(arguments: [
    ("a\u{1B}[2Jb", 1, "a [2Jb"), ("ab\u{202E}cd", 2, "ab cd"), ("x\u{200D}", 0, "x"), ("a\u{FE0F}b", 0, "ab"),
    ("a\u{9B}b", 1, "a b"), ("\u{200B}", 0, " "), ("a\u{3164}b", 1, "a b"), ("a\u{FFF9}b", 1, "a b"),
  ])
  func aHostileScalarIsFoundAndBlankedWithoutMovingColumns(text: String, column: Int, blanked: String) throws {
    let found = try #require(HostileText.first(in: text))
    #expect(text.distance(from: text.startIndex, to: found.place) == column)
    #expect(HostileText.blanked(text, filler: " ") == blanked)
    #expect(HostileText.blanked(text, filler: " ").count == text.count)
    #expect(HostileText.first(in: HostileText.blanked(text, filler: " ")) == nil)
  }

  @Test func tooManyMarksOnALetterAreFoundAndCapped() throws {
    #expect(try #require(HostileText.first(in: "x \(Self.zalgo)")).scalar == "\u{301}")
    let shown = HostileText.madeVisible(Self.zalgo, as: .marks(keepingLineBreaks: true))
    #expect(shown.unicodeScalars.count { $0 == "\u{301}" } == HostileText.combiningMarkLimit)
    #expect(shown.hasSuffix("<+3 marks>"))
    #expect(HostileText.first(in: shown) == nil)
  }
}
