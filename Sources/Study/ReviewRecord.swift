import ContentModel
import MemoryModel
public import Progress
import QuestionGenerator

extension MarkedItem {
  /// The reviews that the history keeps, one for each fact; none for an item answered with the notes open.
  public func reviews(sitting: SittingID, milliseconds: Int) -> [Review] {
    guard !asked.isOpenBook else { return [] }
    let item = asked.item
    // An item that asks several facts is answered as a whole, so its time is shared out.
    let share = milliseconds / max(1, answers.count)
    return answers.map { answer in
      Review(
        sitting: sitting, fact: Review.FactID(answer.fact.rawValue), section: "\(item.bankID)/\(item.sectionID)",
        kind: Review.Kind(item.kind.rawValue), from: item.subjectColumn, to: item.answerColumn,
        item: Review.ItemID(item.id), rating: answer.isRight ? .good : .again, right: answer.isRight,
        guessChance: answer.guessChance, confidence: answer.confidence, milliseconds: share,
        chosen: answer.chosen?.text, chosenFact: answer.chosen?.fact.map { Review.FactID($0.rawValue) },
        against: answer.contrast.map { Review.FactID($0.rawValue) },
        repeated: answer.isRepeat, shown: answer.shown.map { Review.FactID($0.rawValue) },
        taken: answer.taken.compactMap { $0.fact.map { Review.FactID($0.rawValue) } }, corrected: answer.isCorrected)
    }
  }
}

extension MarkedAnswer {
  /// The mark as the history keeps it.
  fileprivate var confidence: Confidence {
    switch mark {
    case .some(.none): .none
    case .unsure: .unsure
    case .sure: .sure
    case nil: .dontKnow
    }
  }
}
