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
    let wrong = choice.options.indices.filter { $0 != choice.key && !asked.ruledOut.contains($0) }
    var answer = MarkedAnswer(
      fact: choice.fact, isRight: chosen == choice.key, guessChance: 1 / Double(wrong.count + 1),
      mark: chosen == nil ? nil : mark, chosen: chosen.map { Self.chosen(choice.options[$0]) }, right: key.text,
      why: key.why, contrast: choice.contrast, isRepeat: asked.isRepeat)
    if asked.item.kind == .oddOneOut {
      // The others are a group, and no rivals of the odd one: nothing was taken for its answer.
      answer.chosen = answer.chosen.map { MarkedAnswer.Chosen(text: $0.text, fact: nil, why: $0.why) }
    } else {
      answer.shown = Self.facts(wrong.map { choice.options[$0] }, but: choice.fact)
    }
    return answer
  }

  /// The answer that was typed; nothing can be won by guessing.
  func answer(to typed: TypedAnswer, text: String?, isCorrected: Bool) -> MarkedAnswer {
    let grade = text.map { AnswerGrader(typed).grade($0) }
    let isRight = grade == .exact || grade == .right
    var answer = MarkedAnswer(
      fact: typed.fact, isRight: isRight || isCorrected, guessChance: 0, mark: text == nil ? nil : mark,
      chosen: text.map { Self.chosen($0, isCorrected ? nil : grade, typed) }, right: typed.key, why: typed.why,
      contrast: nil, isRepeat: asked.isRepeat)
    answer.grade = grade
    answer.isCorrected = isCorrected && !isRight
    return answer
  }

  /// The answers to a multiple-response item, one for each option that is right; nil for "I don't know".
  ///
  /// Somebody who takes k of n options blindly takes each of them with the chance k/n, so that is the chance of guessing; who
  /// takes every option proves nothing. Each wrong option was taken for one that is right, first for those that were missed.
  func answers(to selection: Selection, chosen: [Int]?) -> [MarkedAnswer] {
    let options = selection.options
    let taken = Set(chosen ?? []).filter(options.indices.contains)
    let right = options.indices.filter { options[$0].isRight }
    let wrong = options.indices.filter { !options[$0].isRight }.map { (index: $0, option: options[$0].option) }
    var answers = right.map { index in
      let option = options[index].option
      let isTaken = taken.contains(index)
      var answer = MarkedAnswer(
        fact: option.fact, isRight: isTaken && taken.count < options.count,
        guessChance: Double(taken.count) / Double(options.count),
        mark: chosen == nil ? nil : mark, chosen: isTaken ? Self.chosen(option) : nil, right: option.text,
        why: option.why, contrast: nil, isRepeat: asked.isRepeat)
      answer.shown = Self.facts(wrong.map(\.option), but: option.fact)
      return answer
    }
    let order =
      answers.indices.filter { answers[$0].chosen == nil } + answers.indices.filter { answers[$0].chosen != nil }
    for (place, mistake) in wrong.filter({ taken.contains($0.index) }).enumerated() where !order.isEmpty {
      answers[order[place % order.count]].taken.append(Self.chosen(mistake.option))
    }
    return answers
  }

  /// The answers to a matching item, which is marked as a whole, or to one that sorts into categories.
  func answers(to matching: Matching, chosen: [Int?], learner: Learner) -> [MarkedAnswer] {
    let isRight = zip(matching.premises, chosen).map { $0.answer == $1 }
    // A category that was given stays open to the other premises, so each is guessed by itself.
    let chances =
      matching.reusesResponses
      ? isRight.map { _ in 1 / Double(matching.responses.count) } : guessChances(matching, isRight, learner)
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

  private static func facts(_ options: [Choice.Option], but asked: FactID) -> [FactID] {
    options.map(\.fact).filter { $0 != asked }
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

extension Selection {
  /// The points 0...1 for taking some options: the share of the right ones, less what each wrong one costs.
  ///
  /// A wrong option costs as much as a right one earns; where fewer are wrong than right, it costs so much that taking all
  /// options earns nothing.
  func points(for taken: Set<Int>) -> Double {
    let right = options.indices.filter { options[$0].isRight }
    let hits = right.count(where: taken.contains)
    let wrongTaken = options.indices.count { !options[$0].isRight && taken.contains($0) }
    guard !right.isEmpty else { return wrongTaken == 0 ? 1 : 0 }
    let price = max(1, min(right.count, options.count - right.count))
    return max(0, Double(hits) / Double(right.count) - Double(wrongTaken) / Double(price))
  }
}
