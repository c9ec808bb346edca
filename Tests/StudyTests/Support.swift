import ContentModel
import MemoryModel
import Progress
import QuestionBanks
import TestSupport
import Testing

@testable import QuestionGenerator
@testable import Study

/// The bank that the program ships with.
func kpoBank() throws -> Bank {
  let bytes = try #require(EmbeddedBanks.all.first { $0.fileName == "kpo.md" }).bytes
  return try #require(BankParser.parse(bytes).bank)
}

/// A bank from its text, which must have no errors.
func bank(_ markdown: String) throws -> Bank {
  let reading = BankParser.parse(Array(markdown.utf8))
  return try #require(reading.bank, "\(reading.diagnostics)")
}

/// A multiple-choice item with options `Red`, `Green` and so on, the first of which is right.
func choiceItem(options: Int = 4, fact: FactID = FactID("b/s/x")) -> Item {
  let texts = ["Red", "Green", "Blue", "Grey", "Pink"].prefix(options)
  return Item(
    id: "choice", kind: .multipleChoice, bankID: "b", sectionID: "s", subjectColumn: "From", answerColumn: "To",
    stem: "Which?",
    body: .choice(
      Choice(
        subject: "x", fact: fact,
        options: texts.map { Choice.Option(text: $0, fact: FactID("b/s/\($0)"), why: "\($0) is a colour.") }, key: 0,
        contrast: nil)))
}

/// A short-answer item whose answer is `Red` or `Crimson`.
func typedItem(_ kind: Item.Kind = .shortAnswer) -> Item {
  Item(
    id: "typed", kind: kind, bankID: "b", sectionID: "s", subjectColumn: "From", answerColumn: "To", stem: "Which?",
    body: .typed(
      TypedAnswer(
        subject: "x", fact: FactID("b/s/x"), key: "Red", accepted: ["Red", "Crimson"], otherNames: ["Green"],
        siblings: [],
        why: "x is red.")))
}

/// A matching item with the responses `R1`, `R2` and so on, of which the first ones are right, in order.
func matchingItem(premises: Int = 4) -> Item {
  let responses = (1...premises + 2).map {
    Choice.Option(text: "R\($0)", fact: FactID("b/s/r\($0)"), why: "Why \($0).")
  }
  return Item(
    id: "matching", kind: .matching, bankID: "b", sectionID: "s", subjectColumn: "From", answerColumn: "To",
    stem: "Match.",
    body: .matching(
      Matching(
        premises: (1...premises).map {
          Matching.Premise(text: "P\($0)", fact: FactID("b/s/p\($0)"), answer: $0 - 1, why: "Why \($0).")
        }, responses: responses, reusesResponses: false)))
}

/// A true/false item; a false statement shows what belongs to `b/s/other`.
func trueFalseItem(holds: Bool = true) -> Item {
  let own = FactID("b/s/x")
  return Item(
    id: "true-false", kind: .trueFalse, bankID: "b", sectionID: "s", subjectColumn: "From", answerColumn: "To",
    stem: "True or false? x is red.",
    body: .choice(
      Choice(
        subject: "x", fact: own,
        options: [
          Choice.Option(text: "True", fact: holds ? own : FactID("b/s/other"), why: "Why true."),
          Choice.Option(text: "False", fact: own, why: "Why false."),
        ], key: holds ? 0 : 1, contrast: nil)))
}

/// An odd-one-out item of four options, the last of which is the odd one.
func oddOneOutItem() -> Item {
  Item(
    id: "odd", kind: .oddOneOut, bankID: "b", sectionID: "s", subjectColumn: "From", answerColumn: "To",
    stem: "Which is the odd one out?",
    body: .choice(
      Choice(
        subject: "From", fact: FactID("b/s/o4"),
        options: (1...4).map { Choice.Option(text: "O\($0)", fact: FactID("b/s/o\($0)"), why: "Why \($0).") }, key: 3,
        contrast: nil)))
}

/// A multiple-response item with the right options `Right 1` and so on before the wrong ones.
func selectionItem(right: Int = 2, wrong: Int = 3) -> Item {
  func options(_ word: String, _ count: Int, _ isRight: Bool) -> [Selection.Option] {
    (0..<count).map { index in
      let text = "\(word) \(index + 1)"
      return Selection.Option(
        option: Choice.Option(text: text, fact: FactID("b/s/\(word.lowercased())\(index + 1)"), why: "Why \(text)."),
        isRight: isRight)
    }
  }
  return Item(
    id: "selection", kind: .multipleResponse, bankID: "b", sectionID: "s", subjectColumn: "From", answerColumn: "To",
    stem: "Which? Choose all that apply.",
    body: .selection(
      Selection(subject: "x", options: options("Right", right, true) + options("Wrong", wrong, false))))
}

/// Five premises to sort into the categories `C1` to `C3`, in turn.
func categoriesItem() -> Item {
  Item(
    id: "categories", kind: .categories, bankID: "b", sectionID: "s", subjectColumn: "From", answerColumn: "To",
    stem: "Sort.",
    body: .matching(
      Matching(
        premises: (0..<5).map {
          Matching.Premise(text: "P\($0)", fact: FactID("b/s/p\($0)"), answer: $0 % 3, why: "Why \($0).")
        },
        responses: (1...3).map { Choice.Option(text: "C\($0)", fact: FactID("b/s/c\($0)"), why: "Why C\($0).") },
        reusesResponses: true)))
}

