import TestSupport
import Testing

@testable import Terminal

/// The pictures at the widths and in the three dresses that a terminal may have.
@Suite struct ChartTests {
  nonisolated static let widths = [20, 40, 80, 200]
  nonisolated static let dresses = [(false, false), (false, true), (true, false)]

  nonisolated static let layouts = widths.flatMap { width in
    dresses.map { Layout(width: width, isAccessible: $0.0, isASCII: $0.1) }
  }

  private let bars = [
    Layout.Bar(name: "Types and their services", share: 0.5, number: "50 %, 6 of 12"),
    Layout.Bar(name: "Risks", share: 0.001, number: "0 %, 1 of 999"),
    Layout.Bar(name: "Closing words", share: 0, number: "no answers"),
    Layout.Bar(name: "Benefits", share: 1, number: "100 %, 3 of 3"),
  ]
  private let matrix: (names: [SafeText], counts: [[Int]]) = (["1", "2", "3"], [[0, 12, 0], [3, 0, 1], [0, 0, 0]])

  /// The days of November 2026 and the end of October, a Thursday first; every fifth day has more answers than the last.
  private let days = (0..<35).map { index in
    let isOctober = index < 3
    return Layout.CalendarDay(
      month: isOctober ? "October 2026" : "November 2026", number: isOctober ? 29 + index : index - 2,
      weekday: (3 + index) % 7, count: index % 5 == 0 ? index * 2 : 0)
  }

  private func chart(_ measure: ColumnChart.Measure, _ values: [Double]) -> ColumnChart {
    ColumnChart(values.enumerated().map { .init(name: "day \($0 + 1)", value: $1) }, measure: measure)
  }

  private func pictures(_ layout: Layout) -> [SafeText] {
    [
      layout.bars(bars), layout.sparkline([0, 0.33, 0.5, 1], number: "100 %"),
      layout.sparkline((0..<500).map { Double($0) / 500 }, number: "100 %"),
      layout.calendar(days, unit: "answers a day"),
      layout.columns(chart(.counts, (0..<30).map { Double($0 * $0 % 17) })),
      layout.columns(chart(.shares, (0..<365).map { 1 / Double(1 + $0) })),
      layout.matrix(names: matrix.names, counts: matrix.counts),
    ]
  }

  @Test(arguments: layouts.indices)
  func nothingIsWiderThanTheTerminalOrEndsInSpaces(index: Int) {
    let layout = Self.layouts[index]
    for picture in pictures(layout) {
      #expect(!picture.isEmpty)
      #expect(picture.lines.allSatisfy { $0.columns <= layout.width }, "\(picture.plain)")
      #expect(picture.lines.allSatisfy { !$0.plain.hasSuffix(" ") }, "\(picture.plain)")
    }
  }

