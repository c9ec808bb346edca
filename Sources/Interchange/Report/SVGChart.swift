/// A chart as an SVG element that takes its colours from the page and tells in words what it shows.
struct SVGChart {
  let chart: ReportPage.Chart
  let title: String
  let description: String
  let id: String

  /// All charts are as wide as this, in the units of their own; on a phone a unit is about a pixel.
  private static let width = 320.0
  /// The numbers of an axis stand left of this.
  private static let left = 38.0
  private static let top = 8.0
  private static let plotHeight = 100.0

  var text: String {
    let (body, height) = drawing
    return """
      <svg viewBox="0 0 \(number(Self.width)) \(number(height))" role="img" aria-labelledby="\(id)-title \(id)-desc">
      <title id="\(id)-title">\(HTMLText.escapedOnOneLine(title))</title>
      <desc id="\(id)-desc">\(HTMLText.escapedOnOneLine(description))</desc>
      \(body)</svg>

      """
  }

  private var drawing: (body: String, height: Double) {
    switch chart {
    case .line(let shares, let first, let last):
      (axes(top: "100 %", bottom: "0 %", first, last) + line(shares), Self.top + Self.plotHeight + 16)
    case .columns(let counts, let first, let last):
      (axes(top: "\(counts.max() ?? 0)", bottom: "0", first, last) + columns(counts), Self.top + Self.plotHeight + 16)
    case .bars(let bars): (bars.enumerated().map(bar).joined(), Double(bars.count) * 30)
    case .calendar(let days): (calendar(days), 112)
    }
  }

  private func axes(top: String, bottom: String, _ first: String, _ last: String) -> String {
    let base = Self.top + Self.plotHeight
    return label(top, x: Self.left - 4, y: Self.top + 7, "faint end")
      + label(bottom, x: Self.left - 4, y: base, "faint end")
      + label(first, x: Self.left, y: base + 13, "faint") + label(last, x: Self.width, y: base + 13, "faint end")
      + "<line class=\"axis\" x1=\"\(number(Self.left))\" y1=\"\(number(base))\" x2=\"\(number(Self.width))\" "
      + "y2=\"\(number(base))\"/>\n"
  }

  private func line(_ shares: [Double]) -> String {
    let step = (Self.width - Self.left - 5) / Double(max(1, shares.count - 1))
    let points = shares.enumerated().map { index, share in
      (x: Self.left + 2 + Double(index) * step, y: Self.top + (1 - withinBounds(share)) * Self.plotHeight)
    }
    let path = points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
    // A single point has no line.
    let dots = points.count > 40 ? points.suffix(1) : points[...]
    return "<polyline class=\"curve\" points=\"\(path)\"/>\n"
      + dots.map { "<circle class=\"mark\" cx=\"\(number($0.x))\" cy=\"\(number($0.y))\" r=\"2.5\"/>\n" }.joined()
  }

  private func columns(_ counts: [Int]) -> String {
    let step = (Self.width - Self.left) / Double(max(1, counts.count))
    let highest = Double(max(1, counts.max() ?? 1))
    return counts.enumerated().map { index, count in
      let height = Double(max(0, count)) / highest * Self.plotHeight
      return rectangle(
        "mark", x: Self.left + Double(index) * step + step * 0.1, y: Self.top + Self.plotHeight - height,
        width: step * 0.8, height: height)
    }.joined()
  }

  /// The name and the number over the bar, so that long names have room on a phone.
  private func bar(_ index: Int, _ bar: ReportPage.Bar) -> String {
    let y = Double(index) * 30
    return label(Self.shortened(bar.name, to: 60 - bar.number.count), x: 0, y: y + 11, "")
      + label(bar.number, x: Self.width, y: y + 11, "faint end")
      + rectangle("h0", x: 0, y: y + 16, width: Self.width, height: 8)
      + rectangle("mark", x: 0, y: y + 16, width: Self.width * withinBounds(bar.share), height: 8)
  }

  private func calendar(_ days: [ReportPage.Day]) -> String {
    let (edge, pitch, left, top) = (9.6, 11.2, 26.0, 14.0)
    var weeks: [[ReportPage.Day]] = []
    for day in days {
      if weeks.isEmpty || day.weekday == 0 { weeks.append([]) }
      weeks[weeks.count - 1].append(day)
    }
    weeks = weeks.suffix(26)
    var text = ["Mon", "", "Wed", "", "Fri", "", "Sun"].enumerated().filter { $0.element != "" }
      .map { label($0.element, x: 0, y: top + Double($0.offset) * pitch + 8.5, "faint") }.joined()
    for (index, week) in weeks.enumerated() {
      let x = left + Double(index) * pitch
      if let day = week.first(where: { $0.number == 1 }), index < weeks.count - 1 {
        text += label(String(day.month.prefix(3)), x: x, y: 9, "faint")
      }
      for day in week {
        text += rectangle("h\(level(day.count))", x: x, y: top + Double(day.weekday) * pitch, width: edge, height: edge)
      }
    }
    for (index, range) in ["0", "1-9", "10-24", "25-49", "50+"].enumerated() {
      let x = left + Double(index) * 48
      text +=
        rectangle("h\(index)", x: x, y: 99, width: edge, height: edge) + label(range, x: x + 13, y: 107.5, "faint")
    }
    return text
  }

  /// The steps of ``calendar(_:)`` with the numbers of its legend.
  private func level(_ count: Int) -> Int { [1, 10, 25, 50].count { count >= $0 } }

  private func label(_ text: String, x: Double, y: Double, _ role: String) -> String {
    "<text class=\"\(role)\" x=\"\(number(x))\" y=\"\(number(y))\">\(HTMLText.escapedOnOneLine(text))</text>\n"
  }

  private func rectangle(_ role: String, x: Double, y: Double, width: Double, height: Double) -> String {
    "<rect class=\"\(role)\" x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" height=\"\(number(height))\"/>\n"
  }

  private func withinBounds(_ share: Double) -> Double { share > 0 ? min(share, 1) : 0 }

  /// A number of 0 or more with at most one decimal.
  private func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  /// A name cut to what fits beside its number; letters beyond Latin may be twice as wide. The table has all of it.
  private static func shortened(_ name: String, to length: Int) -> String {
    var left = length
    var result = ""
    for character in name {
      left -= character.unicodeScalars.allSatisfy { $0.value < 0x500 } ? 1 : 2
      guard left > 0 else { return result + "…" }
      result.append(character)
    }
    return result
  }
}
