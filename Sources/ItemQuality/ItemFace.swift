public import QuestionGenerator

/// An item as somebody sees it who knows nothing but the words, and which of its options are right.
public struct ItemFace: Sendable, Equatable {
  /// The columns of a bank between which an item asks.
  public struct Place: Sendable, Hashable {
    /// The id of the section.
    public let sectionID: String
    /// The heading of the column that the stem shows.
    public let subjectColumn: String
    /// The heading of the column that is asked for.
    public let answerColumn: String
  }

  /// The way of asking.
  public let kind: Item.Kind
  /// The question.
  public let stem: String
  /// The text that the stem asks about.
  public let subject: String
  /// The texts to choose from; where the answer is typed, the right one alone.
  public let options: [String]
  /// The indices of the right options.
  public let right: Set<Int>
  /// Where the bank states what is asked; nil if that does not matter.
  public var place: Place?
  /// What a true/false item claims of its subject; nil for other kinds.
  public var claim: String?

  /// Describes an item by its texts.
  public init(
    _ stem: String, about subject: String = "", options: [String], right: Set<Int>, kind: Item.Kind = .multipleChoice
  ) {
    self.kind = kind
    self.stem = stem
    self.subject = subject
    self.options = options
    self.right = right
  }

  /// The faces of an item: one for each premise of a matching item, one for any other.
  public static func faces(of item: Item) -> [ItemFace] {
    func face(_ subject: String, _ options: [String], _ right: Set<Int>) -> ItemFace {
      var face = ItemFace(item.stem, about: subject, options: options, right: right, kind: item.kind)
      face.place = Place(
        sectionID: item.sectionID, subjectColumn: item.subjectColumn, answerColumn: item.answerColumn)
      return face
    }
    switch item.body {
    case .choice(let choice):
      return [face(choice.subject, choice.options.map(\.text), [choice.key])]
    case .selection(let selection):
      let right = selection.options.indices.filter { selection.options[$0].isRight }
      return [face(selection.subject, selection.options.map(\.option.text), Set(right))]
    case .typed(let typed):
      return [face(typed.subject, [typed.key], [0])]
    case .matching(let matching):
      return matching.premises.map { face($0.text, matching.responses.map(\.text), [$0.answer]) }
    }
  }

  /// The index of the right option, if there is just one.
  public var key: Int? { right.count == 1 ? right.first : nil }

  /// The options that are right.
  var keys: [String] { right.sorted().map { options[$0] } }

  /// The options that are wrong.
  var distractors: [String] { options.indices.filter { !right.contains($0) }.map { options[$0] } }

  /// Whether its options come from the bank: "True" and "False" do not.
  var offersTexts: Bool { kind != .trueFalse }
}
