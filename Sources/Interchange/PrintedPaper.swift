public import QuestionGenerator

/// A paper to print: what every format needs, for the questions as for their key.
public struct PrintedPaper: Sendable, Equatable {
  /// A question as it stands on the paper.
  public struct Question: Sendable, Equatable {
    /// The item, its options in the order they are printed.
    public let item: Item
    /// The title of the section that states its facts; only the key shows it.
    public let section: String

    /// A question of a section.
    public init(item: Item, section: String) {
      self.item = item
      self.section = section
    }
  }

  /// The subject, such as the bank's title.
  public let title: String
  /// The name of the form, from which the paper was drawn.
  public let form: String
  /// The language of the bank as a BCP 47 tag, such as `en`.
  public let language: String
  /// The time for the whole paper in minutes; nil for no limit.
  public let minutes: Double?
  /// The share of points 0...1 that passes; nil if none is asked for.
  public let pass: Double?
  /// The questions in order.
  public let questions: [Question]

  /// A paper; all texts are taken as they are, whatever stands in them.
  public init(
    title: String, form: String, language: String, minutes: Double?, pass: Double?, questions: [Question]
  ) {
    self.title = title
    self.form = form
    self.language = language
    self.minutes = minutes
    self.pass = pass
    self.questions = questions
  }

  /// What stands under the title.
  var summary: [String] {
    let limit = minutes.map { "\(Self.rounded($0)) \($0 == 1 ? "minute" : "minutes")" }
    return [
      "Form \(form)", "\(Self.count(questions.count, "question")), 1 point each", limit,
      pass.map { "pass mark \(Self.rounded($0 * 100)) %" },
    ].compactMap(\.self)
  }

  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// A number with at most one decimal.
  private static func rounded(_ number: Double) -> String {
    let text = "\((number * 10).rounded() / 10)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
