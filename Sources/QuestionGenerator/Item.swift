public import ContentModel

/// One generated question.
public struct Item: Sendable, Equatable {
  /// A way of asking.
  public enum Kind: String, Sendable, CaseIterable {
    /// A stem with options, one of which is the key.
    case multipleChoice = "multiple-choice"
    /// Premises, each to be joined with one of the responses.
    case matching
    /// A question whose answer is typed.
    case shortAnswer = "short-answer"
    /// A statement that holds or does not.
    case trueFalse = "true-false"
    /// A stem with options of which one or several are right.
    case multipleResponse = "multiple-response"
    /// Four options of which three belong together.
    case oddOneOut = "odd-one-out"
    /// Premises to be sorted into a few categories.
    case categories
    /// A sentence with a gap, whose word is typed.
    case cloze
  }

  /// What a learner answers.
  public enum Body: Sendable, Equatable {
    /// One of several options.
    case choice(Choice)
    /// A response for each premise.
    case matching(Matching)
    /// A name that is typed.
    case typed(TypedAnswer)
    /// All the options that are right.
    case selection(Selection)
  }

  /// An id that tells this question, with these options in this order, from any other.
  public let id: String
  /// The way of asking.
  public let kind: Kind
  /// The id of its bank.
  public let bankID: String
  /// The id of the section that states its facts.
  public let sectionID: String
  /// The heading of the column that the stem shows.
  public let subjectColumn: String
  /// The heading of the column that is asked for.
  public let answerColumn: String
  /// The question.
  public let stem: String
  /// What a learner answers.
  public let body: Body

  /// The facts that an answer is evidence of.
  public var facts: [FactID] {
    switch body {
    case .choice(let choice): [choice.fact]
    case .matching(let matching): matching.premises.map(\.fact)
    case .typed(let typed): [typed.fact]
    case .selection(let selection): selection.options.filter(\.isRight).map(\.option.fact)
    }
  }
}

/// The options of an item with one right answer: multiple choice, true/false or odd one out.
public struct Choice: Sendable, Equatable {
  /// An option and what it teaches.
  public struct Option: Sendable, Equatable {
    /// What the learner reads.
    public let text: String
    /// The fact that tells where this option belongs; for the key, the fact that is asked.
    public let fact: FactID
    /// That fact as a sentence.
    public let why: String
  }

  /// The text that the stem asks about; in an odd one out the heading of what the other three share.
  public let subject: String
  /// The fact that is asked.
  public let fact: FactID
  /// Three or four options, two to contrast, or "True" and "False".
  public let options: [Option]
  /// The index of the one right option.
  public let key: Int
  /// The fact that this one is contrasted with because both were confused; nil for an ordinary item.
  public let contrast: FactID?
}

/// The answer that a short-answer or cloze item waits for.
public struct TypedAnswer: Sendable, Equatable {
  /// The text that the stem asks about.
  public let subject: String
  /// The fact that is asked.
  public let fact: FactID
  /// The right answer as the bank writes it.
  public let key: String
  /// Every text that is right: the key and its synonyms.
  public let accepted: [String]
  /// Other names of the bank, which are never taken for a slip of the pen.
  public let otherNames: [String]
  /// Those of the other names that come so close to the key that the learner is asked again.
  public var closeNames: [String] = []
  /// The other answers of the same column, with where each belongs: what may be taken for the key.
  public let siblings: [Choice.Option]
  /// The fact as a sentence.
  public let why: String
}

/// The options of a multiple-response item.
public struct Selection: Sendable, Equatable {
  /// An option, right or wrong.
  public struct Option: Sendable, Equatable {
    /// What the learner reads, and the fact it belongs to.
    public let option: Choice.Option
    /// Whether it is one of the right ones.
    public let isRight: Bool
  }

  /// The text that the stem asks about.
  public let subject: String
  /// Four to six options; one or several are right, and so many differs from item to item.
  public let options: [Option]
}

/// The premises and responses of a matching item, or the categories into which premises are sorted.
public struct Matching: Sendable, Equatable {
  /// A premise with its one right response.
  public struct Premise: Sendable, Equatable {
    /// What the learner reads.
    public let text: String
    /// The fact that is asked.
    public let fact: FactID
    /// The index of the right response.
    public let answer: Int
    /// The fact as a sentence.
    public let why: String
  }

  /// Four to six premises; up to eight to be sorted into categories.
  public let premises: [Premise]
  /// The responses in alphabetical order, two more than premises; or two to four categories.
  public let responses: [Choice.Option]
  /// Whether a response may be given more than once, as a category may.
  public let reusesResponses: Bool
}
