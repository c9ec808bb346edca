import ContentModel
import Testing

/// Bytes that are not quite plain text, and comments.
@Suite struct SourceTextTests {
  private static let good = bankText(
    """
    > ask Top from Low: Which top goes with the low {Low}?

    | Top | Low |
    | --- | --- |
    | One | Oak |
    | Two | Elm |
    """)

  @Test func lineEndsAndMarkDoNotMatter() throws {
    let plain = try bank(Self.good)
    #expect(try bank(Self.good.replacing("\n", with: "\r\n")) == plain)
    #expect(try bank(Self.good + "\n") == plain)
    let marked = BankParser.parse([0xEF, 0xBB, 0xBF] + Array(Self.good.utf8))
    #expect(marked.diagnostics == [])
    #expect(marked.bank == plain)
  }

  @Test func columnsAreTheSameWithCarriageReturns() {
    let text = Self.good + "\n| Three |"
    #expect(read(text.replacing("\n", with: "\r\n")).diagnostics == read(text).diagnostics)
    #expect(read("\u{FEFF}" + text).diagnostics == read(text).diagnostics)
  }

  @Test func carriageReturnsAloneAreReportedOnce() {
    let reading = read(Self.good.replacing("\n", with: "\r"))
    #expect(reading.diagnostics.map(\.summary) == ["1:4 control-character"])
    #expect(reading.diagnostics.first?.reason == "The lines end in a carriage return alone, as on very old Macs.")
  }

