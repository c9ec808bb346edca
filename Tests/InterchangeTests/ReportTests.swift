import Interchange
import Testing

/// The report on progress: one page, whatever the texts in it are.
@Suite struct ReportTests {
  /// A report in which `text` stands wherever a text can stand.
  private func page(of text: String) -> String {
    let table = ReportPage.Table(header: [text, text], rows: [[text, text], [text, "1"]])
    let charts: [ReportPage.Chart?] = [
      .line([0, 0.5, 1], first: text, last: text), .columns([0, 3, 1], first: text, last: text),
      .bars([.init(name: text, share: 0.5, number: text)]),
      .calendar((0..<14).map { .init(month: text, number: $0 + 1, weekday: $0 % 7, count: $0 * 6) }), nil,
    ]
    return ReportPage(
      title: text, summary: [text, text],
      sections: charts.map { ReportPage.Section(heading: text, sentence: text, chart: $0, table: table) }
    ).html
  }

  private func tags(_ page: String) -> [String] {
    page.unicodeScalars.split(separator: "<").dropFirst().map { String($0.prefix { $0 != ">" }) }
  }

  @Test(arguments: hostileTexts)
  func aPageKeepsItsTags(text: String) {
    #expect(tags(page(of: text)) == tags(page(of: "plain")))
  }

  @Test func noHiddenScalarPasses() {
    for scalar in ["\u{0}", "\u{1B}", "\u{85}", "\u{200B}", "\u{202E}", "\u{2066}", "\u{FEFF}"] as [Unicode.Scalar] {
      #expect(!page(of: "a\(scalar)b").unicodeScalars.contains(scalar), "\(scalar.value)")
    }
  }

  @Test func nothingIsLoadedAndNothingRuns() {
    let page = page(of: "plain")
    #expect(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""))
    for word in ["<script", "<link", "<img", "<iframe", "url(", "@import", "http:", "https:", "href", "src=", "style="]
    {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(!page.contains(/\son[a-z]+=/))
    #expect(page.contains("prefers-color-scheme: dark"))
  }

  @Test func everyChartHasATitleADescriptionAndATable() {
    let page = page(of: "plain")
    let charts = tags(page).filter { $0.hasPrefix("svg ") }
    #expect(charts.count == 4 && tags(page).count { $0 == "table" } == 5)
    for (index, chart) in charts.enumerated() {
      let id = "chart\(index + 1)"
      #expect(chart.contains("role=\"img\" aria-labelledby=\"\(id)-title \(id)-desc\""))
      #expect(page.contains("<title id=\"\(id)-title\">plain</title>\n<desc id=\"\(id)-desc\">plain</desc>"))
    }
  }

  @Test func everyTagIsClosed() {
    let alone = ["meta", "line", "rect", "circle", "polyline", "!DOCTYPE", "br"]
    var open: [Substring] = []
    for tag in tags(page(of: "a\nb")) {
      let name = tag.prefix { $0 != " " }
      if name.hasPrefix("/") {
        #expect(open.popLast() == name.dropFirst())
      } else if !alone.contains(String(name)) {
        open.append(name)
      }
    }
    #expect(open.isEmpty)
  }

  @Test func drawingsStayInsideTheirBox() throws {
    let odd = [-1, Double.nan, .infinity, 7, 0.5]
    let charts: [ReportPage.Chart] = [
      .line(odd, first: "", last: ""), .line([], first: "", last: ""), .columns([], first: "", last: ""),
      .columns([-3, .max], first: "", last: ""), .bars(odd.map { .init(name: "x", share: $0, number: "") }),
      .calendar((0..<400).map { .init(month: "M", number: $0 % 30 + 1, weekday: $0 % 7, count: $0) }),
    ]
    let page = ReportPage(
      title: "", summary: [],
      sections: charts.map { ReportPage.Section(heading: "", sentence: "", chart: $0, table: nil) }
    ).html
    for match in page.matches(of: /<rect [^>]*x="([0-9.]+)" y="[0-9.]+" width="([0-9.]+)"/) {
      let (x, width) = (try #require(Double(match.1)), try #require(Double(match.2)))
      #expect(x + width <= 320.1)
    }
    for match in page.matches(of: /<circle [^>]*cx="([0-9.]+)" cy="([0-9.]+)"/) {
      #expect(try #require(Double(match.1)) <= 320)
      #expect(try #require(Double(match.2)) <= 108)
    }
    #expect(page.contains("<rect") && page.contains("<circle") && !page.contains("nan") && !page.contains("=\"-"))
  }
}
