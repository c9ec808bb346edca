import ContentModel
import Glibc
import Progress
import QuestionGenerator
import Study
import Terminal

/// What a learner can do beside answering.
extension SittingRunner {
  mutating func handle(_ command: SittingCommand, _ asked: Sitting.Asked) throws -> Next {
    switch command {
    case .hint:
      guard let hint = sitting.hint() else {
        try say(words.noHint(asked.item))
        return .sameItem
      }
      try say(words.hint(hint, asked.item))
    case .why: try say(whyText(asked))
    case .read:
      sitting.openBook()
      guard let bank = banks.first(where: { $0.id == asked.item.bankID }),
        let section = bank.section(asked.item.sectionID)
      else { return .sameItem }
      try app.talk(NotesView(bank: bank).section(section, app.talkLayout))
      try say("You have the notes before you, so this question does not count; it comes back later.")
      try app.talk(words.item(asked, number: sitting.answeredItems + 1, remaining: sitting.remaining, app.talkLayout))
    case .flag(let note):
      guard log.isSaving else {
        try say("Nothing can be set aside while progress is only read.")
        return .sameItem
      }
      guard let (fact, note) = flaggedFact(of: asked, note) else {
        try say("Say which premise: `:flag 2` sets aside the fact of the second one; words after the number are kept.")
        return .sameItem
      }
      let before = sitting
      let events = try log.save([.flagged(Flagged(fact: Review.FactID(fact.rawValue), note: note))])
      sitting.setAside(fact)
      past.append(Step(before: before, events: events))
      try say("This fact is set aside; it is not asked any more. :undo takes that back.")
      return .nextItem
    case .right:
      guard past.last?.canBeCorrected == true else {
        try say("Only an answer that was just typed and marked wrong can be counted as right.")
        return .sameItem
      }
      try correctLastAnswer()
      return .nextItem
    case .undo:
      guard let step = past.popLast() else {
        try takeBackEarlierAnswer()
        return .sameItem
      }
      try log.save(step.events.isEmpty ? [] : [.undone(events: step.events)])
      sitting = step.before
      try say("Taken back; here is the question again.")
      return .nextItem
    case .quit: return .end
    case .help: try app.talk(words.commands(app.talkLayout))
    }
    return .sameItem
  }

  /// The fact to set aside and the note; in a matching item a number before the note says which premise is meant.
  private func flaggedFact(of asked: Sitting.Asked, _ note: String) -> (FactID, note: String)? {
    guard case .matching(let matching) = asked.item.body else { return asked.planned.map { ($0, note) } }
    let digits = note.prefix { $0.isNumber }
    guard let number = Int(digits), matching.premises.indices.contains(number - 1) else { return nil }
    return (matching.premises[number - 1].fact, String(note.dropFirst(digits.count).drop { $0.isWhitespace }))
  }

  /// Why the last answered fact came and when it returns; before the first answer, why this one comes.
  private func whyText(_ asked: Sitting.Asked) -> SafeText {
    guard let last = past.last(where: { $0.marked != nil })?.before.current else { return words.reason(asked.reason) }
    let memories = last.item.facts.map { store.scores.facts[Review.FactID($0.rawValue)]?.memory }
    return "The last question: " + words.reason(last.reason) + "\n" + words.returning(memories, today: app.clock.today)
  }

  /// Takes back the last answer of an earlier sitting, if there is one.
  private mutating func takeBackEarlierAnswer() throws {
    guard log.isSaving, let answer = store.scores.recent.answers.last else {
      try say("There is no answer to take back.")
      return
    }
    try log.save([.undone(events: answer.events)])
    let facts = answer.facts.compactMap { fact in
      generators.sentence(for: FactID(fact.rawValue)) ?? fact.rawValue
    }
    try say("Taken back, your answer of \(app.clock.day(at: answer.at)) on this: \(facts.joined(separator: " "))")
  }

  // MARK: Correction

  /// Waits before the summary if the last answer may yet be corrected; nil if there is more to ask after that.
  mutating func offerCorrection() throws -> Ending? {
    guard app.output.isInteractive, past.last?.canBeCorrected == true else { return .finished }
    try say("That was the last question. Press Enter, or type :right first if your answer means the same.")
    while true {
      switch try nextInput(prompt: "> ") {
      case .line(let line):
        guard SittingCommand(line.drop { $0.isWhitespace }) == .right else { return .finished }
        try correctLastAnswer()
        return sitting.current == nil ? .finished : nil
      case .endOfInput: return .finished
      case .timedOut: continue
      case .terminated: return .terminated(Signals.terminationSignal ?? SIGTERM)
      case .interrupted: if try isSecondInterrupt() { return .interrupted }
      }
    }
  }

  /// Takes back the last answer, typed and marked wrong, and counts it as right.
  private mutating func correctLastAnswer() throws {
    guard let step = past.popLast(), let response = step.marked?.response else { return }
    let now = sitting
    sitting = step.before
    guard let marked = sitting.answer(response, isCorrected: true) else { return }
    sitting = sitting.keepingWhatWasDone(in: now)
    let reviews = marked.reviews(sitting: id, milliseconds: step.milliseconds).map(Event.review)
    let undone: [Event] = step.events.isEmpty ? [] : [.undone(events: step.events)]
    let saved = try log.save(undone + reviews)
    past.append(
      Step(
        before: step.before, events: Array(saved.dropFirst(undone.count)), marked: marked,
        milliseconds: step.milliseconds))
    try tell(FeedbackView(marked: marked, number: step.before.answeredItems + 1).result)
  }
}
