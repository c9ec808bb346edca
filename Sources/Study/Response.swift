/// What a learner answers to an item.
public enum Response: Sendable, Equatable {
  /// An option by its index, with the mark behind it.
  case option(Int, Mark)
  /// For each premise the index of a response, or nil where the learner leaves it open.
  case pairs([Int?], Mark)
  /// All the options that are chosen, by their indices in rising order, each once.
  case options([Int], Mark)
  /// A typed text, without the mark.
  case text(String, Mark)
  /// "I don't know", for the whole item.
  case dontKnow

  /// How sure the learner says to be.
  public enum Mark: Sendable, Equatable {
    /// No mark.
    case none
    /// `?`: "I am guessing".
    case unsure
    /// `!`: "I am sure".
    case sure
  }
}
