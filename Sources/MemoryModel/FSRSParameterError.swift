/// Why numbers cannot be the weights of FSRS-6.
public enum FSRSParameterError: Error, Equatable, Sendable {
  /// There are not 0, 17, 19 or 21 of them.
  case wrongCount(Int)
  /// The one at the index, counted from 0, is infinite or not a number.
  case notFinite(index: Int)
}

extension FSRSParameterError: CustomStringConvertible {
  /// What is wrong, where, why, and what helps; whole sentences for the learner.
  public var description: String {
    switch self {
    case .wrongCount(let count):
      "There are \(count) memory parameters, but FSRS has 21 (19 or 17 in older versions). "
        + "Give all of them, or none for the defaults."
    case .notFinite(let index):
      "Memory parameter w\(index) is not a finite number, so nothing can be computed with it. "
        + "Give a number there, or no parameters for the defaults."
    }
  }
}
