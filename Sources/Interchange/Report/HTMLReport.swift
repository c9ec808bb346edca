/// A report as one HTML page with its charts inside.
struct HTMLReport {
  let page: ReportPage

  /// Longer tables are folded up until the reader opens them.
  private static let longestOpenTable = 12

  var text: String {
    HTMLDocument.text(
      language: "en", title: page.title, style: Self.style,
      body: """
        <header>
        <h1>\(HTMLText.isolated(page.title))</h1>
        \(page.summary.map { "<p>\(HTMLText.isolated($0))</p>\n" }.joined())</header>
        <main>
        \(page.sections.enumerated().map(section).joined())</main>
        """)
  }

  private func section(_ index: Int, _ section: ReportPage.Section) -> String {
    let chart = section.chart.map {
      SVGChart(chart: $0, title: section.heading, description: section.sentence, id: "chart\(index + 1)").text
    }
    return """
      <section>
      <h2>\(HTMLText.isolated(section.heading))</h2>
      <p>\(HTMLText.isolated(section.sentence))</p>
      <div\(section.chart == nil ? "" : " class=\"pair\"")>
      \(chart ?? "")\(section.table.map(table) ?? "")</div>
      </section>

      """
  }

  private func table(_ table: ReportPage.Table) -> String {
    let header = table.header.map { "<th scope=\"col\">\(HTMLText.isolated($0))</th>" }.joined()
    let rows = table.rows.map { row in
      let cells = row.enumerated().map { index, cell in
        index == 0 ? "<th scope=\"row\">\(HTMLText.isolated(cell))</th>" : "<td>\(HTMLText.isolated(cell))</td>"
      }
      return "<tr>\(cells.joined())</tr>\n"
    }
    let isOpen = table.rows.count <= Self.longestOpenTable
    return """
      <details\(isOpen ? " open" : "")>
      <summary>In numbers</summary>
      <table>
      <thead><tr>\(header)</tr></thead>
      <tbody>
      \(rows.joined())</tbody>
      </table>
      </details>

      """
  }

  /// Text keeps a contrast of more than 4.5 in light and dark; what a map tells by its shades, the table tells in numbers.
  private static let style = """
    :root {
      color-scheme: light dark;
      --ink: #1b1d1f; --faint: #5a6067; --paper: #ffffff; --line: #8a9097; --mark: #1f5fa8;
      --h0: #e8ebee; --h1: #a9cbec; --h2: #6aa3db; --h3: #2f74ba; --h4: #0f3f74;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ink: #e9eaeb; --faint: #a7adb3; --paper: #15171a; --line: #767d85; --mark: #7db6f2;
        --h0: #2b3036; --h1: #274f78; --h2: #3a77b0; --h3: #66a6e2; --h4: #bcdcfb;
      }
    }
    body {
      font: 1rem/1.5 system-ui, sans-serif; max-width: 64rem; margin: 2rem auto; padding: 0 1rem;
      color: var(--ink); background: var(--paper); overflow-wrap: anywhere;
    }
    h1 { font-size: 1.6rem; line-height: 1.2; }
    h2 { font-size: 1.2rem; line-height: 1.3; margin: 0 0 0.5rem; }
    p { margin: 0.5rem 0; max-width: 45rem; }
    section { margin: 2.5rem 0; break-inside: avoid; }
    .pair { display: grid; gap: 1rem 2.5rem; align-items: start; grid-template-columns: minmax(0, 1fr); }
    @media (min-width: 50rem) { .pair { grid-template-columns: minmax(0, 30rem) minmax(0, 1fr); } }
    svg { display: block; width: 100%; max-width: 30rem; height: auto; }
    svg text { font: 10px system-ui, sans-serif; fill: var(--ink); unicode-bidi: isolate; }
    svg .faint { fill: var(--faint); }
    svg .end { text-anchor: end; }
    svg .axis { stroke: var(--line); stroke-width: 1; }
    svg .curve { fill: none; stroke: var(--mark); stroke-width: 2; stroke-linejoin: round; }
    svg .mark { fill: var(--mark); }
    svg .h0 { fill: var(--h0); } svg .h1 { fill: var(--h1); } svg .h2 { fill: var(--h2); }
    svg .h3 { fill: var(--h3); } svg .h4 { fill: var(--h4); }
    summary { color: var(--faint); cursor: pointer; }
    table { border-collapse: collapse; font-size: 0.9rem; font-variant-numeric: tabular-nums; }
    th, td { padding: 0.2rem 0.75rem 0.2rem 0; text-align: left; vertical-align: top; }
    thead th, td { white-space: nowrap; }
    tbody th { font-weight: normal; min-width: 6rem; }
    details { overflow-x: auto; }
    thead th { border-bottom: 1px solid var(--line); }
    @media print { :root { color-scheme: light; } body { max-width: none; margin: 0; } }
    """
}
