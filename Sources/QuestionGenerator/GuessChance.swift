public import ContentModel

extension Item {
  /// The chance 0...1 that somebody who knows nothing gets it right, or each of its pairs.
  public var guessChance: Double {
    switch body {
    case .choice(let choice): 1 / Double(choice.options.count)
    case .matching(let matching): 1 / Double(matching.responses.count)
    case .typed: 0
    // A wrong option costs what a right one earns, so that taking some blindly earns next to nothing.
    case .selection: 0
    }
  }
}

extension QuestionGenerator {
  /// The chance 0...1 to get a fact right by guessing, the mean over the kinds that ask it; nil if none of them does.
  public func guessChance(of fact: FactID, kinds: [Item.Kind]) -> Double? {
    let chances = kinds.compactMap { kind -> Double? in
      forms(of: fact, kinds: [kind]).lazy.compactMap { form in
        var random = SeededRandom(seed: 0)
        return self.item(asking: fact, in: form, using: &random)?.guessChance
      }.first
    }
    return chances.isEmpty ? nil : chances.reduce(0, +) / Double(chances.count)
  }
}
