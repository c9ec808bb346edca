extension Layout {
  /// A square of counts: a row for what was asked, a column for what was chosen.
  ///
  /// For a screen reader, and where it does not fit, each count that is not 0 is a line `Asked 1, chosen 2: 3`.
  ///
  /// - Parameter counts: a row for each name, with a count for each name.
  public func matrix(names: [SafeText], counts: [[Int]]) -> SafeText {
    let corner: SafeText = "Asked"
    let cells = counts.enumerated().map { row, counts in
      counts.enumerated().map { row == $0 ? "-" as SafeText : "\($1)" }
    }
    let label = names.reduce(corner.columns) { max($0, $1.columns) }
    let widest = (cells.joined() + names).reduce(1) { max($0, $1.columns) }
    let gap = label + names.count * (widest + 2) <= width ? 2 : 1
    guard !isAccessible, label + names.count * (widest + gap) <= width else {
      return zip(names, counts).flatMap { asked, counts in
        zip(names, counts).filter { $1 > 0 }.map { record("Asked " + asked + ", chosen " + $0, "\($1)") }
      }.joined(separator: "\n")
    }
    func line(_ first: SafeText, _ cells: [SafeText]) -> SafeText {
      Self.pad(first, to: label, .right) + cells.map { Self.pad($0, to: widest + gap, .right) }.joined()
    }
    let caption = wrap("A row is what was asked, a column what was chosen.")
    return ([line(corner, names)] + zip(names, cells).map(line) + [caption]).joined(separator: "\n")
  }
}
