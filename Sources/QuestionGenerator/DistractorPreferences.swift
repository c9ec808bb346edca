public import ContentModel

/// Which distractors suit a learner: what was confused comes first, what the learner never takes comes last.
public struct DistractorPreferences: Sendable, Equatable {
  /// No wishes.
  public static let none = DistractorPreferences()

  /// The facts that the learner confused with the asked one, the most important first.
  public let preferred: [FactID]
  /// The facts whose option the learner never takes; it is shown only if there are too few others.
  public let retired: Set<FactID>

  /// Collects wishes.
  public init(preferred: [FactID] = [], retired: Set<FactID> = []) {
    self.preferred = preferred
    self.retired = retired
  }
}
