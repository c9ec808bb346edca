import Interchange
import Testing

/// Whole papers, one question of each kind.
@Suite struct GoldenTests {
  let trees = paper([.choice(key: 0), .matching(answers: [0, 1]), .typed(accepted: ["Larch", "Tamarack"])])

  @Test func aMarkdownPaperAndItsKey() {
    #expect(
      PaperFormat.markdown.questions(of: trees) == """
        # Trees

        Form C · 3 questions, 1 point each · 30 minutes · pass mark 70 %

        Name: ______________________________ Date: ____________

        1. Which is a conifer?

           - a) Fir
           - b) Oak
           - c) Elm

        2. Match.

           1. ____ needles
           2. ____ acorns

           - a) Fir
           - b) Oak
           - c) Elm

        3. Which tree loses its needles?

           ________________________________________

        """)
    #expect(
      PaperFormat.markdown.key(to: trees) == """
        # Trees: key

        Form C · 3 questions, 1 point each · 30 minutes · pass mark 70 %

        1. a (Conifers)

           because Fir

        2. 1a 2b (Conifers)

           1. because needles
           2. because acorns

        3. Larch or Tamarack (Conifers)

           because Larch

        """)
  }

  /// The lines of a page from `<body>` on.
  private func body(_ page: String) -> String { page.split(separator: "<body>\n").last.map { String($0) } ?? "" }

  @Test func anHTMLPaperAndItsKey() {
    #expect(
      body(PaperFormat.html.questions(of: trees)) == """
        <header>
        <h1><bdi>Trees</bdi></h1>
        <p><bdi>Form C</bdi> · <bdi>3 questions, 1 point each</bdi> · <bdi>30 minutes</bdi> · <bdi>pass mark 70 %</bdi></p>
        <p>Name: <span class="name"></span> Date: <span class="date"></span></p>
        </header>
        <main>
        <ol>
        <li class="question">
        <p><bdi>Which is a conifer?</bdi></p>
        <ol type="a">
        <li><bdi>Fir</bdi></li>
        <li><bdi>Oak</bdi></li>
        <li><bdi>Elm</bdi></li>
        </ol>
        </li>
        <li class="question">
        <p><bdi>Match.</bdi></p>
        <ol>
        <li><span class="letter"></span> <bdi>needles</bdi></li>
        <li><span class="letter"></span> <bdi>acorns</bdi></li>
        </ol>
        <ol type="a">
        <li><bdi>Fir</bdi></li>
        <li><bdi>Oak</bdi></li>
        <li><bdi>Elm</bdi></li>
        </ol>
        </li>
        <li class="question">
        <p><bdi>Which tree loses its needles?</bdi></p>
        <p class="line"></p>
        </li>
        </ol>
        </main>
        </body>
        </html>

        """)
    #expect(
      body(PaperFormat.html.key(to: trees)) == """
        <header>
        <h1><bdi>Trees: key</bdi></h1>
        <p><bdi>Form C</bdi> · <bdi>3 questions, 1 point each</bdi> · <bdi>30 minutes</bdi> · <bdi>pass mark 70 %</bdi></p>
        </header>
        <main>
        <ol>
        <li class="question">
        <p><b><bdi>a</bdi></b> (<bdi>Conifers</bdi>)</p>
        <p><bdi>because Fir</bdi></p>
        </li>
        <li class="question">
        <p><b><bdi>1a 2b</bdi></b> (<bdi>Conifers</bdi>)</p>
        <ol>
        <li><bdi>because needles</bdi></li>
        <li><bdi>because acorns</bdi></li>
        </ol>
        </li>
        <li class="question">
        <p><b><bdi>Larch or Tamarack</bdi></b> (<bdi>Conifers</bdi>)</p>
        <p><bdi>because Larch</bdi></p>
        </li>
        </ol>
        </main>
        </body>
        </html>

        """)
  }

  /// A statement, several right options, and premises to sort.
  let others = paper([
    .trueFalse(holds: false), .selection(right: [0, 2]),
    .matching("Sort.", premises: ["needles", "cones", "acorns"], answers: [0, 0, 1], isSorting: true),
  ])

  @Test func theOtherKindsInMarkdown() {
    let head = "# Trees\n\nForm C · 3 questions, 1 point each · 30 minutes · pass mark 70 %\n\n"
    #expect(
      PaperFormat.markdown.questions(of: others) == head + """
        Name: ______________________________ Date: ____________

        1. True or false? A fir is a conifer.

           ____ True ____ False

        2. Which are conifers? Choose all that apply.

           - a) Fir
           - b) Oak
           - c) Pine
           - d) Elm

        3. Sort.

           1. ____ needles
           2. ____ cones
           3. ____ acorns

           - a) Fir
           - b) Oak
           - c) Elm

        """)
    let key = PaperFormat.markdown.key(to: others)
    for answer in [
      "1. False (Conifers)\n\n   because False\n",
      "2. a c (Conifers)\n\n   1. because Fir\n   2. because Pine\n",
      "3. 1a 2a 3b (Conifers)\n\n   1. because needles\n   2. because cones\n   3. because acorns\n",
    ] { #expect(key.contains(answer), "\(key)") }
  }

  @Test func theOtherKindsInHTML() {
    let page = body(PaperFormat.html.questions(of: others))
    #expect(
      page.contains(
        "<p><span class=\"letter\"></span> <bdi>True</bdi> <span class=\"letter\"></span> <bdi>False</bdi></p>\n"))
    #expect(page.contains("<li><bdi>Pine</bdi></li>\n<li><bdi>Elm</bdi></li>\n</ol>\n"))
    let key = body(PaperFormat.html.key(to: others))
    for answer in ["False", "a c", "1a 2a 3b"] { #expect(key.contains("<b><bdi>\(answer)</bdi></b>")) }
  }

  @Test(arguments: [
    (30.0, 0.7, "1 question, 1 point each · 30 minutes · pass mark 70 %"),
    (1.0, 0.55, "1 question, 1 point each · 1 minute · pass mark 55 %"),
    (7.5, 0.625, "1 question, 1 point each · 7.5 minutes · pass mark 62.5 %"),
    (nil, 1, "1 question, 1 point each · pass mark 100 %"),
  ])
  func theSummaryTellsTimeAndPassMark(minutes: Double?, pass: Double, summary: String) {
    let trees = paper([.choice(key: 0)], minutes: minutes, pass: pass)
    #expect(PaperFormat.markdown.questions(of: trees).contains("\nForm C · \(summary)\n"))
  }

  @Test func theTenthQuestionIsIndentedToItsNumber() {
    let trees = paper(Array(repeating: .choice(key: 0), count: 10))
    #expect(PaperFormat.markdown.questions(of: trees).contains("\n10. Which is a conifer?\n\n    - a) Fir\n"))
  }

  @Test(arguments: PaperFormat.allCases)
  func aPaperWithoutQuestionsIsStillAPaper(format: PaperFormat) {
    #expect(format.questions(of: paper([])).contains("0 questions"))
    #expect(format.key(to: paper([])).contains("0 questions"))
  }
}
