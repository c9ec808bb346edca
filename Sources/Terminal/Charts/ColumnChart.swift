/// Values one after another as upright columns, such as a load or a curve.
public struct ColumnChart: Equatable, Sendable {
  /// One value.
  public struct Point: Equatable, Sendable {
    /// The day it is for.
    public let name: SafeText
    /// The value, 0 or more; others are moved to the nearest that can be.
    public let value: Double

    /// Makes a point.
    public init(name: SafeText, value: Double) {
      self.name = name
      // A comparison with NaN fails; beyond that no number fits beside a chart.
      self.value = value > 0 ? min(value, 1e9) : 0
    }
  }

  /// What the values are.
  public enum Measure: Equatable, Sendable {
    /// Counts, of which the highest fills the chart; those of neighbours may be added.
    case counts
    /// Shares of 1, which fills the chart; of neighbours their mean is shown.
    case shares
  }

  /// The values, one for each day.
  public let points: [Point]
  /// What they are.
  public let measure: Measure

  /// Makes a chart.
  public init(_ points: [Point], measure: Measure) {
    self.points = points
    self.measure = measure
  }

  /// The values of so many neighbours as one.
  fileprivate func grouped(by size: Int) -> [Double] {
    stride(from: 0, to: points.count, by: size).map { start in
      let group = points[start..<min(start + size, points.count)]
      let sum = group.reduce(0) { $0 + $1.value }
      return measure == .counts ? sum : sum / Double(group.count)
    }
  }

  fileprivate func number(_ value: Double) -> SafeText {
    switch measure {
    case .counts: "\(Int(value.rounded()))"
    case .shares: "\(Int((Layout.withinBounds(value) * 100).rounded())) %"
    }
  }

  /// What a screen reader says: every count that is not 0, or some shares from the first to the last.
  fileprivate var spoken: [Point] {
    guard measure == .shares, points.count > Layout.longestSpokenList else {
      return points.filter { measure == .shares || $0.value > 0 }
    }
    let last = Layout.longestSpokenList - 1
    return (0...last).map { points[$0 * (points.count - 1) / last] }
  }
}

extension Layout {
  private static let chartHeight = 5
  private static let widestColumn = 3

  /// Upright columns over an axis with the first and the last name; days share a column where there is no room for all.
  ///
  /// For a screen reader they are lines `Day: number`.
  public func columns(_ chart: ColumnChart) -> SafeText {
    guard let first = chart.points.first, let last = chart.points.last else { return "" }
    if isAccessible {
      return chart.spoken.map { record($0.name, chart.number($0.value)) }.joined(separator: "\n")
    }
    // Sums only grow when columns are joined, so the label may, too; one digit more is allowed for.
    let sum = chart.points.reduce(0) { $0 + $1.value }
    let label = chart.measure == .shares ? 5 : chart.number(sum).columns
    let room = max(1, width - label - 1)
    let size = (chart.points.count + room - 1) / room
    let values = chart.grouped(by: size)
    let top = chart.measure == .shares ? 1 : max(1, values.max() ?? 1)
    let columnWidth = min(Self.widestColumn, max(1, room / values.count))
    let gap = chart.measure == .shares || columnWidth == 1 ? 0 : 1
    let labels: [Int: SafeText] = [0: chart.number(top), Self.chartHeight - 1: chart.number(0)]
    let axis: SafeText = isASCII ? "|" : "│"
    var lines = (0..<Self.chartHeight).map { row in
      let cells = values.map { cell($0 / top, row: row, width: columnWidth - gap) }
      let last = cells.lastIndex { !$0.plain.allSatisfy { $0 == " " } } ?? -1
      return Self.pad(labels[row] ?? "", to: label, .right) + axis
        + cells[...last].joined(separator: SafeText(" ").repeated(gap))
    }
    let length = values.count * columnWidth - gap
    let corner: SafeText = isASCII ? "+" : "└"
    let stroke: SafeText = isASCII ? "-" : "─"
    lines.append(SafeText(" ").repeated(label) + corner + stroke.repeated(length))
    lines.append(ends(first.name, last.name, indent: label + 1, length: length))
    if size > 1 { lines.append(wrap("Each column is \(size) days.")) }
    return lines.joined(separator: "\n")
  }

  /// The part of a column that stands in one line, the top line being row 0.
  private func cell(_ share: Double, row: Int, width: Int) -> SafeText {
    let all = Self.withinBounds(share) * Double(Self.chartHeight * 8)
    let height = all > 0 ? max(1, Int(all.rounded())) : 0
    let eighths = min(8, max(0, height - (Self.chartHeight - 1 - row) * 8))
    let mark = isASCII ? (eighths >= 4 ? "#" : eighths > 0 ? "." : " ") : Self.eighths[eighths]
    return mark.repeated(width)
  }

  /// What stands at both ends of an axis.
  private func ends(_ first: SafeText, _ last: SafeText, indent: Int, length: Int) -> SafeText {
    let between = length - first.columns - last.columns
    guard between >= 2 else { return wrap(first + " to " + last) }
    return SafeText(" ").repeated(indent) + first + SafeText(" ").repeated(between) + last
  }
}
