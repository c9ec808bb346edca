/// The memory model FSRS-6: how stability and difficulty move with each review, and how recall fades between them.
///
/// The formulas are those of the open-source implementations fsrs-rs 6.6.2 and py-fsrs 6.3.2, in Double. What depends on the
/// weights alone is computed once, so a review costs a few logarithms and exponentials and no allocation. Powers x^y are
/// computed as e^(y ln x), exact to about 1e-15.
public struct FSRS6: Sendable {
  /// The weights.
  public let parameters: FSRSParameters

  /// The exponent of the forgetting curve, -w20.
  let decay: Double
  /// 0.9^(1/decay) - 1, which makes R(S, S) = 0.9.
  let factor: Double

  private let initialStates: [4 of MemoryState]
  /// e^(w17 (g - 3 + w18)) by grade.
  private let sameDayGains: [4 of Double]
  /// e^w8 with the penalty of Hard or the bonus of Easy, by grade.
  private let recallGains: [4 of Double]
  /// The change -w6 (g - 3) / 9 by grade; the ninth belongs to the linear damping.
  private let difficultySteps: [4 of Double]
  /// w7 D0(4), to which difficulty reverts.
  private let difficultyPull: Double
  private let difficultyKept: Double
  /// ln w11.
  private let lapseLogarithm: Double
  /// 1 / e^(w17 w18): what is left of stability after a lapse, at most.
  private let lapseLimit: Double

  /// Prepares the model for weights.
  public init(_ parameters: FSRSParameters = FSRSParameters()) {
    let w = parameters
    self.parameters = w
    decay = -w[20]
    factor = Elementary.power(0.9, 1 / decay) - 1
    func initialDifficulty(_ grade: Double) -> Double { w[4] - Elementary.exponential(w[5] * (grade - 1)) + 1 }
    initialStates = [4 of MemoryState] { index in
      MemoryState(
        stability: w[index].clamped(to: MemoryState.stabilityRange),
        difficulty: initialDifficulty(Double(index + 1)).clamped(to: MemoryState.difficultyRange))
    }
    sameDayGains = [4 of Double] { index in Elementary.exponential(w[17] * (Double(index) - 2 + w[18])) }
    let gain = Elementary.exponential(w[8])
    recallGains = [gain, gain * w[15], gain, gain * w[16]]
    difficultySteps = [4 of Double] { index in -w[6] * (Double(index) - 2) / 9 }
    difficultyPull = w[7] * initialDifficulty(4)
    difficultyKept = 1 - w[7]
    lapseLogarithm = Elementary.logarithm(w[11])
    lapseLimit = Elementary.exponential(-w[17] * w[18])
  }

  /// The chance of recall after some days, the forgetting curve R(t, S) = (1 + F t/S)^-w20 with F = 0.9^(-1/w20) - 1.
  ///
  /// - Parameters:
  ///   - elapsedDays: days since the last review; negative ones count as 0.
  ///   - stability: days; less than 0.001 counts as 0.001.
  /// - Returns: a probability above 0 and up to 1.
  public func retrievability(elapsedDays: Double, stability: Double) -> Double {
    let stability = stability.clamped(to: MemoryState.stabilityRange)
    return Elementary.power(1 + factor * max(0, elapsedDays) / stability, decay)
  }

  /// The state after a review.
  ///
  /// With grade g = 1...4, the first review gives S = w(g-1) and D = D0(g) = w4 - e^(w5 (g-1)) + 1. Later ones give, with
  /// R = R(t, S):
  /// - t = 0: S' = S k, k = e^(w17 (g-3+w18)) S^-w19, and k >= 1 unless g = 1;
  /// - g = 1: S' = min(w11 D^-w12 ((S+1)^w13 - 1) e^(w14 (1-R)), S / e^(w17 w18));
  /// - else S' = S (1 + e^w8 (11-D) S^-w9 (e^(w10 (1-R)) - 1) h b) with h = w15 for Hard and b = w16 for Easy;
  /// - always D' = w7 D0(4) + (1-w7) (D - w6 (g-3) (10-D)/9).
  /// - Parameters:
  ///   - state: the state before, nil for a fact never reviewed.
  ///   - rating: the grade.
  ///   - elapsedDays: whole study days since the last review; 0 or less means the same day. Unused without a state.
  public func next(_ state: MemoryState?, rating: Rating, elapsedDays: Int) -> MemoryState {
    let index = rating.rawValue - 1
    guard let state else { return initialStates[index] }
    let stability = state.stability.clamped(to: MemoryState.stabilityRange)
    let difficulty = state.difficulty.clamped(to: MemoryState.difficultyRange)
    let raw =
      elapsedDays <= 0
      ? afterSameDay(stability, index)
      : rating == .again
        ? afterLapse(stability, difficulty, Double(elapsedDays))
        : afterRecall(stability, difficulty, Double(elapsedDays), index)
    let moved = difficulty + difficultySteps[index] * (10 - difficulty)
    return MemoryState(
      stability: raw.clamped(to: MemoryState.stabilityRange),
      difficulty: (difficultyPull + difficultyKept * moved).clamped(to: MemoryState.difficultyRange))
  }

  private func afterSameDay(_ stability: Double, _ index: Int) -> Double {
    let gain = sameDayGains[index] * Elementary.power(stability, -parameters[19])
    return stability * (index >= 1 ? max(gain, 1) : gain)
  }

  private func afterLapse(_ stability: Double, _ difficulty: Double, _ elapsedDays: Double) -> Double {
    let bases = Elementary.Pair(1 + factor * elapsedDays / stability, stability + 1)
    let powers = Elementary.exponential(Elementary.Pair(decay, parameters[13]) * Elementary.logarithm(bases))
    let harder = lapseLogarithm - parameters[12] * Elementary.logarithm(difficulty)
    let rest = (powers.y - 1) * Elementary.exponential(harder + parameters[14] * (1 - powers.x))
    return min(rest, stability * lapseLimit)
  }

  private func afterRecall(_ stability: Double, _ difficulty: Double, _ elapsedDays: Double, _ index: Int) -> Double {
    // The two powers are R and S^-w9.
    let bases = Elementary.Pair(1 + factor * elapsedDays / stability, stability)
    let powers = Elementary.exponential(Elementary.Pair(decay, -parameters[9]) * Elementary.logarithm(bases))
    let spacing = Elementary.exponential(parameters[10] * (1 - powers.x)) - 1
    return stability * (1 + recallGains[index] * (11 - difficulty) * powers.y * spacing)
  }
}
