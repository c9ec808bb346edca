import TestSupport
import Testing

@testable import Terminal

@Suite struct SafeTextTests {
  nonisolated static let hostile: [(text: String, shown: String)] = [
    // Sets the clipboard.
    ("\u{1B}]52;c;aGk=\u{7}", "^[]52;c;aGk=^G"),
    ("\u{1B}[2J\u{1B}[31mred", "^[[2J^[[31mred"),
    // A link that says one thing and leads to another.
    ("\u{1B}]8;;http://evil\u{1B}\\good\u{1B}]8;;\u{1B}\\", "^[]8;;http://evil^[\\good^[]8;;^[\\"),
    ("\u{9B}31m", "<U+009B>31m"),
    ("\u{85}", "<U+0085>"),
    ("wrong\rright", "wrong^Mright"),
    ("a\r\nb", "a^M\nb"),
    ("ab\u{8}\u{8}cd", "ab^H^Hcd"),
    ("\u{0}\u{7F}", "^@^?"),
    ("tab\tand\nnewline", "tab\tand\nnewline"),
    ("\u{202E}drowssap", "<U+202E>drowssap"),
    ("\u{2066}a\u{2069}\u{200E}\u{200F}\u{61C}", "<U+2066>a<U+2069><U+200E><U+200F><U+061C>"),
    ("\u{2028}\u{2029}", "<U+2028><U+2029>"),
    ("pass\u{200B}word\u{FEFF}\u{AD}\u{2060}", "pass<U+200B>word<U+FEFF><U+00AD><U+2060>"),
    ("\u{3164}\u{115F}\u{34F}x", "<U+3164><U+115F><U+034F>x"),
    ("hidden\u{E0068}\u{E0069}", "hidden<U+E0068><U+E0069>"),
    ("a\u{FE0F}\u{FE01}", "a<U+FE0F><U+FE01>"),
    ("\u{200D}a \u{200C}", "<U+200D>a <U+200C>"),
    ("a\u{200C}\u{200C}b", "a<U+200C><U+200C>b"),
    (String(decoding: [0xFFFE, 0xFDD0] as [UInt16], as: UTF16.self), "<U+FFFE><U+FDD0>"),
    ("\u{301}a", "\u{25CC}\u{301}a"),
  ]

  @Test(arguments: hostile.indices)
  func hostileTextBecomesVisible(index: Int) {
    let (text, shown) = Self.hostile[index]
    #expect(Array(SafeText(untrusted: text).plain.unicodeScalars) == Array(shown.unicodeScalars))
    // Visible marks are plain text: doing it again changes nothing.
    #expect(SafeText(untrusted: shown).plain == shown)
  }

  @Test(arguments: [
    "plain ASCII", "Überprüfung naïve", "e\u{301}\u{323}", "שָׁלוֹם", "בְּרֵאשִׁ֖ית", "مرحبا بالعالم", "می\u{200C}خواهم",
    "क्\u{200D}ष", "ക്\u{200D}",
    "日本語、中文", "한국어", "👩‍👩‍👧‍👦", "👩🏽‍💻", "🏳️‍🌈", "❤️", "1️⃣", "🇩🇪", "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "ไทยนี้",
    "Tiếng Việt",
    "\u{2014}“quoted”\u{2026}", "葛\u{E0100}",
  ])
  func honestTextSurvives(text: String) {
    #expect(Array(SafeText(untrusted: text).plain.unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test func combiningMarksAreCapped() {
    let zalgo = "Z" + String(repeating: "\u{301}", count: 100) + "a"
    #expect(SafeText(untrusted: zalgo).plain == "Z" + String(repeating: "\u{301}", count: 5) + "<+95 marks>a")
  }

  @Test func interpolatedStringsAreMadeVisibleAndLiteralsTrusted() {
    let name = "evil\u{1B}[2J"
    let text: SafeText = "Bank \(name) has \(3) facts, \(Substring("\u{7}"))."
    #expect(text.plain == "Bank evil^[[2J has 3 facts, ^G.")
    #expect(text.runs.count == 1)
    let line: SafeText = "File \(line: "a\nb")"
    #expect(line.plain == "File a^Jb")
  }

  @Test func interpolatedSafeTextPassesUnchanged() {
    let inner: SafeText = "\("right", .right)!"
    let outer: SafeText = "It is \(inner)"
    #expect(outer.plain == "It is right!")
    #expect(outer.runs.map(\.role) == [nil, .right, nil])
    let styled: SafeText = "\(inner, .faint)"
    #expect(styled.runs.map(\.role) == [.right, .faint])
  }

  @Test func joiningAndAddingKeepRolesAndMergeRuns() {
    let texts = [SafeText("a").styled(.key), "b", "c"]
    let joined = texts.joined(separator: ", ")
    #expect(joined.plain == "a, b, c")
    #expect(joined.runs.map(\.text) == ["a", ", b, c"])
    #expect(SafeText("x") + "y" == "xy")
    #expect(SafeText("").isEmpty)
    #expect(SafeText("ab").repeated(2) == "abab")
  }

  @Test func linesKeepTheirRoles() {
    let text: SafeText = "\("a\nb", .due)\n"
    #expect(text.lines == [SafeText("a").styled(.due), SafeText("b").styled(.due), ""])
  }

  @Test func jsonKeepsItsMeaning() {
    let json = SafeText(json: "{\"a\": \"\u{202E}x\u{E0001}\u{85}\"}\n")
    #expect(json.plain == "{\"a\": \"\\u202Ex\\uDB40\\uDC01\\u0085\"}\n")
    #expect(SafeText(json: "\"Z\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\"").plain.unicodeScalars.count == 10)
  }

  @Test func noControlEverComesThrough() {
    let seed = UInt64.random(in: 0 ... .max)
    var numbers = SeededNumbers(seed: seed)
    for _ in 0..<500 {
      let scalars = (0..<20).compactMap { _ -> Unicode.Scalar? in
        Unicode.Scalar(UInt32.random(in: 0..<(Bool.random(using: &numbers) ? 0x300 : 0x110000), using: &numbers))
      }
      let text = String(String.UnicodeScalarView(scalars))
      let shown = SafeText(untrusted: text).plain
      let survivor = shown.unicodeScalars.first {
        $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t"
      }
      #expect(survivor == nil, "seed \(seed)")
      #expect(Array(SafeText(untrusted: shown).plain.utf8) == Array(shown.utf8), "seed \(seed)")
    }
  }
}
