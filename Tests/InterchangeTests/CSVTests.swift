import Interchange
import QuestionGenerator
import Testing

@Suite struct CSVTests {
  private func read(_ text: String, separator: CSVSeparator? = nil) throws(CSVError) -> [[String]] {
    try CSVReader.rows(of: Array(text.utf8), separator: separator).map(\.fields)
  }

  @Test(arguments: [
    ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
    ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
    ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
    ("\u{FEFF}a,b\n", [["a", "b"]]),
    ("\n\na,b\n\nc,d\n\n", [["a", "b"], ["c", "d"]]),
    ("\"a, b\",\"say \"\"so\"\"\"\n", [["a, b", "say \"so\""]]),
    ("\"two\r\nlines\",b\n", [["two\r\nlines", "b"]]),
    ("a,,\n,,\n", [["a", "", ""], ["", "", ""]]),
    ("3\" nails,few\n", [["3\" nails", "few"]]),
    ("\"\"\n", [[""]]),
    ("", []),
  ])
  func readsWhatTheStandardAndSpreadsheetsWrite(text: String, rows: [[String]]) throws {
    #expect(try read(text) == rows)
  }

  @Test(arguments: [
    ("a;b\nc;d\n", CSVSeparator.semicolon), ("a\tb\nc\td\n", .tab), ("a,b\nc,d\n", .comma), ("alone\n", .comma),
    // Commas in the texts are as frequent as the separator, but not in each row.
    ("Term;Meaning, in short\nOne;Two, three, four\n", .semicolon),
    ("\"a;b;c\",d\n", .comma), ("", .comma),
  ])
  func separatorIsTheOneThatSplitsAllRowsAlike(text: String, separator: CSVSeparator) {
    #expect(CSVReader.separator(of: Array(text.utf8)) == separator)
  }

  @Test(arguments: [
    ("a,b\n\"c,d\n\n", CSVError(.unclosedQuote, line: 2)),
    ("\"a\nb\"x,c\n", CSVError(.textAfterQuote, line: 2)),
  ])
  func faultsTellTheirLine(text: String, error: CSVError) {
    #expect(throws: error) { try read(text, separator: .comma) }
  }

  @Test func limitsAndEncodingAreChecked() {
    #expect(throws: CSVError(.notUTF8, line: 2)) { try CSVReader.rows(of: Array("a\n".utf8) + [0xC0, 0x80]) }
    let limits = CSVLimits(bytes: 8, columns: 2)
    #expect(throws: CSVError(.tooManyColumns(limit: 2), line: 1)) {
      try CSVReader.rows(of: Array("a,b,c".utf8), limits: limits)
    }
    #expect(throws: CSVError(.tooLarge(bytes: 9, limit: 8), line: 1)) {
      try CSVReader.rows(of: Array("a,b\nc,d\ne".utf8), limits: limits)
    }
  }

  @Test func rowsKnowTheirLine() throws {
    let rows = try CSVReader.rows(of: Array("a\r\n\r\n\"b\nc\"\nd\n".utf8))
    #expect(rows.map(\.line) == [1, 3, 5])
  }

  @Test func formulasAreGuardedOnlyWhenAsked() {
    let rows = [["=1+1", "+1", "-1", "@a", "a=1", "'"]]
    #expect(CSVWriter().text(rows) == "=1+1,+1,-1,@a,a=1,'\r\n")
    #expect(CSVWriter(lineBreak: .lf, guardsFormulas: true).text(rows) == "'=1+1,'+1,'-1,'@a,a=1,'\n")
    #expect(CSVWriter(guardsFormulas: true).text([["\tx", "\rx"]]) == "'\tx,\"'\rx\"\r\n")
  }

  @Test func byteOrderMarkComesFirst() {
    #expect(Array(CSVWriter(hasByteOrderMark: true).text([["a"]]).utf8) == [0xEF, 0xBB, 0xBF, 0x61, 0x0D, 0x0A])
  }

  @Test func whatIsWrittenIsReadBackUnchanged() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    let pieces = [
      "\"", ",", ";", "\t", "\r", "\n", "\r\n", "=", "'", "a", " ", "é", "e\u{301}", "\u{FEFF}", "😀", "\u{0}",
    ]
    for _ in 0..<500 {
      let columns = Int.random(in: 1...4, using: &random)
      let rows = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        (0..<columns).map { _ in
          (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        }
      }
      for separator in CSVSeparator.allCases {
        for lineBreak in [CSVWriter.LineBreak.crlf, .lf] {
          for hasMark in [false, true] {
            let writer = CSVWriter(separator: separator, lineBreak: lineBreak, hasByteOrderMark: hasMark)
            let text = writer.text(rows)
            // Bytes are compared: strings that differ in their scalars may be equal.
            #expect(
              try read(text, separator: separator).map { $0.map { Array($0.utf8) } }
                == rows.map { $0.map { Array($0.utf8) } }, "seed \(seed)")
          }
        }
      }
    }
  }
}
