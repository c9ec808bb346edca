extension Strategy {
  /// Likeness: distractors are made by changing the key, so that the key is the one most like the others.
  static let likeness = [
    Strategy("most like the others", opposite: "least like the others") { situation in
      let grams = situation.item.grams
      return grams.indices.map { left in
        grams.indices.reduce(0) { $0 + ($1 == left ? 0 : grams[left].cosine(grams[$1])) }
      }
    },
    Strategy("most words of the others", opposite: "fewest words of the others") { situation in
      let words = situation.item.optionWords
      return words.indices.map { left in
        Double(words.indices.reduce(0) { $0 + ($1 == left ? 0 : words[left].intersection(words[$1]).count) })
      }
    },
  ]
}
