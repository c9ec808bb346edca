public import ContentModel

/// A fact that a sitting is to ask, and why.
public struct PlannedFact: Sendable, Equatable {
  /// Why a fact is asked now.
  public enum Reason: Sendable, Equatable {
    /// It was never asked before.
    case new
    /// It was asked before and has faded to this predicted chance of recall.
    case due(recall: Double, daysAgo: Int)
    /// It was answered wrong so many study days ago and is not made good yet.
    case missed(daysAgo: Int, wasSure: Bool)
    /// Its answer was confused with that of another fact.
    case confused(with: FactID)
    /// It raises the expected score of an exam in so many days, when it would be recalled with this chance.
    case exam(daysLeft: Int, recall: Double)
    /// It was answered wrong earlier in this sitting.
    case wrongBefore
    /// It came earlier in this sitting and was answered with the notes open.
    case readBefore
    /// The learner asked for it.
    case chosen
  }

  /// The fact.
  public let fact: FactID
  /// Why it is asked now.
  public let reason: Reason

  /// Plans a fact.
  public init(_ fact: FactID, _ reason: Reason) {
    self.fact = fact
    self.reason = reason
  }
}
