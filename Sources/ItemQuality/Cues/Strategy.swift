/// The place where a strategy is used: an item in its sitting, and what was learned before.
struct Situation {
  let sitting: [CueItem]
  let index: Int
  let experience: Experience

  var item: CueItem { sitting[index] }
  var earlier: ArraySlice<CueItem> { sitting[..<index] }
  var others: [CueItem] { sitting.indices.filter { $0 != index }.map { sitting[$0] } }
}

/// A way to choose an option without knowing the subject.
struct Strategy: Sendable {
  /// What it chooses, such as "longest option".
  let name: String
  /// What its opposite chooses.
  let opposite: String
  /// What speaks for each option, in any unit; only the order within an item counts.
  let scores: @Sendable (Situation) -> [Double]

  init(_ name: String, opposite: String, scores: @escaping @Sendable (Situation) -> [Double]) {
    self.name = name
    self.opposite = opposite
    self.scores = scores
  }

  /// All strategies, by family.
  static let all: [Strategy] =
    length + stem + position + repetition + sitting + grammar + likeness + surface + wording + statement
}

extension [Double] {
  /// The points 0...1 for choosing the highest score; options that tie share the point.
  func points(key: Int) -> Double {
    guard let best = self.max(), self[key] >= best - 1e-9 else { return 0 }
    return 1 / Double(count { $0 >= best - 1e-9 })
  }
}