  @Test(arguments: [true, false], [true, false]) func utf16IsNamed(littleEndian: Bool, marked: Bool) {
    let units = (marked ? [0xFEFF] : []) + Array(Self.good.utf16)
    let bytes = units.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return littleEndian ? pair : pair.reversed()
    }
    let reading = BankParser.parse(bytes)
    #expect(reading.bank == nil)
    #expect(reading.diagnostics.map(\.summary) == ["1:1 not-utf8"])
    #expect(reading.diagnostics.first?.reason == "The file is UTF-16; a bank is UTF-8.")
  }

  @Test func brokenBytesAreReportedAndTheRestIsStillRead() {
    var bytes = Array((Self.good + "\n| Three |").utf8)
    let place = bytes.count - Array(" Oak |\n| Two | Elm |\n| Three |".utf8).count
    bytes.insert(0xC3, at: place + 2)
    let reading = BankParser.parse(bytes)
    #expect(reading.diagnostics.map(\.summary) == ["11:10 not-utf8", "13:1 cell-count"])
    #expect(reading.diagnostics.first?.excerpt == "| One | O\u{FFFD}ak |")
  }

  @Test func controlCharactersDoNotReachTheExcerpt() {
    let reading = read(Self.good.replacing("Two", with: "Two\u{1B}[31m"))
    #expect(reading.diagnostics.map(\.summary) == ["12:3 bad-name", "12:6 control-character"])
    #expect(reading.diagnostics.allSatisfy { $0.excerpt == "| Two\u{FFFD}[31m | Elm |" })
    #expect(reading.diagnostics.last?.reason == "There is an invisible control character here, U+001B.")
  }

  /// The first and the last character of each range that nobody can see.
  @Test(arguments: [
    0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2060, 0x2064, 0x2066, 0x2069, 0x206F, 0xFEFF,
  ]) func hiddenCharactersAreReported(code: UInt32) throws {
    let hidden = String(try #require(Unicode.Scalar(code)))
    let reading = read(Self.good.replacing("Two", with: "Tw\(hidden)o"))
    #expect(reading.bank == nil)
    #expect(reading.diagnostics.map(\.summary) == ["12:5 control-character"])
    #expect(reading.diagnostics.first?.excerpt == "| Tw\u{FFFD}o | Elm |")
    let number = String(code, radix: 16, uppercase: true)
    #expect(
      reading.diagnostics.first?.reason.hasSuffix("U+\(String(repeating: "0", count: 4 - number.count))\(number).")
        == true)
  }

  @Test(arguments: ["\u{200C}", "\u{200D}"]) func joinersStandInsideWords(joiner: String) {
    #expect(read(Self.good.replacing("Two", with: "نامه\(joiner)ای")).diagnostics == [])
    #expect(read(Self.good.replacing("Two", with: "Two 👩\u{200D}🔬")).diagnostics == [])
    #expect(
      read(Self.good.replacing("Two", with: "Two\(joiner)")).diagnostics.map(\.summary) == ["12:5 control-character"])
    #expect(
      read(Self.good.replacing("Two", with: "Two \(joiner)Six")).diagnostics.map(\.summary) == [
        "12:6 control-character"
      ])
  }

  @Test func sizesHaveALimit() {
    let large = BankParser.parse([UInt8](repeating: UInt8(ascii: "\n"), count: 32 * 1024 * 1024 + 1))
    #expect(large.diagnostics.map(\.summary) == ["1:1 file-too-large"])
    let lines = Self.good + "\n"
    let most = lines + String(repeating: "\n", count: 20_000 - lines.count { $0 == "\n" })
    #expect(read(most).diagnostics == [])
    #expect(
      read(most + "\n").diagnostics.map(\.reason) == ["The file has 20001 lines; a bank may have 20000."])
    let list = (0..<200).map { "n\($0)" }.joined(separator: "; ")
    let product = bankText(
      "> names: Low\n> ask Top from Low: Which top goes with the low {Low}?\n\n| Top | Low |\n| --- | --- |\n"
        + "| \(list) | \(list) |")
    let tooMany = BankParser.parse(Array(product.utf8), advises: false)
    #expect(tooMany.diagnostics.map(\.summary) == ["12:1 file-too-large"])
    #expect(tooMany.diagnostics.first?.reason.contains("more than 20000 facts") == true)
    let longest = Self.good + "\n\n" + String(repeating: "x", count: 16 * 1024)
    #expect(read(longest).diagnostics == [])
    #expect(read(longest + "x").diagnostics.map(\.summary) == ["14:1 line-too-long"])
    let inTable = Self.good + "\n| \(String(repeating: "x", count: 17_000)) | Ash |\n| Three | Fir |"
    #expect(read(inTable).diagnostics.map(\.summary) == ["13:1 line-too-long"], "the row below still has its header")
  }

  @Test func commentsLeaveNoTrace() throws {
    let commented = Self.good
      .replacing("| One ", with: "| <!-- | not | cells | --> One ")
      .replacing("| Two ", with: "<!-- a comment on a line of its own -->\n<!-- two\nlines -->\n| Two ")
      .replacing("title: A Bank", with: "title: A <!-- fine --> Bank <!-- > -->")
      .replacing("goes with", with: "goes <!--\t--> with")
    let (plain, other) = (try bank(Self.good), try bank(commented))
    #expect(other.title == plain.title)
    #expect(other.facts == plain.facts)
    #expect(other.tables.map(\.table.shown) == plain.tables.map(\.table.shown))
    #expect(other.tables.map(\.table.patterns) == plain.tables.map(\.table.patterns))
  }

  @Test func columnsBehindCommentsAreThoseOfTheFile() {
    let text = Self.good.replacing("| Elm |", with: "<!-- ü | ü --> | Elm [ |") + " <!-- open\n\nstill\n--> | x"
    let diagnostics = read(text.replacing("> ask", with: "> names: Low\n> ask")).diagnostics
    #expect(diagnostics.map(\.summary) == ["13:24 bad-name", "16:5 cell-count"])
    let closed = read(bankText("<!-- one\ntwo --> > lists: maybe\n\n| Top | Low |")).diagnostics
    #expect(closed.map(\.summary) == ["8:18 bad-directive", "10:1 missing-delimiter-row"])
  }

  @Test func aFileOfCommentsIsEmpty() {
    #expect(read("").diagnostics.first?.reason == "The file is empty.")
    #expect(read("<!-- nothing -->\n").diagnostics.map(\.reason) == ["The file holds nothing but comments."])
    #expect(read("\n\n").diagnostics.map(\.summary) == ["1:1 missing-front-matter"])
  }
}
