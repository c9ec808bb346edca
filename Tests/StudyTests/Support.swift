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
    id: "choice", bankID: "b", sectionID: "s", subjectColumn: "From", answerColumn: "To", stem: "Which?",
    body: .choice(
      Choice(
        subject: "x", fact: fact,
        options: texts.map { Choice.Option(text: $0, fact: FactID("b/s/\($0)"), why: "\($0) is a colour.") }, key: 0,
        contrast: nil)))
}

/// A short-answer item whose answer is `Red` or `Crimson`.
func typedItem() -> Item {
  Item(
    id: "typed", bankID: "b", sectionID: "s", subjectColumn: "From", answerColumn: "To", stem: "Which?",
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
    id: "matching", bankID: "b", sectionID: "s", subjectColumn: "From", answerColumn: "To", stem: "Match.",
    body: .matching(
      Matching(
        premises: (1...premises).map {
          Matching.Premise(text: "P\($0)", fact: FactID("b/s/p\($0)"), answer: $0 - 1, why: "Why \($0).")
        }, responses: responses)))
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
    }
  }

  /// An answer that is wrong for every fact of an item.
  static func wrong(_ item: Item, _ mark: Mark = .none) -> Response {
    switch item.body {
    case .choice(let choice): .option((choice.key + 1) % choice.options.count, mark)
    case .matching(let matching): .pairs(matching.premises.map { ($0.answer + 1) % matching.responses.count }, mark)
    case .typed: .text("no such answer", mark)
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
          against: answer.against.map { Review.FactID($0.rawValue) }))
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
