public import QuestionGenerator

/// Questions on their way to another program.
public struct ItemExport: Sendable, Equatable {
  /// A question with the titles of what it comes from.
  public struct Question: Sendable, Equatable {
    /// The item, its options in the order they are written.
    public let item: Item
    /// The title of its bank.
    public let bank: String
    /// The title of its section.
    public let section: String

    /// A question of a section.
    public init(item: Item, bank: String, section: String) {
      (self.item, self.bank, self.section) = (item, bank, section)
    }
  }

  /// The subject, such as the bank's title.
  public let title: String
  /// What tells this choice of questions from others, such as the seed it was drawn from.
  public let form: String
  /// The language of the bank as a BCP 47 tag, such as `en`.
  public let language: String
  /// The questions in order, each once.
  public let questions: [Question]

  /// Questions to write; one with the id of an earlier one is dropped.
  public init(title: String, form: String, language: String, questions: [Question]) {
    self.title = title
    self.form = form
    self.language = language
    var seen: Set<String> = []
    self.questions = questions.filter { seen.insert($0.item.id).inserted }
  }
}

/// What a format made of some questions.
public struct WrittenItems: Sendable, Equatable {
  /// A question that the format cannot carry.
  public struct LeftOut: Sendable, Equatable {
    /// The question.
    public let item: Item
    /// Why it cannot stand in the file; the words end no sentence.
    public let reason: String
  }

  /// The bytes of the file.
  public let file: [UInt8]
  /// The bytes of the file with the right answers, where a format keeps them apart.
  public let key: [UInt8]?
  /// How many questions the file holds.
  public let count: Int
  /// The questions that it does not hold.
  public let leftOut: [LeftOut]
}
