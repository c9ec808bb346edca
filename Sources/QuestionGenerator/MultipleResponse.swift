import ContentModel

/// Makes multiple-response items: several options of which some are right, for subjects with several right answers.
struct MultipleResponse {
  let bankID: String
  let distractors: Distractors

  /// How many options an item has.
  static let optionCounts = 4...6

  private var form: FormFacts { distractors.form }
  private var truth: Truth { distractors.truth }

  /// An item that asks this fact, or nil if its subject has one right answer only, or too few others are proved wrong.
  ///
  /// - Parameter isLeftOut: whether it must not ask a fact beside it.
  func item(asking fact: Fact, without isLeftOut: (FactID) -> Bool, using random: inout SeededRandom) -> Item? {
    guard let subject = fact.value(inColumn: form.asked.subject), let stem = form.stem(for: fact) else {
      return nil
    }
    let right = rightFacts(beside: fact, without: isLeftOut, using: &random)
    guard right.count > 1 else { return nil }
    let most = Self.optionCounts.upperBound
    let wrong = distractors.draw(most - 1, for: fact, beside: right.map(\.answer), using: &random)
    let clash = form.clash(in: fact)
    // Right options that share a word with the subject need a wrong one that does.
    guard clash.map({ wrong.contains(where: $0.isShared(by:)) }) ?? true else { return nil }
    // Each number of right options that leaves enough wrong ones is as likely as another.
    let counts = (1...min(right.count, most - 1)).filter { $0 + wrong.count >= Self.optionCounts.lowerBound }
    guard let count = random.element(of: counts), !wrong.isEmpty else { return nil }
    let sizes = max(Self.optionCounts.lowerBound, count + 1)...min(most, count + wrong.count)
    let size = sizes.lowerBound + random.below(sizes.count)
    let options =
      right.prefix(count).map { Selection.Option(option: form.option($0.answer, of: $0.fact), isRight: true) }
      + wrong.prefix(size - count).compactMap(form.option).map { Selection.Option(option: $0, isRight: false) }
    let shuffled = random.shuffled(options)
    return form.item(
      .multipleResponse, bankID: bankID, stem: Self.several(stem) + " Choose all that apply.",
      shown: shuffled.map(\.option.text),
      .selection(Selection(subject: subject.displayText, options: shuffled)))
  }

  /// A question after one thing as a question after several.
  private static func several(_ stem: String) -> String {
    stem.hasPrefix("Which of these is ") ? "Which of these are " + stem.dropFirst("Which of these is ".count) : stem
  }

  /// The facts whose answers hold for the subject and can be told apart, the asked one first.
  private func rightFacts(
    beside fact: Fact, without isLeftOut: (FactID) -> Bool, using random: inout SeededRandom
  ) -> [(fact: Fact, answer: Value)] {
    var right: [(fact: Fact, answer: Value)] = []
    for candidate in [fact] + random.shuffled(form.facts(sharingSubjectOf: fact)) {
      guard let answer = candidate.value(inColumn: form.asked.answer),
        candidate.id == fact.id || (!isLeftOut(candidate.id) && form.clash(in: candidate) == nil),
        right.allSatisfy({ truth.canBeToldApart($0.answer, answer) })
      else { continue }
      right.append((candidate, answer))
    }
    return right
  }
}