/// An item of each kind.
let itemOfEachKind = [
  choiceItem(), matchingItem(), typedItem(), trueFalseItem(), selectionItem(), oddOneOutItem(), categoriesItem(),
  typedItem(.cloze),
]

/// An item as a sitting asks it, and its answer marked.
func marked(_ item: Item, _ response: Response, learner: Learner = .beginner, isCorrected: Bool = false) -> MarkedItem {
  MarkedItem(
    Sitting.Asked(item: item, reason: .chosen, isRepeat: false), response: response, learner: learner,
    isCorrected: isCorrected)
}

extension Item {
  /// Its options, if it is a multiple-choice item.
  var choice: Choice? {
    guard case .choice(let choice) = body else { return nil }
    return choice
  }

  /// Its premises and responses, if it is a matching item.
  var matching: Matching? {
    guard case .matching(let matching) = body else { return nil }
    return matching
  }
}

extension Response {
  /// The right answer to an item.
  static func right(_ item: Item, _ mark: Mark = .none) -> Response {
    switch item.body {
    case .choice(let choice): .option(choice.key, mark)
    case .matching(let matching): .pairs(matching.premises.map(\.answer), mark)
    case .typed(let typed): .text(typed.key, mark)
    case .selection(let selection):
      .options(selection.options.indices.filter { selection.options[$0].isRight }, mark)
    }
  }

  /// An answer that is wrong for every fact of an item.
  static func wrong(_ item: Item, _ mark: Mark = .none) -> Response {
    switch item.body {
    case .choice(let choice): .option((choice.key + 1) % choice.options.count, mark)
    case .matching(let matching): .pairs(matching.premises.map { ($0.answer + 1) % matching.responses.count }, mark)
    case .typed: .text("no such answer", mark)
    case .selection(let selection):
      .options(selection.options.indices.filter { !selection.options[$0].isRight }, mark)
    }
  }
}

extension Sitting {
  /// A sitting over one bank.
  static func over(
    _ bank: Bank, asking plan: [PlannedFact], learner: Learner = .beginner, kinds: [Item.Kind] = [.multipleChoice],
    seed: UInt64 = 1
  ) -> Sitting {
    Sitting(asking: plan, of: [QuestionGenerator(bank)], learner: learner, kinds: kinds, seed: seed)
  }

  /// Answers to the end, but no further than a thousand items.
  mutating func play(_ respond: (Asked) -> Response) -> [MarkedItem] {
    var marked: [MarkedItem] = []
    while let asked = current, marked.count < 1000, let next = answer(respond(asked)) { marked.append(next) }
    return marked
  }
}

extension QuestionGenerator {
  /// Whether drills can ask a fact in this kind, without the forms that are kept for mock exams.
  func canDrill(_ fact: FactID, as kind: Item.Kind) -> Bool {
    var random = SeededRandom(seed: 1)
    return item(asking: fact, kinds: [kind], except: sealedForms(of: fact), using: &random) != nil
  }
}

extension Learner {
  /// Who never answered anything.
  static let beginner = Learner(Scores(), today: studyDay(0))
}

/// An answer of the past.
struct PastAnswer {
  let fact: FactID
  let isRight: Bool
  var confidence = Confidence.none
  let day: Int
  var kind = Review.Kind.multipleChoice
  var guessChance = 0.25
  var chosen: FactID?
  var against: FactID?
  var shown: [FactID] = []
}

/// The study day with a number; 0 is long ago.
func studyDay(_ number: Int) -> StudyDay { StudyDay(daysSince1970: 20_000 + number) }

/// The scores after some answers and flags, in the order in which they happened.
func scores(_ answers: [PastAnswer], flagged: [FactID] = []) -> Scores {
  let reviews = answers.map { answer in
    (
      answer.day,
      Event.review(
        Review(
          sitting: "s", fact: Review.FactID(answer.fact.rawValue), section: "b/s", kind: answer.kind, from: "From",
          to: "To", item: "i", rating: answer.isRight ? .good : .again, right: answer.isRight,
          guessChance: answer.guessChance, confidence: answer.confidence, milliseconds: 1000,
          chosenFact: answer.chosen.map { Review.FactID($0.rawValue) },
          against: answer.against.map { Review.FactID($0.rawValue) },
          shown: answer.shown.map { Review.FactID($0.rawValue) }))
    )
  }
  let flags = flagged.map { (0, Event.flagged(Flagged(fact: Review.FactID($0.rawValue), note: ""))) }
  return Scores.replay(
    (reviews + flags).enumerated().map { index, entry in
      RecordedEvent(
        sequence: index + 1, id: EventID("e\(index)"),
        at: Timestamp(seconds: (20_000 + entry.0) * 86_400 + 43_200 + index),
        utcOffset: 0, day: studyDay(entry.0), event: entry.1)
    })
}
