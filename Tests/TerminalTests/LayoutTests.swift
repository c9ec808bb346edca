import TestSupport
import Testing

@testable import Terminal

@Suite struct LayoutTests {
  static let widths: [(text: String, columns: Int)] = [
    ("", 0), ("a", 1), ("é", 1), ("e\u{301}", 1), ("ß", 1), ("日", 2), ("ｱ", 1), ("Ａ", 2), ("한", 2),
    ("\u{1112}\u{1161}\u{11AB}", 2),
    ("👩‍👩‍👧‍👦", 2), ("👍🏽", 2), ("🇩🇪", 2), ("🏳️‍🌈", 2), ("❤", 1), ("❤️", 2), ("1️⃣", 2), ("©", 1), ("⌚", 2), ("שָׁ", 1), ("م", 1),
    ("─", 1), ("…", 1), ("•", 1), ("🫨", 2), ("葛", 2), ("abc日本", 7), ("\t", 1), ("\u{25CC}\u{301}", 1),
  ]

  @Test(arguments: widths.indices)
  func columnsOfText(index: Int) {
    let (text, columns) = Self.widths[index]
    #expect(DisplayWidth.columns(of: text) == columns, "\(text)")
  }

  @Test func columnsOfALineEndAreNone() {
    #expect(DisplayWidth.columns(of: "\r\n" as Character) == 0)
    #expect(SafeText("ab\nabc\n").columns == 3)
  }

  let prose: SafeText = """
    Knowledge Process Outsourcing hands work that needs knowledge and judgement to specialists elsewhere, \
    while Business Process Outsourcing hands over work that follows fixed rules.
    """

  @Test(arguments: [20, 40, 80, 200])
  func proseFitsAndStopsAtAHundred(width: Int) {
    let lines = Layout(width: width).wrap(prose, firstIndent: "a) ", hangingIndent: "   ").lines
    #expect(lines.allSatisfy { $0.columns <= min(width, 100) })
    #expect(lines.first?.plain.hasPrefix("a) Knowledge") == true)
    #expect(lines.dropFirst().allSatisfy { $0.plain.hasPrefix("   ") && !$0.plain.hasSuffix(" ") })
    #expect(lines.count == [20: 12, 40: 6, 80: 3, 200: 2][width])
  }

  @Test func aLongWordIsBroken() {
    let lines = Layout.lines(of: "an incomprehensibility", width: 8)
    #expect(lines.map(\.plain) == ["an", "incompre", "hensibil", "ity"])
    #expect(Layout.lines(of: "日本語日本語", width: 5).map(\.plain) == ["日本", "語日", "本語"])
    #expect(Layout.lines(of: "日本。", width: 5).map(\.plain) == ["日", "本。"])
  }

  @Test func wrappingKeepsRolesAndNewlines() {
    let text: SafeText = "\("one two", .right) three\n\nfour"
    #expect(Layout.lines(of: text, width: 7) == [SafeText("one two").styled(.right), "three", "", "four"])
  }

