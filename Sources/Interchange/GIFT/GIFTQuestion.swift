/// A question as a GIFT file states it.
///
/// GIFT is Moodle's text format for questions. It does not carry spaces at the ends of a text, and a line break is a newline.
public struct GIFTQuestion: Sendable, Equatable {
  /// A text and how it is written.
  public struct Text: Sendable, Equatable, ExpressibleByStringLiteral {
    /// How a text is written; the names are those that stand in brackets before it.
    public enum Format: String, Sendable, CaseIterable {
      /// Moodle's own mixture of plain text and HTML, which is meant where no format is named.
      case moodle
      /// HTML.
      case html
      /// Plain text, in which nothing is markup.
      case plain
      /// Markdown.
      case markdown
    }

    /// The text without escapes.
    public var text: String
    /// How it is written.
    public var format: Format

    /// A text of a format.
    public init(_ text: String, format: Format = .moodle) {
      (self.text, self.format) = (text, format)
    }

    /// A text of no named format.
    public init(stringLiteral text: String) { self.init(text) }
  }

  /// An option of a choice or an accepted text of a short answer.
  public struct Option: Sendable, Equatable {
    /// What a learner reads or types.
    public var text: Text
    /// Its share of the point in percent, -100...100; Moodle takes only those of ``MoodleGrade``.
    public var weight: Double
    /// What a learner who gave it is told.
    public var feedback: Text?

    /// An option with its weight in percent.
    public init(_ text: Text, weight: Double, feedback: Text? = nil) {
      (self.text, self.weight, self.feedback) = (text, weight, feedback)
    }
  }

  /// A premise with its right response.
  public struct Pair: Sendable, Equatable {
    /// What is asked.
    public var premise: Text
    /// The response that belongs to it, which is always plain.
    public var response: String

    /// A premise with its right response.
    public init(_ premise: Text, _ response: String) {
      (self.premise, self.response) = (premise, response)
    }
  }

  /// What a learner answers.
  public enum Answers: Sendable, Equatable {
    /// One of several options; the right one weighs 100.
    case choice([Option])
    /// All the options that are right.
    case severalRight([Option])
    /// A response for each premise; the extra responses belong to none.
    case matching([Pair], extraResponses: [String])
    /// Whether the statement is true, and what is told after a wrong and after a right answer.
    case trueFalse(Bool, afterWrong: Text?, afterRight: Text?)
    /// A text that is typed, one of those accepted.
    case shortAnswer([Option])
    /// Something else.
    case other(Other)
  }

  /// A sort of question that is kept as it stands in the file.
  public enum Other: Sendable, Equatable {
    /// A number; what stands behind the `#`, with its escapes.
    case numerical(String)
    /// A text without a right answer.
    case essay
    /// No question at all, only a text to read.
    case description
  }

  /// The name under which teachers find it; nil if it has none.
  public var title: String?
  /// The path of its category, such as `$course$/Rivers`, as it stands in the file; nil if none was named before it.
  public var category: String?
  /// The question; five underscores mark a missing word.
  public var stem: Text
  /// What a learner answers.
  public var answers: Answers
  /// What every learner is told afterwards.
  public var generalFeedback: Text?

  /// A question.
  public init(
    title: String? = nil, category: String? = nil, stem: Text, answers: Answers, generalFeedback: Text? = nil
  ) {
    self.title = title
    self.category = category
    self.stem = stem
    self.answers = answers
    self.generalFeedback = generalFeedback
  }
}
