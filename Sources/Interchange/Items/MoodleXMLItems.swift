import ContentModel
import QuestionGenerator

/// Questions in Moodle's XML; all kinds have a form there.
struct MoodleXMLItems: ItemWriter {
  private var categories: [(path: String, questions: [XMLNode])] = []
  private var placeOfPath: [String: Int] = [:]
  private var usedNumbers: Set<[String]> = []

  /// The longest id number that Moodle keeps, in characters.
  private static let longestNumber = 100

  var file: [UInt8] {
    let nodes = categories.flatMap { category in
      [XMLNode.element("question", [("type", "category")], [Self.holder("category", category.path)])]
        + category.questions
    }
    return XMLNode.element("quiz", [], nodes).document
  }

  mutating func add(_ question: ItemExport.Question) -> String? {
    let item = question.item
    guard (item.texts + [question.bank, question.section]).allSatisfy(XMLNode.canHold) else { return XMLNode.forbidden }
    guard let (type, body) = Self.body(of: item) else { return MoodleCategory.tooManyRight }
    let path = MoodleCategory.path(of: question)
    let place = placeOfPath[path] ?? categories.count
    if place == categories.count {
      placeOfPath[path] = place
      categories.append((path, []))
    }
    var general: [String] = []
    if item.kind == .matching || item.kind == .categories || type == "shortanswer" { general = item.reasons }
    let head = [
      Self.holder("name", item.id), Self.html("questiontext", [item.stem]), Self.html("generalfeedback", general),
      .element("defaultgrade", text: "1"), .element("hidden", text: "0"),
      .element("idnumber", text: number(of: item, in: path)),
    ]
    let tags = XMLNode.element("tags", [], [Self.holder("tag", item.kind.rawValue)])
    categories[place].questions.append(.element("question", [("type", type)], head + body + [tags]))
    return nil
  }

  /// The id of the one fact that is asked; with more facts the item's own; empty where neither is free or short enough.
  ///
  /// Moodle wants it only once in a category, so that a second question about a fact adds its own id.
  private mutating func number(of item: Item, in path: String) -> String {
    let fact = item.facts.count == 1 ? item.facts.first?.rawValue : nil
    let wanted = [fact, fact.map { "\($0)|\(item.id)" }, item.id].compactMap(\.self)
    return wanted.first { $0.count <= Self.longestNumber && usedNumbers.insert([path, $0]).inserted } ?? ""
  }

  /// The type of a question and what only that type has.
  private static func body(of item: Item) -> (type: String, nodes: [XMLNode])? {
    switch item.body {
    case .choice(let choice) where item.kind == .trueFalse:
      let answers = zip(["true", "false"], choice.options).enumerated().map { index, pair in
        answer(pair.0, weight: index == choice.key ? 100 : 0, why: pair.1.why)
      }
      return ("truefalse", answers)
    case .choice(let choice):
      let answers = choice.options.enumerated().map { answer(html: $1, weight: $0 == choice.key ? 100 : 0) }
      return ("multichoice", choiceSettings(isSingle: true) + answers)
    case .selection(let selection):
      guard let weights = selection.moodleWeights else { return nil }
      let answers = zip(selection.options, weights).map { answer(html: $0.option, weight: $1) }
      return ("multichoice", choiceSettings(isSingle: false) + answers)
    case .matching(let matching):
      let pairs =
        matching.premises.map { ($0.text, matching.responses[$0.answer].text) }
        + matching.extraResponses.map { ("", $0) }
      return ("matching", [shuffles] + pairs.map(subquestion))
    case .typed(let typed):
      let answers = typed.accepted.map { answer(MoodleWildcard.escaped($0), weight: 100, why: nil) }
      return ("shortanswer", [.element("usecase", text: "0")] + answers)
    }
  }

  /// Said always, since what is meant without it differs between the types.
  private static let shuffles = XMLNode.element("shuffleanswers", text: "true")

  private static func choiceSettings(isSingle: Bool) -> [XMLNode] {
    [.element("single", text: "\(isSingle)"), shuffles, .element("answernumbering", text: "abc")]
  }

  private static func answer(html option: Choice.Option, weight: Double) -> XMLNode {
    .element(
      "answer", [("fraction", MoodleGrade.text(weight)), ("format", "html")],
      [.element("text", text: HTMLText.markup(of: option.text)), html("feedback", [option.why])])
  }

  private static func answer(_ text: String, weight: Double, why: String?) -> XMLNode {
    .element(
      "answer", [("fraction", MoodleGrade.text(weight)), ("format", "moodle_auto_format")],
      [.element("text", text: text), html("feedback", why.map { [$0] } ?? [])])
  }

  private static func subquestion(premise: String, response: String) -> XMLNode {
    .element(
      "subquestion", [("format", "html")],
      [.element("text", text: HTMLText.markup(of: premise)), holder("answer", response)])
  }

  private static func holder(_ name: String, _ text: String) -> XMLNode {
    .element(name, [], [.element("text", text: text)])
  }

  private static func html(_ name: String, _ texts: [String]) -> XMLNode {
    .element(
      name, [("format", "html")],
      [.element("text", text: texts.map(HTMLText.markup).joined(separator: "<br>"))])
  }
}
