import ContentModel
import MemoryModel
import QuestionGenerator

/// Marks the answers to one item.
struct Marker {
  let asked: Sitting.Asked
  let mark: Response.Mark

  /// The answer to a choice; nil for no option.
  func answer(to choice: Choice, chosen: Int?) -> MarkedAnswer {
    let key = choice.options[choice.key]
    return MarkedAnswer(
      fact: choice.fact, isRight: chosen == choice.key,
      guessChance: 1 / Double(choice.options.count - asked.ruledOut.count), mark: chosen == nil ? nil : mark,
      chosen: chosen.map { Self.chosen(choice.options[$0]) }, right: key.text, why: key.why, contrast: choice.contrast,
      isRepeat: asked.isRepeat)
  }

  /// The answer that was typed; nothing can be won by guessing.
  func answer(to typed: TypedAnswer, text: String?) -> MarkedAnswer {
    let grade = text.map { AnswerGrader(typed).grade($0) }
    return MarkedAnswer(
      fact: typed.fact, isRight: grade == .exact || grade == .right, guessChance: 0, mark: text == nil ? nil : mark,
      chosen: text.map { Self.chosen($0, grade, typed) }, right: typed.key, why: typed.why,
      contrast: nil, isRepeat: asked.isRepeat)
  }

  /// The answers to a matching item, which is marked as a whole.
  func answers(to matching: Matching, chosen: [Int?], learner: Learner) -> [MarkedAnswer] {
    let isRight = zip(matching.premises, chosen).map { $0.answer == $1 }
    let chances = guessChances(matching, isRight, learner)
    return matching.premises.indices.map { index in
      let premise = matching.premises[index]
      return MarkedAnswer(
        fact: premise.fact, isRight: isRight[index], guessChance: chances[index],
        mark: chosen[index] == nil ? nil : mark, chosen: chosen[index].map { Self.chosen(matching.responses[$0]) },
        right: matching.responses[premise.answer].text, why: premise.why, contrast: nil, isRepeat: asked.isRepeat)
    }
  }

  /// What was typed; if it is the answer to another fact, with that fact.
  private static func chosen(_ text: String, _ grade: AnswerGrader.Grade?, _ typed: TypedAnswer) -> MarkedAnswer.Chosen
  {
    guard case .otherName(let name)? = grade, let other = typed.siblings.first(where: { $0.text == name }) else {
      return MarkedAnswer.Chosen(text: text, fact: nil, why: nil)
    }
    return chosen(other)
  }

  private static func chosen(_ option: Choice.Option) -> MarkedAnswer.Chosen {
    MarkedAnswer.Chosen(text: option.text, fact: option.fact, why: option.why)
  }

  /// The guess chance c of each pair for which p = R / (R + (1-R) c) is the probability that the pair was known, given all.
  ///
  /// Who knows some pairs guesses among the responses that are left, so the pairs of one set hang together. Kept as a
  /// chance of guessing, the result can be replayed from the history like that of any other answer.
  private func guessChances(_ matching: Matching, _ isRight: [Bool], _ learner: Learner) -> [Double] {
    let recalls = matching.premises.map { learner.recall(of: $0.fact) }
    let extra = matching.responses.count - matching.premises.count - asked.ruledOut.count
    let known = Evidence.matchingProbabilities(recalls: recalls, right: isRight, extraResponses: extra)
    return isRight.indices.map { index in
      let recall = recalls[index]
      let atRandom = 1 / Double(matching.responses.count - asked.ruledOut.count)
      guard isRight[index], known[index] > 0, recall < 1 else { return atRandom }
      return min(1, max(0, recall * (1 - known[index]) / (known[index] * (1 - recall))))
    }
  }
}
