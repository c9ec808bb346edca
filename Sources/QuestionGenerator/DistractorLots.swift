/// How many lots each answer of a form draws where it may be a distractor.
///
/// An answer that is seldom safe draws more of them, so that over a set each is a distractor in proportion to how often it
/// is a key, as far as that can be: having been the key before tells nothing then. Of a large table a sample is looked at.
struct DistractorLots {
  /// How many lots it draws, 1...24.
  let count: Int
  /// Whether it is a distractor so seldom that it would be known as the key: other kinds of item ask for it.
  let isKnownAsKey: Bool

  /// A question of a form, its answers given as indices.
  struct Question {
    /// The right answer.
    let key: Int
    /// The answers that may be distractors.
    let safe: [Int]
    /// Whether it is asked at all.
    let isAsked: Bool
  }

  private static let most = 24.0
  /// How many distractors an item has.
  private static let drawn = 3
  /// How often an answer must be a distractor for how often it would have to be.
  private static let leastBalance = 0.75
  /// How often answers are left out at most, so that a large table costs no more for each answer than a small one.
  private static let rounds = 4

  /// The lots of each answer.
  ///
  /// What would be known as the key is left out, which may make others known as the key, and so on.
  ///
  /// - Parameters:
  ///   - factCounts: in how many facts each answer stands.
  ///   - questions: the questions that ask these facts, or a sample of them.
  /// - Returns: what proportional fitting (Deming and Stephan 1940) finds.
  static func fitted(_ factCounts: [Int], _ questions: [Question]) -> [DistractorLots] {
    var counts = factCounts.map(Double.init)
    for question in questions where !question.isAsked { counts[question.key] -= 1 }
    var known = factCounts.map { _ in false }
    var weights = counts
    for _ in 0..<rounds {
      let left = questions.filter { $0.isAsked && !known[$0.key] }
      guard !left.isEmpty else { break }
      let fit = fit(counts, left.map(\.safe))
      weights = fit.weights
      let found = counts.indices.filter { counts[$0] > 0 && fit.balances[$0] < leastBalance }
      guard !found.isEmpty else { break }
      for index in found { (known[index], counts[index]) = (true, 0) }
    }
    let heaviest = max(weights.max() ?? 1, .leastNonzeroMagnitude)
    return counts.indices.map { index in
      DistractorLots(count: max(1, Int((most * weights[index] / heaviest).rounded())), isKnownAsKey: known[index])
    }
  }

  /// Weights for drawing, and how often each answer is a distractor then for how often it would have to be.
  ///
  /// - Parameters:
  ///   - keyCounts: how often each answer is the key.
  ///   - candidates: for each question the answers that may be distractors.
  private static func fit(_ keyCounts: [Double], _ candidates: [[Int]]) -> (weights: [Double], balances: [Double]) {
    let places = candidates.reduce(0) { $0 + min(drawn, $1.count) }
    // What is never safe cannot be balanced.
    let safe = Set(candidates.joined())
    let keys = keyCounts.indices.reduce(0) { $0 + (safe.contains($1) ? keyCounts[$1] : 0) }
    var balances = keyCounts.map { _ in 0.0 }
    var weights = keyCounts.map { max($0, 0.1) }
    guard keys > 0 else { return (weights, balances) }
    var scales = candidates.map { _ in 1.0 }
    for _ in 0..<12 {
      var expected = keyCounts.map { _ in 0.0 }
      for (question, answers) in candidates.enumerated() {
        if answers.count <= drawn {
          for answer in answers { expected[answer] += 1 }
          continue
        }
        // The chance to be among those drawn grows with the weight, up to 1.
        func chance(_ answer: Int) -> Double { 1 - 1 / (1 + scales[question] * weights[answer]) }
        for _ in 0..<2 { scales[question] *= Double(drawn) / answers.reduce(0) { $0 + chance($1) } }
        for answer in answers { expected[answer] += chance(answer) }
      }
      for answer in weights.indices where expected[answer] > 0 {
        let wanted = keyCounts[answer] / keys * Double(places)
        balances[answer] = expected[answer] / max(wanted, .leastNonzeroMagnitude)
        weights[answer] *= min(max(wanted / expected[answer], 0.5), 2)
      }
    }
    return (weights, balances)
  }
}
