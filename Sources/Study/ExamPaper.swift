import ContentModel
public import QuestionGenerator

/// The questions of a mock exam, drawn from the name of its form: the same name gives the same paper anywhere.
///
/// Each fact has a rank and each item a seed of its own, made from the names of the form and the fact, so that a fact left
/// out changes nothing but its own question.
public struct ExamPaper: Sendable, Equatable {
  /// A question of the paper.
  public struct Entry: Sendable, Equatable {
    /// The item.
    public let item: Item
    /// Whether it is asked in a form that drills never use.
    public let isSealed: Bool

    /// The id of its section with that of the bank, such as `kpo/types`.
    public var section: String { "\(item.bankID)/\(item.sectionID)" }
  }

  /// The name of the form, as ``normalised(_:)`` gives it.
  public let form: String
  /// The questions in order; fewer than asked for if the banks do not give as many.
  public let entries: [Entry]

  /// Draws a paper.
  ///
  /// - Parameters:
  ///   - form: the name of the form; capitals and white space around it do not matter.
  ///   - blueprint: which facts are asked, and how many of each section.
  ///   - generators: one for each bank of the blueprint.
  ///   - count: how many questions; a matching item counts as one.
  ///   - kinds: the kinds of item to ask, each as often as the facts allow.
  public init(
    form: String, blueprint: ExamBlueprint, generators: [QuestionGenerator], questions count: Int, kinds: [Item.Kind]
  ) {
    let form = Self.normalised(form)
    let ranked = blueprint.sections.map { section in
      section.facts.map { (rank: StableHash.spread(form, $0.rawValue), fact: $0) }
        .sorted { ($0.rank, $0.fact) < ($1.rank, $1.fact) }.map(\.fact)
    }
    var entries: [Entry] = []
    var count = count
    repeat {
      // A paper that came out shorter is drawn anew, so that the number of its questions is enough to draw it again.
      count = min(count, entries.isEmpty ? count : entries.count)
      entries = Self.draw(
        count, of: ranked, blueprint, PaperDraw(form: form, generators: generators, kinds: kinds, blueprint.excluded))
    } while entries.count < count && !entries.isEmpty
    let ordered = entries.map { (StableHash.spread(form, $0.item.id, "place"), $0) }
      .sorted { ($0.0, $0.1.item.id) < ($1.0, $1.1.item.id) }.map(\.1)
    self.init(form: form, entries: ordered)
  }

  init(form: String, entries: [Entry]) {
    self.form = form
    self.entries = entries
  }

  private static func draw(
    _ count: Int, of ranked: [[FactID]], _ blueprint: ExamBlueprint, _ beginning: PaperDraw
  ) -> [Entry] {
    var limits = ranked.map(\.count)
    while true {
      var draw = beginning
      let wanted = blueprint.questions(count, atMost: limits)
      let given = zip(ranked, wanted).map { draw.ask($0, atMost: $1) }
      if given == wanted { return draw.entries }
      // A section without enough questions leaves them to the others.
      for index in limits.indices where given[index] < wanted[index] { limits[index] = given[index] }
    }
  }

  /// A form's name without what does not tell it from others: white space around it, and small letters.
  public static func normalised(_ form: String) -> String {
    String(form.drop { $0.isWhitespace }.withoutTrailingSpace).uppercased()
  }

  /// A name for a form that the learner gave none: five letters and digits that are not mistaken for each other.
  public static func formName(using random: inout SeededRandom) -> String {
    let characters = Array("ACDEFHJKLMNPQRTUVWXY34679")
    return String((0..<5).compactMap { _ in random.element(of: characters) })
  }
}