  @Test(arguments: widths)
  func onlyASCIIWhereNothingElseIsPossible(width: Int) {
    for picture in pictures(Layout(width: width, isASCII: true)) { #expect(picture.plain.utf8.allSatisfy { $0 < 128 }) }
    for picture in pictures(Layout(width: width, isAccessible: true)) {
      #expect(picture.plain.utf8.allSatisfy { $0 < 128 })
    }
  }

  @Test func barsBesideTheirNames() {
    #expect(
      Layout(width: 60).bars(bars).plain == """
        Types and their services  █████████▌           50 %, 6 of 12
        Risks                     ▏                    0 %, 1 of 999
        Closing words                                  no answers
        Benefits                  ███████████████████  100 %, 3 of 3
        """)
    #expect(
      Layout(width: 60, isASCII: true).bars(Array(bars.prefix(2))).plain == """
        Types and their services  ##########.........  50 %, 6 of 12
        Risks                     #..................  0 %, 1 of 999
        """)
  }

  @Test func barsUnderTheirNamesAndWithoutRoom() {
    #expect(
      Layout(width: 40).bars(bars).plain == """
        Types and their services
          ███████████▌             50 %, 6 of 12
        Risks
          ▏                        0 %, 1 of 999
        Closing words
                                   no answers
        Benefits
          ███████████████████████  100 %, 3 of 3
        """)
    #expect(Layout(width: 18).bars([bars[0]]).plain == "Types and their\nservices\n  50 %, 6 of 12")
    #expect(
      Layout(width: 40, isAccessible: true).bars(Array(bars.prefix(2))).plain
        == "Types and their services: 50 %, 6 of 12\nRisks: 0 %, 1 of 999")
  }

  @Test func sparklines() {
    let shares = [0, 0.33, 0.5, 0.99, 1]
    #expect(Layout(width: 40).sparkline(shares, number: "100 %").plain == "▁▃▅██  100 %")
    #expect(Layout(width: 40, isASCII: true).sparkline(shares, number: "100 %").plain == "03599  100 %")
    #expect(
      Layout(width: 40, isAccessible: true).sparkline(shares, number: "100 %").plain == "0 %, 33 %, 50 %, 99 %, 100 %")
    // The earliest go first.
    #expect(Layout(width: 10).sparkline(shares, number: "100 %").plain == "▅██  100 %")
  }

  @Test func aCalendar() {
    #expect(
      Layout(width: 40).calendar(days, unit: "answers a day").plain == """
            Nov
        Mon   · · · █ ·
              ▒ · · · ·
        Wed   · · ▓ · ·
            · · · · ·
        Fri · · ▓ · ·
            · · · · █
        Sun · ▒ · · ·
        · 0 ░ 1-9 ▒ 10-24 ▓ 25-49 █ 50+ answers
        a day
        """)
    #expect(
      Layout(width: 40, isAccessible: true).calendar(days, unit: "answers a day").plain
        == "November 2026: 6 days, 210 answers")
  }

  @Test func aNarrowCalendarHasTheLatestWeeks() {
    let lines = Layout(width: 10, isASCII: true).calendar(days, unit: "a day").lines.map(\.plain)
    #expect(lines[1...3] == ["Mon . # .", "    . . .", "Wed * . ."])
  }

  @Test func aLoad() {
    let values = [4.0, 0, 2, 1]
    #expect(
      Layout(width: 40).columns(chart(.counts, values)).plain == """
        4│██
         │██
         │██    ▄▄
         │██    ██ ▂▂
        0│██    ██ ██
         └───────────
        day 1 to day 4
        """)
    #expect(
      Layout(width: 10, isASCII: true).columns(chart(.counts, Array(repeating: 1, count: 16))).plain == """
         3|#####
          |#####
          |#####
          |######
         0|######
          +------
        day 1 to
        day 16
        Each
        column is
        3 days.
        """)
    #expect(
      Layout(width: 40, isAccessible: true).columns(chart(.counts, values)).plain == "day 1: 4\nday 3: 2\nday 4: 1")
  }

  @Test func aCurve() {
    let values = (0..<20).map { 1 - Double($0) / 25 }
    #expect(
      Layout(width: 40).columns(chart(.shares, values)).plain == """
        100 %│█▆▅▃▂
             │██████▆▅▃▂
             │███████████▆▅▃▂
             │████████████████▆▅▃▂
          0 %│████████████████████
             └────────────────────
              day 1         day 20
        """)
    let spoken = Layout(width: 40, isAccessible: true).columns(chart(.shares, values)).lines.map(\.plain)
    #expect(spoken.count == 10 && spoken.first == "day 1: 100 %" && spoken.last == "day 20: 24 %")
  }

  @Test func aMatrix() {
    #expect(
      Layout(width: 40).matrix(names: matrix.names, counts: matrix.counts).plain == """
        Asked   1   2   3
            1   -  12   0
            2   3   -   1
            3   0   0   -
        A row is what was asked, a column what
        was chosen.
        """)
    for layout in [Layout(width: 13), Layout(width: 40, isAccessible: true)] {
      let words = layout.matrix(names: matrix.names, counts: matrix.counts).plain.split { $0.isWhitespace }
      #expect(
        words.joined(separator: " ") == "Asked 1, chosen 2: 12 Asked 2, chosen 1: 3 Asked 2, chosen 3: 1")
    }
  }

  @Test func numbersThatCannotBeAreMovedToTheNearestThatCan() {
    let odd = [-1, Double.nan, .infinity, 7]
    #expect(Layout(width: 40).sparkline(odd, number: "?").plain == "▁▁██  ?")
    let layout = Layout(width: 40)
    let bars = odd.map { layout.bars([.init(name: "x", share: $0, number: "?")]).plain }
    #expect(bars[0] == bars[1] && bars[2] == bars[3] && bars[0] != bars[2])
    #expect(layout.columns(chart(.shares, odd)).lines.count == 7)
    #expect(layout.columns(chart(.counts, odd)).lines.count == 7)
    #expect(layout.columns(chart(.counts, [])).isEmpty && layout.calendar([], unit: "").isEmpty)
  }
}
