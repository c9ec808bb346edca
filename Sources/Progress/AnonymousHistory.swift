/// A history without what tells of its learner: what was asked and answered, without who, at what hour and in what words.
///
/// Ids of banks and facts stay, and those of a learner's own bank are made of its words.
public struct AnonymousHistory: Equatable, Sendable {
  /// The events that are left, in their order.
  public let history: History
  /// How many events were left out, because only a newer version knows what is in them, or because they cannot be read.
  public let leftOut: Int

  /// Takes out typed answers, notes, seeds, the names of forms, the time of day, and every id but those of banks, facts and items.
  ///
  /// Ids of events, sittings and exams become numbers in the order they first come, so that what belongs together still does.
  public init(_ history: History) {
    let events = HistoryScan(history.bytes(), after: 0).events
    var numbers = Numbers()
    for event in events { _ = numbers.events.number(of: event.id.rawValue) }
    var lines: [HistoryLine] = []
    for recorded in events {
      guard let event = recorded.event.anonymous(&numbers) else { continue }
      let noon = Timestamp(seconds: recorded.day.daysSince1970 * 86_400 + 43_200)
      let id = EventID(paddedHexadecimal(numbers.events.number(of: recorded.id.rawValue), digits: 16))
      let line = RecordedEvent(
        sequence: lines.count + 1, id: id, at: noon, utcOffset: 0, day: recorded.day, event: event
      ).line
      if let line = HistoryLine(line.dropLast()) { lines.append(line) }
    }
    self.history = History(lines)
    leftOut = history.count - lines.count
  }
}

/// The numbers that stand for the ids of a history.
private struct Numbers {
  struct List {
    private var numbers: [String: UInt64] = [:]

    mutating func number(of id: String) -> UInt64 {
      let number = numbers[id] ?? UInt64(numbers.count + 1)
      numbers[id] = number
      return number
    }
  }

  var events = List()
  var sittings = List()
  var exams = List()

  mutating func sitting(_ id: SittingID) -> SittingID { SittingID("s\(sittings.number(of: id.rawValue))") }
  mutating func exam(_ id: ExamID) -> ExamID { ExamID("e\(exams.number(of: id.rawValue))") }
}

extension Event {
  /// The event without what tells of the learner; nil if that is not known.
  fileprivate func anonymous(_ numbers: inout Numbers) -> Event? {
    switch self {
    case .sittingBegan(let began):
      return .sittingBegan(
        SittingBegan(sitting: numbers.sitting(began.sitting), mode: began.mode, banks: began.banks, seed: 0))
    case .review(let review): return .review(review.anonymous(sitting: numbers.sitting(review.sitting)))
    case .sittingEnded(let ended):
      return .sittingEnded(
        SittingEnded(sitting: numbers.sitting(ended.sitting), asked: ended.asked, right: ended.right))
    case .flagged(let flagged): return .flagged(Flagged(fact: flagged.fact, note: ""))
    case .unflagged: return self
    case .examPlanned(let plan):
      return .examPlanned(
        ExamPlan(
          id: numbers.exam(plan.id), day: plan.day, banks: plan.banks, sections: plan.sections,
          minutesPerDay: plan.minutesPerDay, pass: plan.pass))
    case .examDropped(let exam): return .examDropped(numbers.exam(exam))
    case .mockBegan(let began):
      return .mockBegan(
        MockBegan(
          sitting: numbers.sitting(began.sitting), form: "", banks: began.banks, sections: began.sections,
          kinds: began.kinds, leftOut: began.leftOut, items: began.items, seconds: began.seconds, pass: began.pass,
          forecast: began.forecast))
    case .mockQuestion(let question):
      // A response may have been typed; the reviews tell whether it was right.
      return .mockQuestion(
        MockQuestion(
          sitting: numbers.sitting(question.sitting), number: question.number, response: "",
          isFlagged: question.isFlagged, spent: question.spent, elapsed: question.elapsed))
    case .mockHandedIn(let result):
      return .mockHandedIn(
        MockHandedIn(
          sitting: numbers.sitting(result.sitting), score: result.score, passed: result.passed,
          isTimeUp: result.isTimeUp, elapsed: result.elapsed, brier: result.brier, drilled: result.drilled,
          sealed: result.sealed))
    case .mockAbandoned(let sitting): return .mockAbandoned(numbers.sitting(sitting))
    case .setting(let change): return change.anonymous.map { .setting($0) }
    case .undone(let events):
      return .undone(
        events: events.map { EventID(paddedHexadecimal(numbers.events.number(of: $0.rawValue), digits: 16)) })
    case .unknown: return nil
    }
  }
}

extension Review {
  /// The review without its text: that of an option is known by the fact it belongs to, that of an answer may be typed.
  fileprivate func anonymous(sitting: SittingID) -> Review {
    Review(
      sitting: sitting, fact: fact, section: section, kind: kind, from: from, to: to, item: item, rating: rating,
      right: right, guessChance: guessChance, confidence: confidence, milliseconds: milliseconds, chosen: nil,
      chosenFact: chosenFact, against: against, repeated: repeated, shown: shown, taken: taken, corrected: corrected)
  }
}
