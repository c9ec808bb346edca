/// Tells which names look so much alike that an author must say whether they mean the same.
///
/// Two names look alike when the cosine of their counts of character 3-grams is 0.5 or more,
/// or when one has all the words of the other.
public enum NameLikeness {
  /// The cosine from which two names look alike.
  private static let threshold = 0.5

  /// The pairs of names that look alike, as indices into `names`, the lower first, in order.
  public static func alikePairs(_ names: [String]) -> [(Int, Int)] {
    let grams = names.map(trigrams)
    let words = names.map { ContentWords.words(of: $0) }
    var postings: [String: [Int]] = [:]
    for (index, counts) in grams.enumerated() {
      for gram in counts.keys { postings[gram, default: []].append(index) }
    }
    var pairs: [(Int, Int)] = []
    for index in names.indices {
      // Only names that share a 3-gram can look alike, and each pair is seen from its lower side.
      let neighbours = Set(grams[index].keys.flatMap { postings[$0, default: []] }.filter { $0 > index })
      for other in neighbours.sorted()
      where cosine(grams[index], grams[other]) >= threshold || contains(words[index], words[other]) {
        pairs.append((index, other))
      }
    }
    return pairs
  }

  /// Counts the 3-grams of a name, a space standing at either end.
  private static func trigrams(_ name: String) -> [String: Int] {
    let padded = Array(" \(name.lowercased()) ")
    guard padded.count >= 3 else { return [:] }
    var counts: [String: Int] = [:]
    for start in 0...(padded.count - 3) { counts[String(padded[start..<(start + 3)]), default: 0] += 1 }
    return counts
  }

  private static func cosine(_ left: [String: Int], _ right: [String: Int]) -> Double {
    let product = left.reduce(0) { $0 + $1.value * right[$1.key, default: 0] }
    let squares = [left, right].map { $0.values.reduce(0) { $0 + $1 * $1 } }
    return product == 0 ? 0 : Double(product) / Double(squares[0] * squares[1]).squareRoot()
  }

  private static func contains(_ left: Set<String>, _ right: Set<String>) -> Bool {
    !left.isEmpty && !right.isEmpty && (left.isSubset(of: right) || right.isSubset(of: left))
  }
}
