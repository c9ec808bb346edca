extension Evidence {
  /// One pair of a matching set, as it was answered.
  public struct Pair: Equatable, Sendable {
    /// The state of its fact, nil for one never asked.
    public var state: MemoryState?
    /// Whole study days since the last review of its fact.
    public var elapsedDays: Int
    /// Whether the right response was chosen.
    public var right: Bool
    /// What the learner said about it; "I don't know" chose no response.
    public var confidence: Confidence

    /// Makes a pair.
    public init(state: MemoryState?, elapsedDays: Int, right: Bool, confidence: Confidence = .none) {
      self.state = state
      self.elapsedDays = elapsedDays
      self.right = right
      self.confidence = confidence
    }
  }

  /// What a matching set proves about each of its facts, when its answers were given as a whole.
  ///
  /// - Parameters:
  ///   - pairs: the premises in any order.
  ///   - extraResponses: responses that belong to no premise.
  /// - Returns: one outcome for each pair, in the same order; a pair that could not be missed proves nothing.
  public func update(pairs: [Pair], extraResponses: Int) -> [Outcome] {
    let recalls = pairs.map { predictedRecall(state: $0.state, elapsedDays: $0.elapsedDays) }
    let right = pairs.map { $0.right && $0.confidence != .dontKnow }
    let likelihoods = pairs.map { markLikelihood($0.confidence) }
    let known = Self.matchingProbabilities(
      known: zip(recalls, likelihoods).map { $0 * $1.known },
      notKnown: zip(recalls, likelihoods).map { (1 - $0) * $1.lucky },
      right: right, extraResponses: extraResponses)
    // All right and nothing to spare: who knows all pairs but one for certain cannot miss that one.
    let uncertain = recalls.filter { $0 < 1 }.count
    let hasNoChoice = extraResponses <= 0 && !right.contains(false)
    return pairs.indices.map { index in
      let pair = pairs[index]
      if hasNoChoice, uncertain - (recalls[index] < 1 ? 1 : 0) == 0, recalls[index] < 1 || pairs.count == 1 {
        return Outcome(state: pair.state, probabilityKnown: recalls[index], isEvidence: false)
      }
      let next = mixedState(after: pair.state, elapsedDays: pair.elapsedDays, probabilityKnown: known[index])
      return Outcome(state: next, probabilityKnown: known[index], isEvidence: true)
    }
  }

  /// The probability that each right answer of a matching set was known.
  ///
  /// The learner first joins the pairs known, then spreads the responses left over the premises left, each way alike. If u premises
  /// were left and e responses belong to none, a certain way has the probability e!/(u+e)!. With w wrong answers and m right ones
  /// that were lucky, u = w + m; so, with odds o = (1-R)/R and the elementary symmetric polynomials e_m of the odds over a set A
  /// of right answers,
  ///
  ///     Z(A) = sum over m of e_m(A) / (w+m+e)!     and     p_i = Z(A without i) / Z(A), A being all right answers.
  ///
  /// To allow R = 0 and 1, the polynomials are taken of R + (1-R)x instead of 1 + ox, which multiplies p_i by R_i. A premise left
  /// open counts as wrong: whether its response or an extra one was free is the same.
  /// - Parameters:
  ///   - recalls: the predicted chance of recall of each pair, 0...1.
  ///   - right: whether each was right; as many as `recalls`, missing ones count as wrong.
  ///   - extraResponses: e, at least 0.
  /// - Returns: p for each pair, 0 for wrong ones.
  public static func matchingProbabilities(recalls: [Double], right: [Bool], extraResponses: Int) -> [Double] {
    matchingProbabilities(
      known: recalls, notKnown: recalls.map { 1 - $0 }, right: right, extraResponses: extraResponses)
  }

  /// The chance of guessing one pair of a set whose pairs are answered one by one and corrected at once.
  ///
  /// c = 1 / (1 + e + sum of 1-R over the other pairs left): the responses that the learner cannot rule out, on average.
  /// - Parameters:
  ///   - otherRecalls: the predicted recall of the other pairs still open.
  ///   - extraResponses: e, the responses that belong to no premise.
  public static func pairGuessChance(otherRecalls: [Double], extraResponses: Int = 0) -> Double {
    1 / (1 + Double(max(0, extraResponses)) + otherRecalls.reduce(0) { $0 + (1 - $1) })
  }

  static func matchingProbabilities(
    known: [Double], notKnown: [Double], right: [Bool], extraResponses: Int
  ) -> [Double] {
    let rightIndices = known.indices.filter { $0 < right.count && right[$0] }
    let alwaysOpen = known.count - rightIndices.count + max(0, extraResponses)
    func weight(without left: Int?) -> Double {
      var coefficients = [1.0]
      for index in rightIndices where index != left {
        coefficients.append(0)
        for power in stride(from: coefficients.count - 1, through: 0, by: -1) {
          let lower = power > 0 ? coefficients[power - 1] * notKnown[index] : 0
          coefficients[power] = coefficients[power] * known[index] + lower
        }
      }
      // 1/(w+m+e)! relative to 1/(w+e)!, which cancels.
      var share = 1.0
      var sum = 0.0
      for (lucky, coefficient) in coefficients.enumerated() {
        if lucky > 0 { share /= Double(alwaysOpen + lucky) }
        sum += coefficient * share
      }
      return sum
    }
    let total = weight(without: nil)
    var result = [Double](repeating: 0, count: known.count)
    for index in rightIndices {
      result[index] = total > 0 ? min(1, known[index] * weight(without: index) / total) : known[index]
    }
    return result
  }
}
