public import MemoryModel

/// One answer to one fact.
public struct Review: Equatable, Sendable {
  /// The stable id of a fact.
  public struct FactID: TextIdentifier {
    /// The text.
    public let rawValue: String
    /// Takes the text as it stands.
    public init(rawValue: String) { self.rawValue = rawValue }
  }

  /// The id of the item that asked.
  public struct ItemID: TextIdentifier {
    /// The text.
    public let rawValue: String
    /// Takes the text as it stands.
    public init(rawValue: String) { self.rawValue = rawValue }
  }

  /// The kind of the item, such as `multiple-choice`.
  public struct Kind: TextIdentifier {
    /// The word.
    public let rawValue: String
    /// Takes a word as it stands.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// One right option among several.
    public static let multipleChoice: Kind = "multiple-choice"
    /// Premises and responses to pair.
    public static let matching: Kind = "matching"
    /// An answer that is typed.
    public static let shortAnswer: Kind = "short-answer"
    /// A statement that holds or does not.
    public static let trueFalse: Kind = "true-false"
    /// Options of which one or several are right.
    public static let multipleResponse: Kind = "multiple-response"
    /// Four options of which three belong together.
    public static let oddOneOut: Kind = "odd-one-out"
    /// Premises to sort into categories.
    public static let categories: Kind = "categories"
    /// An answer that the learner judged itself, in another program.
    public static let selfGraded: Kind = "self-graded"
    /// A gap whose word is typed.
    public static let cloze: Kind = "cloze"
  }

  /// The sitting the answer belongs to.
  public let sitting: SittingID
  /// The fact that was asked.
  public let fact: FactID
  /// The bank and section of the fact, such as `kpo/types`.
  public let section: String
  /// The kind of the item.
  public let kind: Kind
  /// The column of the subject.
  public let from: String
  /// The column of the answer.
  public let to: String
  /// The item that asked.
  public let item: ItemID
  /// What the answer is worth to memory.
  public let rating: Rating
  /// Whether the answer was right.
  public let right: Bool
  /// The probability 0...1 of being right by guessing; values outside are moved to the nearest end.
  public let guessChance: Double
  /// What the learner said about the answer.
  public let confidence: Confidence
  /// The time taken, in milliseconds.
  public let milliseconds: Int
  /// The text of the option chosen, if any.
  public let chosen: String?
  /// The fact that the option chosen belongs to, if any.
  public let chosenFact: FactID?
  /// The fact that it was contrasted with, if both had been confused before.
  public let against: FactID?
  /// Whether this is the second try, within one sitting, of a fact answered wrong before.
  public let repeated: Bool
  /// The facts that the wrong options on the screen belong to; empty if there were none or the kind has no such options.
  public let shown: [FactID]
  /// The facts of wrong options taken for this one beside ``chosenFact``, as a multiple-response item allows.
  public let taken: [FactID]
  /// Whether the learner said that a typed answer that was marked wrong is right.
  public let corrected: Bool

  /// Makes a review.
  public init(
    sitting: SittingID, fact: FactID, section: String, kind: Kind, from: String, to: String, item: ItemID,
    rating: Rating, right: Bool, guessChance: Double, confidence: Confidence = .none, milliseconds: Int,
    chosen: String? = nil, chosenFact: FactID? = nil, against: FactID? = nil, repeated: Bool = false,
    shown: [FactID] = [], taken: [FactID] = [], corrected: Bool = false
  ) {
    self.sitting = sitting
    self.fact = fact
    self.section = section
    self.kind = kind
    self.from = from
    self.to = to
    self.item = item
    self.rating = rating
    self.right = right
    self.guessChance = nearestShare(guessChance)
    self.confidence = confidence
    self.milliseconds = max(0, milliseconds)
    self.chosen = chosen
    self.chosenFact = chosenFact
    self.against = against
    self.repeated = repeated
    self.shown = shown
    self.taken = taken
    self.corrected = corrected
  }
}

extension Review {
  /// The answer as far as it says something about memory.
  public var answer: Answer { Answer(right: right, guessChance: guessChance, confidence: confidence) }

  /// The facts whose answers were given for this one.
  public var mistaken: [FactID] {
    ((right ? nil : chosenFact).map { [$0] } ?? []) + taken
  }

  /// The kind and direction of asking.
  public var form: KnownProgress.Form { KnownProgress.Form("\(kind.rawValue) \(from)>\(to)") }
}
