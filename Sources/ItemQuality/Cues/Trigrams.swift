/// The character 3-grams of a text with their numbers, a space standing at either end.
struct Trigrams: Sendable {
  private let counts: [String: Int]
  private let norm: Double

  init(_ text: String) {
    let padded = Array(" \(text.lowercased()) ")
    var counts: [String: Int] = [:]
    for start in 0..<max(0, padded.count - 2) { counts[String(padded[start..<(start + 3)]), default: 0] += 1 }
    self.counts = counts
    norm = Double(counts.values.reduce(0) { $0 + $1 * $1 }).squareRoot()
  }

  /// The cosine 0...1 of two texts' counts.
  func cosine(_ other: Trigrams) -> Double {
    guard norm > 0, other.norm > 0 else { return 0 }
    return Double(counts.reduce(0) { $0 + $1.value * other.counts[$1.key, default: 0] }) / (norm * other.norm)
  }
}