  @Test func wrappingKeepsEveryCharacterInOrder() {
    let seed = UInt64.random(in: 0 ... .max)
    var numbers = SeededNumbers(seed: seed)
    let letters = ["a", "b", "ß", "é", "日", "本", "。", "👩‍👩‍👧", "-", " ", " ", " ", "\t", "\n"]
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0...120, using: &numbers))
        .map { _ in letters.randomElement(using: &numbers) ?? "" }.joined()
      let width = Int.random(in: 4...60, using: &numbers)
      let lines = Layout.lines(of: "\(text)", width: width, firstIndent: "* ", hangingIndent: "  ")
      #expect(lines.allSatisfy { $0.columns <= width }, "seed \(seed)")
      let kept = lines.map(\.plain).joined().dropFirst(2).filter { !$0.isWhitespace }
      #expect(kept == text.filter { !$0.isWhitespace }, "seed \(seed)")
      // Words that fit stay whole.
      let words = text.split { $0.isWhitespace }.filter { $0.allSatisfy(\.isASCII) && $0.count <= width - 2 }
      let shown = Set(lines.flatMap { $0.plain.split(separator: " ").map { String($0) } })
      #expect(words.allSatisfy { shown.contains(String($0)) }, "seed \(seed)")
    }
  }

  @Test func paddingCountsColumns() {
    #expect(Layout.pad("日", to: 4).plain == "日  ")
    #expect(Layout.pad("7", to: 3, .right).plain == "  7")
    #expect(Layout.pad("long", to: 2).plain == "long")
  }

  let header: [SafeText] = ["Section", "Right", "Next"]
  let rows: [[SafeText]] = [
    ["Services of each KPO type", "7", "tomorrow"], ["Industries", "12", "in three days"], ["Risks"],
  ]

  @Test func aTableThatFits() {
    let table = Layout(width: 80).table(header: header, rows: rows, alignments: [.left, .right])
    #expect(
      table.plain == """
        Section                    Right  Next
        ───────────────────────────────────────────────
        Services of each KPO type      7  tomorrow
        Industries                    12  in three days
        Risks
        """)
  }

  @Test func aNarrowTableWrapsItsWidestColumn() {
    let table = Layout(width: 36, isASCII: true).table(header: header, rows: rows, alignments: [.left, .right])
    let lines = table.plain.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 36 })
    #expect(lines[1] == String(repeating: "-", count: 36)[...])
    #expect(lines[2] == "Services of         7  tomorrow")
    #expect(lines[3] == "each KPO type")
  }

  @Test(arguments: [Layout(width: 20), Layout(width: 80, isAccessible: true)])
  func aTableThatCannotFitBecomesLines(layout: Layout) {
    let table = layout.table(header: header, rows: rows)
    #expect(table.lines.allSatisfy { $0.columns <= layout.width })
    #expect(table.plain.contains("Section: "))
    #expect(table.plain.contains("\nRight: 7\nNext: tomorrow\n\nSection: Industries\n"))
  }

  @Test(arguments: 20...200)
  func tablesFitEveryWidth(width: Int) {
    let table = Layout(width: width).table(header: header + ["Notes"], rows: rows.map { $0 + [prose] })
    #expect(table.lines.allSatisfy { $0.columns <= width })
  }

  @Test func lists() {
    let layout = Layout(width: 12)
    #expect(layout.bullets(["one two three", "four"]).plain == "• one two\n  three\n• four")
    #expect(Layout(width: 12, isAccessible: true).bullets(["x"]).plain == "- x")
  }

  nonisolated static let environments: [(environment: [String: String], isAccessible: Bool, isASCII: Bool)] = [
    ([:], false, true),
    (["LANG": "C.UTF-8"], false, false),
    (["LANG": "de_DE.utf8@euro"], false, false),
    (["LANG": "de_DE@euro"], false, true),
    (["LANG": "de_DE.ISO-8859-1"], false, true),
    (["LANG": "C.UTF-8", "LC_ALL": "C"], false, true),
    (["LANG": "C.UTF-8", "LC_ALL": "", "LC_CTYPE": "POSIX"], false, true),
    (["LANG": "C", "LC_CTYPE": "en_GB.UTF-8"], false, false),
    (["LANG": "C.UTF-8", "ACCESSIBLE": "1"], true, false),
    (["LANG": "C.UTF-8", "ACCESSIBLE": "yes"], true, false),
    (["LANG": "C.UTF-8", "ACCESSIBLE": "0"], false, false),
    (["LANG": "C.UTF-8", "ACCESSIBLE": ""], false, false),
  ]

  @Test(arguments: environments.indices)
  func theEnvironmentDecidesOnOrnaments(index: Int) {
    let (environment, isAccessible, isASCII) = Self.environments[index]
    let look = Look(environment: environment)
    #expect(look.isAccessible == isAccessible && look.isASCII == isASCII && !look.isPlain)
  }
}
