/// What somebody remembers of a run of items without having understood any of it.
struct Experience: Sendable {
  private var shown: [String: Int] = [:]
  private var keys: [String: Int] = [:]
  /// The mean number of characters of a stem.
  private(set) var stemLength = 0.0

  /// Goes through a run once.
  init(_ sittings: [[CueItem]]) {
    let items = sittings.joined()
    for item in items {
      for option in item.face.options { shown[option, default: 0] += 1 }
      keys[item.face.options[item.key], default: 0] += 1
    }
    if !items.isEmpty { stemLength = Double(items.reduce(0) { $0 + $1.face.stem.count }) / Double(items.count) }
  }

  /// How often a text was the key.
  func timesKey(_ text: String) -> Double { Double(keys[text, default: 0]) }

  /// How often a text was the key when it was shown, 0...1; a third for one that was never seen.
  func keyRate(_ text: String) -> Double {
    // One key in three showings is taken for granted before anything was seen.
    (timesKey(text) + 1) / Double(shown[text, default: 0] + 3)
  }
}
