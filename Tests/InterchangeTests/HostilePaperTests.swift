import Interchange
import QuestionGenerator
import Testing

/// Papers whose every text is hostile have the structure of harmless ones.
@Suite struct HostilePaperTests {
  /// A paper in which `text` stands wherever a text can stand.
  private func paper(of text: String) -> PrintedPaper {
    InterchangeTests.paper(
      [
        .choice(text, options: [text, text, text], key: 1),
        .matching(text, premises: [text, text], responses: [text, text, text], answers: [0, 2]),
        .typed(text, accepted: [text, text]), .trueFalse(text, holds: false),
        .selection(text, options: [text, text, text, text], right: [1, 2]),
        .matching(text, premises: [text, text], responses: [text, text], answers: [1, 1], isSorting: true),
      ], title: text, form: text, section: text)
  }

  private func tags(_ page: String) -> [String] {
    page.unicodeScalars.split(separator: "<").dropFirst().map { String($0.prefix { $0 != ">" }) }
  }

  /// The page with the five escapes taken back.
  private func shown(_ page: String) -> String {
    let escapes = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
    var result = ""
    var rest = Substring(page).unicodeScalars
    while let scalar = rest.first {
      let escape = escapes.first { rest.starts(with: $0.0.unicodeScalars) }
      result += escape?.1 ?? String(scalar)
      rest = rest.dropFirst(escape?.0.unicodeScalars.count ?? 1)
    }
    return result
  }

  @Test(arguments: hostileTexts)
  func anHTMLPageKeepsItsTagsAndShowsTheText(text: String) {
    for write in [PaperFormat.html.questions, PaperFormat.html.key] {
      let page = write(paper(of: text))
      #expect(tags(page) == tags(write(paper(of: "plain"))))
      let wanted = Array("<bdi>\(text)</bdi>".utf8)
      #expect(Array(shown(page).utf8).split(separator: wanted).count > 1)
    }
  }

  @Test(arguments: hostileTexts)
  func aMarkdownPageKeepsItsLines(text: String) {
    for write in [PaperFormat.markdown.questions, PaperFormat.markdown.key] {
      let lines = write(paper(of: text)).split(separator: "\n", omittingEmptySubsequences: false)
      let plain = write(paper(of: "plain")).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == plain.count)
      for (line, plain) in zip(lines, plain) {
        #expect(line.prefix { $0 == " " } == plain.prefix { $0 == " " })
        #expect(line.isEmpty == plain.isEmpty)
      }
    }
  }

  @Test(arguments: PaperFormat.allCases)
  func lineBreaksStayInsideTheParagraph(format: PaperFormat) {
    let text = format.questions(of: InterchangeTests.paper([.choice("One\r\n\n  two", key: 0)], title: "A\nB"))
    switch format {
    case .markdown:
      #expect(text.contains("\n1. One\\\n   two\n"))
      #expect(text.hasPrefix("# A B\n"))
    case .html:
      #expect(text.contains("<p><bdi>One<br>two</bdi></p>"))
      #expect(text.contains("<title>A B, form C</title>"))
    }
  }

  @Test(arguments: PaperFormat.allCases)
  func noHiddenScalarPasses(format: PaperFormat) {
    let ranges: [ClosedRange<UInt32>] = [
      0x00...0x1F, 0x7F...0x9F, 0xAD...0xAD, 0x061C...0x061C, 0x200B...0x200B, 0x200E...0x200F, 0x2028...0x202E,
      0x2066...0x2069, 0xFEFF...0xFEFF, 0xFFF9...0xFFFB, 0xE0001...0xE0001,
    ]
    func hexadecimal(_ scalar: Unicode.Scalar) -> String {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
    let breaks: Set<UInt32> = [0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029]
    for scalar in ranges.joined().compactMap(Unicode.Scalar.init) {
      let paper = paper(of: "a\(scalar)b")
      for text in [format.questions(of: paper), format.key(to: paper)] {
        if scalar != "\n" { #expect(!text.unicodeScalars.contains(scalar), "\(scalar.value)") }
        let mark = scalar.isASCII ? "a^" : "U+\(hexadecimal(scalar))"
        let isMarked = text.contains(mark)
        #expect(isMarked == (!breaks.contains(scalar.value) && scalar != "\t"), "\(scalar.value)")
      }
    }
  }

  @Test func joinersAndDirectionOfWordsStay() {
    let text = "👩‍👩‍👧 می‌خواهم שלום"
    #expect(PaperFormat.html.questions(of: paper(of: text)).contains("<bdi>\(text)</bdi>"))
    #expect(PaperFormat.markdown.questions(of: paper(of: text)).contains("# \(text)\n"))
  }
}
